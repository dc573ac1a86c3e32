"""How far two words are apart: by one edit or more. What `Fuzzy` means, in the one place where it is written out."""


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
