"""Runs of words with capitals cut into pieces that may be names, each with the signs of a person beside it.

"Pentagon spokesman John Kirby" is the piece "John Kirby" with a title before it. What is a title, a country, an
organisation's word or a common word ends a piece; pieces that end in an organisation's word are organisations.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from .gazetteer import phrases
from .lexicons import (
    COMMON_WORDS,
    DOCUMENT_WORDS,
    HONORIFICS,
    ORGANISATION_WORDS,
    PARTICLES,
    ROLES,
    SURNAME_WORDS,
    THING_WORDS,
    TITLE_ENDS,
    TITLES,
    cue_kinds,
    doubtful_names,
    given_names,
)
from .reading import Page, Sentence
from .words import Word, joined_by_space, plain

_THINGS = ORGANISATION_WORDS | DOCUMENT_WORDS | THING_WORDS | {title + "s" for title in TITLES}
NO_NAMES = _THINGS | {word.title() for word in _THINGS if word.isupper()}
LONGEST_NAME = 6
_LONGEST_THING = 6  # words between "Ministry of" and a piece
_MARKS = frozenset("“”\"‘’«»'`")


@dataclass(frozen=True, slots=True)
class Piece:
    """A candidate name: half-open word range in its page, its words, and what stands around it."""

    page: int
    first: int
    last: int
    words: tuple[str, ...]
    titled: bool  # a title or role stands right before it
    honorific: str  # "Mr", "Mrs" …, for the gender
    part_of_thing: bool  # an organisation's or thing's word follows: "Clinton Foundation"
    opens: bool  # begins its sentence, where every word has a capital
    signs: int  # how many other signs of a person: age, role, "who", a cue
    place: bool = False  # a place's word: a person only as the surname of somebody named in full ("Austin")


def proper(word: Word) -> str:
    """Return a word as names are spelt: "CLINTON" as "Clinton"."""
    text = word.text
    return text.title() if len(text) > 3 and text.isupper() else text


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
        if words[end].capital:
            end += 1
        elif page.lowers[end] in PARTICLES and _name_goes_on(page, end, last):
            end += 1
        else:
            break
    return end


def _name_goes_on(page: Page, at: int, last: int) -> bool:
    """Say whether at most two particles are followed by a capital: "van der Bellen"."""
    for step in (at + 1, at + 2):
        if step >= last or not joined_by_space(page.words[step]):
            return False
        if page.words[step].capital:
            return True
        if page.lowers[step] not in PARTICLES:
            return False
    return False


def _cut(page: Page, sentence: Sentence, first: int, last: int) -> Iterator[Piece]:
    at = first
    titled, honorific = _role_before(page, first, sentence.first), ""
    while at < last:
        word = proper(page.words[at])
        place = _place_at(page, at, last)
        if place < 2 and word in TITLES:
            titled, honorific = word in TITLE_ENDS, word if word in HONORIFICS else honorific
            at += 1
        elif place:
            if place == 1:
                yield _piece(page, sentence, at, at + 1, last, titled, honorific, place=True)
            at, titled, honorific = at + place, False, ""
        elif _no_name_begins(page, at, last):
            at, titled, honorific = at + 1, False, ""
        else:
            end = _piece_end(page, at, last)
            yield _piece(page, sentence, at, end, last, titled, honorific)
            at, titled, honorific = end, False, ""


def _no_name_begins(page: Page, at: int, last: int) -> bool:
    """Say whether no name can begin here: a common word, a particle, an organisation's word that is no given name."""
    word, lower = proper(page.words[at]), page.lowers[at]
    if lower in PARTICLES or (lower in COMMON_WORDS and word not in given_names()):
        return True
    return (word in NO_NAMES or lower in COMMON_WORDS) and not _begins_name(page, at, last)


