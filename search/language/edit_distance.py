"""How far two words are apart: what `Fuzzy` means, and what is similar to a word.

One edit is told by looking at where the words part, several by counting; the engine on arrays has a way of its own.
"""


def within_one_edit(word: str, other: str) -> bool:
    """Say whether two words are the same but for a letter more, less, another, or two neighbours exchanged."""
    if abs(len(word) - len(other)) > 1:
        return False
    shorter, longer = sorted((word, other), key=len)
    start = _alike(shorter, longer)
    rest, longer_rest = shorter[start:], longer[start:]
    if len(rest) < len(longer_rest):
        return rest == longer_rest[1:]
    return rest[1:] == longer_rest[1:] or (rest[1::-1] == longer_rest[:2] and rest[2:] == longer_rest[2:])


def _alike(word: str, other: str) -> int:
    """Return how many letters two words begin with alike."""
    pairs = enumerate(zip(word, other, strict=False))
    return next((place for place, (letter, another) in pairs if letter != another), min(len(word), len(other)))


def edits(one: str, other: str, most: int) -> int:
    """Count the edits between two words: letters more, less or other, or two neighbours exchanged; most + 1 is many.

    Optimal string alignment: https://en.wikipedia.org/wiki/Damerau–Levenshtein_distance
    """
    if abs(len(one) - len(other)) > most:
        return most + 1
    earlier: list[int] = []
    before = list(range(len(other) + 1))
    for place, letter in enumerate(one):
        row = [place + 1]
        for at, letter_of_other in enumerate(other):
            cost = min(before[at + 1] + 1, row[at] + 1, before[at] + (letter != letter_of_other))
            if place and at and (one[place - 1], letter) == (letter_of_other, other[at - 1]):
                cost = min(cost, earlier[at - 1] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
        earlier, before = before, row
    return min(before[-1], most + 1)
