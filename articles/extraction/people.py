"""The people of an article: which names are human beings, and which mentions are the same one.

In: the reading of an article. Out: `Cast`, the people in the order of their first mention with the place of every
mention. A name of two words and more needs a given name or signs of a person (a title, a role, an age, a cue); one word
alone is a person only with a title, or as part of a name that the article gives in full.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from .findings import PassageKind, Span
from .lexicons import TITLES, doubtful_names, given_names, nicknames
from .names import NO_NAMES, Piece, given_strength, is_initial, pieces_of
from .reading import Reading

_SURNAME = re.compile(
    r"(?:[a-z](?:ski|sky|ska|ov|ova|ev|eva|enko|chuk|ić|ich|escu|shvili|adze|yan|ez|stein|berg|mann|sson|sen|opoulos|idis|elli|etti|wala|kumar|singh|zadeh))$"
    r"|^(?:Mc|Mac|O['’]|Fitz)[A-Z]"
)
_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))


@dataclass(frozen=True, slots=True)
class PersonMention:
    """One place that names a person: half-open word range in its page, and the person's number in the cast."""

    page: int
    first: int
    last: int
    person: int
    full: bool  # more than one word of the name


@dataclass(slots=True)
class Human:
    """One person while the article is read: spellings counted, honorifics seen."""

    names: Counter[tuple[str, ...]] = field(default_factory=Counter)
    honorifics: set[str] = field(default_factory=set)
    certainty: float = 0.0

    @property
    def name(self) -> tuple[str, ...]:
        """Return the fullest common spelling."""
        return max(self.names, key=lambda words: (len(words) > 1, self.names[words], len(words)))


@dataclass(frozen=True, slots=True)
class Cast:
    """The people of an article and every mention, in order."""

    people: list[Human]
    mentions: list[PersonMention]


def cast_of(reading: Reading) -> Cast:
    """Find the people of an article."""
    pieces = [piece for page in reading.pages for piece in pieces_of(page)]
    full = _full_names(pieces, reading)
    people, by_name = _joined(full, pieces)
    _add_single_names(people, by_name, pieces, reading)
    return Cast(people, _mentions(people, by_name, pieces, reading))


def fold(word: str) -> str:
    """Return a word without case, accents and hyphens, for comparing spellings."""
    return _fold(word)


@lru_cache(maxsize=20_000)
def _fold(word: str) -> str:
    bare = unicodedata.normalize("NFKD", word)
    return "".join(letter for letter in bare if letter.isalnum()).lower() or word


def _full_names(pieces: list[Piece], reading: Reading) -> dict[tuple[str, ...], float]:
    """Return the names of two words and more that are people, with how sure that is."""
    best: dict[tuple[str, ...], float] = {}
    alone = Counter(piece.words[0] for piece in pieces if len(piece.words) == 1 and not (piece.part_of_thing or piece.place))
    for piece in pieces:
        if len(piece.words) > 1 and not piece.part_of_thing:
            words = _without_opener(piece, reading)
            if len(words) > 1:
                best[words] = max(best.get(words, 0.0), _certainty(piece, words, alone, reading))
    return {words: sure for words, sure in best.items() if sure >= 0.5}


def _without_opener(piece: Piece, reading: Reading) -> tuple[str, ...]:
    """Drop a sentence's first word where it is no given name and the article writes it small elsewhere."""
    words = piece.words
    if piece.opens and words[0].lower() in reading.small_words and words[0] not in given_names():
        return words[1:]
    return words


def _certainty(piece: Piece, words: tuple[str, ...], alone: Counter[str], reading: Reading) -> float:
    sure = 0.75 * given_strength(words)
    if reading.pages[piece.page].kind == PassageKind.TITLE and len(words) > 2:
        sure -= 0.4
    if piece.titled:
        sure += 0.5
    sure += 0.25 * min(piece.signs, 3)
    if any(is_initial(word) for word in words[:-1]):
        sure += 0.4
    if alone[words[-1]]:
        sure += 0.2 if alone[words[-1]] == 1 or alone[words[0]] else 0.5
    if _SURNAME.search(words[-1]):
        sure += 0.3
    if len(words) > 4 or any(word.lower() in reading.small_words for word in words[1:] if word[0].isupper()):
        sure -= 0.3
    if words[-1].isupper() and len(words[-1]) > 1 and not words[0].isupper():
        sure -= 0.4  # "Ariana TV"
    return min(sure, 1.0)


def _joined(full: dict[tuple[str, ...], float], pieces: list[Piece]) -> tuple[list[Human], dict[tuple[str, ...], int]]:
    """Join spellings of one person; return the people and the person of each spelling."""
    people: list[Human] = []
    by_name: dict[tuple[str, ...], int] = {}
    by_last: dict[str, list[int]] = {}
    for piece in pieces:
        words = piece.words if piece.words in full else piece.words[1:]
        if words not in full or piece.part_of_thing:
            continue
        if words not in by_name:
            last = fold(surname(words))
            number = next((one for one in by_last.get(last, ()) if _same_person(people[one].names, words)), len(people))
            if number == len(people):
                people.append(Human())
                by_last.setdefault(last, []).append(number)
            by_name[words] = number
        human = people[by_name[words]]
        human.names[words] += 1
        human.certainty = max(human.certainty, full[words])
        if piece.honorific:
            human.honorifics.add(piece.honorific)
    return people, by_name


def surname(words: tuple[str, ...]) -> str:
    """Return the last word of a name that is no suffix."""
    for word in reversed(words):
        if word.lower().strip(".") not in _SUFFIXES:
            return word
    return words[-1]


