"""Stores what the extractor found, beside the corrections that overrule it.

People are stored by `people`, and of whom quotations speak by `subjects`; which quotation keeps which row is settled by
`quotation_matching`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from articles.extraction import extract
from articles.extraction.digests import digest_of
from articles.extraction.findings import Findings, FoundQuotation, FoundSpeaker, Passage, QuotationKind
from articles.findings import recogniser, subjects
from articles.findings.people import store_people
from articles.findings.quotation_matching import KeptQuotation, drop, kept_quotations, rows_for
from articles.identity import candidates
from articles.identity.lookup import countries_for
from articles.models import Article, Country, Mention, Paragraph, Person, Quotation, QuotationSpan, Role, Speaker
from articles.models.evidence import kept as kept_evidence
from articles.models.person import shown_as
from articles.paragraph_kinds import PassageKind

LEAST_INDIRECT = 0.5  # readers are shown reported words that are as likely right as not; find_in prints less sure ones


@dataclass(frozen=True)
class Known:
    """The archive's rows for whom an article names: people, as they were found, by name; countries by code."""

    people: dict[str, Person]
    countries: dict[str, Country]


class Retold(NamedTuple):
    """The keys of the kept quotations that are now shown with other speakers, or about others, than before."""

    speakers: list[int]
    about: list[int]


def forget_findings(article: Article) -> list[KeptQuotation]:
    """Delete what was found in the article but its quotations, and return those, so that its text may change.

    Speakers and subjects that an editor corrected stay. Call `enrich` with the quotations in the same transaction.
    """
    kept = kept_quotations(article)
    QuotationSpan.objects.filter(quotation__article=article).delete()
    Speaker.objects.filter(quotation__article=article, quotation__corrected=False).delete()
    subjects.forget(article)
    Mention.objects.filter(paragraph__article=article).delete()
    Role.objects.filter(article=article).delete()
    return kept


def enrich(article: Article, kept: Sequence[KeptQuotation] = (), findings: Findings | None = None) -> Retold:
    """Store what is found in the article's paragraphs, extracted here or given; the caller holds the transaction."""
    speakers = {quotation.row.pk: quotation.row.found for quotation in kept}
    about = {quotation.row.pk: quotation.row.found_about for quotation in kept}
    paragraphs = list(article.paragraphs.order_by("position"))
    passages = [Passage(paragraph.text, PassageKind(paragraph.kind)) for paragraph in paragraphs]
    whole = findings or extract(passages, recogniser.recogniser())
    findings = _sure_enough(whole)
    known = Known(store_people(article, findings.people), countries_for(_codes(findings)))
    _store_mentions(paragraphs, findings, known)
    _store_quotations(article, paragraphs, findings.quotations, known, kept)
    candidates.link_new_people(article, known.people.values())
    article.extractor_version = findings.version
    article.findings_digest = digest_of(whole)  # as another extraction will compute it, which leaves nothing out
    article.quotation_count = sum(1 for found in findings.quotations if found.kind != Quotation.Kind.TERM)
    rows = [quotation.row for quotation in kept]
    return Retold(
        [row.pk for row in rows if not row.corrected and row.found != speakers[row.pk]],
        [row.pk for row in rows if not row.about_corrected and row.found_about != about[row.pk]],
    )


def _sure_enough(findings: Findings) -> Findings:
    """Return findings without the indirect quotations that are too unsure to be shown."""
    quotations = (
        found
        for found in findings.quotations
        if found.kind != QuotationKind.INDIRECT or found.confidence >= LEAST_INDIRECT
    )
    return replace(findings, quotations=tuple(quotations))


def _codes(findings: Findings) -> set[str]:
    spoken = {speaker.country for found in findings.quotations for speaker in found.speakers if speaker.country}
    about = {subject.country for found in findings.quotations for subject in found.about if subject.country}
    return spoken | about | {found.code for found in findings.countries}


