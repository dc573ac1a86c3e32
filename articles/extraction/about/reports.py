"""The sentence that reports a quotation: where in it the marks, the cue and the speaker stand.

In: a quotation. Out: a `Report`, or None where the cue does not stand in one sentence with the words.
"""

from bisect import bisect_left
from dataclasses import dataclass

from ..findings import FoundQuotation, QuotationKind, Span
from ..grammar.cues import Cue, cues_of
from ..lexicons import cue_kinds, kinds_in
from ..text.analysis import AnalysedArticle, AnalysedParagraph, Sentence, sentence_at

SUBJECTS = kinds_in("subjects.tsv")


@dataclass(frozen=True, slots=True)
class Report:
    """A sentence that reports: its words as half-open ranges for the marks, the cue and the speaker."""

    paragraph: AnalysedParagraph
    sentence: Sentence
    marks: range
    cue: range
    kind: str
    speaker: range
    mixed: bool


class Reports:
    """Finds the reports of an article; a sentence with many marks is read for its cues once."""

    def __init__(self, article: AnalysedArticle) -> None:
        self.article = article
        self._cues: dict[tuple[int, int], list[Cue]] = {}
        self._last: tuple[FoundQuotation | None, Report | None] = (None, None)

    def report(self, quotation: FoundQuotation) -> Report | None:
        """Return the sentence of the cue where the quotation stands in it too; kept until another is asked for."""
        if self._last[0] is not quotation:
            self._last = (quotation, self._report(quotation))
        return self._last[1]

    def _report(self, quotation: FoundQuotation) -> Report | None:
        cue = quotation.cue
        span = next((span for span in quotation.spans if cue and span.passage == cue.passage), None)
        if cue is None or span is None:
            return None
        paragraph = self.article.paragraphs[cue.passage]
        words = words_in(paragraph, cue)
        number = sentence_at(paragraph, words.start)
        marks = words_in(paragraph, span)
        if (
            not words
            or not marks
            or number not in (sentence_at(paragraph, marks.start), sentence_at(paragraph, marks.stop - 1))
        ):
            return None
        kind = self._kind(paragraph, number, words)
        speaker = next(
            (one.span for one in quotation.speakers if one.span and one.span.passage == paragraph.index), None
        )
        spoke = words_in(paragraph, speaker) if speaker else range(0)
        mixed = quotation.kind == QuotationKind.MIXED
        return Report(paragraph, paragraph.sentences[number], marks, words, kind, spoke, mixed)

    def _kind(self, paragraph: AnalysedParagraph, number: int, words: range) -> str:
        key = (paragraph.index, number)
        if key not in self._cues:
            self._cues[key] = cues_of(paragraph, paragraph.sentences[number])
        if paragraph.lowers[words.start] in SUBJECTS["hearer"]:
            return "tell"
        found = (cue.kind for cue in self._cues[key] if cue.first == words.start)
        return next(found, cue_kinds().get(paragraph.lowers[words.start], "say"))


def words_in(paragraph: AnalysedParagraph, span: Span) -> range:
    """Return the words that begin in a stretch of the paragraph."""
    first = bisect_left(paragraph.starts, span.start)
    return range(first, bisect_left(paragraph.starts, span.end))
