"""Whom an interview is with: "spoke with Maria Keller", "an interview with Keller", or who is named far most."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator

from ...grammar.nominals import MentionIndex, Nominal
from ...grammar.sentence_context import Attribution
from ...lexicons import MARKED
from ...people.entities import PersonMention
from ...text.analysis import AnalysedArticle

_REASON = "is whom the interview is with"
_NEAR = 12  # words after "spoke with" among which the name stands
_FEWEST, _TIMES = 3, 2  # who is named so often, and so many times as often as anybody else, is spoken with


def interviewee(
    article: AnalysedArticle, before: int, mentions: MentionIndex, *, by_number: bool = False
) -> Attribution | None:
    """Return the person that a text before a paragraph says it spoke with, None where it does not say so of one.

    With `by_number` who is named far most before the paragraph is taken where nothing else says so.
    """
    places = [(key, one) for key, one in sorted(mentions.people.items()) if key[0] < before]
    persons = set(_spoken_with(article, before, places))
    if not persons and by_number:
        persons = _most_named(places)
    if len(persons) != 1:
        return None
    (person,) = persons
    (place, _), mention = next(row for row in places if row[1].person == person)
    speaker = Nominal(mention.first, mention.last, "person", person)
    return Attribution(article.paragraphs[place], (speaker,), None, 0.75, _REASON)


_Places = list[tuple[tuple[int, int], PersonMention]]


def _spoken_with(article: AnalysedArticle, before: int, places: _Places) -> Iterator[int]:
    keys = [key for key, _ in places]
    for paragraph in article.paragraphs[:before]:
        for at in range(1, len(paragraph.words)):
            if paragraph.lowers[at] in MARKED["interview_with"] and paragraph.lowers[at - 1] in MARKED["interview"]:
                number = bisect_left(keys, (paragraph.index, at))
                if number < len(keys) and keys[number] <= (paragraph.index, at + _NEAR):
                    yield places[number][1].person


def _most_named(places: _Places) -> set[int]:
    ranked = Counter(one.person for _, one in places).most_common(2)
    if not ranked or ranked[0][1] < _FEWEST or (len(ranked) > 1 and ranked[0][1] < _TIMES * ranked[1][1]):
        return set()
    return {ranked[0][0]}
