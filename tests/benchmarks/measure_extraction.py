"""Measures what the extractor finds against the shared gold, and how fast it is: one table of figures and goals.

    python -m tests.benchmarks.measure_extraction [--without-people] [--audit-dev]

People are measured by cross-validation (measure_people), which takes two minutes and can be left out. Below the table
stand the sets that have no goal, how far confidence can be believed, and the audit (measure_audit): the articles to
learn from by cross-validation and, where asked for, those that are only measured on. Needs the folder `shared` beside
the project.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass

from tests.benchmarks import measure_audit, measure_confidence, measure_country_confidence, measure_people
from tests.benchmarks.measure_speed import LONG, WORDS, speed
from tests.benchmarks.scored import SHARED, countries, quotations

QUOTED, NAMED, CONTENTS = (f"quotes/polnear_dev_{name}" for name in ("quoted", "named", "contents"))


@dataclass(frozen=True)
class Row:
    """One line of the table: a task, the figure measured and the least that is wanted (or the most, where `most`)."""

    task: str
    figure: float
    goal: float
    most: bool = False

    def __str__(self) -> str:
        reached = self.figure <= self.goal if self.most else self.figure >= self.goal
        return f"{self.task:74}{self.figure:>8.1f}{self.goal:>8.1f}  {'reached' if reached else 'not reached'}"


def main() -> None:
    """Print the table, then what has no goal."""
    if not SHARED.is_dir():
        sys.exit("The folder “shared” beside the project is absent: there is no gold to measure against.")
    people = [] if "--without-people" in sys.argv[1:] else list(measure_people.measured())
    print(f"{'task':74}{'figure':>8}{'goal':>8}")
    for row in (*_quotations(), *_people(people), *_countries(), *_speed()):
        print(row)
    for name in ("TR-News", "GeoVirus", "LGL"):
        figures = countries(f"countries/{name}_dev")
        print(f"{name}: " + ", ".join(f"{kind} {figure:.1f}" for kind, figure in figures.items()))
    print("\n".join((*people, *measure_confidence.calibration(), *measure_country_confidence.calibration())))
    for name in ("train", "dev") if "--audit-dev" in sys.argv[1:] else ("train",):
        print(f"audit, {name}")
        print("\n".join(measure_audit.measured(name)))


def _quotations() -> Iterator[Row]:
    plain, long = quotations(QUOTED), quotations(QUOTED, "--min-words", "5")
    readable = quotations(QUOTED, readable=True)
    readable_long = quotations(QUOTED, "--min-words", "5", readable=True)
    yield Row("quotations, span and speaker, F1", plain["combined"]["F1"], 88)
    yield Row("    the same without the articles whose '' marks the gold does not read", readable["combined"]["F1"], 88)
    yield Row("quotations of 5 words and more, span and speaker, F1", long["combined"]["F1"], 91)
    yield Row("    the same without those articles", readable_long["combined"]["F1"], 91)
    yield Row("speaker resolved to the full name, F1", quotations(NAMED)["name"]["combined"]["F1"], 80)
    yield Row("direct, mixed and indirect, span and speaker, F1", quotations(CONTENTS)["combined"]["F1"], 55)


def _people(lines: list[str]) -> Iterator[Row]:
    """Yield the average that measure_people prints."""
    for line in lines:
        if line.startswith("people, exact F1"):
            yield Row("people, exact F1, average of 4 sets by cross-validation", float(line.rsplit(" ", 1)[1]), 88)


def _countries() -> Iterator[Row]:
    figures = countries("countries/GeoWebNews_dev")
    for kind, goal in (("article", 94), ("named", 99), ("mention", 97)):
        measure = "recall" if kind == "named" else "F1"
        yield Row(f"countries, GeoWebNews, {kind} {measure}", figures[kind], goal)


def _speed() -> Iterator[Row]:
    rate, ratio, longer = speed()
    yield Row(f"articles of {WORDS} words a second ({ratio:.0f} times splitting into words)", rate, 100)
    yield Row(f"time a word in an article of {LONG:,} words, to that in short ones", longer, 1.1, most=True)


if __name__ == "__main__":
    main()
