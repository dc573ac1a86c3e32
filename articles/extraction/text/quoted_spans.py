"""Quoted spans: which words of an article stand between quotation marks.

In: the passages of an article. Out: `QuotedSpan`s in reading order. Only outermost marks count; what one paragraph
leaves open and the next reopens is one `QuotedSpan` with several parts. Apostrophes are no marks.
"""

from collections.abc import Callable, Sequence

from articles.paragraph_kinds import PassageKind

from ..findings import Passage, Span
from ..records import record
from .mark_pairs import MarkPair
from .quotation_marks import mark_pairs
from .turn_heads import turn_head

_SPOKEN = (PassageKind.TITLE, PassageKind.STANDFIRST, PassageKind.BODY, PassageKind.SUBHEAD, PassageKind.CAPTION)
_LONGEST_CHAIN = 200  # paragraphs; longer is a lost mark, not a speech


@record
class QuotedSpan:
    """Words between marks: one part in each passage they run through."""

    parts: tuple[Span, ...]  # without the marks
    outer: tuple[Span, ...]  # with the marks
    closed: bool = True  # whether the last mark is there


def quoted_spans_in(
    passages: Sequence[Passage], pairs_in: Callable[[str], list[MarkPair]] = mark_pairs
) -> list[QuotedSpan]:
    """Return what stands between outermost marks in each passage that can hold speech.

    `pairs_in` finds the pairs of marks of one text: those of English, or by the convention of another language.
    """
    found: list[QuotedSpan] = []
    open_chain: list[tuple[int, MarkPair]] = []
    for index, passage in enumerate(passages):
        if passage.kind not in _SPOKEN:
            continue
        pairs = pairs_in(passage.text)
        if open_chain and not (passage.kind == PassageKind.BODY and _reopens(passage.text, pairs)):
            found.append(_marked(_announced(open_chain), passages))
            open_chain = []
        for pair in pairs:
            open_chain.append((index, pair))
            if pair.closed or len(open_chain) > _LONGEST_CHAIN:
                found.append(_marked(open_chain, passages))
                open_chain = []
    if open_chain:
        found.append(_marked(_announced(open_chain), passages))
    return [marked for marked in found if marked.parts]


def _reopens(text: str, pairs: list[MarkPair]) -> bool:
    """Say whether a paragraph begins with marks that carry the speech before on, and with no new turn."""
    head = turn_head(text)
    return bool(pairs) and not text[: pairs[0].start].strip() and not (head and head.in_capitals)


def _announced(chain: list[tuple[int, MarkPair]]) -> list[tuple[int, MarkPair]]:
    """Return a chain that nothing goes on with, without a last mark that alone opens no speech."""
    return chain if chain[-1][1].announced else chain[:-1]


def _marked(chain: list[tuple[int, MarkPair]], passages: Sequence[Passage]) -> QuotedSpan:
    filled = [(index, pair) for index, pair in chain if _has_words(passages[index].text, pair)]
    return QuotedSpan(
        parts=tuple(Span(index, pair.inner_start, pair.inner_end) for index, pair in filled),
        outer=tuple(Span(index, pair.start, pair.end) for index, pair in filled),
        closed=bool(chain) and chain[-1][1].closed,
    )


def _has_words(text: str, pair: MarkPair) -> bool:
    return any(letter.isalnum() for letter in text[pair.inner_start : pair.inner_end])
