"""Proves that index and database agree: every file as it was written, the journal followed, every id and revision.

What has changed since the index last followed the journal is no difference: the next sync brings it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from heapq import merge
from itertools import groupby
from operator import itemgetter

from articles.models import Article, Change, Paragraph
from search.engines import get_engine
from search.engines.port import Engine, IndexUnavailable, ManifestEntry, document_id
from search.indexing.documents import ARTICLES_PER_BATCH, batch_of, next_articles, searched_quotations
from search.indexing.journal_fingerprint import why_other_journal
from search.indexing.rebuild import Progress, no_progress, rebuild, why_other_version

Pair = tuple[ManifestEntry | None, ManifestEntry | None]  # what the database has of an article, what the index has


@dataclass(frozen=True)
class Difference:
    """One article of which index and database hold different things; the sentence goes on after its number."""

    article: int
    sentence: str


@dataclass(frozen=True)
class Verification:
    """The result of comparing index and database: how many articles the database has, and which differ.

    `unavailable` is a sentence that says why nothing could be compared, else it is empty.
    """

    articles: int
    differences: tuple[Difference, ...]
    unavailable: str = ""

    @property
    def agrees(self) -> bool:
        """Whether the index holds what the database does, and nothing else."""
        return not self.differences and not self.unavailable

    def __str__(self) -> str:
        if self.unavailable:
            return self.unavailable
        if self.differences:
            return f"Index and database differ in {len(self.differences):,} of {self.articles:,} articles."
        return f"Index and database agree on all {self.articles:,} articles."


def verify(progress: Progress = no_progress) -> Verification:
    """Compare every id and revision of the index with the database; both are read in order, an article at a time.

    `progress` is called with the number of articles that were compared since it was called last. Nothing is changed.
    """
    engine = get_engine()
    try:
        engine.check()
        state = engine.state()
        if why := why_other_version(engine, state) or why_other_journal(state):
            return Verification(0, (), why)
        articles, differences = _compared(_paired(_stored(progress), engine.iter_articles()))
    except IndexUnavailable as error:
        return Verification(0, (), str(error))
    return Verification(articles, tuple(_not_pending(differences, state.reached)))


def repair(verification: Verification) -> None:
    """Bring the index in step with the database in every article that differed; rebuild it where it was unavailable.

    Raises IndexBusy or IndexWriteFailed where it can't be written.
    """
    if verification.unavailable:
        rebuild(why=verification.unavailable)
    engine = get_engine()
    articles = [difference.article for difference in verification.differences]
    for start in range(0, len(articles), ARTICLES_PER_BATCH):
        _repair(engine, articles[start : start + ARTICLES_PER_BATCH])


def _repair(engine: Engine, articles: list[int]) -> None:
    state = engine.state()
    engine.write(batch_of(articles, state.reached, state.journal_fingerprint))


def _paired(stored: Iterable[ManifestEntry], indexed: Iterable[ManifestEntry]) -> Iterator[Pair]:
    """Pair what the database and the index have of every article; both come in the order of article ids."""
    of_database, of_index = ((one.article, 0, one) for one in stored), ((one.article, 1, one) for one in indexed)
    for _, entries in groupby(merge(of_database, of_index, key=itemgetter(0)), key=itemgetter(0)):
        sides = {side: entry for _, side, entry in entries}
        yield sides.get(0), sides.get(1)


def _compared(pairs: Iterable[Pair]) -> tuple[int, list[Difference]]:
    """Return how many articles the database has, and what differs."""
    articles = 0
    differences: list[Difference] = []
    for stored, indexed in pairs:
        articles += stored is not None
        differences += _differences(stored, indexed)
    return articles, differences


def _differences(stored: ManifestEntry | None, indexed: ManifestEntry | None) -> Iterator[Difference]:
    if stored is None:
        if indexed is not None:
            yield Difference(indexed.article, "is in the index but not in the archive")
    elif indexed is None:
        if stored.document_ids:
            yield Difference(stored.article, "is not in the index")
    elif indexed.document_ids != stored.document_ids:
        missing = len(stored.document_ids - indexed.document_ids)
        surplus = len(indexed.document_ids - stored.document_ids)
        yield Difference(stored.article, f"lacks {missing} documents in the index and has {surplus} too many")
    elif indexed.revisions != stored.revisions:
        yield Difference(
            stored.article, f"is indexed as of revision {min(indexed.revisions)}, not {max(stored.revisions)}"
        )


def _stored(progress: Progress) -> Iterator[ManifestEntry]:
    """Yield what the index should hold of every article of the database, in the order of article ids."""
    last = 0
    while articles := next_articles(last):
        yield from _stored_batch(articles)
        last = articles[-1]
        progress(len(articles))


def _stored_batch(articles: list[int]) -> Iterator[ManifestEntry]:
    ids: dict[int, set[str]] = defaultdict(set)
    for article, pk in Paragraph.objects.searched().filter(article__in=articles).values_list("article", "pk"):
        ids[article].add(document_id("paragraphs", pk))
    for article, pk in searched_quotations(articles).values_list("article", "pk"):
        ids[article].add(document_id("quotations", pk))
    for article, revision in Article.objects.filter(pk__in=articles).order_by("pk").values_list("pk", "revision"):
        yield ManifestEntry(article, frozenset([revision]), frozenset(ids[article]))


def _not_pending(differences: list[Difference], reached: int) -> Iterator[Difference]:
    """Leave out what the next sync will bring."""
    pending = set(Change.objects.filter(number__gt=reached).values_list("article_id", flat=True))
    return (difference for difference in differences if difference.article not in pending)
