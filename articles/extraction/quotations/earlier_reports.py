"""Reports without marks that stand before a quotation: who spoke in them is whom its "he" may mean."""

from ..grammar.nominals import Nominal
from ..grammar.sentence_context import SentenceContext, SentenceContexts
from ..lexicons import GRAMMAR
from ..speakers.resolver import SpeakerResolver
from ..text.analysis import AnalysedArticle, AnalysedParagraph, Sentence, sentence_at
from ..word_classes import WHO
from .adjacent_sentences import NEAR
from .pre_quote import speakers_of
from .quoted_text import QuotedText

_PRONOUNS = GRAMMAR["pronoun"] | GRAMMAR["possessive"] | WHO  # words that a pronoun can be as a subject


class EarlierReports:
    """Walks over the sentences between the quotations of an article, in order, and tells the resolver who spoke."""

    def __init__(self, article: AnalysedArticle, resolver: SpeakerResolver, contexts: SentenceContexts) -> None:
        self.article = article
        self.resolver = resolver
        self.contexts = contexts
        self.looked = (0, 0)  # the paragraph and sentence up to which all is noted

    def note_before(self, quote: QuotedText, context: SentenceContext) -> SentenceContext | None:
        """Note who spoke in the few paragraphs before a quotation, whose sentence's context is given.

        Returns the sentence right before; None where it is that of another quotation.
        """
        here = (quote.first.passage, sentence_at(quote.paragraph, context.sentence.first))
        first = max(self.looked, (max(0, here[0] - NEAR), 0))
        between = [
            (paragraph, number)
            for paragraph in self.article.paragraphs[first[0] : here[0] + 1]
            for number in range(
                first[1] if paragraph.index == first[0] else 0,
                here[1] if paragraph.index == here[0] else len(paragraph.sentences),
            )
        ]
        self.looked = max(self.looked, here)
        for paragraph, number in between:
            if _has_pronoun(paragraph, paragraph.sentences[number]):  # nothing else is noted
                self._note(self.contexts.at(paragraph, number))
        return self.contexts.at(*between[-1]) if between else None

    def _note(self, context: SentenceContext) -> None:
        """Note who speaks in a sentence, where a pronoun does: where a name stands, it weighs by itself."""
        speaker = _speaker_in(context)
        if speaker and speaker.kind == "pronoun":
            self.resolver.note_speaker(self.resolver.resolve(context.paragraph, speaker).speaker)


def reports_somebody(context: SentenceContext) -> bool:
    """Say whether a sentence reports what one person says, and has no marks."""
    marked = any(context.paragraph.quoted[context.sentence.first : context.sentence.last])
    return not marked and _speaker_in(context) is not None


def _speaker_in(context: SentenceContext) -> Nominal | None:
    """Return the one person or pronoun that a sentence says is speaking; None where it is nobody or several."""
    cue = next((one for one in context.cues if one.kind in ("say", "tell")), None)
    speakers = speakers_of(context, cue) if cue else ()
    return speakers[0] if len(speakers) == 1 and speakers[0].kind in ("person", "pronoun") else None


def _has_pronoun(paragraph: AnalysedParagraph, sentence: Sentence) -> bool:
    return not _PRONOUNS.isdisjoint(paragraph.lowers[sentence.first : sentence.last])
