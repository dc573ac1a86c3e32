"""Quotations between marks or in a transcript's turns: who said them, and what is only a term.

In: the analysed article, its people, the resolver of its speakers, sentence contexts. Out: `FoundQuotation`s in reading
order. Where a sentence does not say who speaks, a colon before announces it, or the speaker goes on: from the sentence
or paragraph before, or backwards from the next.
"""

from dataclasses import dataclass

from articles.paragraph_kinds import PassageKind

from ..decisions import Decisions
from ..findings import FoundQuotation, Span
from ..grammar.clauses import governing_subject
from ..grammar.nominals import Nominal
from ..grammar.sentence_context import Attribution, SentenceContext, SentenceContexts
from ..people.entities import PersonEntities
from ..speakers.resolver import ResolvedSpeaker, SpeakerResolver
from ..text.analysis import AnalysedArticle
from .adjacent_sentences import NEAR, announced_before, attributed_next, introduced_before
from .attribution import attribute
from .quotation_findings import (
    attributed_quotation,
    continued_quotation,
    term_quotation,
    turn_quotation,
    unattributed_quotation,
)
from .quoted_text import SPEECH_WORDS, TERM_WORDS, QuotedText
from .titles_of_works import is_title_of_work, only_names_thing
from .turns import Turn, turn_speaker, turns_of

_SURER = 0.08  # how much surer a speaker is who goes on within a paragraph: two quotations agree
_WEAK = 0.48  # an attribution below this does not make one or two words speech


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
    finder = _QuotationFinder(article, resolver, contexts, decisions)
    found = []
    for number, span in enumerate(article.quoted_spans):
        turn = turns.get(span.outer[0].passage)
        if turn is None:
            found.append(finder.quotation(number))
        elif span.outer[0].start < turn.name.start:
            found.append(_in_turn(_after_name(span.parts, turn), turn, article, entities))
            del turns[span.outer[0].passage]
    found.extend(_in_turn((_rest(turn, article),), turn, article, entities) for turn in turns.values())
    return tuple(sorted((one for one in found if one is not None), key=lambda quotation: quotation.spans[0]))


def _in_turn(spans: tuple[Span, ...], turn: Turn, article: AnalysedArticle, entities: PersonEntities) -> FoundQuotation:
    return turn_quotation(spans, turn_speaker(turn, article, entities))


def _after_name(parts: tuple[Span, ...], turn: Turn) -> tuple[Span, ...]:
    first = parts[0]
    return (Span(first.passage, max(first.start, turn.words), first.end), *parts[1:])


def _rest(turn: Turn, article: AnalysedArticle) -> Span:
    return Span(turn.name.passage, turn.words, len(article.paragraphs[turn.name.passage].text.rstrip()))


class _QuotationFinder:
    """Walks over the quoted words of an article in order and remembers who spoke."""

    def __init__(
        self, article: AnalysedArticle, resolver: SpeakerResolver, contexts: SentenceContexts, decisions: Decisions
    ) -> None:
        self.article = article
        self.resolver = resolver
        self.contexts = contexts
        self.decisions = decisions
        self.current = _CurrentSpeech()

    def quotation(self, number: int) -> FoundQuotation | None:
        """Return the finding for the quoted words of this number, None where they are only a heading's label."""
        quote = QuotedText(self.article.quoted_spans[number], self.article)
        context = self.contexts.around(quote.first)
        if quote.paragraph.kind == PassageKind.SUBHEAD and quote.is_whole_paragraph:
            return None
        if is_title_of_work(quote):
            return term_quotation(quote, "The marked words are the title of a work.", 0.8)
        if only_names_thing(quote, context):
            return term_quotation(quote, "The marked words only name a thing.", 0.8)
        attribution = self._attribution(quote)
        if attribution and not (quote.size <= 2 and attribution.confidence < _WEAK):
            return self._said(quote, attribution)
        return self._without_cue(number, quote, context)

    def _attribution(self, quote: QuotedText) -> Attribution | None:
        found = attribute(self.contexts.around(quote.first), quote.first)
        if found is None and quote.last is not quote.first:
            return attribute(self.contexts.around(quote.last), quote.last)
        return found

    def _said(self, quote: QuotedText, attribution: Attribution) -> FoundQuotation:
        resolved = tuple(self.resolver.resolve(attribution.paragraph, nominal) for nominal in attribution.speakers)
        for one in resolved:
            self.resolver.note_speaker(one.speaker)
        self.current = _CurrentSpeech(resolved, quote.last.passage, attribution.confidence)
        return attributed_quotation(quote, attribution, resolved)

    def _without_cue(self, number: int, quote: QuotedText, context: SentenceContext) -> FoundQuotation:
        """Return words that their own sentence attributes to nobody."""
        if quote.is_speech(context) and (quotation := self._goes_on(number, quote, context)):
            return quotation
        if quote.size <= TERM_WORDS:
            return term_quotation(quote, "Few marked words, and no cue near them: a term.")
        left = context.nominals_before(quote.first)
        subject = governing_subject(context.paragraph, context.sentence, left) or _first_person(left)
        if subject:
            return self._said(
                quote, Attribution(context.paragraph, (subject,), None, 0.4, "is the subject of the sentence")
            )
        if quote.size >= SPEECH_WORDS:
            return unattributed_quotation(quote)
        return term_quotation(quote, "Few marked words, and no cue near them: a term.")

    def _goes_on(self, number: int, quote: QuotedText, context: SentenceContext) -> FoundQuotation | None:
        """Return the words as a speech that is announced, goes on, or that the next sentence attributes."""
        if announcement := announced_before(quote, context, self.contexts):
            return self._said(quote, announcement)
        near = quote.first.passage - self.current.paragraph
        if self.current.resolved and near == 0:
            return self._continued(quote, 0.97, "The speaker of the sentence before goes on.")
        if following := attributed_next(quote, self._following(number), self.contexts.around):
            return self._said(quote, following)
        if self.current.resolved and 0 < near <= NEAR and quote.opens_paragraph(context):
            return self._continued(quote, 0.5, "The speaker of the paragraph before goes on.")
        introduction = introduced_before(quote, context, self.contexts)
        return self._said(quote, introduction) if introduction else None

    def _following(self, number: int) -> QuotedText | None:
        following = number + 1
        spans = self.article.quoted_spans
        return QuotedText(spans[following], self.article) if following < len(spans) else None

    def _continued(self, quote: QuotedText, confidence: float, sentence: str) -> FoundQuotation:
        self.current.paragraph = quote.last.passage
        return continued_quotation(
            quote, self.current.resolved, min(confidence, self.current.confidence + _SURER), sentence
        )


def _first_person(nominals: list[Nominal]) -> Nominal | None:
    return next((one for one in nominals if one.kind in ("person", "pronoun")), nominals[0] if nominals else None)
