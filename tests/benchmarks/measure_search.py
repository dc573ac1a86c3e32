"""Measures search: our engines, alone and under the whole page, beside the bare libraries and SQLite FTS5.

    python -m tests.benchmarks.measure_search [--paragraphs 100000] [--engines whoosh] [--keep FOLDER]

Real paragraphs of shared/data/articles with plausible facts (search/corpus.py); 200 questions of eight kinds
(search/queries.py), each with the first ten results, highlights and all facets. Times are CPU of all threads, p50 / p95
in ms: `first` is when a question is asked for the first time, `again` the median of the next three. A page is Django's
whole answer over a database of the same articles (search/archive.py). Ratios are the rival's time to ours over the same
questions, by medians and, in brackets, by p95. Indexes are kept in --keep, so that a second run takes minutes. Rivals
that are not installed are left out, and so said.
"""

import argparse
import statistics
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from search.engines import ENGINES
from tests.benchmarks.search import measuring, table
from tests.benchmarks.search.apart import Measured
from tests.benchmarks.search.contenders import RIVALS, absent, bare_library_of
from tests.benchmarks.search.corpus import ARTICLES
from tests.benchmarks.search.known_items import items
from tests.benchmarks.search.queries import Question, kept_questions

Timed = tuple[str, Measured[measuring.Times]]
GROWTH = (10_000, 100_000, 1_000_000)
MOST_KNOWN = 250_000  # paragraphs; beyond them the same articles come again, and every title is several articles'


def main() -> None:
    """Measure what was asked for."""
    asked = arguments()
    if not ARTICLES.exists():
        sys.exit("The folder “shared” beside the project is absent: there are no articles to measure with.")
    names = [
        *filter(None, asked.engines.split(",")),
        *(rival for rival in RIVALS if rival not in asked.without.split(",")),
    ]
    for name in names:
        if why := absent(name):
            print(f"Without {name}: {why}.")
    present = [name for name in names if not absent(name)]
    with tempfile.TemporaryDirectory(prefix="newsroom-benchmark-") as temporary:
        keep = Path(asked.keep or temporary).resolve()
        drawn = kept_questions(keep)
        for paragraphs in GROWTH if asked.growth else (asked.paragraphs,):
            measure(keep / str(paragraphs), paragraphs, present, drawn)


def arguments() -> argparse.Namespace:
    """Read what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--paragraphs", type=int, default=100_000)
    parser.add_argument("--engines", default=",".join(ENGINES), help="those of the archive, with commas between")
    parser.add_argument("--without", default="", help="rivals that are left out, with commas between")
    parser.add_argument("--keep", help="a folder to keep what is built in")
    parser.add_argument("--growth", action="store_true", help=f"one size after the other: {GROWTH}")
    return parser.parse_args()


def measure(size: Path, paragraphs: int, names: list[str], drawn: list[Question]) -> None:
    """Measure one size and print its part of the table."""
    print(f"\n{paragraphs:,} paragraphs", flush=True)
    engines = [name for name in names if name not in RIVALS]
    measuring.database(size, paragraphs)
    print_building({name: measuring.built(name, size, paragraphs) for name in names})
    print_times((name, measuring.engine_times(name, size, drawn)) for name in names)
    print_pages((name, measuring.page_times(name, size, drawn)) for name in engines)
    for name in engines:
        print_hostile(name, size)
        cpu, clock = measuring.correction(name, size)
        print(f"{name}: a correction is found after {clock:.2f} s by the clock, {cpu:.2f} s of CPU", flush=True)
    if paragraphs <= MOST_KNOWN:
        print_known(size, paragraphs, [name for name in names if name != "bare whoosh"])


def print_building(all_built: dict[str, measuring.Built]) -> None:
    """Print rates and memory of building, with ratios to the bare libraries."""
    print()
    table.row("indexing", ("documents", "ms each", "ratio", "peak MB"))
    for name, built in all_built.items():
        bare = all_built.get(bare_library_of(name))
        ratio = f"{built.rate / bare.rate:.2f}" if bare else "–"
        cells = (f"{built.documents:,}", f"{1e3 / built.rate:.3f}", ratio, f"{built.megabytes:,.0f}")
        table.row(name, cells)


def print_times(measured: Iterable[Timed]) -> None:
    """Print each contender's times as they come, then each engine's ratio to every rival."""
    times = print_as_they_come("engine alone, ms of CPU", measured)
    for name in (name for name in times if name not in RIVALS):
        for rival in (rival for rival in times if rival in RIVALS):
            table.ratio_row(f"{rival} : {name}, first", times[name].result, times[rival].result, table.FIRST)
            table.ratio_row(f"{rival} : {name}, again", times[name].result, times[rival].result, table.AGAIN)


def print_pages(measured: Iterable[Timed]) -> None:
    """Print the times of whole pages."""
    print_as_they_come("whole page, ms of CPU", measured)


def print_as_they_come(text: str, measured: Iterable[Timed]) -> dict[str, Measured[measuring.Times]]:
    """Print p50 / p95 of each, and the most memory it took."""
    table.heading(text)
    times = {}
    for name, one in measured:
        times[name] = one
        table.times_row(f"{name}, first", one.result, table.FIRST)
        table.times_row(f"{name}, again", one.result, table.AGAIN)
    print("peak MB: " + ", ".join(f"{name} {one.megabytes:,.0f}" for name, one in times.items()), flush=True)
    return times


def print_known(size: Path, paragraphs: int, names: list[str]) -> None:
    """Print MRR@10 of known items."""
    asked = items(paragraphs)
    print(
        f"\nknown items, {len(asked):,} titles of {statistics.mean(len(one.words) for one in asked):.1f} words, MRR@10"
    )
    for name in names:
        ranks = measuring.known(name, size, asked)
        print(f"{name:30}" + "".join(f"{join:>8} {rank:.4f}" for join, rank in ranks.items()), flush=True)


def print_hostile(name: str, size: Path) -> None:
    """Print the slowest of the hostile queries."""
    slowest = measuring.hostile_times(name, size)
    print(f"\n{name}, hostile queries, slowest pages in seconds by the clock:")
    for seconds, query in slowest:
        print(f"{seconds:8.3f}  {query}", flush=True)


if __name__ == "__main__":
    main()
