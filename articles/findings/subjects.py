"""Of whom and what quotations speak: stored as found, unless an editor corrected it."""

from collections.abc import Iterator, Sequence

from articles.extraction.findings import FoundQuotation, FoundSubject
from articles.findings.linked import LinkedFindings
from articles.models import Article, Quotation, Subject
from articles.models.evidence import evidence_json
from articles.models.person import person_columns

LEAST = 0.5  # readers are shown subjects that are as likely right as not


def forget_subjects(article: Article) -> None:
    """Delete what was found; what an editor corrected stays."""
    Subject.objects.filter(quotation__article=article, quotation__about_corrected=False).delete()


def store_subjects(linked: LinkedFindings, rows: Sequence[Quotation]) -> None:
    """Store the subjects of the quotations found, which were saved in these rows, one for each."""
    Subject.objects.bulk_create(
        subject
        for row, quotation in zip(rows, linked.findings.quotations, strict=True)
        if not row.about_corrected
        for subject in _subjects(linked, row, quotation)
    )


def found_about(quotation: FoundQuotation) -> list[dict[str, str]]:
    """Return whom and what the extractor found, in the JSON form that lies beneath a correction."""
    return list(map(_json, _sure_enough(quotation)))


def _subjects(linked: LinkedFindings, row: Quotation, quotation: FoundQuotation) -> Iterator[Subject]:
    for ordinal, subject in enumerate(_sure_enough(quotation)):
        yield Subject(
            quotation=row,
            ordinal=ordinal,
            **(person_columns(linked.people[subject.person]) if subject.person else {}),
            country=linked.countries[subject.country] if subject.country else None,
            way=subject.way.value,
            confidence=subject.confidence,
            evidence=evidence_json(subject.evidence, linked.paragraphs),
        )


def _sure_enough(quotation: FoundQuotation) -> list[FoundSubject]:
    return [subject for subject in quotation.about if subject.confidence >= LEAST]


def _json(subject: FoundSubject) -> dict[str, str]:
    if subject.person:
        return {"kind": "person", "name": subject.person}
    return {"kind": "country", "code": subject.country or ""}
