"""Indirect quotations: what an article reports somebody to have said in its own words.

In: the analysed article, the quotations between marks, the resolver that led their speakers to people. Out: all
quotations in reading order. What stands between marks comes first: reported words that hold marks of the same speaker
are no finding of their own but the `clause` of that quotation, and no finding covers words of a direct one.
"""

from bisect import bisect_left
from dataclasses import replace

from ..decisions import Claim, Decisions
from ..findings import FoundQuotation, QuotationKind, Span
from ..grammar.sentence_context import SentenceContext, SentenceContexts
from ..speakers.carried_body import CarriedBody
from ..speakers.evidence_chain import evidence_chain
from ..speakers.resolver import ResolvedSpeaker, SpeakerResolver
from ..text.analysis import SKIPPED_KINDS, AnalysedArticle, AnalysedParagraph, Sentence, sentence_at
from ..text.article_form import article_form
from ..word_classes import IT
from .beside_marks import clauses_beside_marks
from .content_clauses import content_end
from .content_start import pauses
from .frames import ReportingCue, reporting_cues, reporting_forms
from .headings import may_be_heading
from .preceding import BY_RULES, LEAST
from .report_features import Neighbourhood, report_features
from .report_spans import holds, span_of, spans_without_direct
from .reported_speech import ReportedSpeech
from .sentence_reports import doubtful_speech_in, reported_speech_in

_LEAST_LEARNT = 0.3  # from here on reports that the rules reject are given; how sure they are is weighed again


def with_indirect(
    article: AnalysedArticle,
    quotations: tuple[FoundQuotation, ...],
    resolver: SpeakerResolver,
    contexts: SentenceContexts,
    decisions: Decisions,
) -> tuple[FoundQuotation, ...]:
    """Return the quotations between marks and those without; the mixed ones with the clause reported around them."""
    finder = _Finder(article, quotations, resolver, contexts, decisions)
    for paragraph in article.paragraphs:
        if paragraph.kind not in SKIPPED_KINDS:
            for number in range(len(paragraph.sentences)):
                finder.look(paragraph, number)
    return finder.found()


class _Finder:
    """Walks over the sentences in order and remembers who spoke, between marks or without."""

    def __init__(
        self,
        article: AnalysedArticle,
        quotations: tuple[FoundQuotation, ...],
        resolver: SpeakerResolver,
        contexts: SentenceContexts,
        decisions: Decisions,
    ) -> None:
        self.resolver = resolver
        self.contexts = contexts
        self.decisions = decisions
        self.resolver.last_speaker = self.resolver.last_body = None
        self.carried = CarriedBody(article, contexts)
        self.forms = reporting_forms()
        self.form = article_form(article, quotations) if decisions.report else ()
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
            context = self.contexts.at(paragraph, number)
            cues, with_doubtful = reporting_cues(paragraph, sentence)
            reports = reported_speech_in(context, cues)
            for report in reports:
                self._take(context, report, here)
            for report in doubtful_speech_in(context, with_doubtful, reports) if self.decisions.report else ():
                self._take(context, report, here)
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

    def _take(self, context: SentenceContext, report: ReportedSpeech, here: list[int]) -> None:
        """Keep a report as the clause of the marked words in it, or as a finding of its own."""
        if any(context.paragraph.lowers[nominal.first] in IT for nominal in report.speakers):
            number = sentence_at(context.paragraph, context.sentence.first)
            self.carried.lead(self.resolver, context.paragraph, number)
        spans = spans_without_direct(context.paragraph, report, [self.marked[number] for number in here])
        resolved = tuple(self.resolver.resolve(context.paragraph, nominal, spans) for nominal in report.speakers)
        held = [number for number in here if holds(spans, self.marked[number])]
        own = [number for number in held if _is_own(self.marked[number], resolved)]
        if own and report.confidence >= LEAST and len(report.ranges) == 1:
            self._add_beside_marks(context, report, spans, resolved, here)
        if own and report.confidence >= LEAST:
            self._note(resolved)
            for number in own:
                self.marked[number] = replace(self.marked[number], clause=spans)
        elif spans and not own and all(self.marked[number].kind != QuotationKind.DIRECT for number in held):
            self._add(context, report, spans, resolved, here)
        elif report.confidence >= LEAST:
            self._note(resolved)

    def _add_beside_marks(
        self,
        context: SentenceContext,
        report: ReportedSpeech,
        spans: tuple[Span, ...],
        resolved: tuple[ResolvedSpeaker, ...],
        here: list[int],
    ) -> None:
        """Add the clauses of a report beside the one that holds marks as findings of their own."""
        paragraph, (first, last) = context.paragraph, report.ranges[0]
        if span_of(paragraph, first, last) != spans[0] or not any(paragraph.quoted[first:last]):
            return
        for one in clauses_beside_marks(paragraph, (first, last)):
            self._add(context, replace(report, ranges=(one,)), (span_of(paragraph, *one),), resolved, here)

    def _add(
        self,
        context: SentenceContext,
        report: ReportedSpeech,
        spans: tuple[Span, ...],
        resolved: tuple[ResolvedSpeaker, ...],
        here: list[int],
    ) -> None:
        """Add a report as a finding, with what the decision thinks of it as its confidence."""
        if self.decisions.report and report.frame not in BY_RULES:
            marked, last = tuple(self.marked[number] for number in here), self.resolver.last_speaker
            around = Neighbourhood(self.form, marked, None if last is None else self.resolver.names[last])
            claim = Claim(spans, resolved[0].speaker.name, resolved[0].speaker.words, marked=False)
            features, together = report_features(context, report, resolved, around)
            confidence = self.decisions.report.probability(features, claim, together)
        else:
            confidence = report.confidence
        if report.confidence >= LEAST or confidence >= _LEAST_LEARNT:
            self._note(resolved)
            self.added.append(_finding(context.paragraph, report, spans, resolved, confidence))

    def _note(self, resolved: tuple[ResolvedSpeaker, ...]) -> None:
        for one in resolved:
            self.resolver.note_speaker(one.speaker)

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
        self.marked[number] = replace(found, clause=(span_of(paragraph, first, end),))


def _is_own(quotation: FoundQuotation, resolved: tuple[ResolvedSpeaker, ...]) -> bool:
    """Say whether a quotation between marks is of the same speaker as the clause around it."""
    if quotation.kind == QuotationKind.TERM:
        return False
    names = {one.speaker.name or one.speaker.words for one in resolved}
    return not quotation.speakers or any((speaker.name or speaker.words) in names for speaker in quotation.speakers)


def _finding(
    paragraph: AnalysedParagraph,
    report: ReportedSpeech,
    spans: tuple[Span, ...],
    resolved: tuple[ResolvedSpeaker, ...],
    confidence: float,
) -> FoundQuotation:
    cue = span_of(paragraph, report.cue.first, report.cue.last) if report.cue else None
    words = paragraph.text[cue.start : cue.end] if cue else ""
    chain = evidence_chain(cue, words, resolved, f"{report.reason}, which stand without marks")
    speakers = tuple(one.speaker for one in resolved)
    return FoundQuotation(spans, QuotationKind.INDIRECT, speakers, cue, words, round(confidence, 2), chain)
