"""What stands beside a phrase that may name a country: the words before and after it, and what they show."""

from ..lexicons import kinds_in
from ..text.analysis import AnalysedArticle, AnalysedParagraph

_KINDS = kinds_in("surroundings.tsv")
_BLANKS = (" ", "\xa0")
_HEADLINE = 0.7  # share of longer words with a capital
_AROUND = 8  # words to each side
_SMALL = 3  # letters of the small words that headlines leave small
_FEWEST = 4


def shows(kind: str, word: str) -> bool:
    """Say whether a word (in small letters) is of a kind of data/en/surroundings.tsv."""
    return word in _KINDS[kind]


def words_of_kind(kind: str) -> frozenset[str]:
    """Return the words of a kind of data/en/surroundings.tsv."""
    return _KINDS[kind]


def word_before(paragraph: AnalysedParagraph, first: int, back: int = 1) -> str:
    """Return the word so many words before a phrase in small letters, "" where anything but blanks divides them."""
    at = first - back
    if at < 0 or any(paragraph.gaps[step] not in _BLANKS for step in range(at + 1, first + 1)):
        return ""
    return paragraph.lowers[at]


def word_after(paragraph: AnalysedParagraph, last: int) -> str:
    """Return the word after a phrase in small letters, "" where anything but a blank or a possessive divides them."""
    if last >= len(paragraph.words) or paragraph.gaps[last].lstrip("'’sS") != " ":
        return ""
    return paragraph.lowers[last]


def in_headline(paragraph: AnalysedParagraph, at: int) -> bool:
    """Say whether most words around a place have a capital, as in headlines, where capitals show nothing."""
    long = [word for word in paragraph.words[max(0, at - _AROUND) : at + _AROUND] if len(word.text) > _SMALL]
    return len(long) >= _FEWEST and sum(word.capital for word in long) > _HEADLINE * len(long)


def stands_after(kind: str, paragraph: AnalysedParagraph, first: int) -> bool:
    """Say whether a word of a kind ("in", "near") stands before a place, with "downtown" between at most."""
    word = word_before(paragraph, first)
    return shows(kind, word_before(paragraph, first, 2) if shows("before_town", word) else word)


def joins_capital(paragraph: AnalysedParagraph, at: int, other: int) -> bool:
    """Say whether the word at a place and its neighbour (other) are two capitals of one name."""
    if not 0 <= other < len(paragraph.words) or not paragraph.words[other].capital:
        return False
    left = paragraph.words[min(at, other)]
    return paragraph.gaps[max(at, other)] in _BLANKS and not left.possessive and "-" not in left.text


def storms_in(article: AnalysedArticle) -> frozenset[str]:
    """Return the names of an article's storms: "Florence" of "Hurricane Florence"."""
    return frozenset(
        paragraph.words[at + 1].text
        for paragraph in article.paragraphs
        if not _KINDS["storm"].isdisjoint(paragraph.lowers)
        for at in range(len(paragraph.words) - 1)
        if paragraph.lowers[at] in _KINDS["storm"] and paragraph.words[at + 1].capital
    )
