"""Quotations with their spans and speakers: those found again keep their rows, and a corrected speaker stays."""

from collections.abc import Iterator, Sequence

from articles.extraction.findings import FoundQuotation, FoundSpeaker, SpeakerKind
from articles.findings.linked import LinkedFindings
from articles.findings.quotation_matching import EarlierQuotation, align, drop_unmatched
from articles.findings.subjects import found_about, store_subjects
from articles.models import Article, Quotation, QuotationSpan, Speaker, SpellingKey
from articles.models.bulk_rows import Row, insert_for_keys, insert_rows, update_rows
from articles.models.evidence import evidence_json

COLUMNS = ("ordinal", "kind", "text", "cue_words", "confidence", "evidence", "found", "found_about", "standing")
SPEAKER_COLUMNS = (
    "quotation_id",
    "ordinal",
    "kind",
    "person_id",
    "extracted_as_id",
    "country_id",
    "name",
    "words",
)


def forget_spans_and_speakers(article: Article) -> None:
    """Delete where an article's quotations stand and who said them; a speaker that an editor corrected stays."""
    QuotationSpan.objects.filter(quotation__article=article).delete()
    Speaker.everything.filter(quotation__article=article, quotation__corrected=False).delete()


def store_quotations(linked: LinkedFindings, earlier: Sequence[EarlierQuotation], first: int = 0) -> None:
    """Store the quotations found, each in the row of the earlier one that it is, if any; the others are dropped.

    They are numbered in reading order, from `first` on.
    """
    found = linked.findings.quotations
    locations, texts = list(map(linked.locations, found)), list(map(linked.words, found))
    rows = align(locations, texts, earlier)
    values = [_values(one, n, text, linked) for n, (one, text) in enumerate(zip(found, texts, strict=True), first)]
    keys = _store_rows(linked.article.pk, rows, values)
    drop_unmatched(earlier, [row for row in rows if row])
    insert_rows(
        QuotationSpan,
        ("quotation_id", "ordinal", "paragraph_id", "start", "end"),
        ((key, n, *span) for key, location in zip(keys, locations, strict=True) for n, span in enumerate(location)),
    )
    stored = list(zip(keys, rows, found, strict=True))
    said = ((key, one) for key, row, one in stored if not (row and row.corrected))
    _store_speakers([row for key, one in said for row in _speakers(key, one, linked)])
    store_subjects(linked, ((key, one) for key, row, one in stored if not (row and row.about_corrected)))


def _store_rows(article: int, rows: Sequence[Quotation | None], values: Sequence[Row]) -> list[int]:
    """Insert the quotations that have no row yet, update the rows that say something else now; return all keys."""
    new = insert_for_keys(
        Quotation,
        ("article_id", *COLUMNS),
        ((article, *value) for row, value in zip(rows, values, strict=True) if row is None),
    )
    changed = [(row, value) for row, value in zip(rows, values, strict=True) if row and _update(row, value)]
    update_rows(Quotation, COLUMNS, ((*value, row.pk) for row, value in changed))
    waiting = iter(new)
    return [row.pk if row else next(waiting) for row in rows]


def _update(row: Quotation, values: Row) -> bool:
    """Set a row to what was found, and say whether it said something else before."""
    changed = [(name, value) for name, value in zip(COLUMNS, values, strict=True) if getattr(row, name) != value]
    for name, value in changed:
        setattr(row, name, value)
    return bool(changed)


def _values(found: FoundQuotation, ordinal: int, text: str, linked: LinkedFindings) -> Row:
    """Return the values of COLUMNS."""
    spoken = [{"kind": s.kind.value, "name": s.name, "words": s.words, "country": s.country} for s in found.speakers]
    return (
        ordinal,
        found.kind.value,
        text,
        found.cue_words[:200],
        found.confidence,
        evidence_json(found.evidence, linked.paragraphs),
        spoken,
        found_about(found),
        Quotation.Standing.STANDS.value,
    )


def _store_speakers(speakers: Sequence[Row]) -> None:
    """Store who said the quotations, with the keys by which those are found who are no people."""
    person, name = SPEAKER_COLUMNS.index("person_id"), SPEAKER_COLUMNS.index("name")
    SpellingKey.store(row[name] for row in speakers if not row[person])
    insert_rows(Speaker, SPEAKER_COLUMNS, speakers)


def _speakers(quotation: int, found: FoundQuotation, linked: LinkedFindings) -> Iterator[Row]:
    for ordinal, speaker in enumerate(found.speakers):
        yield quotation, ordinal, *_speaker(speaker, linked)


def _speaker(speaker: FoundSpeaker, linked: LinkedFindings) -> Row:
    country = linked.countries.get(speaker.country or "") if speaker.kind == SpeakerKind.COUNTRY else None
    person = linked.person_keys.get(speaker.name or "") if speaker.kind == SpeakerKind.PERSON else None
    kind = speaker.kind.value
    if kind in (Speaker.Kind.PERSON, Speaker.Kind.COUNTRY) and not (person or country):
        kind = Speaker.Kind.UNNAMED.value
    name = country.name if country else speaker.name or ""
    return kind, *(person or (None, None)), country.code if country else None, name[:300], speaker.words[:300]
