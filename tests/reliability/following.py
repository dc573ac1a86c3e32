"""What somebody else finds in an archive while it is followed."""

from search.engines import make_engine
from search.engines.port import IndexUnavailable
from tests.reliability.harbours import count
from tests.reliability.installation import Installation


def found(archive: Installation, word: str) -> int:
    """Return how many paragraphs a new engine finds; an index that is away has none."""
    try:
        return count(make_engine(archive.env.get("SEARCH_ENGINE", "whoosh"), archive.index), word)
    except IndexUnavailable:
        return 0
