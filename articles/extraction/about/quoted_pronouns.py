"""Whom "he" and "her" mean within quoted words: the article's last fitting person who is not the speaker.

In: a quotation, its hearer and whom its sentence speaks of. Out: `Meant`s. Gender rules out; what the sentence speaks
of, whom "he" meant in the same speaker's words before, recency and who opens a sentence are the evidence.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from ..findings import FoundQuotation, Span
from ..people.entities import PersonEntities
from ..text.analysis import AnalysedArticle, sentence_at, sentences_before
from .named import Named, NamedPlaces
from .pronoun_words import noun_before, pronouns_in

_FAR = 4  # sentences a pronoun may reach back
_MANY = 30  # names looked at
_LEAST = 0.4  # how sure it must be to be told
_GENDERS = {"man": "m", "woman": "f"}


@dataclass(frozen=True, slots=True)
class Meant:
    """A pronoun within quoted words, the number of the person it means and a place that names them."""

    pronoun: Span
    person: int
    place: Span
    certainty: float
    why: str


class Pronouns:
    """Leads pronouns back, quotation by quotation in reading order."""

    def __init__(
        self, article: AnalysedArticle, entities: PersonEntities, roles: dict[int, str], places: NamedPlaces
    ) -> None:
        self.article = article
        self.names = entities.names
        self.genders = entities.genders
        self.roles = [roles.get(number, "").lower().split() for number in range(len(entities.people))]
        self.places = places
        self._before = sentences_before(article.paragraphs)
        self._last: dict[tuple[str, frozenset[str]], int] = {}  # by gender and speakers, whom it meant last

    def meant(self, quotation: FoundQuotation, told: set[int | None], beside: set[str | None]) -> Iterator[Meant]:
        """Yield whom the first "he" and "she" of a quotation mean; `told` are hearers, `beside` topics by name."""
        speakers = frozenset(speaker.name for speaker in quotation.speakers if speaker.name)
        for kind, gender in _GENDERS.items():
            place = next((at for span in quotation.spans for at in pronouns_in(self.article, span, kind)), None)
            if place is None:
                continue
            noun, stranger = noun_before(self.article.paragraphs[place.passage], quotation, place, gender)
            if stranger:
                continue
            scores = self._scores(quotation, place, gender, speakers, beside)
            bearers = {one: score for one, score in scores.items() if noun and noun in self.roles[one]}
            scores = bearers or scores
            choice = _choose({one: score for one, score in scores.items() if one not in told}, self.genders)
            if choice is None:
                continue
            person, certainty = choice
            certainty -= 0.0 if speakers else 0.1  # the unknown speaker may be the one found
            certainty = round(certainty - (0.15 if noun and not bearers else 0.0), 2)  # the noun may be another
            if certainty < _LEAST:
                continue
            self._last[gender, speakers] = person
            named = scores[person][1]
            yield Meant(place, person, named.span, certainty, self._why(named, place))

    def _scores(
        self, quotation: FoundQuotation, place: Span, gender: str, speakers: frozenset[str], beside: set[str | None]
    ) -> dict[int, tuple[float, Named]]:
        """Score the fitting people named before a pronoun; with each the place that scores best."""
        scores: dict[int, tuple[float, Named]] = {}
        here = self._number(place)
        first = self.places.first_from(place.passage, place.start)
        topics = set(beside)
        for at in range(first - 1, max(-1, first - 1 - _MANY), -1):
            named = self.places.all[at]
            far = here - self._number(named.span)
            if far > _FAR:
                break
            if named.person is None or self.names[named.person] in speakers:
                continue
            if self.genders[named.person] not in (gender, "u"):
                continue
            score = self._score(named, far, quotation, topics)
            score += 1.0 if self._last.get((gender, speakers)) == named.person else 0.0
            if named.person not in scores or score > scores[named.person][0]:
                scores[named.person] = (score, named)
        return scores

    def _score(self, named: Named, far: int, quotation: FoundQuotation, topics: set[str | None]) -> float:
        paragraph = self.article.paragraphs[named.span.passage]
        sentence = paragraph.sentences[sentence_at(paragraph, named.first)]
        within = any(s.passage == paragraph.index and s.start <= named.span.start < s.end for s in quotation.spans)
        name = self.names[named.person or 0]
        score = -0.8 * far + (0.5 if named.first - sentence.first <= 3 else 0.0)
        score += 1.5 if within or name in topics else 0.0
        return score - (0.5 if self.genders[named.person or 0] == "u" else 0.0)

    def _number(self, span: Span) -> int:
        """Return the number of a place's sentence in the article."""
        paragraph = self.article.paragraphs[span.passage]
        at = bisect_left(paragraph.starts, span.start)
        return self._before[span.passage] + sentence_at(paragraph, at)

    def _why(self, named: Named, place: Span) -> str:
        far = self._number(place) - self._number(named.span)
        where = "in the same sentence" if far == 0 else "one sentence before" if far == 1 else f"{far} sentences before"
        return f"named {where}"


def _choose(scores: dict[int, tuple[float, Named]], genders: list[str]) -> tuple[int, float] | None:
    """Return the best-scored person with how sure that is; None where there is nobody."""
    if not scores:
        return None
    best, *others = sorted(scores, key=lambda person: -scores[person][0])
    lead = scores[best][0] - scores[others[0]][0] if others else 1.0
    certainty = 0.58 + 0.2 * min(1.0, lead) + (0.1 if scores[best][0] > 0.5 else 0.0)
    certainty -= 0.15 if genders[best] == "u" else 0.0
    certainty += 0.06 * min(0.0, scores[best][0])  # far away
    return best, certainty
