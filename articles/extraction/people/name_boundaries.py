"""Boundaries of names as the archive keeps them, whoever found them: without titles and words that belong to no name.

In: the spans that a recogniser found. Out: the same, shortened or left out. A word too many at either end is cut where
the article has the name without it ("Hold Maria Keller" in a headline).
"""

from collections.abc import Sequence
from dataclasses import replace

from ..candidates.capital_runs import continues_name
from ..candidates.spellings import SUFFIXES, spelt
from ..gazetteer.country_forms import phrase_at
from ..lexicons import COMMON_WORDS, JUNIORS, NO_NAMES, POST_NOMINALS, ROLES, given_names, kinds_in
from ..recognisers.port import NameSpan
from ..text.analysis import AnalysedArticle
from ..text.tokens import Word, joined_by_space, lexicon_spelling
from .lone_words import FIRMS, is_acronym, is_inner_title, is_title, names_nobody

_SURELY = 0.9
_SHIPS = kinds_in("organisations.tsv")["ship"]
_STORMS = kinds_in("surroundings.tsv")["storm"]
_SHORT_OFFICES = kinds_in("roles.tsv", "|")["short_office"]
_SHORTEST_ACRONYM = 3  # letters; two may be somebody's initials
_Words = tuple[str, ...]


def correct_boundaries(article: AnalysedArticle, spans: Sequence[NameSpan]) -> list[NameSpan]:
    """Return the spans in order, without titles and other words too many; those that are no names are left out."""
    spans = [_with_suffix(article, span) for span in spans]
    bare = [short for span in spans if not _named_after(article, span) and (short := _without_titles(article, span))]
    full = {name for span in bare if len(name := _words(article, span)) > 1}
    parts = {word for name in full for word in name}
    behind = ((span, article.paragraphs[span.paragraph].lowers[span.first - 1]) for span in bare if span.first)
    storms = {_words(article, span)[0] for span, before in behind if before in _STORMS} - parts  # "Hurricane Ida"
    bare = [span for span in bare if span.last - span.first > 1 or not names_nobody(article, span, parts)]
    bare = [span for span in bare if _words(article, span)[0] not in storms] if storms else bare
    words = [_words(article, span) for span in bare]
    alone: set[_Words] = {name for name in words if len(name) == 1}
    return [_without_stranger(span, name, full, alone) for span, name in zip(bare, words, strict=True)]


def _with_suffix(article: AnalysedArticle, span: NameSpan) -> NameSpan:
    """Return a span with the "Jr." behind it."""
    paragraph = article.paragraphs[span.paragraph]
    suffix = span.last < len(paragraph.words) and paragraph.lowers[span.last] in JUNIORS
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
    written, words = article.paragraphs[span.paragraph].words[span.first : span.last], _words(article, span)
    if written[0].text in _SHIPS:
        return None
    first, last = _name_within(written, words)
    rest = words[first:last]
    if not rest or (len(rest) > 1 and (_as_firms(rest) in FIRMS or _is_place(rest))):
        return None
    if last - first == len(words):
        return span  # as most are
    return replace(span, first=span.first + first, last=span.first + last)


def _name_within(written: Sequence[Word], words: _Words) -> tuple[int, int]:
    """Return the half-open range of the name in a span's words, as they are written and as names are spelt."""
    in_capitals = all(word.text.isupper() for word in written)
    acronyms = [not in_capitals and _acronym(word) for word in written]
    strange = [is_title(name) or acronyms[at] or _describes(name) for at, name in enumerate(words)]
    first = next((at for at, one in enumerate(strange) if not one), len(words) - 1)
    inner = (at for at in range(len(words) - 1, first, -1) if acronyms[at - 1] or is_inner_title(words[at - 1]))
    first = next((at for at in inner if not strange[at]), first)  # "Virginia Gov. Ida Holm", "Oilworks CEO Ida Holm"
    behind = (at for at in range(len(words), first, -1) if words[at - 1] not in POST_NOMINALS and not acronyms[at - 1])
    last = next(behind, first)
    repeated = len(set(words[first:last])) == 1  # "Holm Holm", as captions and links run into each other
    return (last - 1 if repeated else first), last


def _describes(word: str) -> bool:
    """Say whether a word is an adjective of two words before a name: "Oslo-born", "Then-speaker"."""
    _, hyphen, last = word.rpartition("-")
    return bool(hyphen) and (last in COMMON_WORDS or last in ROLES or (last.islower() and is_title(last.title())))


def _acronym(word: Word) -> bool:
    """Say whether a word beside a name is no part of it: "CNN", "VP", but not "JD" and "III"."""
    long = len(word.text) >= _SHORTEST_ACRONYM and word.lower not in SUFFIXES
    return word.text in _SHORT_OFFICES or (long and is_acronym(word))


def _as_firms(words: _Words) -> _Words:
    return tuple(word[:1].upper() + word[1:] for word in words)


def _is_place(words: _Words) -> bool:
    """Say whether words are a country's or place's name that looks like a person's: "Sierra Leone"."""
    phrase = phrase_at([lexicon_spelling(word) for word in words], 0) if len(words) > 1 else None
    return phrase is not None and len(phrase.rest) + 1 == len(words)


def _no_part(word: str) -> bool:
    return word.lower() not in SUFFIXES and word not in given_names()


def _without_stranger(span: NameSpan, words: _Words, full: set[_Words], alone: set[_Words]) -> NameSpan:
    """Return a span without the word too many at either end of it, if the article has the name without that word."""
    if len(words) > 2 and words[1:] in full and words[0] not in given_names() and len(words[0]) > 2:
        return replace(span, first=span.first + 1)
    if len(words) > 2 and words[:-1] in full and words[-1:] not in alone and _no_part(words[-1]):
        return replace(span, last=span.last - 1)
    return span
