"""What stands beside a phrase that may name a country: the words before and after it, and what they show."""

from ..lexicons import kinds_in
from ..text.reading import Page, Reading

_KINDS = kinds_in("surroundings.tsv")
_BLANKS = (" ", "\xa0")
_HEADLINE = 0.7  # share of longer words with a capital
_AROUND = 8  # words to each side
_SMALL = 3  # letters of the small words that headlines leave small
_FEWEST = 4


def shows(kind: str, word: str) -> bool:
    """Say whether a word (in small letters) is of a kind of data/surroundings.tsv."""
    return word in _KINDS[kind]


def before(page: Page, first: int, back: int = 1) -> str:
    """Return the word before in small letters, "" where only blanks do not divide it from the phrase."""
    at = first - back
    if at < 0 or any(page.words[step].gap not in _BLANKS for step in range(at + 1, first + 1)):
        return ""
    return page.lowers[at]


def after(page: Page, last: int) -> str:
    """Return the word behind in small letters, "" where more than blanks or a possessive divides it."""
    if last >= len(page.words) or page.words[last].gap.lstrip("'’sS") != " ":
        return ""
    return page.lowers[last]


def in_headline(page: Page, at: int) -> bool:
    """Say whether most words around a place have a capital, as in headlines, where capitals show nothing."""
    long = [word for word in page.words[max(0, at - _AROUND) : at + _AROUND] if len(word.text) > _SMALL]
    return len(long) >= _FEWEST and sum(word.capital for word in long) > _HEADLINE * len(long)


def stands_after(kind: str, page: Page, first: int) -> bool:
    """Say whether a word of a kind ("in", "near") stands before a place, with "downtown" between at most."""
    word = before(page, first)
    return shows(kind, before(page, first, 2) if shows("before_town", word) else word)


def joins_capital(page: Page, at: int, other: int) -> bool:
    """Say whether the word at a place and its neighbour (other) are two capitals of one name."""
    if not 0 <= other < len(page.words) or not page.words[other].capital:
        return False
    left, right = page.words[min(at, other)], page.words[max(at, other)]
    return right.gap in _BLANKS and not left.owns and "-" not in left.text


def storms_in(reading: Reading) -> frozenset[str]:
    """Return the names of an article's storms: "Florence" of "Hurricane Florence"."""
    return frozenset(
        page.words[at + 1].text
        for page in reading.pages
        for at in range(len(page.words) - 1)
        if page.lowers[at] in _KINDS["storm"] and page.words[at + 1].capital
    )
