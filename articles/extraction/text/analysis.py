"""Text analysis: for each paragraph of an article its words, sentences and quotation marks, which later steps share.

Half a surrogate pair, which no model of names can be asked about, is read as one unknown letter, and links that stick
to a name as blanks: offsets stay.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import accumulate, chain, compress
from operator import attrgetter, not_, sub

from articles.paragraph_kinds import PassageKind

from ..findings import Passage, Span
from ..records import record
from .link_debris import without_debris
from .quoted_spans import QuotedSpan, quoted_spans_in
from .sentences import sentences_of
from .tokens import Word, tokenise

# Photographers, notes and what surrounds an article are not what the article tells.
SKIPPED_KINDS = (PassageKind.CREDIT, PassageKind.NOTE, PassageKind.BOILERPLATE)

_LOWER = attrgetter("lower")
_LONGEST = 200  # words outside marks in one sentence
_MOST_CHANGES = 60  # in and out of marks in one sentence


@record
class Sentence:
    """One sentence: its half-open range of code points in the paragraph, and the half-open range of its words."""

    start: int
    end: int
    first: int
    last: int


@record
class AnalysedParagraph:
    """One paragraph with its words, its sentences and its quotation marks; words are counted from 0 in it."""

    index: int  # of the passage in the article
    text: str
    kind: PassageKind
    words: list[Word]
    starts: list[int]  # the code point where each word begins
    ends: list[int]  # the code point behind each word
    gaps: list[str]  # what stands between each word and the one before
    firsts: list[int]  # the first word of each sentence
    lowers: list[str]  # each word in small letters
    quoted: list[int]  # for each word 0 outside marks, else the number of the marks around it
    sentences: list[Sentence]
    outer: list[Span]  # what stands between quotation marks, with the marks, in order


@record
class AnalysedArticle:
    """A whole article: its paragraphs, what stands between quotation marks, and its words in small letters."""

    paragraphs: list[AnalysedParagraph]
    quoted_spans: list[QuotedSpan]
    lowercase_words: frozenset[str]  # words that the article also writes without a capital: no names
    unquoted: list[str]  # the words outside marks in order, in small letters


def analyse(passages: Sequence[Passage]) -> AnalysedArticle:
    """Return the analysis of an article, whose passages are given in reading order."""
    passages = [_whole(passage) for passage in passages]
    marked = quoted_spans_in(passages)
    outer: dict[int, list[Span]] = {}
    for quoted in marked:
        for span in quoted.outer:
            outer.setdefault(span.passage, []).append(span)
    paragraphs = [_paragraph(index, passage, outer.get(index, [])) for index, passage in enumerate(passages)]
    words = set(chain.from_iterable([paragraph.words for paragraph in paragraphs]))
    small = frozenset([word.text for word in words if word.small])
    unquoted = list(chain.from_iterable(map(_unquoted, paragraphs)))
    return AnalysedArticle(paragraphs, marked, small, unquoted)


def sentence_at(paragraph: AnalysedParagraph, word: int) -> int:
    """Return the index of the sentence around a word of a paragraph."""
    return bisect_right(paragraph.firsts, word, 1) - 1  # the first one at least


def sentences_before(paragraphs: Sequence[AnalysedParagraph]) -> list[int]:
    """Return for each paragraph how many sentences stand before it in the article."""
    return [0, *accumulate(len(paragraph.sentences) for paragraph in paragraphs)][: len(paragraphs)]


def _whole(passage: Passage) -> Passage:
    """Return the passage as it is read, letter for letter: U+FFFD for half surrogate pairs, blanks for link debris."""
    text = without_debris(passage.text)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        text = "".join("\ufffd" if "\ud800" <= letter <= "\udfff" else letter for letter in text)
    return passage if text is passage.text else replace(passage, text=text)


def _paragraph(index: int, passage: Passage, outer: list[Span]) -> AnalysedParagraph:
    words, starts, ends, gaps = tokenise("" if passage.kind in SKIPPED_KINDS else passage.text)
    ranges = sentences_of(passage.text, outer) if words else []
    quoted = _quoted(starts, outer) if outer else [0] * len(words)
    sentences = _sentences(starts, ranges, quoted, 2 * len(outer))
    return AnalysedParagraph(
        index=index,
        text=passage.text,
        kind=passage.kind,
        words=words,
        starts=starts,
        ends=ends,
        gaps=gaps,
        firsts=[sentence.first for sentence in sentences],
        lowers=list(map(_LOWER, words)),
        quoted=quoted,
        sentences=sentences,
        outer=outer,
    )


def _unquoted(paragraph: AnalysedParagraph) -> Iterable[str]:
    """Return the words of a paragraph that stand outside marks, in small letters."""
    return compress(paragraph.lowers, map(not_, paragraph.quoted)) if paragraph.outer else paragraph.lowers


def _quoted(starts: list[int], outer: list[Span]) -> list[int]:
    """Return for each word, by where it begins, 0 outside marks, else the number of the marks around it."""
    quoted = [0] * len(starts)
    for number, span in enumerate(outer, 1):
        first, last = bisect_left(starts, span.start), bisect_left(starts, span.end)
        quoted[first:last] = [number] * (last - first)
    return quoted


def _sentences(starts: list[int], ranges: list[tuple[int, int]], quoted: list[int], most: int) -> list[Sentence]:
    """Return the sentences of a paragraph with their words; `most` are the changes in and out of its marks."""
    ends = [bisect_left(starts, end) for _, end in ranges]
    firsts = [0, *ends][: len(ends)]
    sizes = list(map(sub, ends, firsts))
    if most > _MOST_CHANGES or (sizes and not 0 < min(sizes) <= max(sizes) <= _LONGEST):
        return _cut_sentences(starts, ranges, quoted)
    rows = zip(ranges, firsts, ends, strict=True)
    return [Sentence(start, end, first, last) for (start, end), first, last in rows]


def _cut_sentences(starts: list[int], ranges: list[tuple[int, int]], quoted: list[int]) -> list[Sentence]:
    """Return the sentences that have words; an endless one is cut outside its marks, so that work stays linear."""
    sentences = []
    first = last = 0
    for start, end in ranges:
        plain = changes = 0
        while last < len(starts) and starts[last] < end:
            plain += not quoted[last]
            crosses = last > first and quoted[last] != quoted[last - 1]
            changes += crosses
            if last > first and (plain > _LONGEST or changes > _MOST_CHANGES) and (crosses or not quoted[last]):
                sentences.append(Sentence(start, starts[last], first, last))
                start, first, plain, changes = starts[last], last, 0, 0
            last += 1
        if last > first or not sentences:
            sentences.append(Sentence(start, end, first, last))
        first = last
    return sentences
