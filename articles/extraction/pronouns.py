"""Whom "he" or "she" means: the last fitting person, by recency, who spoke last and who is a sentence's subject.

In: what a reader remembers and the place of the pronoun. Out: the mention it leads to, and how clear that is. Gender
rules out; a person of unknown gender counts a little less.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from .cast import PersonMention
from .lexicons import GRAMMAR
from .reading import Page, Reading, sentence_at

_HE = GRAMMAR["he"]
_SHE = GRAMMAR["she"]
_FAR = 14  # sentences a pronoun may reach back
_MANY = 40  # mentions looked at
_OPENING = 3  # words of a sentence within which a mention counts as its subject


@dataclass(slots=True)
class Named:
    """The people named in an article, in order, and what tells them apart."""

    reading: Reading
    mentions: list[PersonMention]
    genders: list[str]
    places: list[tuple[int, int]]  # of the mentions
    numbers: list[int]  # for each page, how many sentences stand before it


@dataclass(frozen=True, slots=True)
class Antecedent:
    """The mention a pronoun leads to, how many sentences back it stands, and whether another person came close."""

    mention: PersonMention
    far: int
    clear: bool


def gender_meant(lower: str) -> str | None:
    """Return the gender that a pronoun asks for: "m", "f" or None."""
    return "m" if lower in _HE else "f" if lower in _SHE else None


def antecedent(named: Named, page: Page, at: int, gender: str, last_speaker: int | None) -> Antecedent | None:
    """Return whom a pronoun at a word of a page means, None where nobody fits."""
    best: dict[int, tuple[float, PersonMention, int]] = {}
    for mention, far in _before(named, page, at):
        if named.genders[mention.person] not in (gender, "u"):
            continue
        score = _score(named, mention, far, gender, last_speaker)
        if mention.person not in best or score > best[mention.person][0]:
            best[mention.person] = (score, mention, far)
    ranked = sorted(best.values(), key=lambda one: -one[0])
    if not ranked:
        return None
    score, mention, far = ranked[0]
    return Antecedent(mention, far, len(ranked) == 1 or score - ranked[1][0] > 1.0)


def _before(named: Named, page: Page, at: int) -> Iterator[tuple[PersonMention, int]]:
    """Yield the mentions before a place, nearest first, with the sentences between."""
    here = named.numbers[page.index] + sentence_at(page, at)
    end = bisect_left(named.places, (page.index, at))
    for mention in reversed(named.mentions[max(0, end - _MANY) : end]):
        its_page = named.reading.pages[mention.page]
        far = here - named.numbers[mention.page] - sentence_at(its_page, mention.first)
        if far > _FAR:
            return
        yield mention, far


def _score(named: Named, mention: PersonMention, far: int, gender: str, last_speaker: int | None) -> float:
    page = named.reading.pages[mention.page]
    opens = mention.first - page.sentences[sentence_at(page, mention.first)].first <= _OPENING
    score = -float(far) + (0.6 if opens else 0.0)
    score += 1.6 if mention.person == last_speaker else 0.0
    score -= 0.4 if named.genders[mention.person] == "u" else 0.0
    return score - (1.5 if page.quoted[mention.first] else 0.0)
