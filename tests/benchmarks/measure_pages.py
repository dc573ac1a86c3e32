"""Measures whole pages of search against another checkout of the archive, in one run: such that find much, and nothing.

    python -m tests.benchmarks.measure_pages KEPT --against CHECKOUT OTHER_KEPT [--paragraphs 1000000] [--times 3]

KEPT and OTHER_KEPT are folders that `measure_search --keep` of each checkout has filled: their tables and indexes may
differ. A process of each checkout answers the same addresses, page by page in turn, so that both meet the same load of
the machine. Times are ms of CPU: `first` when a page is asked for the first time, `again` the least of the next times.
The pages that find nothing ask for words that no text has together, for slips of the pen, and for names in five fields.
"""

import argparse
import os
import random
import subprocess
import sys
from pathlib import Path
from statistics import median
from urllib.parse import urlencode

from search.language.ast import Word
from tests.benchmarks.search import table
from tests.benchmarks.search.pages import address
from tests.benchmarks.search.queries import Question, kept_questions

HERE = Path(__file__).resolve().parents[2]
ANSWERS = Path(__file__).parent / "search" / "time_addresses.py"
FIELDS = 'speaker:"{0}" about:{0} person:{1} country:{2} publisher:{3} '
NOTHING = 100  # pages that find nothing
WARMING = ("q=a+word+to+load+all+that+is+loaded+once", "q=the", "q=tha~")


def main() -> None:
    """Measure what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kept", type=Path)
    parser.add_argument("--against", type=Path, nargs=2, required=True, metavar=("CHECKOUT", "OTHER_KEPT"))
    parser.add_argument("--paragraphs", type=int, default=1_000_000)
    parser.add_argument("--times", type=int, default=3)
    asked = parser.parse_args()
    size, drawn = str(asked.paragraphs), kept_questions(asked.kept)
    both = Pages(asked.against[0], asked.against[1] / size), Pages(HERE, asked.kept / size)
    for warming in WARMING:
        for pages in both:
            pages.seconds(warming)
    for what, addresses in (("what was asked", [address(one) for one in drawn]), ("nothing found", nothing(drawn))):
        compare(what, addresses, both, asked.times)


class Pages:
    """A process of a checkout, on an archive of its own, that answers pages."""

    def __init__(self, checkout: Path, archive: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, str(ANSWERS), str(archive)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=checkout,
            env=os.environ | {"PYTHONPATH": str(checkout)},
        )

    def seconds(self, asked: str) -> float:
        """Return the seconds of CPU that the page of an address takes. Raises ValueError where there is no page."""
        print(asked, file=self.process.stdin, flush=True)
        return float(self.process.stdout.readline() if self.process.stdout else "")


def compare(what: str, addresses: list[str], both: tuple[Pages, Pages], times: int) -> None:
    """Print what addresses cost the other checkout and this one, at first and then."""
    first = [tuple(pages.seconds(one) for pages in both) for one in addresses]
    again = [tuple(min(seconds) for seconds in _in_turn(one, both, times)) for one in addresses]
    for name, pairs in (("first", first), ("again", again)):
        before, now = ([pair[place] for pair in pairs] for place in (0, 1))
        print(f"\n{f'{what}, {name}: {len(now)} pages, ms of CPU':50}{'p50':>8}{'p95':>8}")
        print(f"{'before':50}{1e3 * median(before):8.1f}{1e3 * table.slow(before):8.1f}")
        print(f"{'now':50}{1e3 * median(now):8.1f}{1e3 * table.slow(now):8.1f}")
        print(
            f"{'now : before':50}{median(now) / median(before):8.2f}{table.slow(now) / table.slow(before):8.2f}",
            flush=True,
        )


def _in_turn(one: str, both: tuple[Pages, Pages], times: int) -> list[list[float]]:
    rounds = [[pages.seconds(one) for pages in both] for _ in range(times)]
    return [list(seconds) for seconds in zip(*rounds, strict=True)]


def nothing(drawn: list[Question]) -> list[str]:
    """Return addresses that find nothing: eight words, of which some are misspelt, half of them with five fields."""
    lots = random.Random(7)  # noqa: S311  drawn alike each time
    found = list(dict.fromkeys(one.typed for one in drawn if isinstance(one.query, Word)))
    asked = []
    for number in range(NOTHING):
        words = [lots.choice(found) for _ in range(7)]
        typed = " ".join(slip(word, lots) if place % 2 else word for place, word in enumerate(words))
        asked.append(urlencode({"q": f"{FIELDS.format(*words[:4]) if number % 2 else ''}{typed} zzz{number}"}))
    return asked


def slip(word: str, lots: random.Random) -> str:
    """Return a word with two neighbouring letters exchanged."""
    place = lots.randrange(max(1, len(word) - 1))
    return word[:place] + word[place : place + 2][::-1] + word[place + 2 :]


if __name__ == "__main__":
    main()
