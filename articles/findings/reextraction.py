"""A newer extractor over the articles that are in the archive already; what editors decided stays.

Processes of their own extract (articles/extraction/processes.py); this one alone touches the database: it reads the
texts a little ahead, and stores an article's findings in one transaction with the version that found them. So a run
that ends on the way, however it ends, leaves nothing half-done, and the next one goes on with what is left. An article
in which the newer version finds the same gets its stamp and no row in the journal: the index has nothing to follow.
Where other writers hold the database it waits for them; the article is not at fault.
"""

from collections import deque
from collections.abc import Generator, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass

from django.conf import settings
from django.db import DatabaseError, transaction
from django.db.models import QuerySet

from accounts.write_lock import patient_transaction
from articles import journal
from articles.content.boilerplate_rows import Kinds, TextRow, changed_kinds, passages_with, read_texts, update_kinds
from articles.content.paragraph_rows import stored_paragraphs
from articles.extraction.findings import Passage
from articles.extraction.processes import ExtractionResult, ExtractionTask, extract_all
from articles.findings import recogniser, store
from articles.findings.completion import Rest, complete, while_completing
from articles.findings.diff import FindingsDiff, compare, snapshot
from articles.findings.extracted import (
    ExtractedText,
    StaleFindingsError,
    again_where_stale,
    extract_from,
)
from articles.models import Article, Change, Correction

READ_AT_ONCE = 50  # articles whose texts are held, so that memory does not grow with the archive


@dataclass(frozen=True)
class Reextracted:
    """What became of one article: what changed in it, or a problem in words."""

    key: int
    differences: FindingsDiff
    problem: str = ""


def outdated() -> QuerySet[Article]:
    """Return the articles whose findings are of another version of the extractor, or of another recogniser."""
    return Article.objects.exclude(extractor_version=recogniser.extractor_version())


@patient_transaction
def outdate_all() -> None:
    """Take its stamp from every article, so that all are extracted and stored again, now or by a later run.

    Raises NoTurnError, DatabaseError.
    """
    Article.objects.update(extractor_version="", findings_digest=None)


def reextract_all(
    articles: QuerySet[Article], processes: int, dry_run: bool = False
) -> Generator[Reextracted, None, None]:
    """Extract again from these articles, in the order of their keys, and yield what became of each.

    Raises NoTurnError where other writers hold the database for longer than a patient one waits.
    """
    begun: deque[ExtractionTask] = deque()
    for result in extract_all(_noted(_tasks(articles), begun), processes):
        yield _stored(result, begun.popleft().passages, dry_run)


def _noted(tasks: Iterator[ExtractionTask], begun: deque[ExtractionTask]) -> Iterator[ExtractionTask]:
    for task in tasks:
        begun.append(task)
        yield task


def _tasks(articles: QuerySet[Article]) -> Iterator[ExtractionTask]:
    """Read the texts of a few articles at a time; one whose boilerplate is another now is stored whatever is found."""
    last = 0
    waiting = articles.order_by("pk").values_list("pk", "revision", "findings_digest", "language", "byline")
    while rows := list(waiting.filter(pk__gt=last)[:READ_AT_ONCE]):
        texts = read_texts([key for key, *_ in rows])
        changed = changed_kinds(texts)
        for key, revision, digest, language, byline in rows:
            known = bytes(digest) if digest and not changed[key] else None
            passages = passages_with(texts[key], changed[key])
            yield ExtractionTask(key, revision, passages, known, settings.PEOPLE_RECOGNISER, language, byline)
        last = rows[-1][0]


def _stored(result: ExtractionResult, passages: tuple[Passage, ...], dry_run: bool) -> Reextracted:
    """Store what was found in the passages of an article, or say in one sentence why nothing was."""
    if result.problem:
        return Reextracted(result.key, FindingsDiff(), result.problem)
    try:
        if result.unchanged and _stamped(result, dry_run):
            return Reextracted(result.key, FindingsDiff())
        found = ExtractedText.of(passages, result.findings, result.digest) if result.findings else None
        return Reextracted(result.key, reextract(result.key, found, dry_run))
    except Article.DoesNotExist:
        return Reextracted(result.key, FindingsDiff(), "it was deleted meanwhile")
    except DatabaseError as error:
        return Reextracted(result.key, FindingsDiff(), f"the database refuses it: {error}")


@patient_transaction
def _stamped(result: ExtractionResult, dry_run: bool) -> bool:
    """Give an article in which the same was found its stamp, unless it has changed since its text was read."""
    article = Article.objects.filter(pk=result.key, revision=result.revision)
    return bool(article.exists() if dry_run else article.update(extractor_version=recogniser.extractor_version()))


def reextract(article_key: int, extracted: ExtractedText | None = None, dry_run: bool = False) -> FindingsDiff:
    """Store what is found in one article now and return what that changed.

    Extracted already, it is stored if the text is still the same. A dry run does the same and takes it back.
    Raises Article.DoesNotExist, DatabaseError.
    """
    if extracted:
        with suppress(StaleFindingsError):
            return _stored_whole(article_key, extracted, dry_run)
    return _reextract_here(article_key, dry_run)


@again_where_stale
def _reextract_here(article_key: int, dry_run: bool) -> FindingsDiff:
    article, texts, changed = _read(article_key)
    extracted = extract_from(passages_with(texts, changed), article.language, article.byline)
    return _stored_whole(article_key, extracted, dry_run)


def _read(article_key: int) -> tuple[Article, list[TextRow], Kinds]:
    """Read an article's language, byline and text, and of which paragraphs the rules say another kind now.

    Raises Article.DoesNotExist.
    """
    article = Article.objects.only("language", "byline").get(pk=article_key)
    texts = read_texts([article.pk])
    return article, texts[article.pk], changed_kinds(texts)[article.pk]


def _stored_whole(article_key: int, extracted: ExtractedText, dry_run: bool) -> FindingsDiff:
    with while_completing(extracted):
        differences, rest = _store(article_key, extracted, dry_run)
        complete(rest, extracted)
    return differences


@patient_transaction
def _store(article_key: int, extracted: ExtractedText, dry_run: bool) -> tuple[FindingsDiff, Rest | None]:
    """Store findings in the place of those that are there. Raises StaleFindingsError, Article.DoesNotExist."""
    article = Article.objects.get(pk=article_key)
    before = snapshot(article)
    _, texts, kinds = _read(article_key)
    update_kinds(kinds)
    earlier = store.earlier_findings(article)
    store.stamp(article, extracted)
    stored = store.enrich(article, stored_paragraphs(article), earlier, extracted)
    differences = compare(before, snapshot(article), kinds.values())
    if differences:
        article.revision += 1
        fields = [*_touched(texts, kinds), *journal.changed_fields(stored.speakers, stored.about)]
        journal.record(article, Change.Kind.EXTRACTED, fields)
    article.save(update_fields=["extractor_version", "findings_digest", "quotation_count", "revision"])
    transaction.set_rollback(dry_run)
    return differences, None if dry_run else stored.rest


def _touched(texts: Iterable[TextRow], kinds: Kinds) -> list[str]:
    """Return the journal's names of the kinds of paragraphs that changed."""
    field = Correction.Field.PARAGRAPH_KIND
    return [journal.paragraph_field(field, row.number) for row in texts if row.pk in kinds]
