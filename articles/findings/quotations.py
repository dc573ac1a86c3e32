"""Quotations with their spans and speakers: those found again keep their rows, and what an editor said stays."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

from articles.extraction.findings import FoundQuotation, FoundSpeaker, SpeakerKind
from articles.findings.article_text import ArticleText
from articles.findings.linked import LinkedFindings
from articles.findings.quotation_layers import COLUMNS, FoundValues, columns_of, keeps_speakers, keeps_subjects
from articles.findings.quotation_matching import EarlierQuotation
from articles.findings.replaced_rows import replace_rows
from articles.findings.settled_quotations import FoundAt, SettledQuotations
from articles.findings.subjects import found_about, store_subjects
from articles.models import Article, Quotation, QuotationSpan, Speaker, SpellingKey
from articles.models.bulk_rows import Row, insert_for_keys, update_rows
from articles.models.evidence import evidence_json

SPAN_COLUMNS = ("quotation_id", "ordinal", "paragraph_id", "start", "end")
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
Stored = Sequence[tuple[int, FoundQuotation]]  # quotations found, each with the key that it is stored under


def forget_spans(article: Article) -> None:
    """Delete where an article's quotations stand, so that its text may change."""
    QuotationSpan.objects.filter(quotation__article=article).delete()


def insert_quotations(linked: LinkedFindings, first: int = 0) -> None:
    """Insert the quotations found in a text that had none, numbered in reading order from `first` on."""
    found = linked.findings.quotations
    keys = _insert(linked, {n: ordinal for ordinal, n in enumerate(range(len(found)), first)})
    stored = list(zip(keys, found, strict=True))
    replace_rows(QuotationSpan, SPAN_COLUMNS, (), _spans((key, linked.locations(one)) for key, one in stored))
    _store_speakers((), stored, linked)
    store_subjects(linked, (), stored)


def store_quotations(
    linked: LinkedFindings, earlier: Sequence[EarlierQuotation], texts: tuple[ArticleText, ArticleText]
) -> int:
    """Store the quotations found beside the earlier ones, and return how many the article reports now.

    `texts` are the article's when the earlier ones were read, and now.
    """
    found = [FoundAt(_values(one, linked), linked.locations(one)) for one in linked.findings.quotations]
    before = {one.row.pk: columns_of(one.row) for one in earlier}
    settled = SettledQuotations(found, *texts)
    settled.settle(earlier)
    ordinals = {one.number: n for n, one in enumerate(settled.standing) if not one.row}
    for n, one in enumerate(settled.standing):
        if one.row:
            one.row.ordinal = n
    new = dict(zip(ordinals, _insert(linked, ordinals), strict=True))
    rows = (one.row for one in earlier)
    update_rows(Quotation, COLUMNS, ((*columns_of(row), row.pk) for row in rows if columns_of(row) != before[row.pk]))
    standing = ((one.row.pk if one.row else new[one.number], one.locations) for one in settled.standing)
    replace_rows(QuotationSpan, SPAN_COLUMNS, before, _spans(standing))
    _store_parts(settled, new, linked)
    kinds = (one.row.kind if one.row else found[one.number].values.kind for one in settled.standing)
    return sum(kind != Quotation.Kind.TERM for kind in kinds)


def _store_parts(settled: SettledQuotations, new: dict[int, int], linked: LinkedFindings) -> None:
    """Store who said the quotations and of whom they speak, where that is no editor's word; of those gone, nobody."""
    found = linked.findings.quotations
    inserted = [(key, found[n]) for n, key in new.items()]
    said = [(row.pk, found[n]) for n, row in settled.again.items() if not keeps_speakers(row)]
    about = [(row.pk, found[n]) for n, row in settled.again.items() if not keeps_subjects(row)]
    unsaid = [row.pk for row in settled.gone if not keeps_speakers(row)]
    about_nobody = [row.pk for row in settled.gone if not keeps_subjects(row)]
    _store_speakers([*(key for key, _ in said), *unsaid], [*said, *inserted], linked)
    store_subjects(linked, [*(key for key, _ in about), *about_nobody], [*about, *inserted])


def _insert(linked: LinkedFindings, ordinals: dict[int, int]) -> list[int]:
    """Insert quotations found, given by their number among them, each with its ordinal; return their keys."""
    found = linked.findings.quotations
    rows = ((linked.article.pk, ordinal, *_values(found[n], linked)) for n, ordinal in ordinals.items())
    return insert_for_keys(Quotation, ("article_id", "ordinal", *FoundValues._fields), rows)


def _values(found: FoundQuotation, linked: LinkedFindings) -> FoundValues:
    spoken = [{"kind": s.kind.value, "name": s.name, "words": s.words, "country": s.country} for s in found.speakers]
    return FoundValues(
        found.kind.value,
        linked.words(found),
        found.cue_words[:200],
        found.confidence,
        evidence_json(found.evidence, linked.paragraphs),
        spoken,
        _candidates(found, linked),
        found_about(found),
    )


def _candidates(found: FoundQuotation, linked: LinkedFindings) -> list[dict[str, Any]] | None:
    """Return who else may have said it, with the keys of whom pages show for them."""
    return [
        {"name": one.name, "confidence": one.confidence, "person": linked.person_keys[one.name][0]}
        for one in found.candidates
    ] or None


def _spans(standing: Iterable[tuple[int, Iterable[Row]]]) -> Iterator[Row]:
    return ((key, n, *location) for key, locations in standing for n, location in enumerate(locations))


def _store_speakers(known: Collection[int], stored: Stored, linked: LinkedFindings) -> None:
    """Store who said quotations, with the keys by which those are found who are no people."""
    rows = [row for key, one in stored for row in _speakers(key, one, linked)]
    person, name = SPEAKER_COLUMNS.index("person_id"), SPEAKER_COLUMNS.index("name")
    SpellingKey.store(row[name] for row in rows if not row[person])
    replace_rows(Speaker, SPEAKER_COLUMNS, known, rows)


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
