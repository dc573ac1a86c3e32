"""Indirect quotations: what an article reports somebody to have said in its own words.

In: the analysed article, the quotations between marks, the resolver that led their speakers to people. Out: all
quotations in reading order. What stands between marks comes first: reported words that hold marks of the same speaker
are no finding of their own but the `clause` of that quotation, and no finding covers words of a direct one.
"""

from bisect import bisect_left
from dataclasses import replace

from ..decisions import Decisions
from ..findings import FoundQuotation, FoundSpeaker, QuotationKind, Span
from ..grammar.sentence_context import SentenceContexts
from ..speakers.evidence_chain import evidence_chain
from ..speakers.resolver import ResolvedSpeaker, SpeakerResolver
from ..text.analysis import SKIPPED_KINDS, AnalysedArticle, AnalysedParagraph, Sentence
from .content_clauses import content_end
from .content_start import pauses
from .frames import ReportingCue, reporting_forms
from .headings import may_be_heading
from .reported_speech import ReportedSpeech
from .sentence_reports import reported_speech_in

_BEFORE_FIGURES = ("$", "£", "€", "¥")
_FEWEST = 3  # words that are left of a clause once a direct quotation is cut from it


def with_indirect(
    article: AnalysedArticle,
    quotations: tuple[FoundQuotation, ...],
    resolver: SpeakerResolver,
    contexts: SentenceContexts,
    decisions: Decisions,
) -> tuple[FoundQuotation, ...]:
    """Return the quotations between marks and those without; the mixed ones with the clause reported around them."""
    finder = _Finder(quotations, resolver, contexts, decisions)
    for paragraph in article.paragraphs:
        if paragraph.kind not in SKIPPED_KINDS:
            for number in range(len(paragraph.sentences)):
                finder.look(paragraph, number)
    return finder.found()


class _Finder:
    """Walks over the sentences in order and remembers who spoke, between marks or without."""

    def __init__(
        self,
        quotations: tuple[FoundQuotation, ...],
        resolver: SpeakerResolver,
        contexts: SentenceContexts,
        decisions: Decisions,
    ) -> None:
        self.resolver = resolver
        self.contexts = contexts
        self.decisions = decisions
        self.resolver.last_speaker = self.resolver.last_body = None
        self.forms = reporting_forms()
        self.marked = list(quotations)
        self.waiting = sorted(range(len(quotations)), key=lambda number: quotations[number].spans[0], reverse=True)
        self.added: list[FoundQuotation] = []

    def found(self) -> tuple[FoundQuotation, ...]:
        """Return all quotations in reading order."""
        return tuple(sorted([*self.marked, *self.added], key=lambda quotation: quotation.spans[0]))

    def look(self, paragraph: AnalysedParagraph, number: int) -> None:
        """Find what one sentence reports."""
        sentence = paragraph.sentences[number]
        here = self._marked_in(paragraph, sentence)
        if may_be_heading(paragraph) or not self.forms.isdisjoint(paragraph.lowers[sentence.first : sentence.last]):
            for report in reported_speech_in(self.contexts.at(paragraph, number)):
                self._take(paragraph, report, here)
        for one in here:
            self._widen(paragraph, sentence, one)
            for speaker in self.marked[one].speakers:
                self.resolver.note_speaker(speaker)

    def _marked_in(self, paragraph: AnalysedParagraph, sentence: Sentence) -> list[int]:
        """Return the numbers of the quotations whose marks begin in a sentence."""
        here = []
        while self.waiting:
            first = self.marked[self.waiting[-1]].spans[0]
            if (first.passage, first.start) >= (paragraph.index, sentence.end):
                break
            here.append(self.waiting.pop())
        return here

    def _take(self, paragraph: AnalysedParagraph, report: ReportedSpeech, here: list[int]) -> None:
        """Keep a report as the clause of the marked words in it, or as a finding of its own."""
        spans = _without_direct(paragraph, report, [self.marked[number] for number in here])
        resolved = tuple(self.resolver.resolve(paragraph, nominal, spans) for nominal in report.speakers)
        speakers = tuple(one.speaker for one in resolved)
        for speaker in speakers:
            self.resolver.note_speaker(speaker)
        if not spans:
            return
        held = [number for number in here if _holds(spans, self.marked[number])]
        own = [number for number in held if _is_own(self.marked[number], speakers)]
        for number in own:
            self.marked[number] = replace(self.marked[number], clause=spans)
        if not own and all(self.marked[number].kind != QuotationKind.DIRECT for number in held):
            self.added.append(_finding(paragraph, report, spans, resolved))

    def _widen(self, paragraph: AnalysedParagraph, sentence: Sentence, number: int) -> None:
        """Give a mixed quotation that no report holds the words from its own cue on."""
        found = self.marked[number]
        cue = found.cue
        if found.kind != QuotationKind.MIXED or found.clause or cue is None or cue.passage != paragraph.index:
            return
        first = bisect_left(paragraph.starts, cue.end)
        marks = bisect_left(paragraph.starts, found.spans[0].start)
        if not sentence.first < first < marks < sentence.last or any(
            pauses(paragraph, at) for at in range(first, marks)
        ):
            return
        verb = ReportingCue(first - 1, first, ("act",), paragraph.lowers[first - 1], first - 1)
        end = content_end(paragraph, sentence, marks, verb, "act")
        self.marked[number] = replace(found, clause=(_span(paragraph, first, end),))


