"""The sentence that reports a quotation: where in it the marks, the cue and the speaker stand.

In: a quotation. Out: a `ReportingSentence`, or None where the cue does not stand in one sentence with the words.
"""

from bisect import bisect_left

from ..findings import FoundQuotation, QuotationKind, Span
from ..grammar.sentence_context import SentenceContexts
from ..lexicons import cue_kinds, kinds_in
from ..records import record
from ..text.analysis import AnalysedParagraph, Sentence, sentence_at

SUBJECTS = kinds_in("subjects.tsv")


@record
class ReportingSentence:
    """A sentence that reports quoted words: the word ranges of the marks, of the cue and of the speaker in it.

    `kind` is that of the cue: "say", "tell" and so on; `mixed` says if the words are a part of the article's sentence.
    """

    paragraph: AnalysedParagraph
    sentence: Sentence
    marks: range
    cue: range
    kind: str
    speaker: range
    mixed: bool


class ReportingSentences:
    """Finds the sentences that report quotations."""

    def __init__(self, contexts: SentenceContexts) -> None:
        self.contexts = contexts
        self._last: tuple[FoundQuotation | None, ReportingSentence | None] = (None, None)

    def report(self, quotation: FoundQuotation) -> ReportingSentence | None:
        """Return the sentence in which both the quotation and its cue stand, None where they do not stand in one."""
        if self._last[0] is not quotation:
            self._last = (quotation, self._report(quotation))
        return self._last[1]

    def _report(self, quotation: FoundQuotation) -> ReportingSentence | None:
        cue = quotation.cue
        span = next((span for span in quotation.spans if cue and span.passage == cue.passage), None)
        if cue is None or span is None:
            return None
        paragraph = self.contexts.article.paragraphs[cue.passage]
        words = word_range(paragraph, cue)
        number = sentence_at(paragraph, words.start)
        marks = word_range(paragraph, span)
        if not words or not marks:
            return None
        if number not in (sentence_at(paragraph, marks.start), sentence_at(paragraph, marks.stop - 1)):
            return None
        kind = self._kind(paragraph, number, words)
        speaker = next(
            (one.span for one in quotation.speakers if one.span and one.span.passage == paragraph.index), None
        )
        spoke = word_range(paragraph, speaker) if speaker else range(0)
        mixed = quotation.kind == QuotationKind.MIXED
        return ReportingSentence(paragraph, paragraph.sentences[number], marks, words, kind, spoke, mixed)

    def _kind(self, paragraph: AnalysedParagraph, number: int, words: range) -> str:
        if paragraph.lowers[words.start] in SUBJECTS["hearer"]:
            return "tell"
        found = (cue.kind for cue in self.contexts.at(paragraph, number).cues if cue.first == words.start)
        return next(found, cue_kinds().get(paragraph.lowers[words.start], "say"))


def word_range(paragraph: AnalysedParagraph, span: Span) -> range:
    """Return the range of the words that begin in a span of the paragraph."""
    first = bisect_left(paragraph.starts, span.start)
    return range(first, bisect_left(paragraph.starts, span.end))
