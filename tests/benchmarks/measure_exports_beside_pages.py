"""Measures how quick pages are while exports run: a real server (gunicorn), readers who ask one page after the other.

    python -m tests.benchmarks.measure_exports_beside_pages [--paragraphs 217000] [--keep FOLDER] [--exports 2]
        [--workers 2] [--threads 8] [--readers 2] [--rounds 6]

The archive is that of measure_search (kept in --keep). Readers ask the pages of its 200 questions, articles and lists,
each from an address of its own as a proxy would say; so does each export of `q=the`, in CSV, over and over. Rounds of
pages alone and beside the exports follow each other, so that whatever else the machine does falls on both: p50, p95 and
the longest in ms by the clock, with the ratio of the two, how many rows a second the exports give, and what a further
export of the same visitor is answered. With `--threads 1` workers are of gunicorn's kind `sync`, which answer one
request at a time.
"""

import argparse
import random
import sys
import tempfile
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from itertools import cycle
from pathlib import Path

from tests.benchmarks.search import measuring, pages
from tests.benchmarks.search.corpus import ARTICLES
from tests.benchmarks.search.gunicorn import serving
from tests.benchmarks.search.queries import kept_questions

EXPORT = "/search/export.csv?q=the"
OTHERS = ["/articles/", "/search/?unit=quotations", "/people/", *(f"/articles/{pk}/" for pk in range(1, 40, 3))]
WARMING = 20  # pages
SECONDS = 6.0  # that readers ask, alone or beside exports, in a round
PAUSE = 0.1  # seconds between two pages of a reader
CHUNK = 65_536  # bytes that an export's reader takes at a time


def main() -> None:
    """Measure what was asked for."""
    asked = arguments()
    with tempfile.TemporaryDirectory(prefix="newsroom-benchmark-") as temporary:
        keep = Path(asked.keep or temporary).resolve()
        size = keep / str(asked.paragraphs)
        if not (size / "archive.done").exists() and not ARTICLES.exists():
            sys.exit("The folder “shared” beside the project is absent: there are no articles to measure with.")
        addresses = mixed(keep)
        measuring.database(size, asked.paragraphs)
        measuring.built("whoosh", size, asked.paragraphs)
        with serving(size, "whoosh", asked.workers, asked.threads) as port:
            measure(port, addresses, asked)


def arguments() -> argparse.Namespace:
    """Read what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--paragraphs", type=int, default=217_000)
    parser.add_argument("--keep", help="a folder to keep what is built in")
    parser.add_argument("--exports", type=int, default=2)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--threads", type=int, default=8)
    parser.add_argument("--readers", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=6, help=f"of {SECONDS} seconds alone and as many beside")
    return parser.parse_args()


def mixed(keep: Path) -> list[str]:
    """Return addresses of pages in an order drawn alike each time."""
    searches = [f"/search/?{pages.address(one)}" for one in kept_questions(keep)]
    addresses = [*searches, *OTHERS]
    random.Random(3).shuffle(addresses)  # noqa: S311
    return addresses


def measure(port: int, addresses: list[str], asked: argparse.Namespace) -> None:
    """Print how quick pages are alone and beside exports."""
    for address in addresses[:WARMING]:
        status_of(port, address)
    print(f"{'ms':32}{'pages':>8}{'p50':>8}{'p95':>8}{'longest':>9}")
    alone: list[float] = []
    beside: list[float] = []
    rows, further = 0, set()
    readers = [cycle(addresses[number :: asked.readers]) for number in range(asked.readers)]
    for _ in range(asked.rounds):
        alone += read(port, readers)
        with exporting(port, asked.exports) as came:
            beside += read(port, readers)
            rows += came[0]
            further.add(status_of(port, EXPORT, visitor=0))
    show("pages alone", sorted(alone))
    show(f"beside {asked.exports} exports", sorted(beside))
    ratios = [percentile(sorted(beside), one) / percentile(sorted(alone), one) for one in (50, 95)]
    print(f"beside : alone                  p50 {ratios[0]:.1f}, p95 {ratios[1]:.1f}")
    print(
        f"exports: {rows / asked.rounds / SECONDS:,.0f} rows a second; a further one of the same visitor gets {further}"
    )


def read(port: int, readers: Iterable[Iterator[str]]) -> list[float]:
    """Have readers ask page after page for a while; return the ms that each page took."""
    took: list[float] = []
    until = time.perf_counter() + SECONDS

    def one(number: int, addresses: Iterator[str]) -> None:
        for address in addresses:
            began = time.perf_counter()
            if began > until:
                return
            status = status_of(port, address, visitor=100 + number)
            assert status == 200, (status, address)
            took.append((time.perf_counter() - began) * 1e3)
            time.sleep(PAUSE)

    threads = [threading.Thread(target=one, args=each) for each in enumerate(readers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return took


@contextmanager
def exporting(port: int, exports: int) -> Iterator[list[int]]:
    """Have so many exports of one visitor run, one after the other; gives the number of rows that came, in a list."""
    rows, over = [0], threading.Event()

    def one() -> None:
        while not over.is_set():
            connection = asking(port, EXPORT, visitor=0)
            answer = connection.getresponse()
            while not over.is_set() and (chunk := answer.read1(CHUNK)):
                rows[0] += chunk.count(b"\r\n")
            answer.close()  # or the server waits for it
            connection.close()
            if answer.status != 200:
                time.sleep(1)

    threads = [threading.Thread(target=one) for _ in range(exports)]
    for thread in threads:
        thread.start()
    time.sleep(1)  # until they run
    yield rows
    over.set()
    for thread in threads:
        thread.join()


def status_of(port: int, address: str, visitor: int = 1) -> int:
    """Ask for an address, read the answer and return its status."""
    connection = asking(port, address, visitor)
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer.status


def asking(port: int, address: str, visitor: int) -> HTTPConnection:
    """Ask for an address as a visitor whose address a proxy says."""
    connection = HTTPConnection("127.0.0.1", port, timeout=120)
    connection.request("GET", address, headers={"X-Forwarded-For": f"198.51.100.{visitor}"})
    return connection


def show(what: str, took: list[float]) -> None:
    """Print a line of the table."""
    cells = f"{len(took):>8}{percentile(took, 50):>8.0f}{percentile(took, 95):>8.0f}{took[-1]:>9.0f}"
    print(f"{what:32}{cells}", flush=True)


def percentile(took: list[float], percent: int) -> float:
    """Return what so many in a hundred do not exceed."""
    return took[min(len(took) - 1, len(took) * percent // 100)]


if __name__ == "__main__":
    main()
