"""Measures files of a whole archive: rows a second, and the most memory, in each format.

    python -m tests.benchmarks.measure_files [--paragraphs 217000] [--keep FOLDER] [--query q=the] [--formats csv,xlsx]

The archive is that of measure_search (kept in --keep). Each file is made in a process of its own, through the program's
WSGI application, as a server has it. Seconds are of CPU. “half” is the share of them that the first half of the rows
took: 0.5 where cost grows with the rows and with nothing else (a workbook is sent when it is whole, so it has none).
“at rest” is the memory of a process that has answered the page of the same search, “most” the highest while the file
was made.
"""

import argparse
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.benchmarks.search import archive, measuring
from tests.benchmarks.search.apart import apart, memory_now
from tests.benchmarks.search.corpus import ARTICLES

HOST = "testserver"


@dataclass(frozen=True)
class Made:
    """A file that was made: its rows and bytes, seconds of CPU, those of its first half, and MB of memory at rest."""

    rows: int
    size: int
    seconds: float
    half: float
    at_rest: float


def main() -> None:
    """Measure what was asked for."""
    asked = arguments()
    with tempfile.TemporaryDirectory(prefix="newsroom-benchmark-") as temporary:
        size = Path(asked.keep or temporary).resolve() / str(asked.paragraphs)
        if not (size / "archive.done").exists() and not ARTICLES.exists():
            sys.exit("The folder “shared” beside the project is absent: there are no articles to measure with.")
        measuring.database(size, asked.paragraphs)
        measuring.built("whoosh", size, asked.paragraphs)
        print(f"{'':8}{'rows':>10}{'MB':>8}{'rows/s':>10}{'half':>7}{'at rest':>9}{'most':>8}", flush=True)
        for ending in asked.formats.split(","):
            show(ending, size, asked.query)


def arguments() -> argparse.Namespace:
    """Read what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--paragraphs", type=int, default=217_000)
    parser.add_argument("--keep", help="a folder to keep what is built in")
    parser.add_argument("--query", default="q=the")
    parser.add_argument("--formats", default="csv,jsonl,xlsx,ris,bib,json")
    return parser.parse_args()


def show(ending: str, size: Path, query: str) -> None:
    """Print a line for one format."""
    measured = apart(make, size, ending, query)
    made = measured.result
    half = f"{made.half / made.seconds:7.2f}" if made.half else f"{'':7}"
    print(
        f"{ending:8}{made.rows:>10,}{made.size / 1e6:>8.1f}{made.rows / made.seconds:>10,.0f}{half}"
        f"{made.at_rest:>9.0f}{measured.megabytes:>8.0f}",
        flush=True,
    )


def make(size: Path, ending: str, query: str) -> Made:
    """Make one file, in a process of its own."""
    archive.set_up(size, "whoosh")
    from django.test import Client

    client = Client(headers={"host": HOST})
    assert client.get(f"/search/?{query}").status_code == 200
    at_rest = memory_now()
    answer: Any = client.get(f"/search/export.{ending}?{query}")
    assert answer.status_code == 200, answer.content
    rows = int(answer.headers["Search-Matches"])
    started, took = time.process_time(), list[tuple[int, float]]()
    length = 0
    for chunk in answer.streaming_content:
        length += len(chunk)
        took.append((length, time.process_time() - started))
    half = next(seconds for reached, seconds in took if reached >= length / 2)
    return Made(rows, length, took[-1][1], 0.0 if ending == "xlsx" else half, at_rest)


if __name__ == "__main__":
    main()
