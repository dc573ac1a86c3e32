"""Measures the built-in recogniser of people by cross-validation: no article is measured by a model that has seen it.

    python -m tests.benchmarks.measure_people

The articles of the sets are dealt into five parts; each is read with weights trained on the other four. Prints the exact
figures of the scorer beside the gold, how well mentions of one person are joined (pairs of mentions, GUM's clusters), and
how often what is found with a confidence is right. Takes about two minutes of one core; measure_extraction calls it too.
"""

import gzip
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

from articles.extraction.cast import span_of
from articles.extraction.people import cast_of
from articles.extraction.recognisers.builtin import BuiltinRecogniser
from articles.extraction.recognisers.features import FEATURES
from articles.extraction.recognisers.sets import SETS, Taught, taught_in
from articles.extraction.recognisers.training import train
from articles.extraction.recognisers.weights import Weights

SHARED = Path(__file__).resolve().parents[3] / "shared"
FOLDER = SHARED / "data" / "people"
MEASURED = SETS[:4]  # edited prose; the last one only helps training
PARTS = 5
STEPS = (0.5, 0.6, 0.7, 0.8, 0.9, 0.95)

Found = dict[str, dict[str, Any]]  # what was found in each article, by its set and id


def main() -> None:
    """Print the figures."""
    if not FOLDER.is_dir():
        sys.exit("The folder “shared” beside the project is absent: there are no people to measure against.")
    found = cross_validated()
    for line in (*figures(found), joined(found), *calibration(found)):
        print(line)


def cross_validated(parts: int = PARTS) -> Found:
    """Return what is found in every article by weights that have not seen it."""
    articles = list(taught_in(FOLDER))
    part = {key: n % parts for n, key in enumerate(sorted(article.key for article in articles))}
    found: Found = {}
    for number in range(parts):
        recogniser = trained([article for article in articles if part[article.key] != number])
        found |= {one.key: found_in(one, recogniser) for one in articles if part[one.key] == number}
    return found


def trained(articles: list[Taught]) -> BuiltinRecogniser:
    """Return the recogniser with weights learnt from these articles; it is as sure as the shipped one would be."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        train(articles, folder)
        note = {"features": FEATURES, "calibration": Weights().calibration}
        (folder / "note.json").write_text(json.dumps(note), encoding="utf-8")
        return BuiltinRecogniser(Weights(folder).opened())


def found_in(article: Taught, recogniser: BuiltinRecogniser) -> dict[str, Any]:
    """Return the people of an article as the scorer reads them, and beside each how sure it is."""
    cast = cast_of(article.reading, recogniser)
    spans = [span_of(mention, article.reading) for mention in cast.mentions]
    offsets = [article.offsets[span.passage] for span in spans]
    return {
        "id": article.key.split(" ", 1)[1],
        "persons": [
            [offset + span.start, offset + span.end, mention.person]
            for span, offset, mention in zip(spans, offsets, cast.mentions, strict=True)
        ],
        "sure": [cast.people[mention.person].certainty for mention in cast.mentions],
    }


def gold() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each article of the sets with its key."""
    for name in SETS:
        with gzip.open(FOLDER / f"{name}.jsonl.gz", "rt", encoding="utf-8") as file:
            for line in file:
                article = json.loads(line)
                yield f"{name} {article['id']}", article


def figures(found: Found) -> Iterator[str]:
    """Yield the scorer's line for each set, and the average of the exact F1 over those that are measured."""
    exact = []
    for name in SETS:
        line = score(name, [article for key, article in found.items() if key.startswith(name + " ")])
        yield f"people/{name} by cross-validation\n    {line}"
        if name in MEASURED:
            exact.append(float(line.split("| exact ")[1].split(" |")[0].split()[2]))
    yield f"people, exact F1, average of {len(exact)} sets: {sum(exact) / len(exact):.1f}"


def score(name: str, found: list[dict[str, Any]]) -> str:
    """Return the line of the scorer beside the gold."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as system:
        system.write("\n".join(map(json.dumps, found)))
        system.flush()
        command = [sys.executable, str(SHARED / "gold" / "score_people.py"), str(FOLDER / f"{name}.jsonl.gz"), system.name]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def joined(found: Found) -> str:
    """Say how well the mentions of one person are joined: pairs of mentions, of those that both sides have."""
    right = ours = theirs = 0
    for key, article in gold():
        if "clusters" in article:
            person = {(start, end): name for start, end, name in found[key]["persons"]}
            cluster = {tuple(place[:2]): n for n, one in enumerate(article["clusters"]) for place in one["mentions"]}
            for one, other in combinations(sorted(person.keys() & cluster.keys()), 2):
                same, meant = person[one] == person[other], cluster[one] == cluster[other]
                right, ours, theirs = right + (same and meant), ours + same, theirs + meant
    precision, recall = right / ours, right / theirs
    return (
        f"mentions joined into people, pairs: {100 * precision:.1f} {100 * recall:.1f} "
        f"{200 * right / (ours + theirs):.1f} of {theirs}"
    )


def calibration(found: Found) -> Iterator[str]:
    """Yield how many of the mentions found with a confidence are exactly right."""
    yield "confidence of people: found, of them exactly right"
    counts = counted(found)
    for low, high in zip((0.0, *STEPS), (*STEPS, 1.01), strict=True):
        rights = [right for sure, right in counts if low <= sure < high]
        if rights:
            yield f"    {low:.2f} to {min(high, 1):.2f}  {len(rights):5}  {100 * sum(rights) / len(rights):5.1f} %"


def counted(found: Found) -> list[tuple[float, bool]]:
    """Return for each mention found its confidence, and whether the gold has it."""
    counts = []
    for key, article in gold():
        spans = {tuple(place[:2]) for place in article["persons"]}
        pairs = zip(found[key]["sure"], found[key]["persons"], strict=True)
        counts += [(sure, (start, end) in spans) for sure, (start, end, _) in pairs]
    return counts


if __name__ == "__main__":
    main()
