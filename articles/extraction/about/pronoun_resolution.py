"""Whom "he" and "her" mean within quoted words: the article's last fitting person who is not the speaker.

In: a quotation, its hearer and whom its sentence speaks of. Out: `ResolvedPronoun`s. Gender rules out; what the
sentence speaks of, whom "he" meant in the same speaker's words before, recency and who opens a sentence are the
evidence.
"""

from bisect import bisect_left
from collections.abc import Iterator

from ..findings import FoundQuotation, Span
from ..people.entities import PersonEntities
from ..records import record
from ..text.analysis import AnalysedArticle, sentence_at, sentences_before
from .entity_mentions import EntityMention, EntityMentions
from .quoted_pronouns import noun_before, pronouns_in

_FAR = 4  # sentences a pronoun may reach back
_MANY = 30  # names looked at
_LEAST = 0.4  # confidence below which a pronoun is left unresolved
_GENDERS = {"man": "m", "woman": "f"}


@record
class ResolvedPronoun:
    """A pronoun within quoted words, the number of the person it means, and the mention of them that speaks for it."""

    pronoun: Span
    person: int
    mention: Span
    confidence: float  # between 0 and 1
    reason: str  # how far before the pronoun the mention stands


class PronounResolver:
    """Resolves the pronouns within quotations, which must be given in reading order."""

    def __init__(
        self, article: AnalysedArticle, entities: PersonEntities, roles: dict[int, str], mentions: EntityMentions
    ) -> None:
        self.article = article
        self.names = entities.names
        self.genders = entities.genders
        self.roles = [roles.get(number, "").lower().split() for number in range(len(entities.people))]
        self.mentions = mentions
        self._before = sentences_before(article.paragraphs)
        self._last: dict[tuple[str, frozenset[str]], int] = {}  # by gender and speakers, whom it meant last

    def resolve(
        self, quotation: FoundQuotation, hearers: set[int | None], topics: set[str | None]
    ) -> Iterator[ResolvedPronoun]:
        """Yield whom the first "he" and the first "she" of a quotation mean, where that is sure enough.

        `hearers` are numbers of people who are spoken to, `topics` names of people whom its sentence speaks of.
        """
        speakers = frozenset(speaker.name for speaker in quotation.speakers if speaker.name)
        for kind, gender in _GENDERS.items():
            place = next((at for span in quotation.spans for at in pronouns_in(self.article, span, kind)), None)
            if place is None:
                continue
            noun, stranger = noun_before(self.article.paragraphs[place.passage], quotation, place, gender)
            if stranger:
                continue
            scores = self._scores(quotation, place, gender, speakers, topics)
            bearers = {one: score for one, score in scores.items() if noun and noun in self.roles[one]}
            scores = bearers or scores
            choice = _choose({one: score for one, score in scores.items() if one not in hearers}, self.genders)
            if choice is None:
                continue
            person, confidence = choice
            confidence -= 0.0 if speakers else 0.1  # the unknown speaker may be the one found
            confidence = round(confidence - (0.15 if noun and not bearers else 0.0), 2)  # the noun may be another
            if confidence < _LEAST:
                continue
            self._last[gender, speakers] = person
            mention = scores[person][1]
            yield ResolvedPronoun(place, person, mention.span, confidence, self._why(mention, place))

    def _scores(
        self, quotation: FoundQuotation, place: Span, gender: str, speakers: frozenset[str], topics: set[str | None]
    ) -> dict[int, tuple[float, EntityMention]]:
        """Score the fitting people named before a pronoun; with each the place that scores best."""
        scores: dict[int, tuple[float, EntityMention]] = {}
        here = self._number(place)
        first = self.mentions.first_from(place.passage, place.start)
        for at in range(first - 1, max(-1, first - 1 - _MANY), -1):
            mention = self.mentions.all[at]
            far = here - self._number(mention.span)
            if far > _FAR:
                break
            if mention.person is None or self.names[mention.person] in speakers:
                continue
            if self.genders[mention.person] not in (gender, "u"):
                continue
            score = self._score(mention, far, quotation, topics)
            score += 1.0 if self._last.get((gender, speakers)) == mention.person else 0.0
            if mention.person not in scores or score > scores[mention.person][0]:
                scores[mention.person] = (score, mention)
        return scores

    def _score(self, mention: EntityMention, far: int, quotation: FoundQuotation, topics: set[str | None]) -> float:
        paragraph = self.article.paragraphs[mention.span.passage]
        sentence = paragraph.sentences[sentence_at(paragraph, mention.first)]
        within = any(s.passage == paragraph.index and s.start <= mention.span.start < s.end for s in quotation.spans)
        name = self.names[mention.person or 0]
        score = -0.8 * far + (0.5 if mention.first - sentence.first <= 3 else 0.0)
        score += 1.5 if within or name in topics else 0.0
        return score - (0.5 if self.genders[mention.person or 0] == "u" else 0.0)

    def _number(self, span: Span) -> int:
        """Return the number of a place's sentence in the article."""
        paragraph = self.article.paragraphs[span.passage]
        at = bisect_left(paragraph.starts, span.start)
        return self._before[span.passage] + sentence_at(paragraph, at)

    def _why(self, mention: EntityMention, place: Span) -> str:
        far = self._number(place) - self._number(mention.span)
        where = "in the same sentence" if far == 0 else "one sentence before" if far == 1 else f"{far} sentences before"
        return f"named {where}"


def _choose(scores: dict[int, tuple[float, EntityMention]], genders: list[str]) -> tuple[int, float] | None:
    """Return the best-scored person with how sure that is; None where there is nobody."""
    if not scores:
        return None
    best, *others = sorted(scores, key=lambda person: -scores[person][0])
    lead = scores[best][0] - scores[others[0]][0] if others else 1.0
    confidence = 0.58 + 0.2 * min(1.0, lead) + (0.1 if scores[best][0] > 0.5 else 0.0)
    confidence -= 0.15 if genders[best] == "u" else 0.0
    confidence += 0.06 * min(0.0, scores[best][0])  # far away
    return best, confidence
