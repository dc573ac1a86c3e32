"""Pronoun resolution: whom "he" or "she" means, by recency, who spoke last and who is a sentence's subject.

In: the people named in an article, and the place of the pronoun. Out: the mention it leads to, and how clear that is.
Gender rules out; a person of unknown gender counts a little less.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

from ..grammar.verbs import verb_after
from ..lexicons import GRAMMAR, cue_kinds
from ..people.entities import PersonMention
from ..records import record
from ..text.analysis import AnalysedArticle, AnalysedParagraph, sentence_at

_HE = GRAMMAR["he"]
_SHE = GRAMMAR["she"]
_FAR = 14  # sentences a pronoun may reach back
_MANY = 40  # mentions looked at
_SUBJECT, _SPOKE, _NEW, _UNKNOWN, _QUOTED = 0.6, 1.6, 0.8, 1.0, 2.5  # what a sign weighs against a sentence of distance
_TITLE = 4  # words in capitals before a name
_OPENING = 3  # words of a sentence within which a mention counts as its subject


@dataclass(slots=True)
class NamedPeople:
    """The mentions of people in an article, in order, and what a pronoun's antecedent is chosen by."""

    article: AnalysedArticle
    mentions: list[PersonMention]
    genders: list[str]  # of the people, by number: "m", "f" or "u" for unknown
    positions: list[tuple[int, int]]  # paragraph and first word of each mention
    sentences_before: list[int]  # for each paragraph, how many sentences of the article stand before it
    first_positions: dict[int, tuple[int, int]] = field(init=False)  # where each person is named first

    def __post_init__(self) -> None:
        self.first_positions = {}
        for mention in self.mentions:
            self.first_positions.setdefault(mention.person, (mention.paragraph, mention.first))


@record
class Antecedent:
    """The mention a pronoun leads to, how many sentences back it stands, and whether another person came close."""

    mention: PersonMention
    far: int
    clear: bool


def pronoun_gender(lower: str) -> str | None:
    """Return the gender of a pronoun in small letters, "m" or "f"; None for any other word."""
    return "m" if lower in _HE else "f" if lower in _SHE else None


def find_antecedent(
    people: NamedPeople, paragraph: AnalysedParagraph, at: int, gender: str, last_speaker: int | None
) -> Antecedent | None:
    """Return whom a pronoun of this gender at a word of a paragraph means, None where nobody fits.

    `last_speaker` is the number of the person who spoke last.
    """
    best: dict[int, tuple[float, PersonMention, int]] = {}
    for mention, far in _before(people, paragraph, at):
        if people.genders[mention.person] not in (gender, "u"):
            continue
        score = _score(people, mention, far, last_speaker)
        if mention.person not in best or score > best[mention.person][0]:
            best[mention.person] = (score, mention, far)
    ranked = sorted(best.values(), key=lambda one: -one[0])
    if not ranked:
        return None
    score, mention, far = ranked[0]
    return Antecedent(mention, far, len(ranked) == 1 or score - ranked[1][0] > 1.0)


def _before(people: NamedPeople, paragraph: AnalysedParagraph, at: int) -> Iterator[tuple[PersonMention, int]]:
    """Yield the mentions before a place, nearest first, with the sentences between."""
    here = people.sentences_before[paragraph.index] + sentence_at(paragraph, at)
    end = bisect_left(people.positions, (paragraph.index, at))
    for mention in reversed(people.mentions[max(0, end - _MANY) : end]):
        its_paragraph = people.article.paragraphs[mention.paragraph]
        far = here - people.sentences_before[mention.paragraph] - sentence_at(its_paragraph, mention.first)
        if far > _FAR:
            return
        yield mention, far


def _score(people: NamedPeople, mention: PersonMention, far: int, last_speaker: int | None) -> float:
    paragraph = people.article.paragraphs[mention.paragraph]
    if paragraph.quoted[mention.first]:
        return -float(far) - _QUOTED
    score = -float(far) + (_SUBJECT if _is_subject(paragraph, mention) else 0.0)
    score += _NEW if _is_introduced(people, mention) else 0.0
    score += _SPOKE if mention.person == last_speaker else 0.0
    return score - (_UNKNOWN if people.genders[mention.person] == "u" else 0.0)


def _is_subject(paragraph: AnalysedParagraph, mention: PersonMention) -> bool:
    """Say whether a mention is the subject of its sentence: first in it, before a verb of its own, or after "said"."""
    sentence = paragraph.sentences[sentence_at(paragraph, mention.first)]
    if mention.first - sentence.first <= _OPENING:
        return True
    first = mention.first
    while first > sentence.first and paragraph.words[first - 1].capital and mention.first - first < _TITLE:
        first -= 1
    if first > sentence.first and cue_kinds().get(paragraph.lowers[first - 1]) == "say":
        return True
    before = paragraph.lowers[mention.first - 1]
    return before not in GRAMMAR["preposition"] and verb_after(paragraph, mention.last, sentence.last) >= 0


def _is_introduced(people: NamedPeople, mention: PersonMention) -> bool:
    """Say whether a mention brings the person in, with a remark on who it is: "Peter Novak, head of the port"."""
    paragraph = people.article.paragraphs[mention.paragraph]
    remark = mention.last < len(paragraph.words) and paragraph.gaps[mention.last].startswith(",")
    if mention.first and paragraph.lowers[mention.first - 1] in GRAMMAR["preposition"]:
        return False
    return mention.full and remark and people.first_positions[mention.person] == (mention.paragraph, mention.first)
