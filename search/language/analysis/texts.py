"""A text as it is found: its tokens in order, and the variants that stand at some of their places besides."""

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

from articles.names.umlauts import without_umlauts

from .cache import LONGEST_WORD, LONGEST_WRITTEN, Cache
from .folding import fold, forms
from .initialisms import dotted_word, in_capitals, is_shouted
from .joined_words import LONGEST, joins
from .scripts import APOSTROPHES, HYPHENS, IS_UNSPACED
from .segmentation import TOKEN
from .spelled_out import spelled_out
from .stemming import stem_of

MOST_INITIALS = 5  # that are one initialism, with blanks among them: J. R. R.
_BINDING = frozenset(HYPHENS + APOSTROPHES)  # what may stand between tokens that are one word too
_BOUND = re.compile(rf"\S[{HYPHENS}{APOSTROPHES}]\s*\w|[A-Z]\. [A-Z]\.")


class Token(NamedTuple):
    """A word or sign of a text: the two forms it is searched under, and its half-open code-point offsets."""

    word: str
    stem: str
    start: int
    end: int


class Variant(NamedTuple):
    """Another word for `length` tokens, from the place of the first on; a place is a token's number, from 0."""

    word: str
    stem: str
    place: int
    length: int


class Analysis(NamedTuple):
    """The tokens of a text in order, and the variants by place."""

    tokens: list[Token]
    variants: list[Variant]


def analyse(text: str) -> Analysis:
    """Cut a text into its tokens, with their variants."""
    spans = [match.span() for match in TOKEN.finditer(text)]
    written = [text[start : min(end, start + LONGEST_WRITTEN)] for start, end in spans]
    read = [_words[one] for one in written]
    found = [Token(one.word, one.stem, *span) for one, span in zip(read, spans, strict=True)]
    depending = [place for place, one in enumerate(read) if one.in_context]
    variants = [
        Variant(one.spelled_out, stem_of(one.spelled_out), place, 1)
        for place, one in enumerate(read)
        if one.spelled_out
    ]
    if not depending and not _BOUND.search(text):
        return Analysis(found, variants)
    gaps = [text[left[1] : right[0]] for left, right in pairwise(spans)]
    if depending:
        shouted = _shouted(written, gaps)
        for place in depending:
            word, stem = _forms_in(written, gaps, place, shouted)
            found[place] = found[place]._replace(word=word, stem=stem)
    return Analysis(found, sorted(variants + _joined_variants(written, gaps, found), key=itemgetter(2, 3)))


def tokens(text: str) -> list[Token]:
    """Cut a text into its tokens, in order."""
    return analyse(text).tokens


def words(text: str) -> list[str]:
    """Return the tokens of a text without case and accents, as phrases match them."""
    return [token.word for token in analyse(text).tokens]


def all_words(text: str) -> set[str]:
    """Return every word that a text is found by: its tokens and their variants."""
    found = analyse(text)
    return {token.word for token in found.tokens} | {variant.word for variant in found.variants}


def written_tokens(text: str) -> list[str]:
    """Return the tokens of a text as they stand in it, with case and accents."""
    return TOKEN.findall(text)


class _Word(NamedTuple):
    """The forms of a token by itself, whether they depend on what stands beside it, and another spelling."""

    word: str
    stem: str
    in_context: bool
    spelled_out: str | None


def _read(written: str) -> _Word:
    in_context = bool(IS_UNSPACED.match(written)) or in_capitals(written)
    word, stem = forms(written)
    other = None if "." in written else spelled_out(written, word)
    return _Word(word, stem, in_context, other)


_words = Cache(_read)


def _forms_in(written: list[str], gaps: list[str], place: int, shouted: Collection[int]) -> tuple[str, str]:
    """Return the word and the stem of a token in its text."""
    one = written[place]
    if IS_UNSPACED.match(one):
        word = (fold(one) + _next_letter(written, gaps, place))[:LONGEST_WORD]
        return word, word
    if in_capitals(one) and place not in shouted:
        word = dotted_word(fold(one))
        return word, stem_of(word)
    return forms(one)


def _next_letter(written: list[str], gaps: list[str], place: int) -> str:
    """Return the letter of an unspaced script that follows right behind one, folded; "" where none does."""
    follows = place < len(gaps) and not gaps[place] and IS_UNSPACED.match(written[place + 1])
    return fold(written[place + 1]) if follows else ""


def _shouted(written: list[str], gaps: list[str]) -> Collection[int]:
    """Return the places of words in capitals that are ordinary words, where a text has any that may be initialisms."""
    if not any(map(in_capitals, written)):
        return ()
    # Letters of a script without capitals can't be in them: what is written in it is no shouted text.
    lettered = [word for word in written if word[0].isalpha() or word.upper() != word.lower()]
    if len(lettered) > 1 and all(map(str.isupper, lettered)):
        return range(len(written))
    bound = (at for at, gap in enumerate(gaps) if not gap.strip() and _in_capitals(written[at], written[at + 1]))
    rows = (range(first, last + 1) for first, last in _runs(bound))
    return {place for row in rows if is_shouted([written[at] for at in row]) for place in row}


def _in_capitals(*words: str) -> bool:
    return all(word.isupper() and word.isalpha() for word in words)


def _joined_variants(written: list[str], gaps: list[str], found: list[Token]) -> list[Variant]:
    variants = []
    for first, length in _joined(written, gaps):
        word = without_umlauts("".join(token.word for token in found[first : first + length]))[:LONGEST_WORD]
        variants.append(Variant(word, stem_of(word), first, length))
    for first, length in _spaced_initials(written, gaps):
        word = dotted_word(fold("".join(written[first : first + length])))
        variants.append(Variant(word, stem_of(word), first, length))
    return variants


def _joined(written: list[str], gaps: list[str]) -> Iterator[tuple[int, int]]:
    """Yield where words stand that are written as one too, and of how many tokens they are."""
    bound = [at for at, gap in enumerate(gaps) if gap[:1] in _BINDING and joins(written[at], gap, written[at + 1])]
    for first, last in _runs(bound):
        for place in range(first, last):
            for end in range(place + 1, min(last, place + LONGEST - 1) + 1):
                yield place, end - place + 1


def _spaced_initials(written: list[str], gaps: list[str]) -> Iterator[tuple[int, int]]:
    """Yield where single capitals with dots and blanks are one initialism, and of how many tokens it is."""
    bound = [
        at for at, gap in enumerate(gaps) if gap == ". " and _is_initial(written[at]) and _is_initial(written[at + 1])
    ]
    return ((first, last - first + 1) for first, last in _runs(bound) if last - first < MOST_INITIALS)


def _is_initial(word: str) -> bool:
    return len(word) == 1 and word.isascii() and word.isupper()


def _runs(bound: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and the last token of each run; `bound` are those, ascending, that the next one belongs to."""
    first, last = -1, -1
    for at in bound:
        if at != last:
            if first >= 0:
                yield first, last
            first = at
        last = at + 1
    if first >= 0:
        yield first, last
