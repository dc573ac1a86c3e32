"""Quotations between marks, set off as paragraphs or in a transcript's turns: who said them, and what is only a term.

In: the analysed article, its people, the resolver of its speakers, sentence contexts. Out: `FoundQuotation`s in reading
order. Where a sentence does not say who speaks, a colon before announces it, or the speaker goes on: from the sentence
or paragraph before, or backwards from the next.
"""

from collections import deque
from dataclasses import dataclass, replace

from articles.paragraph_kinds import PassageKind

from ..decisions import Claim, Decisions
from ..findings import FoundQuotation, Span
from ..grammar.sentence_context import Attribution, SentenceContext, SentenceContexts
from ..people.entities import PersonEntities
from ..speakers.carried_body import CarriedBody
from ..speakers.resolver import ResolvedSpeaker, SpeakerResolver
from ..text.analysis import AnalysedArticle, sentence_at
from ..word_classes import IT
from .earlier_reports import EarlierReports
from .quotation_findings import (
    answer_of_nobody,
    attributed_quotation,
    continued_quotation,
    set_off_quotation,
    term_quotation,
    turn_quotation,
    unattributed_quotation,
)
from .quoted_text import QuotedText
from .readings import NAMING, GoingOn, Reading, Surroundings, read_marked
from .set_off import SetOff, set_off_words
from .speech import ArticleSigns, speech_features
from .turns import Turn, turn_speaker, turns_of

_LONG = 12  # words from which on the rules are right in 99 of 100: asking would only cost time
_SPEECH = 0.55  # marked words are speech from this probability on: the balance of both faults in cross-validation
_TERM = 0.3  # how probable speech is where the rules find a term
_SURER = 0.08  # how much surer a speaker is who goes on within a paragraph: two quotations agree


@dataclass(slots=True)
class _CurrentSpeech:
    """Who was speaking, and where: so that the next words may go on."""

    resolved: tuple[ResolvedSpeaker, ...] = ()
    paragraph: int = -1
    confidence: float = 0.0


def marked_quotations(
    article: AnalysedArticle,
    entities: PersonEntities,
    resolver: SpeakerResolver,
    contexts: SentenceContexts,
    decisions: Decisions,
) -> tuple[FoundQuotation, ...]:
    """Find every quotation and term between marks, and every turn of a transcript."""
    turns = turns_of(article, entities)
    set_off = set_off_words(article, contexts, taken={number for turn in turns.values() for number in turn.paragraphs})
    finder = _QuotationFinder(article, resolver, contexts, decisions)
    found: list[FoundQuotation | None] = []
    waiting, within = deque(set_off), {span.passage for one in set_off for span in one.spans}
    goes_on = {number for turn in turns.values() for number in turn.paragraphs[1:]}
    for number, span in enumerate(article.quoted_spans):
        passage = span.outer[0].passage
        while waiting and waiting[0].spans[0].passage <= passage:
            found.append(finder.set_off(waiting.popleft()))
        turn = turns.get(passage)
        if turn and span.outer[0].start < turn.name.start:
            found.append(_in_turn(_after_name(span.parts, turn), turn, article, entities))
            del turns[passage]
        elif not turn and passage not in within and passage not in goes_on:
            found.append(finder.quotation(number))
    found.extend(finder.set_off(one) for one in waiting)
    found.extend(_in_turn(_rest(turn, article), turn, article, entities) for turn in turns.values())
    return tuple(sorted((one for one in found if one is not None), key=lambda quotation: quotation.spans[0]))


def _in_turn(spans: tuple[Span, ...], turn: Turn, article: AnalysedArticle, entities: PersonEntities) -> FoundQuotation:
    return turn_quotation(spans, turn_speaker(turn, article, entities))


def _after_name(parts: tuple[Span, ...], turn: Turn) -> tuple[Span, ...]:
    first = parts[0]
    return (Span(first.passage, max(first.start, turn.words), first.end), *parts[1:])


def _rest(turn: Turn, article: AnalysedArticle) -> tuple[Span, ...]:
    """Return the words of a turn: what follows the name, and the paragraphs that go on with it."""
    texts = [article.paragraphs[number].text for number in turn.paragraphs]
    starts = [turn.words, *(len(text) - len(text.lstrip()) for text in texts[1:])]
    rows = zip(turn.paragraphs, starts, texts, strict=True)
    return tuple(Span(number, start, len(text.rstrip())) for number, start, text in rows if start < len(text.rstrip()))


