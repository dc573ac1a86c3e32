"""Of whom and what quotations speak: stored as found, unless an editor corrected it."""

from collections.abc import Mapping, Sequence

from articles.extraction.findings import FoundQuotation, FoundSubject
from articles.models import Article, Country, Paragraph, Person, Quotation, Subject
from articles.models.evidence import kept
from articles.models.person import shown_as

LEAST = 0.5  # readers are shown subjects that are as likely right as not


def forget(article: Article) -> None:
    """Delete what was found; what an editor corrected stays."""
    Subject.objects.filter(quotation__article=article, quotation__about_corrected=False).delete()


def store(
    rows: Sequence[Quotation],
    found: Sequence[FoundQuotation],
    people: Mapping[str, Person],
    countries: Mapping[str, Country],
    paragraphs: Sequence[Paragraph],
) -> None:
    """Store the subjects of saved quotations; people by the name as found, countries by code."""
    Subject.objects.bulk_create(
        Subject(
            quotation=row,
            ordinal=ordinal,
            **(shown_as(people[subject.person]) if subject.person else {}),
            country=countries[subject.country] if subject.country else None,
            way=subject.way.value,
            confidence=subject.confidence,
            evidence=kept(subject.evidence, paragraphs),
        )
        for row, quotation in zip(rows, found, strict=True)
        if not row.about_corrected
        for ordinal, subject in enumerate(_sure_enough(quotation))
    )


def found_about(quotation: FoundQuotation) -> list[dict[str, str]]:
    """Return whom and what the extractor found, in the JSON form that lies beneath a correction."""
    return list(map(_told, _sure_enough(quotation)))


def _sure_enough(quotation: FoundQuotation) -> list[FoundSubject]:
    return [subject for subject in quotation.about if subject.confidence >= LEAST]


def _told(subject: FoundSubject) -> dict[str, str]:
    return (
        {"kind": "person", "name": subject.person}
        if subject.person
        else {"kind": "country", "code": subject.country or ""}
    )
