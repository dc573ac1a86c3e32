"""Measures how soon `sync_index --follow` has a correction found, and how soon damage to an index heals.

    python -m tests.benchmarks.measure_following

It follows an archive of thirty articles and looks once a second, so half a second is what a correction waits at least
on average. Damage is noticed when the files' checksums are looked at, which is from time to time.
"""

import os
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.reliability.installation import Installation

CORRECTIONS = 20
DAMAGES = 5


def main() -> None:
    """Measure in a folder of its own, which is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="newsroom-benchmark-") as folder:
        os.environ.update(DEBUG="0", SECRET_KEY="a key for a benchmark", ALLOWED_HOSTS="localhost", VAR_DIR=folder)
        os.environ.update(DJANGO_SETTINGS_MODULE="newsroom.settings", SEARCH_INDEX_DIR=f"{folder}/index")
        import django

        django.setup()
        measure(Path(folder))


def measure(folder: Path) -> None:
    """Correct and damage an archive that is followed, and print how long each took to be found, or to heal."""
    from tests.reliability.damages import cut_to_nothing, files
    from tests.reliability.thirty_articles import correct_titles, thirty_articles

    archive = thirty_articles(folder)
    archive.run("sync_index")
    with archive.running("sync_index", "--follow"):
        corrected, healed = [], []
        for number in range(CORRECTIONS):
            correct_titles(archive, f"corrected{number}")
            corrected.append(waited(archive, f"corrected{number}"))
        for _ in range(DAMAGES):
            largest = max(files(archive.index), key=lambda file: (archive.index / file).stat().st_size)
            cut_to_nothing(archive.index / largest)
            healed.append(waited(archive, f"corrected{CORRECTIONS - 1}"))
    for what, seconds in (("a correction is found", corrected), ("damage heals", healed)):
        print(f"{what} within {median(seconds):.2f} s (median), {max(seconds):.2f} s at the most")


def waited(archive: "Installation", word: str) -> float:
    """Wait until a word is found in each article's title, and return the seconds that took."""
    from tests.reliability.following import found
    from tests.reliability.thirty_articles import ARTICLES

    started = time.monotonic()
    while found(archive, word) != ARTICLES:
        time.sleep(0.02)
    return time.monotonic() - started


if __name__ == "__main__":
    main()
