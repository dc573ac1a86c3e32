"""Findings of a long article in slices of its passages, each of which is stored in a short transaction."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from articles.extraction.findings import Findings, FoundCountry, FoundQuotation, Span

SLICE = 1_000  # passages


@dataclass(frozen=True)
class FindingsSlice:
    """What was found in some passages of an article; `first` is the number of the first of its quotations."""

    findings: Findings
    first: int = 0


def sliced(findings: Findings, passages: int) -> list[FindingsSlice]:
    """Return the findings of so many passages in slices, in reading order; one where the article is not long.

    A quotation belongs to the slice in which it begins, with the people whom it names. Each person has their role in
    the first of their slices.
    """
    if passages <= SLICE:
        return [FindingsSlice(findings)]
    return list(_slices(findings, range(0, passages, SLICE)))


def _slices(findings: Findings, starts: range) -> Iterator[FindingsSlice]:
    quotations: dict[int, list[FoundQuotation]] = defaultdict(list)
    countries: dict[int, list[FoundCountry]] = defaultdict(list)
    mentions: dict[tuple[int, str], list[Span]] = defaultdict(list)
    for quotation in findings.quotations:
        quotations[quotation.spans[0].passage // SLICE].append(quotation)
    for country in findings.countries:
        countries[country.mention.passage // SLICE].append(country)
    for person in findings.people:
        for span in person.mentions:
            mentions[span.passage // SLICE, person.name].append(span)
    people = {person.name: person for person in findings.people}
    seen: set[str] = set()
    first = 0
    for n in range(len(starts)):
        named = {name for quotation in quotations[n] for name in _names(quotation)}
        named |= {name for part, name in mentions if part == n}
        here = [
            replace(person, mentions=tuple(mentions.get((n, name), ())), role=None if name in seen else person.role)
            for name, person in people.items()
            if name in named
        ]
        seen |= named
        found = replace(findings, people=tuple(here), countries=tuple(countries[n]), quotations=tuple(quotations[n]))
        yield FindingsSlice(found, first)
        first += len(quotations[n])


def _names(quotation: FoundQuotation) -> Iterator[str]:
    yield from (speaker.name for speaker in quotation.speakers if speaker.name)
    yield from (candidate.name for candidate in quotation.candidates)
    yield from (subject.person for subject in quotation.about if subject.person)
