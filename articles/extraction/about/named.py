"""Every place of an article that names a person or a country, in one order, for steps that ask what lies where."""

from bisect import bisect_left
from dataclasses import dataclass

from ..countries.countries import CountryMention
from ..findings import Span
from ..people.entities import PersonEntities, mention_span
from ..text.analysis import AnalysedArticle


@dataclass(frozen=True, slots=True)
class Named:
    """One place: its span and half-open word range; the person's number in the people, or the country's code."""

    span: Span
    first: int
    last: int
    person: int | None = None
    code: str | None = None


class NamedPlaces:
    """The places in reading order, looked up by where they stand."""

    def __init__(self, article: AnalysedArticle, entities: PersonEntities, countries: list[CountryMention]) -> None:
        people = (
            Named(mention_span(one, article), one.first, one.last, person=one.person) for one in entities.mentions
        )
        lands = (Named(one.span, one.first, one.last, code=one.code) for one in countries if one.code)
        self.all = sorted([*people, *lands], key=lambda named: named.span)
        self._starts = [named.span for named in self.all]

    def within(self, span: Span) -> list[Named]:
        """Return the places that lie in a stretch of a passage."""
        found = []
        for at in range(self.first_from(span.passage, span.start), len(self.all)):
            named = self.all[at]
            if named.span.passage != span.passage or named.span.start >= span.end:
                break
            if named.span.end <= span.end:
                found.append(named)
        return found

    def first_from(self, passage: int, start: int) -> int:
        """Return the index of the first place that begins at a code point of a passage or after it."""
        return bisect_left(self._starts, Span(passage, start, start + 1))
