"""Boundaries of names as the archive keeps them, whoever found them: without titles and words that belong to no name.

In: the spans that a recogniser found. Out: the same, shortened or left out. A word too many at either end is cut where
the article has the name without it ("Hold Maria Keller" in a headline).
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from ..candidates.capital_runs import continues_name
from ..candidates.spellings import SUFFIXES, spelt
from ..gazetteer.country_forms import phrase_at
from ..lexicons import (
    ADDRESSES,
    HONORIFICS,
    NO_NAMES,
    OFFICES,
    POST_NOMINALS,
    SURNAME_WORDS,
    TITLE_ENDS,
    given_names,
    lines_of,
)
from ..recognisers.lexical_features import surnames
from ..recognisers.port import NameSpan
from ..text.analysis import AnalysedArticle
from ..text.tokens import joined_by_space, lexicon_spelling

_FIRMS = frozenset(tuple(line.split()) for line in lines_of("firms.txt"))
_PARTY = re.compile(r"[DRI]-\w")  # "R-Ohio"
_SURELY = 0.9
_Words = tuple[str, ...]


def correct_boundaries(article: AnalysedArticle, spans: Sequence[NameSpan]) -> list[NameSpan]:
    """Return the spans in order, without titles and other words too many; those that are no names are left out."""
    spans = [_with_suffix(article, span) for span in spans]
    bare = [short for span in spans if not _named_after(article, span) and (short := _without_titles(article, span))]
    words = [_words(article, span) for span in bare]
    full = {name for name in words if len(name) > 1}
    bare, words = _without_offices(bare, words, {word for name in full for word in (name[0], name[-1])})
    alone: set[_Words] = {name for name in words if len(name) == 1}
    return [_without_stranger(span, name, full, alone) for span, name in zip(bare, words, strict=True)]


def _with_suffix(article: AnalysedArticle, span: NameSpan) -> NameSpan:
    """Return a span with the "Jr." behind it."""
    paragraph = article.paragraphs[span.paragraph]
    suffix = span.last < len(paragraph.words) and paragraph.lowers[span.last] in ("jr", "sr")
    return replace(span, last=span.last + 1) if suffix and continues_name(paragraph, span.last) else span


def _named_after(article: AnalysedArticle, span: NameSpan) -> bool:
    """Say whether the name is part of a thing's: "Karl Lund Airport". Who is surely a person may stand before one."""
    paragraph = article.paragraphs[span.paragraph]
    words = paragraph.words
    if span.confidence > _SURELY or span.last >= len(words) or words[span.last - 1].possessive:
        return False
    return joined_by_space(paragraph.gaps[span.last]) and words[span.last].title in NO_NAMES


def _words(article: AnalysedArticle, span: NameSpan) -> _Words:
    return spelt(article.paragraphs[span.paragraph].words[span.first : span.last])


def _without_titles(article: AnalysedArticle, span: NameSpan) -> NameSpan | None:
    """Return a span without titles before and letters after the name; none where nothing that could be one is left."""
    words = _words(article, span)
    first = next((at for at, word in enumerate(words) if not _title(word)), len(words) - 1)
    last = next((at for at in range(len(words), first, -1) if words[at - 1] not in POST_NOMINALS), first)
    rest = words[first:last]
    if not rest or rest in _FIRMS or _is_place(rest) or (len(rest) == 1 and _no_name(rest[0])):
        return None
    return replace(span, first=span.first + first, last=span.first + last)


def _without_offices(
    spans: list[NameSpan], words: list[_Words], parts: set[str]
) -> tuple[list[NameSpan], list[_Words]]:
    """Return the spans with their words without titles alone ("Madam Speaker") that stand in no full name here."""
    kept = [at for at, name in enumerate(words) if len(name) > 1 or name[0] in parts or not _office(name[0])]
    return [spans[at] for at in kept], [words[at] for at in kept]


def _office(word: str) -> bool:
    """Say whether a word is a title and no name: "Speaker", but not "King" and "Bishop"."""
    known = surnames()
    surname = word in SURNAME_WORDS or word in known["common"] or word in known["world"]
    return word in OFFICES or (_title(word) and not surname)


def _is_place(words: _Words) -> bool:
    """Say whether words are a country's or place's name that looks like a person's: "Sierra Leone"."""
    phrase = phrase_at([lexicon_spelling(word) for word in words], 0) if len(words) > 1 else None
    return phrase is not None and len(phrase.rest) + 1 == len(words)


def _no_part(word: str) -> bool:
    return word.lower() not in SUFFIXES and word not in given_names()


def _title(word: str) -> bool:
    return word in HONORIFICS or word in ADDRESSES or (word in TITLE_ENDS and word not in given_names())


def _no_name(word: str) -> bool:
    return len(word) < 2 or word.lower() in SUFFIXES or bool(_PARTY.match(word))


def _without_stranger(span: NameSpan, words: _Words, full: set[_Words], alone: set[_Words]) -> NameSpan:
    """Return a span without the word too many at either end of it, if the article has the name without that word."""
    if len(words) > 2 and words[1:] in full and words[0] not in given_names() and len(words[0]) > 2:
        return replace(span, first=span.first + 1)
    if len(words) > 2 and words[:-1] in full and words[-1:] not in alone and _no_part(words[-1]):
        return replace(span, last=span.last - 1)
    return span
