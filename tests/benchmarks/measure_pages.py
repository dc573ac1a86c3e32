"""Measures whole pages of search against another checkout of the archive, in one run: such that find much, and nothing.

    python -m tests.benchmarks.measure_pages KEPT --against CHECKOUT OTHER_KEPT [--paragraphs 1000000] [--rounds 3]

KEPT and OTHER_KEPT are folders that `measure_search --keep` of each checkout has filled: their tables and indexes may
differ. Both answer the same addresses, a round each in turn; a page's time is its least CPU of all rounds, in ms:
`first` when a process is asked for it for the first time, `again` later. The pages that find nothing ask for words that
no text has together, for slips of the pen, and for names in five fields.
"""

import argparse
import json
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
TIMER = Path(__file__).parent / "search" / "time_addresses.py"
FIELDS = 'speaker:"{0}" about:{0} person:{1} country:{2} publisher:{3} '
NOTHING = 100  # pages that find nothing
Times = list[tuple[float, float]]


def main() -> None:
    """Measure what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kept", type=Path)
    parser.add_argument("--against", type=Path, nargs=2, required=True, metavar=("CHECKOUT", "OTHER_KEPT"))
    parser.add_argument("--paragraphs", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    drawn, size = kept_questions(asked.kept), str(asked.paragraphs)
    for what, addresses in (("what was asked", [address(one) for one in drawn]), ("nothing found", nothing(drawn))):
        now, before = [], []
        for _ in range(asked.rounds):
            before.append(times(asked.against[0], asked.against[1] / size, addresses))
            now.append(times(HERE, asked.kept / size, addresses))
        for which, name in enumerate(("first", "again")):
            report(f"{what}, {name}", least(now, which), least(before, which))


def least(rounds: list[Times], which: int) -> list[float]:
    """Return the least time of each page."""
    return [min(one[which] for one in of_page) for of_page in zip(*rounds, strict=True)]


def times(checkout: Path, kept: Path, addresses: list[str]) -> Times:
    """Return for each page the seconds of CPU that a checkout takes at first, and then."""
    done = subprocess.run(
        [sys.executable, str(TIMER), str(kept)],
        input=json.dumps(addresses),
        capture_output=True,
        text=True,
        check=True,
        cwd=checkout,
        env=os.environ | {"PYTHONPATH": str(checkout)},
    )
    measured: Times = json.loads(done.stdout)
    return measured


def nothing(drawn: list[Question]) -> list[str]:
    """Return addresses that find nothing: eight words, of which some are misspelt, half of them with five fields."""
    lots, found = random.Random(7), list(dict.fromkeys(one.typed for one in drawn if isinstance(one.query, Word)))  # noqa: S311
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


def report(what: str, now: list[float], before: list[float]) -> None:
    """Print p50 and p95 of both, and how they compare."""
    print(f"\n{f'{what}, {len(now)} pages, ms of CPU':50}{'p50':>8}{'p95':>8}")
    for name, seconds in (("before", before), ("now", now)):
        print(f"{name:50}{1e3 * median(seconds):8.1f}{1e3 * table.slow(seconds):8.1f}")
    print(
        f"{'now : before':50}{median(now) / median(before):8.2f}{table.slow(now) / table.slow(before):8.2f}", flush=True
    )


if __name__ == "__main__":
    main()
