"""Runs of words with capitals cut into pieces that may be names, each with the signs of a person beside it.

"Harbour spokesman Peter Novak" is the piece "Peter Novak" with a title before it. What is a title, a country, an
organisation's word or a common word ends a piece; pieces that end in an organisation's word are organisations.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from ..gazetteer.country_forms import phrases
from ..lexicons import COMMON_WORDS, HONORIFICS, NO_NAMES, PARTICLES, SURNAME_WORDS, TITLE_ENDS, TITLES, given_names
from ..text.reading import Page, Sentence
from ..text.words import joined_by_space, plain, proper
from .name_signs import part_of_thing, role_stands_before, signs_of

LONGEST_NAME = 6


@dataclass(frozen=True, slots=True)
class Piece:
    """A candidate name: half-open word range in its page, its words, and what stands around it."""

    page: int
    first: int
    last: int
    words: tuple[str, ...]
    titled: bool  # a title or role stands right before it
    honorific: str  # "Mr", "Mrs" …, for the gender
    part_of_thing: bool  # an organisation's or thing's word follows: "the Novak Foundation"
    opens: bool  # begins its sentence, where every word has a capital
    signs: int  # how many other signs of a person: age, role, "who", a cue
    place: bool = False  # a place's word: a person only as the surname of somebody named in full ("Austin")


def pieces_of(page: Page) -> Iterator[Piece]:
    """Yield the candidate names of a page in order."""
    for sentence in page.sentences:
        at = sentence.first
        while at < sentence.last:
            if page.words[at].capital:
                end = _run_end(page, at, sentence.last)
                yield from _cut(page, sentence, at, end)
                at = end
            else:
                at += 1


def _run_end(page: Page, at: int, last: int) -> int:
    """Return where a run of capitals ends: small particles may stand inside, a possessive ends it."""
    words = page.words
    end = at + 1
    while end < last and not words[end - 1].owns and joined_by_space(words[end]):
        if not words[end].capital and not (page.lowers[end] in PARTICLES and _name_goes_on(page, end, last)):
            break
        end += 1
    return end


def _name_goes_on(page: Page, at: int, last: int) -> bool:
    """Say whether at most two particles are followed by a capital: "van der Meer"."""
    for step in (at + 1, at + 2):
        if step >= last or not joined_by_space(page.words[step]):
            return False
        if page.words[step].capital:
            return True
        if page.lowers[step] not in PARTICLES:
            return False
    return False


def _cut(page: Page, sentence: Sentence, first: int, last: int) -> Iterator[Piece]:
    """Cut a run of capitals at titles, places and words that are no names; yield what is left."""
    at = first
    titled, honorific = role_stands_before(page, first, sentence.first), ""
    while at < last:
        word = proper(page.words[at])
        place = _place_at(page, at, last)
        if place < 2 and word in TITLES and not honorific:
            titled, honorific = word in TITLE_ENDS, word if word in HONORIFICS else ""
            if at + 1 == last and word in SURNAME_WORDS:
                yield _piece(page, sentence, at, last, last, False, "", place=True)
            at += 1
        elif place:
            if place == 1:
                yield _piece(page, sentence, at, at + 1, last, titled, honorific, place=True)
            at, titled, honorific = at + place, False, ""
        elif not honorific and _no_name_begins(page, at, last):
            if word in SURNAME_WORDS:
                yield _piece(page, sentence, at, at + 1, last, False, "", place=True)
            at, titled, honorific = at + 1, False, ""
        else:
            end = _piece_end(page, at, last)
            yield _piece(page, sentence, at, end, last, titled, honorific)
            at, titled, honorific = end, False, ""


def _no_name_begins(page: Page, at: int, last: int) -> bool:
    """Say whether no name can begin here: a common word, a particle, an organisation's word that is no given name."""
    word, lower = proper(page.words[at]), page.lowers[at]
    if (lower in PARTICLES or lower in COMMON_WORDS) and word not in given_names():
        return True
    return (word in NO_NAMES or lower in COMMON_WORDS) and not _begins_name(page, at, last)


def _place_at(page: Page, at: int, last: int) -> int:
    """Return how many words a country's or place's phrase takes here, 0 for none or for one that begins a name."""
    word = page.words[at]
    for place in phrases().get(plain(proper(word)), ()):
        size = len(place.rest) + 1
        if at + size <= last and all(
            plain(proper(page.words[at + step])) == part for step, part in enumerate(place.rest, 1)
        ):
            return 0 if size == 1 and _begins_name(page, at, last) else size
    return 0


def _begins_name(page: Page, at: int, last: int) -> bool:
    """Say whether a place's word is a given name here: "Jordan Miller", "Chad Becker"."""
    if proper(page.words[at]) not in given_names() or at + 1 >= last or page.words[at].owns:
        return False
    follower = proper(page.words[at + 1])
    return follower not in NO_NAMES and follower not in TITLES and follower.lower() not in COMMON_WORDS


def _piece_end(page: Page, at: int, last: int) -> int:
    """Return where the name that begins here ends inside its run."""
    given = proper(page.words[at]) in given_names()
    end = at + 1
    while end < last and end - at < LONGEST_NAME and _carries_on(page, end, last, given):
        end += 1
    while end > at + 1 and not page.words[end - 1].capital:
        end -= 1
    return end


def _carries_on(page: Page, at: int, last: int, given: bool) -> bool:
    """Say whether a word carries a name on; after a given name more words may: "Anna Hill", "Peter May"."""
    word, lower = proper(page.words[at]), page.lowers[at]
    if word in given_names() or (given and word in SURNAME_WORDS):
        return True
    if lower in PARTICLES and not page.words[at].capital:
        return at + 1 < last
    if lower in COMMON_WORDS and len(lower) > 1:
        return False
    return word not in NO_NAMES and word not in TITLES and not _place_at(page, at, last)


def _piece(
    page: Page, sentence: Sentence, first: int, last: int, run: int, titled: bool, honorific: str, place: bool = False
) -> Piece:
    words = tuple(proper(word) for word in page.words[first:last])
    return Piece(
        page=page.index,
        first=first,
        last=last,
        words=words,
        titled=titled,
        honorific=honorific,
        part_of_thing=part_of_thing(page, first, last, run),
        opens=first == sentence.first,
        signs=signs_of(page, sentence, first, last),
        place=place,
    )
