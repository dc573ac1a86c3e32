"""sync_index --follow keeps the index right by itself: corrections are found soon, and damage heals."""

import random
import shutil
from statistics import median

import pytest

from search.engines import make_engine
from search.engines.port import IndexUnavailable
from tests.reliability.conftest import ARTICLES
from tests.reliability.damages import DAMAGES, files
from tests.reliability.harbours import count
from tests.reliability.installation import wait_for

SOON = 2  # seconds until a correction is found
HEALED = 15  # seconds until damage is: the follower looks at the files' sums from time to time


@pytest.fixture
def following(archive, correct):
    """A follower that is at work."""
    with archive.running("sync_index", "--follow") as follower:
        correct("beginning")
        wait_for(lambda: found(archive, "beginning") == ARTICLES)
        yield follower


def found(archive, word: str) -> int:
    """Return how many paragraphs a new engine finds; an index that is away has none."""
    try:
        return count(make_engine(archive.env["SEARCH_ENGINE"], archive.index), word)
    except IndexUnavailable:
        return 0


def test_a_correction_is_found_within_two_seconds(archive, following, correct):
    waited = []
    for number in range(5):
        correct(f"corrected{number}", articles=f"id = {number + 1}")
        waited.append(wait_for(lambda word=f"corrected{number}": found(archive, word) == 1))
    assert median(waited) < SOON


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_damage_heals_by_itself(archive, following, correct, damage):
    lots = random.Random(damage.__name__)  # noqa: S311  drawn alike each time
    for number in range(2):
        damage(archive.index / lots.choice([*files(archive.index)]))
        correct(f"healed{number}")
        wait_for(lambda word=f"healed{number}": found(archive, word) == ARTICLES, HEALED)
        wait_for(lambda: "agree on all" in archive.start("verify_index").communicate()[0], HEALED)
    assert following.poll() is None


def test_a_deleted_index_comes_back_by_itself(archive, following):
    shutil.rmtree(archive.index)
    wait_for(lambda: found(archive, "beginning") == ARTICLES, HEALED)
    assert following.poll() is None
