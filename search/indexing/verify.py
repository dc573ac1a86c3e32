"""Proves that index and database agree: every file as it was written, the journal followed, every id and revision.

What has changed since the index last followed the journal is no difference: the next sync brings it.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from articles.models import Article, Change, Paragraph
from search.engines import get_engine
from search.engines.port import Engine, Indexed, IndexUnavailable, document_id
from search.indexing.documents import ARTICLES_A_BATCH, batch_of, next_articles, searched_quotations
from search.indexing.journal_fingerprint import foreign
from search.indexing.rebuild import Progress, no_progress, rebuild


@dataclass(frozen=True)
class Difference:
    """One article of which index and database tell different things."""

    article: int
    sentence: str


@dataclass(frozen=True)
class Verdict:
    """What comparing found. `unavailable` says why nothing could be compared."""

    articles: int
    differences: tuple[Difference, ...]
    unavailable: str = ""

    @property
    def agrees(self) -> bool:
        """Whether the index tells nothing but what the database does."""
        return not self.differences and not self.unavailable

    def __str__(self) -> str:
        if self.unavailable:
            return self.unavailable
        if self.differences:
            return f"Index and database differ in {len(self.differences):,} of {self.articles:,} articles."
        return f"Index and database agree on all {self.articles:,} articles."


def verify(progress: Progress = no_progress) -> Verdict:
    """Compare every id and revision of the index with the database, if it is this database that it tells of."""
    engine = get_engine()
    try:
        engine.check()
        state = engine.state()
        held = {indexed.article: indexed for indexed in engine.indexed()}
    except IndexUnavailable as error:
        return Verdict(0, (), str(error))
    if why := foreign(state):
        return Verdict(0, (), why)
    articles, differences = 0, []
    for stored in _stored(progress):
        articles += 1
        differences += _compared(stored, held.pop(stored.article, None))
    differences += [Difference(article, "is in the index but not in the archive") for article in sorted(held)]
    return Verdict(articles, tuple(_not_pending(differences, state.reached)))


def mend(verdict: Verdict) -> None:
    """Bring the index to tell what the database does, in every article that differed."""
    if verdict.unavailable:
        rebuild(why=verdict.unavailable)
    engine = get_engine()
    articles = [difference.article for difference in verdict.differences]
    for start in range(0, len(articles), ARTICLES_A_BATCH):
        _mend(engine, articles[start : start + ARTICLES_A_BATCH])


def _mend(engine: Engine, articles: list[int]) -> None:
    state = engine.state()
    engine.write(batch_of(articles, state.reached, state.mark))


def _stored(progress: Progress) -> Iterator[Indexed]:
    """Tell what the index should hold of every article."""
    last = 0
    while articles := next_articles(last):
        yield from _stored_batch(articles)
        last = articles[-1]
        progress(len(articles))


def _stored_batch(articles: list[int]) -> Iterator[Indexed]:
    ids: dict[int, set[str]] = defaultdict(set)
    for article, pk in Paragraph.objects.filter(article__in=articles).values_list("article", "pk"):
        ids[article].add(document_id("paragraphs", pk))
    for article, pk in searched_quotations(articles).values_list("article", "pk"):
        ids[article].add(document_id("quotations", pk))
    for article, revision in Article.objects.filter(pk__in=articles).order_by("pk").values_list("pk", "revision"):
        yield Indexed(article, frozenset([revision]), frozenset(ids[article]))


def _compared(stored: Indexed, held: Indexed | None) -> Iterator[Difference]:
    if held is None:
        if stored.ids:
            yield Difference(stored.article, "is not in the index")
    elif held.ids != stored.ids:
        missing, surplus = len(stored.ids - held.ids), len(held.ids - stored.ids)
        yield Difference(stored.article, f"lacks {missing} documents in the index and has {surplus} too many")
    elif held.revisions != stored.revisions:
        yield Difference(
            stored.article, f"is indexed as of revision {min(held.revisions)}, not {max(stored.revisions)}"
        )


def _not_pending(differences: list[Difference], reached: int) -> list[Difference]:
    """Leave out what the next sync will bring."""
    pending = set(Change.objects.filter(number__gt=reached).values_list("article_id", flat=True))
    return [difference for difference in differences if difference.article not in pending]
