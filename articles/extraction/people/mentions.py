"""Every place that names a person: full names, then surnames, given names and titles led back to the full one.

In: the candidate names and the people found. Out: `PersonMention`s in order. Where one word may mean several people, an
honorific's gender chooses, then the one it meant last, then the first.
"""

from collections.abc import Iterable

from ..candidates.spellings import fold, is_initial, surname
from ..lexicons import NO_NAMES, given_names
from .cast import Human, PersonMention
from .names import Piece


def mentions_of(people: list[Human], by_name: dict[tuple[str, ...], int], pieces: list[Piece]) -> list[PersonMention]:
    """Return every mention of the people, in order."""
    parts = parts_of(people)
    latest: dict[str, int] = {}  # the person whom a word meant last
    mentions: list[PersonMention] = []
    for piece in pieces:
        if piece.part_of_thing:
            continue
        mentions.extend(_mentions_in(piece, people, by_name, parts, latest))
    return mentions


def parts_of(people: list[Human]) -> dict[str, list[int]]:
    """Return for each word that may stand alone for a person the people it may mean."""
    parts: dict[str, list[int]] = {}
    for number, human in enumerate(people):
        for name in human.names:
            for word in {fold(surname(name)), fold(name[0])}:
                numbers = parts.setdefault(word, [])
                if numbers[-1:] != [number] and len(word) > 1:
                    numbers.append(number)
    return parts


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
