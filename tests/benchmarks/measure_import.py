"""Measures what importing costs besides extraction, importing the same again, and how the cost grows with the archive.

    python -m tests.benchmarks.measure_import [NUMBER OF ARTICLES]

Times are of this process's CPU; beside them stand their ratios to extraction, or to reading and hashing, of the same
articles in the same run, since machines are noisy. Growth is read from the rows, one for each eighth: what an article
cost besides extraction. Beyond the articles that there are, they come again with the words of each paragraph in reverse
order, so that they bring names and texts of their own. Needs the folder `shared` beside the project, and says so where
it is absent; DATABASE_URL may name another database than an SQLite file of its own.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import chain, islice
from typing import Any

from tests.benchmarks.measure_archive import ARTICLES, PARTS

USUAL = 600


def main() -> None:
    """Measure in a folder of its own, which is gone afterwards."""
    if not ARTICLES.exists():
        sys.exit("The folder “shared” beside the project is absent: there are no articles to measure with.")
    with tempfile.TemporaryDirectory(prefix="newsroom-benchmark-") as folder:
        os.environ.update(DEBUG="0", SECRET_KEY="a key for a benchmark", ALLOWED_HOSTS="localhost", VAR_DIR=folder)
        os.environ.update(DJANGO_SETTINGS_MODULE="newsroom.settings", SEARCH_INDEX_DIR=f"{folder}/index")
        import django

        django.setup()
        measure(int(sys.argv[1]) if len(sys.argv) > 1 else USUAL)


def measure(number: int) -> None:
    """Import so many articles, and again, and print what it took."""
    from django.core.management import call_command

    from articles.findings.extracted import extract_from
    from articles.importing import importer

    call_command("migrate", verbosity=0)
    extracting = timed(extract_from)
    next(imported(records(1)))  # reads the word lists
    vars(importer)["extract_from"] = extracting
    print(f"{'articles in the archive':>24}{'ms each':>10}{'extraction':>12}{'besides':>10}{'ratio':>8}")
    runs, done = imported(records(number)), 0
    for part in range(1, PARTS + 1):
        share = number * part // PARTS - done
        extracting.spent, started = 0.0, time.process_time()
        for _ in islice(runs, share):
            pass
        whole, done = time.process_time() - started, done + share
        each, alone = 1000 * whole / share, 1000 * extracting.spent / share
        print(f"{done:24,}{each:10.1f}{alone:12.1f}{each - alone:10.1f}{(each - alone) / alone:8.2f}")
    bare = cpu(lambda: [record.content_hash() for record in records(number)])
    again = cpu(lambda: list(imported(records(number))))
    print(f"\nread and hashed in {1000 * bare / number:.2f} ms each, imported again in {1000 * again / number:.2f} ms")
    print(f"imported again: {again / bare:.2f} × reading and hashing")


class timed:  # noqa: N801  stands for a function
    """A function whose CPU time is summed."""

    def __init__(self, function: Callable[..., Any]) -> None:
        self.function = function
        self.spent = 0.0

    def __call__(self, *args: Any) -> Any:
        """Call the function."""
        started = time.process_time()
        try:
            return self.function(*args)
        finally:
            self.spent += time.process_time() - started


def records(number: int) -> Iterator[Any]:
    """Read so many articles; those that are read again come in reverse."""
    from articles.sources import read

    return islice(chain(read(ARTICLES), map(reverse, read(ARTICLES))), number)


def reverse(record: Any) -> Any:
    """Return an article with the words of its paragraphs in reverse, under another id."""
    turned = [replace(one, text=" ".join(reversed(one.text.split()))) for one in record.paragraphs]
    return replace(record, source_id=f"{record.source_id} in reverse", paragraphs=tuple(turned))


def imported(articles: Iterator[Any]) -> Iterator[str]:
    """Import articles as the command does, and yield what became of each."""
    from articles.importing.runs import ImportRun, Upcoming, read_ahead

    run = ImportRun()
    return (run.take(one) for one in read_ahead(articles) if isinstance(one, Upcoming))


def cpu(work: Callable[[], Any]) -> float:
    """Return the seconds of CPU that work takes."""
    started = time.process_time()
    work()
    return time.process_time() - started


if __name__ == "__main__":
    main()
