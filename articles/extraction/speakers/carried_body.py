"""What "it" goes on with: the country or organisation that the sentence before is about.

In: the sentences of an article. Out: the body that is the subject of the sentence before, also where that one says "it"
in its turn: a news story stays with its subject (the centre continues: Grosz, Joshi and Weinstein, 1995).
"""

from articles.paragraph_kinds import PassageKind

from ..findings import FoundSpeaker
from ..grammar.clauses import chain_end, governing_subject, opening_clause_end, phrase_start
from ..grammar.nominals import Nominal
from ..grammar.sentence_context import SentenceContext, SentenceContexts
from ..grammar.verbs import verb_after
from ..lexicons import GRAMMAR, SET_PHRASES
from ..text.analysis import AnalysedArticle, AnalysedParagraph
from ..word_classes import COORDINATORS, IT
from .resolver import SpeakerResolver

_READ_ON = (PassageKind.STANDFIRST, PassageKind.BODY)  # captions and headings stand between, and are not gone on with
_BODIES = ("country", "organisation")
_TIES = COORDINATORS | GRAMMAR["preposition"]  # what ties a noun to another
_ASKS = SET_PHRASES["asks"]
_FAR = 5  # sentences over which "it" goes on


class CarriedBody:
    """Looks from a sentence back for what it goes on with; nothing else than "it" may stand between."""

    def __init__(self, article: AnalysedArticle, contexts: SentenceContexts) -> None:
        self._read = [one for one in article.paragraphs if one.kind in _READ_ON and one.sentences]
        self._at = {paragraph.index: at for at, paragraph in enumerate(self._read)}
        self._contexts = contexts

    def lead(self, resolver: SpeakerResolver, paragraph: AnalysedParagraph, number: int) -> None:
        """Tell a resolver what "it" in a sentence, by its number, may mean: the body before, or who spoke."""
        resolver.carried_body = self.at(paragraph, number, resolver)
        last = resolver.last_body
        resolver.body_just_spoke = last is not None and self._is_near(last, paragraph, number)

    def _is_near(self, speaker: FoundSpeaker, paragraph: AnalysedParagraph, number: int) -> bool:
        """Say whether a speaker's words stand in a sentence, by its number, or in the one before it."""
        if _holds(speaker, paragraph, number):
            return True
        while before := self._before(paragraph, number):
            paragraph, number = before
            if not _is_quoted(paragraph, number):
                return _holds(speaker, paragraph, number)
        return False

    def at(self, paragraph: AnalysedParagraph, number: int, resolver: SpeakerResolver) -> FoundSpeaker | None:
        """Return what "it" in a sentence, by its number, goes on with.

        None where the sentences before are about something else; those between marks are no sentences of the article's.
        """
        for _ in range(_FAR):
            if (before := self._before(paragraph, number)) is None:
                return None
            paragraph, number = before
            if _is_quoted(paragraph, number):
                continue
            subject = self._subject(paragraph, number)
            if subject and subject.kind in _BODIES:
                if _asks_another(self._contexts.at(paragraph, number), subject):
                    return None
                return resolver.resolve(paragraph, subject).speaker
            if subject is None or paragraph.lowers[subject.first] not in IT:
                return None
        return None

    def _before(self, paragraph: AnalysedParagraph, number: int) -> tuple[AnalysedParagraph, int] | None:
        """Return the paragraph and number of the sentence before, None for the first one."""
        if number:
            return paragraph, number - 1
        at = self._at.get(paragraph.index, 0)
        return (self._read[at - 1], len(self._read[at - 1].sentences) - 1) if at else None

    def _subject(self, paragraph: AnalysedParagraph, number: int) -> Nominal | None:
        context = self._contexts.at(paragraph, number)
        subject = governing_subject(context.paragraph, context.sentence, context.nominals)
        return subject or _opening(context)


def _is_quoted(paragraph: AnalysedParagraph, number: int) -> bool:
    sentence = paragraph.sentences[number]
    return all(paragraph.quoted[sentence.first : sentence.last])


def _holds(speaker: FoundSpeaker, paragraph: AnalysedParagraph, number: int) -> bool:
    sentence, span = paragraph.sentences[number], speaker.span
    return span is not None and span.passage == paragraph.index and sentence.start <= span.start < sentence.end


def _asks_another(context: SentenceContext, subject: Nominal) -> bool:
    """Say whether a subject turns to somebody, who then answers: "The Courier asked the Harbour Council about …"."""
    paragraph, sentence, nominals = context.paragraph, context.sentence, context.nominals
    end = chain_end(paragraph, nominals, nominals.index(subject)) if subject in nominals else subject.last
    verb = verb_after(paragraph, end, sentence.last)
    if verb < 0:
        return False
    for other in nominals:
        first = phrase_start(paragraph, sentence, other)
        if any(verb <= first - len(one) <= verb + 2 and _is_before(paragraph, first, one) for one in _ASKS):
            return True
    return False


def _is_before(paragraph: AnalysedParagraph, at: int, phrase: tuple[str, ...]) -> bool:
    return tuple(paragraph.lowers[at - len(phrase) : at]) == phrase


def _opening(context: SentenceContext) -> Nominal | None:
    """Return the nominal that the main clause opens with, where it stands alone: "Norway, which has …, has left"."""
    paragraph, sentence, nominals = context.paragraph, context.sentence, context.nominals
    main = opening_clause_end(paragraph, sentence, nominals)
    opening = next((one for one in nominals if phrase_start(paragraph, sentence, one) == main), None)
    if opening is None or opening.last >= sentence.last or paragraph.words[opening.last - 1].possessive:
        return None
    return None if paragraph.lowers[opening.last] in _TIES else opening
