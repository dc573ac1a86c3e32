"""Pronoun resolution: whom "he" or "she" means, by recency, who spoke last and who was a sentence's subject last.

In: the people named in an article, and the words. Out: the mention they lead to, and how clear that is. Gender rules
out; a person of unknown gender, or one whom the words said name themselves, counts a little less.
"""

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from ..lexicons import GRAMMAR
from ..people.entities import PersonMention
from ..records import record
from ..text.analysis import sentence_at
from .named_people import Anaphor, NamedPeople

_HE = GRAMMAR["he"]
_SHE = GRAMMAR["she"]
_FAR = 14  # sentences a pronoun may reach back
_MANY = 40  # mentions looked at
# What a sign weighs against a sentence of distance, fitted to annotated pronouns of news.
_SPOKE, _UNKNOWN, _QUOTED, _INSIDE = 0.6, 1.2, 2.8, 1.8
_PASSED = 1.8  # another who fits was a subject since (the centre has shifted: Grosz, Joshi and Weinstein, 1995)
_ALIKE = 3.0  # and that a role says the same as a description
_SIGNS = {"subject": 1.6, "introduced": 1.0, "owner": -1.0, "speaks": 0.6, "opens": 1.8}
_CLEAR = 3.5  # how far the best must be ahead to be clear: 99 in 100 of these are right, of the others 87


@record
class Antecedent:
    """The mention that words lead to, how many sentences back it stands, and another's that came close, if any did."""

    mention: PersonMention
    far: int
    rival: PersonMention | None = None


@record
class _Candidate:
    """A person's best mention by its number, how many sentences back it stands, and what speaks for it."""

    mention: int
    far: int
    score: float


def pronoun_gender(lower: str) -> str | None:
    """Return the gender of a pronoun in small letters, "m" or "f"; None for any other word."""
    return "m" if lower in _HE else "f" if lower in _SHE else None


def find_antecedent(people: NamedPeople, anaphor: Anaphor, last_speaker: int | None) -> Antecedent | None:
    """Return whom words mean, None where nobody fits; `last_speaker` is the number of the person who spoke last."""
    ranked = _ranked(people, anaphor, last_speaker)
    if not ranked:
        return None
    second = ranked[1] if len(ranked) > 1 and ranked[0].score - ranked[1].score <= _CLEAR else None
    rival = people.mentions[second.mention] if second else None
    return Antecedent(people.mentions[ranked[0].mention], ranked[0].far, rival)


def _ranked(people: NamedPeople, anaphor: Anaphor, last_speaker: int | None) -> list[_Candidate]:
    """Return those who fit, the best first."""
    best: dict[int, _Candidate] = {}
    subjects: dict[int, int] = {}  # people who were subjects, and how many sentences back
    for number, far in _before(people, anaphor):
        person = people.mentions[number].person
        if not _fits(people, anaphor, person):
            continue
        score = _score(people, anaphor, number, far, last_speaker)
        if any(other != person and nearer < far for other, nearer in subjects.items()):
            score -= _PASSED
        if "subject" in people.signs(number):
            subjects.setdefault(person, far)
        if person not in best or score > best[person].score:
            best[person] = _Candidate(number, far, score)
    return sorted(best.values(), key=lambda one: -one.score)


def _fits(people: NamedPeople, anaphor: Anaphor, person: int) -> bool:
    if anaphor.among is not None and person not in anaphor.among:
        return False
    return anaphor.gender is None or people.genders[person] in (anaphor.gender, "u")


def _before(people: NamedPeople, anaphor: Anaphor) -> Iterator[tuple[int, int]]:
    """Yield the numbers of the mentions before a place, nearest first, with the sentences between."""
    paragraph = anaphor.paragraph
    here = people.sentences_before[paragraph.index] + sentence_at(paragraph, anaphor.at)
    end = bisect_left(people.positions, (paragraph.index, anaphor.at))
    for number in range(end - 1, max(0, end - _MANY) - 1, -1):
        mention = people.mentions[number]
        its_paragraph = people.article.paragraphs[mention.paragraph]
        far = here - people.sentences_before[mention.paragraph] - sentence_at(its_paragraph, mention.first)
        if far > _FAR:
            return
        yield number, far


@cache
def _weight(signs: frozenset[str]) -> float:
    """Return what the signs of a mention weigh together: of a few signs there are few sets."""
    return sum(weight for sign, weight in _SIGNS.items() if sign in signs)


def _score(people: NamedPeople, anaphor: Anaphor, number: int, far: int, last_speaker: int | None) -> float:
    mention = people.mentions[number]
    signs = people.signs(number)
    if "any" not in signs:
        return -float(far) - _QUOTED
    score = -float(far) + _weight(signs)
    score += _SPOKE if mention.person == last_speaker else 0.0
    score += _ALIKE if mention.person in anaphor.preferred else 0.0
    score -= _INSIDE if mention.person in anaphor.inside else 0.0
    return score - (_UNKNOWN if people.genders[mention.person] == "u" else 0.0)