def _store_mentions(paragraphs: Sequence[Paragraph], findings: Findings, known: Known) -> None:
    mentions = [
        Mention(
            paragraph=paragraphs[span.passage],
            start=span.start,
            end=span.end,
            **shown_as(known.people[person.name]),
            confidence=person.confidence,
            evidence=list(person.evidence),
        )
        for person in findings.people
        for span in person.mentions
    ]
    mentions += [
        Mention(
            paragraph=paragraphs[found.mention.passage],
            start=found.mention.start,
            end=found.mention.end,
            country=known.countries[found.code],
            by=found.by,
            confidence=found.confidence,
            evidence=list(found.evidence),
        )
        for found in findings.countries
    ]
    Mention.objects.bulk_create(mentions)


def _store_quotations(
    article: Article,
    paragraphs: Sequence[Paragraph],
    found: Sequence[FoundQuotation],
    known: Known,
    kept: Sequence[KeptQuotation],
) -> None:
    places = [tuple((paragraphs[s.passage].pk, s.start, s.end) for s in quotation.spans) for quotation in found]
    texts = [_words(paragraphs, quotation) for quotation in found]
    rows = rows_for(article, places, texts, kept)
    for ordinal, (row, text, quotation) in enumerate(zip(rows, texts, found, strict=True)):
        _lay(row, ordinal, text, quotation, paragraphs)
    Quotation.objects.bulk_create([row for row in rows if not row.pk])
    drop(kept, rows)
    QuotationSpan.objects.bulk_create(
        QuotationSpan(quotation=row, ordinal=n, paragraph_id=paragraph, start=start, end=end)
        for row, place in zip(rows, places, strict=True)
        for n, (paragraph, start, end) in enumerate(place)
    )
    uncorrected = [pair for pair in zip(rows, found, strict=True) if not pair[0].corrected]
    Speaker.objects.bulk_create(
        _speaker(row, n, speaker, known)
        for row, quotation in uncorrected
        for n, speaker in enumerate(quotation.speakers)
    )
    subjects.store(rows, found, known.people, known.countries, paragraphs)


def _words(paragraphs: Sequence[Paragraph], quotation: FoundQuotation) -> str:
    """Return the words of all spans: a line break between paragraphs, dots where an attribution interrupts them."""
    words = ""
    for last, span in zip((None, *quotation.spans), quotation.spans, strict=False):
        if last:
            words += " … " if last.passage == span.passage else "\n"
        words += paragraphs[span.passage].text[span.start : span.end]
    return words


def _speaker(row: Quotation, ordinal: int, speaker: FoundSpeaker, known: Known) -> Speaker:
    country = known.countries.get(speaker.country or "") if speaker.kind == Speaker.Kind.COUNTRY else None
    person = known.people.get(speaker.name or "") if speaker.kind == Speaker.Kind.PERSON else None
    kind = speaker.kind.value
    if kind in (Speaker.Kind.PERSON, Speaker.Kind.COUNTRY) and not (person or country):
        kind = Speaker.Kind.UNNAMED.value
    name = country.name if country else speaker.name or ""
    return Speaker(
        quotation=row,
        ordinal=ordinal,
        kind=kind,
        **(shown_as(person) if person else {}),
        country=country,
        name=name[:300],
        words=speaker.words[:300],
    )


def _lay(row: Quotation, ordinal: int, text: str, found: FoundQuotation, paragraphs: Sequence[Paragraph]) -> None:
    """Lay a quotation into its row, and save it where it was there before and says something else now."""
    spoken = [{"kind": s.kind.value, "name": s.name, "words": s.words, "country": s.country} for s in found.speakers]
    values = {
        "ordinal": ordinal,
        "kind": found.kind.value,
        "text": text,
        "cue_words": found.cue_words[:200],
        "confidence": found.confidence,
        "evidence": kept_evidence(found.evidence, paragraphs),
        "found": spoken,
        "found_about": subjects.found_about(found),
        "still_found": True,
    }
    changed = [name for name, value in values.items() if getattr(row, name) != value]
    for name in changed:
        setattr(row, name, values[name])
    if row.pk and changed:
        row.save(update_fields=changed)  # one by one: a bulk update of a few rows takes Django five times as long
