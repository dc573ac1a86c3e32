"""Of whom and what quotations speak: stored as found, unless an editor corrected it."""

from collections.abc import Collection, Iterable, Iterator

from articles.extraction.findings import FoundQuotation, FoundSubject
from articles.findings.linked import LinkedFindings
from articles.findings.replaced_rows import replace_rows
from articles.models import Subject
from articles.models.bulk_rows import Row
from articles.models.evidence import evidence_json

COLUMNS = (
    "quotation_id",
    "ordinal",
    "person_id",
    "extracted_as_id",
    "country_id",
    "way",
    "confidence",
    "evidence",
)
LEAST = 0.5  # readers are shown subjects that are as likely right as not


def store_subjects(
    linked: LinkedFindings, known: Collection[int], stored: Iterable[tuple[int, FoundQuotation]]
) -> None:
    """Store the subjects of quotations, each given with its key; `known` are the keys that may have some already."""
    replace_rows(Subject, COLUMNS, known, (row for key, found in stored for row in _subjects(linked, key, found)))


def found_about(quotation: FoundQuotation) -> list[dict[str, str]]:
    """Return whom and what the extractor found, in the JSON form that lies beneath a correction."""
    return list(map(_json, _sure_enough(quotation)))


def _subjects(linked: LinkedFindings, quotation: int, found: FoundQuotation) -> Iterator[Row]:
    for ordinal, subject in enumerate(_sure_enough(found)):
        person = linked.person_keys[subject.person] if subject.person else (None, None)
        country = linked.countries[subject.country].code if subject.country else None
        evidence = evidence_json(subject.evidence, linked.paragraphs)
        yield quotation, ordinal, *person, country, subject.way.value, subject.confidence, evidence


def _sure_enough(quotation: FoundQuotation) -> list[FoundSubject]:
    return [subject for subject in quotation.about if subject.confidence >= LEAST]


def _json(subject: FoundSubject) -> dict[str, str]:
    if subject.person:
        return {"kind": "person", "name": subject.person}
    return {"kind": "country", "code": subject.country or ""}