class _QuotationFinder:
    """Walks over the quoted words of an article in order and remembers who spoke."""

    def __init__(
        self, article: AnalysedArticle, resolver: SpeakerResolver, contexts: SentenceContexts, decisions: Decisions
    ) -> None:
        self.article = article
        self.resolver = resolver
        self.contexts = contexts
        self.decisions = decisions
        self.quotes = [QuotedText(span, article) for span in article.quoted_spans]
        self.signs = ArticleSigns(article, self.quotes)
        self.current = _CurrentSpeech()
        self.reports = EarlierReports(article, resolver, contexts)
        self.carried = CarriedBody(article, contexts)
        self.earlier: tuple[Span, bool] | None = None

    def quotation(self, number: int) -> FoundQuotation | None:
        """Return the finding for the quoted words of this number, None where they are only a heading's label."""
        quote = self.quotes[number]
        if quote.paragraph.kind == PassageKind.SUBHEAD and quote.is_whole_paragraph:
            return None
        around = self._surroundings(number, quote)
        reading = read_marked(quote, around)
        probability = self._probability(quote, around.context, reading)
        speech = probability >= _SPEECH
        self.earlier = (quote.last, speech)
        if not speech:
            return term_quotation(quote, reading.because, round(1 - probability, 2))
        found = self._speech(quote, reading)
        sure = round(found.confidence * probability, 2)
        return found if sure == found.confidence else replace(found, confidence=sure)

    def _speech(self, quote: QuotedText, reading: Reading) -> FoundQuotation:
        if reading.goes_on:
            return self._continued(quote, reading.goes_on)
        return self._said(quote, reading.attribution) if reading.attribution else unattributed_quotation(quote)

    def set_off(self, one: SetOff) -> FoundQuotation:
        """Return the finding for words without marks that are set off as paragraphs."""
        if one.attribution is None:
            return answer_of_nobody(one.spans)
        resolved = self._resolved(one.attribution, one.spans)
        return set_off_quotation(one.spans, one.attribution, resolved)

    def _surroundings(self, number: int, quote: QuotedText) -> Surroundings:
        following = self.quotes[number + 1] if number + 1 < len(self.quotes) else None
        near = quote.first.passage - self.current.paragraph if self.current.resolved else None
        context = self.contexts.around(quote.first)
        return Surroundings(context, self.contexts, following, near, self.reports.note_before(quote, context))

    def _probability(self, quote: QuotedText, context: SentenceContext, reading: Reading) -> float:
        """Return how probable it is that marked words are speech; the rules say it where nothing was learnt."""
        if self.decisions.speech is None or reading.shape in NAMING or (reading.speech and quote.size >= _LONG):
            return 1.0 if reading.speech else _TERM
        features, together = speech_features(quote, context, reading, self.signs, self._earlier(quote, context))
        return self.decisions.speech.probability(features, Claim(quote.span.parts), together)

    def _earlier(self, quote: QuotedText, context: SentenceContext) -> str:
        """Return what the marked words before these were, and whether they stand in the same sentence."""
        if self.earlier is None or self.earlier[0].passage != quote.first.passage:
            return "earlier:none"
        near = "here" if self.earlier[0].start >= context.sentence.start else "before"
        return f"earlier:{near} {'speech' if self.earlier[1] else 'term'}"

    def _said(self, quote: QuotedText, attribution: Attribution) -> FoundQuotation:
        return attributed_quotation(quote, attribution, self._resolved(attribution, quote.span.parts))

    def _resolved(self, attribution: Attribution, said: tuple[Span, ...]) -> tuple[ResolvedSpeaker, ...]:
        """Return who is meant by the words for the speakers, and remember them as speaking up to there."""
        place = attribution.paragraph
        for nominal in attribution.speakers:
            if place.lowers[nominal.first] in IT:
                number = sentence_at(place, nominal.first)
                self.carried.lead(self.resolver, place, number)
        resolved = tuple(self.resolver.resolve(place, nominal, said) for nominal in attribution.speakers)
        for one in resolved:
            self.resolver.note_speaker(one.speaker)
        sure = attribution.confidence * min((one.confidence for one in resolved), default=1.0)
        self.current = _CurrentSpeech(resolved, said[-1].passage, sure)
        return resolved

    def _continued(self, quote: QuotedText, going_on: GoingOn) -> FoundQuotation:
        self.current.paragraph = quote.last.passage
        confidence = min(going_on.confidence, self.current.confidence + _SURER)
        return continued_quotation(quote, self.current.resolved, confidence, going_on.sentence)
