"""What rules alone would find: which candidate names are human beings. The model of recognisers/ takes it as features.

In: the candidate names of an article. Out: `Cast`, the people in the order of their first mention with the place of
every mention. A name of two words and more needs a given name or signs of a person (a title, a role, an age, a cue);
one word alone is a person only with a title, or as part of a name that the article gives in full.
"""

from ..candidates.spellings import fold, same_given, surname
from ..lexicons import TITLES, doubtful_names, given_names
from ..text.reading import Reading
from .cast import Cast, Human
from .full_names import full_names
from .mentions import mentions_of, parts_of
from .names import Piece

MOST_NAMESAKES = 50  # people of one surname that a new spelling is compared with, so that time stays linear


def cast_by_rules(reading: Reading, pieces: list[Piece]) -> Cast:
    """Find the people of an article among its candidate names; their names are not spelt out."""
    full = full_names(pieces, reading)
    people, by_name = _joined(full, pieces)
    _add_single_names(people, by_name, pieces, reading)
    mentions = mentions_of(people, by_name, pieces)
    return Cast(people, mentions, [" ".join(human.name) for human in people])


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
            namesakes = by_last.get(last, [])[:MOST_NAMESAKES]
            number = next((one for one in namesakes if _same_person(people[one], words)), len(people))
            if number == len(people):
                people.append(Human())
                by_last.setdefault(last, []).append(number)
            by_name[words] = number
        human = people[by_name[words]]
        human.add(words)
        human.certainty = max(human.certainty, full[words])
        if piece.honorific:
            human.honorifics.add(piece.honorific)
    return people, by_name


def _add_single_names(
    people: list[Human], by_name: dict[tuple[str, ...], int], pieces: list[Piece], reading: Reading
) -> None:
    """Add people whom the article knows by one name with a title ("Mr. Rahal")."""
    known = parts_of(people)
    for piece in pieces:
        if len(piece.words) == 1 and not (piece.part_of_thing or piece.place) and _stands_for_person(piece, reading):
            word = fold(piece.words[0])
            if word in known:
                continue
            human = Human(certainty=0.8 if piece.honorific else 0.6 if piece.titled else 0.5)
            human.add(piece.words)
            known[word] = [len(people)]
            by_name[piece.words] = len(people)
            people.append(human)


def _stands_for_person(piece: Piece, reading: Reading) -> bool:
    """Say whether one word alone names a person: with a title, or a given name that is no other word."""
    word = piece.words[0]
    if len(word) < 2 or word.isupper() or word.lower() in reading.small_words or word.rstrip("s") in TITLES:
        return False
    return piece.titled or (word in given_names() and word not in doubtful_names() and given_names()[word] != "u")


def _same_person(human: Human, words: tuple[str, ...]) -> bool:
    return any(same_given(name[0], words[0]) for name in human.names)