def _role_before(page: Page, first: int, sentence_first: int) -> bool:
    """Say whether a role in small letters stands right before: "spokesman John Kirby"."""
    before = first - 1
    return before >= sentence_first and joined_by_space(page.words[first]) and page.lowers[before] in ROLES


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
    """Say whether a place's word is a given name here: "Jordan Peele", "Chad Wolf"."""
    if proper(page.words[at]) not in given_names() or at + 1 >= last or page.words[at].owns:
        return False
    follower = proper(page.words[at + 1])
    return follower not in NO_NAMES and follower not in TITLES and follower.lower() not in COMMON_WORDS


def _piece_end(page: Page, at: int, last: int) -> int:
    """Return where the name that begins here ends inside its run."""
    given = proper(page.words[at]) in given_names()
    end = at + 1
    while end < last and end - at < LONGEST_NAME:
        word, lower = proper(page.words[end]), page.lowers[end]
        if word in SURNAME_WORDS and given and word.lower() not in ("may",):
            end += 1
            continue
        if word in given_names():
            end += 1
            continue
        if lower in PARTICLES and not page.words[end].capital:
            if end + 1 >= last:
                break
            end += 1
            continue
        if word == "May" and given and end == at + 1:
            end += 1
            continue
        if lower in COMMON_WORDS and len(lower) > 1:
            break
        if word in NO_NAMES or word in TITLES or _place_at(page, end, last):
            break
        end += 1
    while end > at + 1 and not page.words[end - 1].capital:
        end -= 1
    return end


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
        part_of_thing=_part_of_thing(page, first, last, run),
        opens=first == sentence.first,
        signs=_signs(page, sentence, first, last),
        place=place,
    )


def _part_of_thing(page: Page, first: int, last: int, run: int) -> bool:
    """Say whether a thing's word stands right after the piece, or "Ministry of" and the like before it."""
    if last < run and proper(page.words[last]) in NO_NAMES and not page.words[last - 1].owns:
        return True
    at = first
    while at > 1 and first - at < _LONGEST_THING and joined_by_space(page.words[at]) and page.words[at - 1].capital:
        at -= 1
    return at > 1 and page.lowers[at - 1] in ("of", "for") and proper(page.words[at - 2]) in NO_NAMES


def _signs(page: Page, sentence: Sentence, first: int, last: int) -> int:
    """Count the signs of a person around a name: an age, a role set beside it, "who", a cue."""
    kinds = cue_kinds()
    signs = 0
    if last < sentence.last:
        gap, follower = page.words[last].gap, page.lowers[last]
        if "," in gap and (follower in ROLES or _age(follower) or _role_in(page, last, sentence.last)):
            signs += 2
        if follower in ("who", "whose"):
            signs += 1
        if "(" in gap and (follower == "born" or follower.isdigit()):
            signs += 2
        if kinds.get(follower) in ("say", "tell") and not page.words[last].capital:
            signs += 1
    if first > sentence.first and kinds.get(page.lowers[first - 1]) == "say" and joined_by_space(page.words[first]):
        signs += 1 if _MARKS & set(page.words[first - 1].gap) else 0
    return signs


def _age(word: str) -> bool:
    return word.isdigit() and 1 <= len(word) <= 2


def _role_in(page: Page, at: int, last: int) -> bool:
    """Say whether a role is among the next words up to a comma or stop."""
    for step in range(at, min(at + 7, last)):
        if step > at and not joined_by_space(page.words[step]):
            return False
        if page.lowers[step] in ROLES:
            return True
        if page.lowers[step] in ("who", "which", "of", "in", "at"):
            return False
    return False


def is_initial(word: str) -> bool:
    """Say whether a word is the first letter of a name."""
    return len(word.rstrip(".")) == 1 and word[0].isupper()


def given_strength(words: tuple[str, ...]) -> float:
    """Say how surely a piece begins with a given name: 1 sure, 0.7 or 0.5 a word or a place too, 0 no."""
    first = words[0]
    if first in doubtful_names():
        return 0.7 if given_names()[first] == "m" else 0.5
    if first in given_names() or ("-" in first and first.split("-")[0] in given_names()):
        return 1.0
    return 0.0
