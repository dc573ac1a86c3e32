"""Every mention of a person or a country in an article, in one order, for steps that ask which lie where."""

from bisect import bisect_left

from ..countries.countries import CountryMention
from ..findings import Span
from ..people.entities import PersonEntities, mention_span
from ..records import record
from ..text.analysis import AnalysedArticle


@record
class EntityMention:
    """A mention: its span and half-open word range; either the person's number in the article or the country's code."""

    span: Span
    first: int
    last: int
    person: int | None = None
    code: str | None = None


class EntityMentions:
    """The mentions of an article in reading order, looked up by where they stand."""

    def __init__(self, article: AnalysedArticle, entities: PersonEntities, countries: list[CountryMention]) -> None:
        people = (
            EntityMention(mention_span(one, article), one.first, one.last, person=one.person)
            for one in entities.mentions
        )
        lands = (EntityMention(one.span, one.first, one.last, code=one.code) for one in countries if one.code)
        self.all = sorted([*people, *lands], key=lambda one: (one.span.passage, one.span.start, one.span.end))
        self._starts = [(mention.span.passage, mention.span.start) for mention in self.all]

    def within(self, span: Span) -> list[EntityMention]:
        """Return the mentions that lie in a span."""
        found = []
        for at in range(self.first_from(span.passage, span.start), len(self.all)):
            mention = self.all[at]
            if mention.span.passage != span.passage or mention.span.start >= span.end:
                break
            if mention.span.end <= span.end:
                found.append(mention)
        return found

    def first_from(self, passage: int, start: int) -> int:
        """Return the index of the first mention that begins at a code point of a passage or after it."""
        return bisect_left(self._starts, (passage, start))