def _same_person(names: Iterable[tuple[str, ...]], words: tuple[str, ...]) -> bool:
    return any(_same_given(name[0], words[0]) for name in names)


def _same_given(one: str, other: str) -> bool:
    if fold(one) == fold(other) or (min(len(one), len(other)) <= 2 and fold(one)[:1] == fold(other)[:1]):
        return True
    shorts = nicknames()
    return (
        other in shorts.get(one, ())
        or one in shorts.get(other, ())
        or bool(shorts.get(one, frozenset()) & shorts.get(other, frozenset()))
    )


def _add_single_names(
    people: list[Human], by_name: dict[tuple[str, ...], int], pieces: list[Piece], reading: Reading
) -> None:
    """Add people whom the article knows by one name with a title ("Mr. Rahami")."""
    known = _parts(people)
    for piece in pieces:
        if len(piece.words) == 1 and not (piece.part_of_thing or piece.place) and _stands_for_person(piece, reading):
            word = fold(piece.words[0])
            if word in known:
                continue
            human = Human(certainty=0.8 if piece.honorific else 0.6 if piece.titled else 0.5)
            human.names[piece.words] += 1
            known[word] = [len(people)]
            by_name[piece.words] = len(people)
            people.append(human)


def _stands_for_person(piece: Piece, reading: Reading) -> bool:
    """Say whether one word alone names a person: with a title, or a given name that is no other word."""
    word = piece.words[0]
    if len(word) < 2 or word.isupper() or word.lower() in reading.small_words or word.rstrip("s") in TITLES:
        return False
    return piece.titled or (word in given_names() and word not in doubtful_names() and given_names()[word] != "u")


def _parts(people: list[Human]) -> dict[str, list[int]]:
    """Return for each word that may stand alone for a person the people it may mean."""
    parts: dict[str, list[int]] = {}
    for number, human in enumerate(people):
        for name in human.names:
            for word in {fold(surname(name)), fold(name[0])}:
                if number not in parts.setdefault(word, []) and len(word) > 1:
                    parts[word].append(number)
    return parts


def _mentions(
    people: list[Human], by_name: dict[tuple[str, ...], int], pieces: list[Piece], reading: Reading
) -> list[PersonMention]:
    parts = _parts(people)
    latest: dict[str, int] = {}  # the person whom a word meant last
    mentions: list[PersonMention] = []
    for piece in pieces:
        if piece.part_of_thing:
            continue
        mentions.extend(_mentions_in(piece, people, by_name, parts, latest))
    return mentions


def _mentions_in(
    piece: Piece,
    people: list[Human],
    by_name: dict[tuple[str, ...], int],
    parts: dict[str, list[int]],
    latest: dict[str, int],
) -> Iterable[PersonMention]:
    for start, end in _known_ranges(piece.words, by_name, parts):
        words = piece.words[start:end]
        number = by_name.get(words)
        if number is None and piece.place:
            number = _namesake(words[0], people, parts)
        elif number is None:
            number = _meant(fold(words[0]), piece, people, parts, latest)
        if number is None:
            continue
        human = people[number]
        if piece.honorific and start == 0:
            human.honorifics.add(piece.honorific)
        for part in (fold(surname(words)), fold(words[0])):
            latest[part] = number
        yield PersonMention(piece.page, piece.first + start, piece.first + end, number, end - start > 1)


def _known_ranges(
    words: tuple[str, ...], by_name: dict[tuple[str, ...], int], parts: dict[str, list[int]]
) -> Iterable[tuple[int, int]]:
    """Return the ranges of a piece that are known names: the longest first, then a single word where it may stand."""
    at = 0
    found = []
    while at < len(words):
        end = next((end for end in range(len(words), at, -1) if words[at:end] in by_name), 0)
        if not end and fold(words[at]) in parts and (len(words) == 1 or _may_stand_alone(words, at)):
            end = at + 1
        if end:
            found.append((at, end))
        at = end or at + 1
    return found


def _may_stand_alone(words: tuple[str, ...], at: int) -> bool:
    """Say whether one word of a longer piece may be a known person: in a headline, not after another given name."""
    before = words[at - 1] if at else ""
    return before not in given_names() and not is_initial(before or "xx") and words[at] not in NO_NAMES


def _meant(
    word: str, piece: Piece, people: list[Human], parts: dict[str, list[int]], latest: dict[str, int]
) -> int | None:
    """Return the person whom one word means: by honorific's gender, then the last one, then the first."""
    numbers = parts[word]
    if not numbers:
        return None
    if len(numbers) > 1 and piece.honorific:
        fitting = [number for number in numbers if _fits_honorific(people[number], piece.honorific)]
        numbers = fitting or numbers
    if latest.get(word) in numbers:
        return latest[word]
    return numbers[0]


def _namesake(word: str, people: list[Human], parts: dict[str, list[int]]) -> int | None:
    """Return the person whose surname is a place's name, where the article gives the full name."""
    fitting = [n for n in parts[fold(word)] if len(people[n].name) > 1 and surname(people[n].name) == word]
    return fitting[0] if fitting else None


def _fits_honorific(human: Human, honorific: str) -> bool:
    gender = given_names().get(human.name[0], "u")
    women = honorific in ("Mrs", "Ms", "Miss", "Madam", "Lady", "Dame")
    men = honorific in ("Mr", "Sir", "Lord")
    return not ((women and gender == "m") or (men and gender == "f"))


def span_of(mention: PersonMention, reading: Reading) -> Span:
    """Return a mention's place in its passage."""
    words = reading.pages[mention.page].words
    return Span(mention.page, words[mention.first].start, words[mention.last - 1].end)
