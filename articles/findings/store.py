"""Stores what the extractor found, beside the corrections that overrule it: one module a table, in order from here."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from articles.extraction.findings import Findings, Passage, QuotationKind
from articles.findings.extracted import ExtractedText, StaleFindingsError
from articles.findings.introduction import Waiting, has_all_at_once, introduce_first
from articles.findings.linked import LinkedFindings
from articles.findings.mentions import forget_mentions, store_mentions
from articles.findings.people import forget_roles
from articles.findings.quotation_matching import EarlierQuotation, earlier_quotations
from articles.findings.quotations import forget_spans_and_speakers, store_quotations
from articles.findings.subjects import forget_subjects
from articles.models import Article
from articles.models.paragraph import StoredParagraph
from articles.paragraph_kinds import PassageKind

LEAST_INDIRECT = 0.5  # readers are shown reported words that are as likely right as not; find_in prints less sure ones


@dataclass(frozen=True)
class Stored:
    """What storing findings changed, and left to do.

    The keys of the quotations that were there before and are shown with other speakers, or about others, now; and the
    people that `introduce_rest` is to introduce after the transaction.
    """

    speakers: list[int]
    about: list[int]
    waiting: Waiting


def forget_findings(article: Article) -> list[EarlierQuotation]:
    """Delete what was found in the article but its quotations, and return those, so that its text may change.

    Speakers and subjects that an editor corrected stay. Call `enrich` with the quotations in the same transaction.
    """
    earlier = earlier_quotations(article)
    forget_spans_and_speakers(article)
    forget_subjects(article)
    forget_mentions(article)
    forget_roles(article)
    return earlier


def enrich(
    article: Article,
    paragraphs: Sequence[StoredParagraph],
    earlier: Sequence[EarlierQuotation],
    extracted: ExtractedText,
) -> Stored:
    """Store what was found in the article's paragraphs, which are given as they are stored, in reading order.

    The caller holds the transaction, saves the article as `stamp` leaves it, and calls `introduce_rest` afterwards.
    Raises StaleFindingsError where the paragraphs are not those that the findings are of.
    """
    if [Passage(row.text, PassageKind(row.kind)) for row in paragraphs] != list(extracted.passages):
        raise StaleFindingsError
    linked = LinkedFindings.of(article, paragraphs, sure_enough(extracted.findings))
    store_mentions(linked)
    store_quotations(linked, earlier)
    return _stored(earlier, introduce_first(linked.people, recorded=[article.pk]))


def stamp(article: Article, extracted: ExtractedText) -> None:
    """Set what an article says of its findings; the caller saves it.

    One that names so many that not all are introduced with it gets its version and digest by `introduce_rest`.
    """
    whole = has_all_at_once(extracted)
    article.extractor_version = extracted.findings.version if whole else ""
    article.findings_digest = extracted.digest if whole else None  # of all that was found, also what is left out here
    found = sure_enough(extracted.findings).quotations
    article.quotation_count = sum(one.kind != QuotationKind.TERM for one in found)


def sure_enough(findings: Findings) -> Findings:
    """Return findings without the indirect quotations that are too unsure to be shown."""
    quotations = (
        found
        for found in findings.quotations
        if found.kind != QuotationKind.INDIRECT or found.confidence >= LEAST_INDIRECT
    )
    return replace(findings, quotations=tuple(quotations))


def _stored(earlier: Sequence[EarlierQuotation], waiting: Waiting) -> Stored:
    return Stored(
        [one.row.pk for one in earlier if not one.row.corrected and one.row.found != one.speakers],
        [one.row.pk for one in earlier if not one.row.about_corrected and one.row.found_about != one.about],
        waiting,
    )
