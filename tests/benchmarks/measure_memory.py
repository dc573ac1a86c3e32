"""Measures the memory of a whole server: its workers and the follower of the index, over one archive.

    python -m tests.benchmarks.measure_memory [--paragraphs 1000000] [--workers 2] [--keep FOLDER]

The archive is that of measure_search (kept in --keep, and corrected here). Every worker is a process of its own that
answers the pages of the 200 questions through the program's WSGI application, as a server has it; the follower is
`manage.py sync_index --follow`. Then an article is corrected, and when a page shows that it is found, all questions are
asked once more. Memory is the kernel's proportional set size (PSS): what several processes share counts once in all.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.search import measuring
from tests.benchmarks.search.corpus import ARTICLES
from tests.benchmarks.search.queries import Question, kept_questions
from tests.benchmarks.search.server import Server


def main() -> None:
    """Measure what was asked for."""
    asked = arguments()
    if not ARTICLES.exists():
        sys.exit("The folder “shared” beside the project is absent: there are no articles to measure with.")
    with tempfile.TemporaryDirectory(prefix="newsroom-benchmark-") as temporary:
        keep = Path(asked.keep or temporary).resolve()
        size = keep / str(asked.paragraphs)
        drawn = kept_questions(keep)
        measuring.database(size, asked.paragraphs)
        documents = measuring.built(asked.engine, size, asked.paragraphs).documents
        print(f"{documents:,} documents, {asked.engine}, MB of memory (PSS)\n", flush=True)
        measure(size, asked.engine, asked.workers, drawn)


def arguments() -> argparse.Namespace:
    """Read what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--paragraphs", type=int, default=1_000_000)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--engine", default="whoosh")
    parser.add_argument("--keep", help="a folder to keep what is built in")
    return parser.parse_args()


def measure(size: Path, engine: str, workers: int, drawn: list[Question]) -> None:
    """Print what each process has after each step, all together, and the most that they had together on the way."""
    with Server(size, engine, workers) as server:
        print(f"{'':30}" + "".join(f"{name:>12}" for name in [*server.processes, "together"]))
        show("started", server)
        server.answer(drawn)
        show("all questions answered", server)
        server.correct()
        show("a correction is found", server)
        server.answer(drawn)
        show("all questions answered again", server)
        print(f"{'the most on the way':30}{'':{12 * len(server.processes)}}{server.most:>12,.0f}")


def show(step: str, server: Server) -> None:
    """Print the memory of every process, and of all together."""
    megabytes = list(server.megabytes().values())
    print(f"{step:30}" + "".join(f"{one:>12,.0f}" for one in [*megabytes, sum(megabytes)]), flush=True)


if __name__ == "__main__":
    main()
