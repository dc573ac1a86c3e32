"""Stores what the extractor found, beside the corrections that overrule it: one module a table, in order from here."""

from collections.abc import Sequence
from dataclasses import dataclass

from articles.extraction.findings import QuotationKind
from articles.findings.article_text import ArticleText
from articles.findings.completion import Rest, is_stored_at_once
from articles.findings.earlier import EarlierFindings
from articles.findings.extracted import ExtractedText, StaleFindingsError, sure_enough
from articles.findings.introduction import introduce_first
from articles.findings.linked import LinkedFindings
from articles.findings.mentions import insert_mentions, store_mentions, take_mentions_off
from articles.findings.people import forget_roles, known_people
from articles.findings.quotation_layers import keeps_speakers, keeps_subjects
from articles.findings.quotations import forget_spans, insert_quotations, store_quotations
from articles.findings.slices import FindingsSlice
from articles.models import Article, Quotation
from articles.models.paragraph import StoredParagraph

STANDS = Quotation.Standing.STANDS


@dataclass(frozen=True)
class Stored:
    """What storing findings changed, and left to do.

    The keys of the quotations that were there before and are shown with other speakers, or about others, now; and what
    `complete` is to do after the transaction.
    """

    speakers: list[int]
    about: list[int]
    rest: Rest | None


def forget_findings(article: Article) -> EarlierFindings:
    """Take what was found in the article off its text, so that that may change, and return it.

    Call `enrich` with it in the same transaction.
    """
    earlier = EarlierFindings.of(article, were_taken_off=True)
    forget_spans(article)
    take_mentions_off(article)
    forget_roles(article)
    return earlier


def earlier_findings(article: Article) -> EarlierFindings:
    """Return what was found in an article whose text stays as it is; call `enrich` with it in the same transaction."""
    earlier = EarlierFindings.of(article)
    forget_roles(article)
    return earlier


def enrich(
    article: Article,
    paragraphs: Sequence[StoredParagraph],
    earlier: EarlierFindings | None,
    extracted: ExtractedText,
    in_slices: bool = False,
) -> Stored:
    """Store what was found in the article's paragraphs, which are given as they are stored, in reading order.

    The caller holds the transaction, saves the article, which is stamped before, and calls `complete` afterwards, both
    `while_completing`. Of a new article that is long, it may leave all but the first slice to that.
    Raises StaleFindingsError where the paragraphs are not those that the findings are of.
    """
    if [(row.text, row.kind) for row in paragraphs] != [(one.text, one.kind.value) for one in extracted.passages]:
        raise StaleFindingsError
    first, *slices = extracted.slices if in_slices else [FindingsSlice(sure_enough(extracted.findings))]
    linked = LinkedFindings.of(article, paragraphs, first.findings)
    _store_beside(linked, earlier)
    later = known_people(article, extracted.findings.people) if slices else []
    people = introduce_first(linked.people, later, recorded=[article.pk])
    mark = article.findings_digest if not article.extractor_version else None
    named = frozenset(person.pk for person in linked.people.values())
    rest = Rest(article.pk, bytes(mark), people, named, tuple(paragraphs), tuple(slices)) if mark else None
    return _stored(earlier, rest)


def _store_beside(linked: LinkedFindings, earlier: EarlierFindings | None) -> None:
    """Store findings beside the earlier ones, and count the quotations that the article reports with both."""
    if not earlier:
        insert_mentions(linked)
        insert_quotations(linked)
        return
    now = ArticleText.of(linked.article.pk) if earlier.were_taken_off else earlier.text
    texts = earlier.text, now
    store_mentions(linked, earlier.mentions, texts, earlier.were_taken_off)
    count = store_quotations(linked, earlier.quotations, texts)
    if count != linked.article.quotation_count:
        linked.article.quotation_count = count
        Article.objects.filter(pk=linked.article.pk).update(quotation_count=count)


def stamp(article: Article, extracted: ExtractedText) -> None:
    """Set what an article says of its findings; the caller saves it.

    One of which not all is stored at once gets a mark, and its version and digest by `complete`.
    """
    whole = is_stored_at_once(extracted)
    article.extractor_version = extracted.findings.version if whole else ""
    article.findings_digest = extracted.digest if whole else extracted.mark
    found = (quotation for part in extracted.slices for quotation in part.findings.quotations)
    article.quotation_count = sum(one.kind != QuotationKind.TERM for one in found)


def _stored(earlier: EarlierFindings | None, rest: Rest | None) -> Stored:
    quotations = [one for one in earlier.quotations if one.row.standing == STANDS] if earlier else []
    return Stored(
        [one.row.pk for one in quotations if not keeps_speakers(one.row) and one.row.found != one.speakers],
        [one.row.pk for one in quotations if not keeps_subjects(one.row) and one.row.found_about != one.about],
        rest,
    )
