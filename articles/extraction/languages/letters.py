"""What the letters of a text show of its language: whether they are Latin ones, and which of its words are no names."""

_FEWEST = 4  # words in small letters that are enough to go by


def is_latin(text: str) -> bool:
    """Say whether at least half of the letters of a text are Latin ones."""
    if text.isascii():
        return True
    letters = [letter for letter in text if letter.isalpha()]
    return 2 * sum(letter < "\u0250" or "\u1e00" <= letter < "\u1f00" for letter in letters) >= len(letters)


def without_names(text: str) -> str:
    """Return the words of a text in small letters, where there are some: a Polish name makes no Polish sentence."""
    small = [word for word in text.split() if word[0].islower()]
    return " ".join(small) if len(small) >= _FEWEST else text


def has_small_letters(text: str) -> bool:
    """Say whether a third of the words begin with a small letter: a row of names is in no language."""
    words = text.split()
    return 3 * sum(word[0].islower() for word in words) >= len(words)
