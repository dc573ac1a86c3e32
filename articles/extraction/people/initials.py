"""Initials for a name: "MBS" is Mohammed bin Salman where the article names him in full, or the list of leaders does.

In: an article and the spans of its names. Out: the spans with those of initials. Two signs are needed: they are those
of a full name, and stand nowhere behind "the", as those of organisations do.
"""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import chain

from ..lexicons import rows_of
from ..recognisers.port import NameSpan
from ..text.analysis import AnalysedArticle, AnalysedParagraph
from ..word_classes import DEFINITE

FEWEST, MOST = 3, 5  # letters
_SURE = 0.8


@lru_cache(maxsize=20_000)
def initials_of(words: tuple[str, ...]) -> str:
    """Return the initials of a name in capitals, those of particles and parts between hyphens too; "" for few."""
    parts = chain.from_iterable(word.split("-") for word in words)
    letters = "".join(part[0].upper() for part in parts if part)
    return letters if FEWEST <= len(letters) <= MOST else ""


def with_initials(article: AnalysedArticle, spans: Sequence[NameSpan]) -> list[NameSpan]:
    """Return the spans in order, with those of initials that stand for one of the full names, or for a leader's."""
    wanted = leaders_initials() | {initials_of(_texts(article, span)) for span in spans} - {""}
    lowers = frozenset(map(str.lower, wanted))
    taken = {(span.paragraph, at) for span in spans for at in range(span.first, span.last)}
    found = [(paragraph, at) for paragraph in article.paragraphs for at in _places(paragraph, wanted, lowers)]
    of_things = {paragraph.words[at].text for paragraph, at in found if at and paragraph.lowers[at - 1] in DEFINITE}
    more = [
        NameSpan(paragraph.index, at, at + 1, _SURE)
        for paragraph, at in found
        if paragraph.words[at].text not in of_things and (paragraph.index, at) not in taken
    ]
    return sorted((*spans, *more)) if more else list(spans)


@cache
def leaders_initials() -> frozenset[str]:
    """Return the initials by which newspapers name leaders, of the list of leaders."""
    return frozenset(words for words, *_ in rows_of("leaders.tsv") if words.isupper())


def _texts(article: AnalysedArticle, span: NameSpan) -> tuple[str, ...]:
    return tuple(word.text for word in article.paragraphs[span.paragraph].words[span.first : span.last])


def _places(paragraph: AnalysedParagraph, wanted: frozenset[str], lowers: frozenset[str]) -> Iterator[int]:
    """Yield where one of the wanted words stands; these in small letters show the many paragraphs that have none."""
    if not lowers.isdisjoint(paragraph.lowers):
        yield from (at for at, word in enumerate(paragraph.words) if word.text in wanted)
