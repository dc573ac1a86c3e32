"""One run of imports over any number of files: an id stands for one article, and what is known is known by one query.

A run reads a little ahead, and asks for the hashes of all it has read at once; what the archive has already costs no
more than reading and hashing it. Nothing else of what was read ahead is kept.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from articles.importing.importer import Outcome, import_article
from articles.importing.recognition import StaysOutError, known_contents
from articles.sources import RecordProblem, SourceArticle

AHEAD = 100  # records
MOST_AHEAD = 1_000_000  # characters of their paragraphs, so that long articles don't fill the memory


class RepeatedIdError(ValueError):
    """Two records of one run have the same id and another content each; the message says where the first stands."""


@dataclass(frozen=True, slots=True)
class Upcoming:
    """A source article that was read ahead: the hash of its content, and whether the archive has that already."""

    source: SourceArticle
    content_hash: str
    known: bool


class ImportRun:
    """One run over any number of files, in which an id stands for one article.

    Without it, two records with the same id would overwrite each other in every run. It remembers 16 bytes and the
    place for each id.
    """

    def __init__(self) -> None:
        self.seen: dict[str, tuple[str, str]] = {}
        self._anonymous_updated = False

    def take(self, upcoming: Upcoming) -> Outcome:
        """Import one article. Raises RepeatedIdError where its id came before with another content."""
        source = upcoming.source
        if source.source_id:
            content = upcoming.content_hash[:16]
            first, place = self.seen.setdefault(source.source_id, (content, source.place))
            if first != content:
                raise RepeatedIdError(f"its id “{source.source_id}” stands at {place} too, with another content")
        if upcoming.known and not (self._anonymous_updated and not source.source_id):
            return Outcome.UNCHANGED
        try:
            outcome = import_article(source, upcoming.content_hash).outcome
        except StaysOutError:
            return Outcome.STAYS_OUT
        # From then on a content that was known may be there no more: a record without an id has taken its place.
        self._anonymous_updated |= outcome == Outcome.UPDATED and not source.source_id
        return outcome


def read_ahead(records: Iterable[SourceArticle | RecordProblem]) -> Iterator[Upcoming | RecordProblem]:
    """Yield the records in their order, articles with what the archive knows of them (1 query for some hundred)."""
    for some in _batches(records):
        hashes = [one.content_hash() if isinstance(one, SourceArticle) else "" for one in some]
        pairs = list(zip(some, hashes, strict=True))
        known = known_contents((one.source_id, hash_) for one, hash_ in pairs if isinstance(one, SourceArticle))
        for one, hash_ in pairs:
            if isinstance(one, SourceArticle):
                yield Upcoming(one, hash_, (one.source_id, hash_) in known)
            else:
                yield one


def _batches(
    records: Iterable[SourceArticle | RecordProblem],
) -> Iterator[list[SourceArticle | RecordProblem]]:
    some: list[SourceArticle | RecordProblem] = []
    length = 0
    for record in records:
        some.append(record)
        length += sum(len(one.text) for one in record.paragraphs) if isinstance(record, SourceArticle) else 0
        if len(some) >= AHEAD or length >= MOST_AHEAD:
            yield some
            some, length = [], 0
    if some:
        yield some