def _without_direct(
    paragraph: AnalysedParagraph, report: ReportedSpeech, marked: list[FoundQuotation]
) -> tuple[Span, ...]:
    """Return the spans of a report, cut before a direct quotation in it; none where hardly a word is left."""
    spans: list[Span] = []
    for first, last in report.ranges:
        span = _span(paragraph, first, last)
        for direct in marked:
            if (
                direct.kind == QuotationKind.DIRECT
                and _holds((span,), direct)
                and not _runs_on(paragraph, first, direct)
            ):
                last = bisect_left(paragraph.starts, direct.spans[0].start, first, last)
                break
        if last == report.ranges[len(spans)][1]:
            spans.append(span)
        elif last - first >= _FEWEST:
            spans.append(_span(paragraph, first, last))
        else:
            return ()
    return tuple(spans)


def _runs_on(paragraph: AnalysedParagraph, first: int, direct: FoundQuotation) -> bool:
    """Say whether marked words stand in the clause without a pause before them: he said the “Plan.” was old."""
    before = paragraph.text[paragraph.starts[first] : direct.spans[0].start].rstrip("“”\"'‘’«»„` ")
    return bool(before) and before[-1].isalnum()


def _holds(spans: tuple[Span, ...], quotation: FoundQuotation) -> bool:
    return any(
        outer.passage == inner.passage and outer.start <= inner.start and inner.end <= outer.end
        for outer in spans
        for inner in quotation.spans
    )


def _is_own(quotation: FoundQuotation, speakers: tuple[FoundSpeaker, ...]) -> bool:
    """Say whether a quotation between marks is of the same speaker as the clause around it."""
    if quotation.kind == QuotationKind.TERM:
        return False
    names = {speaker.name or speaker.words for speaker in speakers}
    return not quotation.speakers or any((speaker.name or speaker.words) in names for speaker in quotation.speakers)


def _finding(
    paragraph: AnalysedParagraph, report: ReportedSpeech, spans: tuple[Span, ...], resolved: tuple[ResolvedSpeaker, ...]
) -> FoundQuotation:
    cue = _span(paragraph, report.cue.first, report.cue.last) if report.cue else None
    words = paragraph.text[cue.start : cue.end] if cue else ""
    chain = evidence_chain(cue, words, resolved, f"{report.reason}, which stand without marks")
    speakers = tuple(one.speaker for one in resolved)
    return FoundQuotation(spans, QuotationKind.INDIRECT, speakers, cue, words, round(report.confidence, 2), chain)


def _span(paragraph: AnalysedParagraph, first: int, last: int) -> Span:
    """Return the place of words, with the marks that begin or end there, and with what belongs to a figure: $5, 5%."""
    start, end = paragraph.starts[first], paragraph.ends[last - 1]
    start -= paragraph.text[start - 1 : start] in _BEFORE_FIGURES if start else 0
    end += paragraph.text[end : end + 1] == "%"
    number = paragraph.quoted[last - 1]
    if number:
        end = max(end, paragraph.outer[number - 1].end)
    number = paragraph.quoted[first]
    if number:
        start = min(start, paragraph.outer[number - 1].start)
    return Span(paragraph.index, start, end)
