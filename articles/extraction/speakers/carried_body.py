"""What "it" goes on with: the country or organisation that the sentence before is about.

In: the sentences of an article. Out: the body that is the subject of the sentence before, also where that one says "it"
in its turn: a news story stays with its subject (the centre continues: Grosz, Joshi and Weinstein, 1995).
"""

from ..findings import FoundSpeaker
from ..grammar.clauses import governing_subject, opening_clause_end, phrase_start
from ..grammar.nominals import Nominal
from ..grammar.sentence_context import SentenceContext, SentenceContexts
from ..lexicons import GRAMMAR
from ..text.analysis import SKIPPED_KINDS, AnalysedArticle, AnalysedParagraph
from ..word_classes import COORDINATORS, IT
from .resolver import SpeakerResolver

_BODIES = ("country", "organisation")
_TIES = COORDINATORS | GRAMMAR["preposition"]  # what ties a noun to another
_FAR = 5  # sentences over which "it" goes on


class CarriedBody:
    """Looks from a sentence back for what it goes on with; nothing else than "it" may stand between."""

    def __init__(self, article: AnalysedArticle, contexts: SentenceContexts) -> None:
        self._read = [one for one in article.paragraphs if one.kind not in SKIPPED_KINDS and one.sentences]
        self._at = {paragraph.index: at for at, paragraph in enumerate(self._read)}
        self._contexts = contexts

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
                return resolver.resolve(paragraph, subject).speaker
            if subject is None or paragraph.lowers[subject.first] not in IT:
                return None
        return None

    def _before(self, paragraph: AnalysedParagraph, number: int) -> tuple[AnalysedParagraph, int] | None:
        """Return the paragraph and number of the sentence before, None for the first one."""
        if number:
            return paragraph, number - 1
        at = self._at[paragraph.index]
        return (self._read[at - 1], len(self._read[at - 1].sentences) - 1) if at else None

    def _subject(self, paragraph: AnalysedParagraph, number: int) -> Nominal | None:
        context = self._contexts.at(paragraph, number)
        subject = governing_subject(context.paragraph, context.sentence, context.nominals)
        return subject or _opening(context)


def _is_quoted(paragraph: AnalysedParagraph, number: int) -> bool:
    sentence = paragraph.sentences[number]
    return all(paragraph.quoted[sentence.first : sentence.last])


def _opening(context: SentenceContext) -> Nominal | None:
    """Return the nominal that the main clause opens with, where it stands alone: "Norway, which has …, has left"."""
    paragraph, sentence, nominals = context.paragraph, context.sentence, context.nominals
    main = opening_clause_end(paragraph, sentence, nominals)
    opening = next((one for one in nominals if phrase_start(paragraph, sentence, one) == main), None)
    if opening is None or opening.last >= sentence.last or paragraph.words[opening.last - 1].possessive:
        return None
    return None if paragraph.lowers[opening.last] in _TIES else opening
