"""Stores what the extractor found, beside the corrections that overrule it.

A quotation that is found again keeps its row, and so its address and its corrections. One that an editor corrected is
never dropped: where it is not found any more it stays, marked so.
"""

from collections import defaultdict, deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from articles import namesakes, recognition, subjects
from articles.extraction import extract
from articles.extraction.countries.gazetteer import country_names
from articles.extraction.digests import digest_of
from articles.extraction.findings import Findings, FoundPerson, FoundQuotation, FoundSpeaker, Passage, QuotationKind
from articles.kinds import PassageKind
from articles.models import Alias, Article, Country, Mention, Paragraph, Person, Quotation, QuotationSpan, Role, Speaker
from articles.models.evidence import kept as kept_evidence
from articles.models.paragraph import alike
from articles.models.person import fold, shown_as

NEAR = 8  # how many places a touched-up quotation is compared with, so that the cost grows with their number alone
LEAST_INDIRECT = 0.5  # readers are shown reported words that are as likely right as not; find_in prints less sure ones
Place = tuple[tuple[int, int, int], ...]  # (paragraph's key, start, end) of every span


@dataclass(frozen=True)
class KeptQuotation:
    """A quotation of an earlier extraction, with the place it stood in."""

    row: Quotation
    place: Place


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
    rows = list(article.quotations.prefetch_related("spans"))
    kept = [KeptQuotation(row, tuple((s.paragraph_id, s.start, s.end) for s in row.spans.all())) for row in rows]
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
    findings = _sure_enough(findings or extract(passages, recognition.recogniser()))
    known = Known(_store_people(article, findings.people), countries_for(_codes(findings)))
    _store_mentions(paragraphs, findings, known)
    _store_quotations(article, paragraphs, findings.quotations, known, kept)
    namesakes.compare_new(article, known.people.values())
    article.extractor_version = findings.version
    article.findings_digest = digest_of(findings)
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


def countries_for(codes: Iterable[str]) -> dict[str, Country]:
    """Return the archive's rows for ISO 3166-1 alpha-2 codes, made at their first mention. Raises KeyError."""
    wanted = set(codes)
    countries = Country.objects.in_bulk(wanted)
    for code in wanted - countries.keys():
        countries[code] = Country.objects.get_or_create(code=code, defaults={"name": country_names()[code]})[0]
    return countries


def country_named(name: str) -> Country:
    """Return the country of that name or ISO 3166-1 alpha-2 code. Raises ValueError with a sentence."""
    wanted = fold(name)
    code = next((code for code, known in country_names().items() if wanted in (fold(known), code.lower())), None)
    if code is None:
        raise ValueError(f"“{name}” is not a country of ISO 3166-1")
    return countries_for([code])[code]


def _store_people(article: Article, found: Sequence[FoundPerson]) -> dict[str, Person]:
    """Return the archive's Person for every name found, with the aliases and the role this article gives."""
    identities = {person.name: Person.identity_of(person.name, None if person.full else article.pk) for person in found}
    by_identity = {identities[person.name]: person for person in found}
    rows = Person.objects.filter(identity__in=by_identity).select_related("merged_into")
    known = set(rows.values_list("identity", flat=True))
    new = (Person(identity=i, name=p.name[:200]) for i, p in by_identity.items() if i not in known)
    Person.objects.bulk_create(new, ignore_conflicts=True)  # another process may have made one meanwhile
    people = {row.identity: row for row in rows.all()}
    _store_roles(article, ((people[i], p.role) for i, p in by_identity.items() if p.role))
    Alias.objects.bulk_create(
        (
            Alias(person=person, found_as=found_as, name=p.name[:200], folded=fold(p.name)[:200])
            for i, p in by_identity.items()
            for person, found_as in _spelt_so(people[i])
        ),
        ignore_conflicts=True,
    )
    return {name: people[identity] for name, identity in identities.items()}


def _store_roles(article: Article, called: Iterable[tuple[Person, str]]) -> None:
    """Store a role for each; of two who were merged, one stays their own, since an article gives each one role."""
    roles: dict[Person, Role] = {}
    for person, words in sorted(called, key=lambda pair: pair[0].merged_into_id is not None):
        whom = shown_as(person) if person.shown not in roles else {"person": person}
        roles.setdefault(whom["person"], Role(**whom, article=article, words=words[:300]))
    Role.objects.bulk_create(roles.values())


def _spelt_so(person: Person) -> Iterable[tuple[Person, Person | None]]:
    """Yield whom a name found leads to: the person, and where they were merged into others, each of those."""
    yield person, None
    other = person.merged_into
    while other:
        yield other, person
        other = other.merged_into


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
    rows = _rows_for(article, places, texts, kept)
    for ordinal, (row, text, quotation) in enumerate(zip(rows, texts, found, strict=True)):
        _lay(row, ordinal, text, quotation, paragraphs)
    Quotation.objects.bulk_create([row for row in rows if not row.pk])
    _drop(kept, rows)
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


def _rows_for(
    article: Article, places: Sequence[Place], texts: Sequence[str], kept: Sequence[KeptQuotation]
) -> list[Quotation]:
    """Find each quotation's earlier row, or make a new one.

    It is the row with the same words at the same place, else with the same words, else in the same paragraph with
    words much like them. Those an editor corrected choose first.
    """
    free = sorted(kept, key=lambda quotation: not quotation.row.corrected)
    rows: list[Quotation | None] = [None] * len(places)
    free = _match(free, rows, [(q.place, q.row.text) for q in free], list(zip(places, texts, strict=True)))
    free = _match(free, rows, [q.row.text for q in free], texts)
    _match_touched_up(free, rows, places, texts)
    return [row or Quotation(article=article) for row in rows]


def _match(
    free: Sequence[KeptQuotation], rows: list[Quotation | None], olds: Sequence[object], news: Sequence[object]
) -> list[KeptQuotation]:
    """Give each quotation, in order, the first open place of its kind; return those that found none."""
    open_places: dict[object, deque[int]] = defaultdict(deque)
    for n, new in enumerate(news):
        if rows[n] is None:
            open_places[new].append(n)
    left = []
    for quotation, old in zip(free, olds, strict=True):
        if open_places[old]:
            rows[open_places[old].popleft()] = quotation.row
        else:
            left.append(quotation)
    return left


def _match_touched_up(
    free: Sequence[KeptQuotation], rows: list[Quotation | None], places: Sequence[Place], texts: Sequence[str]
) -> None:
    """Give each quotation that is left the first of the next open places in its paragraph that is like it."""
    open_places: dict[int, list[int]] = defaultdict(list)
    for n, place in enumerate(places):
        if rows[n] is None:
            open_places[place[0][0]].append(n)
    for quotation in free:
        near = open_places[quotation.place[0][0]] if quotation.place else []
        match = next((n for n in near[:NEAR] if alike(quotation.row.text, texts[n])), None)
        if match is not None:
            rows[match] = quotation.row
            near.remove(match)


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


def _drop(kept: Sequence[KeptQuotation], rows: Sequence[Quotation]) -> None:
    """Delete the quotations that are gone; those an editor corrected stay, marked as no longer found."""
    gone = {quotation.row.pk for quotation in kept} - {row.pk for row in rows}
    if not gone:
        return
    corrected = set(Quotation.objects.filter(pk__in=gone, corrections__isnull=False).values_list("pk", flat=True))
    Quotation.objects.filter(pk__in=corrected).update(still_found=False)
    Quotation.objects.filter(pk__in=gone - corrected).delete()
