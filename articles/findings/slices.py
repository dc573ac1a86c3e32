"""Findings of a long article in slices of its passages, each of which is stored in a short transaction."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from articles.extraction.findings import Findings, FoundQuotation

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
    seen: set[str] = set()
    first = 0
    for start in starts:
        here = range(start, start + SLICE)
        quotations = tuple(one for one in findings.quotations if one.spans[0].passage in here)
        named = {name for quotation in quotations for name in _names(quotation)}
        people = []
        for person in findings.people:
            mentions = tuple(span for span in person.mentions if span.passage in here)
            if mentions or person.name in named:
                role = None if person.name in seen else person.role
                people.append(replace(person, mentions=mentions, role=role))
        seen |= {person.name for person in people}
        countries = tuple(one for one in findings.countries if one.mention.passage in here)
        yield FindingsSlice(replace(findings, people=tuple(people), countries=countries, quotations=quotations), first)
        first += len(quotations)


def _names(quotation: FoundQuotation) -> Iterator[str]:
    yield from (speaker.name for speaker in quotation.speakers if speaker.name)
    yield from (subject.person for subject in quotation.about if subject.person)
