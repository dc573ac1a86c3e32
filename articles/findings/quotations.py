"""Quotations with their spans and speakers: those found again keep their rows, and a corrected speaker stays."""

from collections.abc import Sequence

from articles.extraction.findings import FoundQuotation, FoundSpeaker, SpeakerKind
from articles.findings.linked import LinkedFindings
from articles.findings.quotation_matching import EarlierQuotation, align, drop_unmatched
from articles.findings.subjects import found_about, store_subjects
from articles.models import Article, Quotation, QuotationSpan, Speaker
from articles.models.evidence import evidence_json
from articles.models.person import person_columns


def forget_spans_and_speakers(article: Article) -> None:
    """Delete where an article's quotations stand and who said them; a speaker that an editor corrected stays."""
    QuotationSpan.objects.filter(quotation__article=article).delete()
    Speaker.objects.filter(quotation__article=article, quotation__corrected=False).delete()


def store_quotations(linked: LinkedFindings, earlier: Sequence[EarlierQuotation]) -> None:
    """Store the quotations found, each in the row of the earlier one that it is, if any; the others are dropped."""
    found = linked.findings.quotations
    locations, texts = list(map(linked.locations, found)), list(map(linked.words, found))
    rows = align(linked.article, locations, texts, earlier)
    for ordinal, (row, text, quotation) in enumerate(zip(rows, texts, found, strict=True)):
        _apply(quotation, row, ordinal, text, linked)
    Quotation.objects.bulk_create([row for row in rows if not row.pk])
    drop_unmatched(earlier, rows)
    QuotationSpan.objects.bulk_create(
        QuotationSpan(quotation=row, ordinal=n, paragraph_id=paragraph, start=start, end=end)
        for row, location in zip(rows, locations, strict=True)
        for n, (paragraph, start, end) in enumerate(location)
    )
    Speaker.objects.bulk_create(
        _speaker(row, n, speaker, linked)
        for row, quotation in zip(rows, found, strict=True)
        if not row.corrected
        for n, speaker in enumerate(quotation.speakers)
    )
    store_subjects(linked, rows)


def _apply(found: FoundQuotation, row: Quotation, ordinal: int, text: str, linked: LinkedFindings) -> None:
    """Set a row to what was found, and save it where it was there before and says something else now."""
    spoken = [{"kind": s.kind.value, "name": s.name, "words": s.words, "country": s.country} for s in found.speakers]
    values = {
        "ordinal": ordinal,
        "kind": found.kind.value,
        "text": text,
        "cue_words": found.cue_words[:200],
        "confidence": found.confidence,
        "evidence": evidence_json(found.evidence, linked.paragraphs),
        "found": spoken,
        "found_about": found_about(found),
        "still_found": True,
    }
    changed = [name for name, value in values.items() if getattr(row, name) != value]
    for name in changed:
        setattr(row, name, values[name])
    if row.pk and changed:
        row.save(update_fields=changed)  # one by one: a bulk update of a few rows takes Django five times as long


def _speaker(row: Quotation, ordinal: int, speaker: FoundSpeaker, linked: LinkedFindings) -> Speaker:
    country = linked.countries.get(speaker.country or "") if speaker.kind == SpeakerKind.COUNTRY else None
    person = linked.people.get(speaker.name or "") if speaker.kind == SpeakerKind.PERSON else None
    kind = speaker.kind.value
    if kind in (Speaker.Kind.PERSON, Speaker.Kind.COUNTRY) and not (person or country):
        kind = Speaker.Kind.UNNAMED.value
    name = country.name if country else speaker.name or ""
    return Speaker(
        quotation=row,
        ordinal=ordinal,
        kind=kind,
        **(person_columns(person) if person else {}),
        country=country,
        name=name[:300],
        words=speaker.words[:300],
    )
