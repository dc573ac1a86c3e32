"""sync_index --follow keeps the index right by itself: corrections are found, and damage heals.

How soon is measured by tests/benchmarks/measure_following.py.
"""

import random
import shutil
from contextlib import suppress
from functools import partial
from pathlib import Path

import pytest

from tests.patience import wait_for
from tests.reliability.damages import DAMAGES, Damage, files
from tests.reliability.following import found
from tests.reliability.thirty_articles import ARTICLES


@pytest.fixture
def following(archive, correct):
    """A follower that is at work."""
    with archive.running("sync_index", "--follow") as follower:
        correct("beginning")
        wait_for(lambda: found(archive, "beginning") == ARTICLES)
        yield follower


def damage_any(index: Path, damage: Damage, lots: random.Random) -> None:
    """Damage a file of an index; the follower may take one away, or empty it, just when it is chosen."""
    while True:
        with suppress(FileNotFoundError, LookupError, ValueError):
            return damage(index / lots.choice([*files(index)]))


def is_found(archive, word: str, times: int) -> bool:
    return found(archive, word) == times


def test_a_correction_is_found(archive, following, correct):
    for number in range(5):
        correct(f"corrected{number}", articles=f"id = {number + 1}")
        wait_for(partial(is_found, archive, f"corrected{number}", 1))
    assert following.poll() is None


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_damage_heals_by_itself(archive, following, correct, damage):
    lots = random.Random(damage.__name__)  # noqa: S311  drawn alike each time
    for number in range(2):
        damage_any(archive.index, damage, lots)
        correct(f"healed{number}")
        wait_for(partial(is_found, archive, f"healed{number}", ARTICLES))
        wait_for(lambda: "agree on all" in archive.start("verify_index").communicate()[0])
    assert following.poll() is None


def test_a_deleted_index_comes_back_by_itself(archive, following):
    shutil.rmtree(archive.index.rename(archive.folder / "deleted"))  # at once, as the follower may be writing
    wait_for(lambda: found(archive, "beginning") == ARTICLES)
    assert following.poll() is None
