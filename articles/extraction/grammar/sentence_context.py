"""The context of a quotation: its sentence as a whole, with the cues and the possible subjects in it.

`SentenceContext` finds the cues and nominals of its sentence once, for all the marks in it; `SentenceContexts` keeps
those of an article. `Attribution` says who speaks.
"""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property

from ..findings import Span
from ..records import record
from ..text.analysis import AnalysedArticle, AnalysedParagraph, Sentence, sentence_at
from ..text.tokens import joined_by_space
from ..word_classes import AND
from .appositions import named_beside
from .clauses import chain_end
from .cues import Cue, cues_of
from .nominals import MentionIndex, Nominal, nominals_of

_LONGEST_TITLE = 10  # words of a title before a name


@record
class Attribution:
    """Who is said to speak in a paragraph, and which words prove it."""

    paragraph: AnalysedParagraph
    speakers: tuple[Nominal, ...]
    cue: Cue | None  # a colon or a dash is none
    confidence: float  # between 0 and 1
    reason: str  # how the words for the speakers stand to the quotation, as the end of a sentence


class SentenceContext:
    """One sentence with its cues and its possible subjects, both outside quotation marks."""

    def __init__(self, paragraph: AnalysedParagraph, sentence: Sentence, mention_index: MentionIndex) -> None:
        self.paragraph = paragraph
        self.sentence = sentence
        self.mention_index = mention_index

    @cached_property
    def cues(self) -> list[Cue]:
        """Return the cues outside the marks."""
        return cues_of(self.paragraph, self.sentence)

    @cached_property
    def nominals(self) -> list[Nominal]:
        """Return the possible subjects outside the marks."""
        return nominals_of(self.paragraph, self.sentence, self.mention_index)

    def attribution(
        self, speakers: Iterable[Nominal | None], cue: Cue | None, confidence: float, reason: str
    ) -> Attribution | None:
        """Return the attribution to these speakers, None where there are none."""
        named = tuple(self.named(speaker) for speaker in speakers if speaker is not None)
        return Attribution(self.paragraph, named, cue, confidence, reason) if named else None

    def named(self, speaker: Nominal) -> Nominal:
        """Return the person beside the words for a speaker, "the port's head, Ida Holm", else the whole words."""
        named = named_beside(self.paragraph, self.sentence, self.nominals, speaker)
        if named.kind not in ("group", "organisation") or named not in self.nominals:
            return named
        end = chain_end(self.paragraph, self.nominals, self.nominals.index(named))
        return replace(named, whole=end) if end > named.last else named

    def words_after(self, outer: Span) -> range:
        """Return the words from the marks `outer` to the next marks or the sentence's end."""
        first = last = bisect_left(self.paragraph.starts, outer.end, self.sentence.first, self.sentence.last)
        while last < self.sentence.last and not self.paragraph.quoted[last]:
            last += 1
        return range(first, last)

    def last_word_before(self, outer: Span) -> int:
        """Return the last word before the marks; one less than the sentence's first where there is none."""
        return bisect_left(self.paragraph.starts, outer.start, self.sentence.first, self.sentence.last) - 1

    def cues_before(self, outer: Span, limit: int) -> list[Cue]:
        """Return the cues before the marks, nearest first, no more than `limit`."""
        end = bisect_left(self.cues, outer.start, key=lambda cue: self.paragraph.starts[cue.first])
        return self.cues[max(0, end - limit) : end][::-1]

    def nominals_before(self, outer: Span) -> list[Nominal]:
        """Return the possible subjects before the marks."""
        return [nominal for nominal in self.nominals if self.paragraph.starts[nominal.first] < outer.start]

    def unbroken(self, first: int, last: int) -> bool:
        """Say whether nothing but blanks, or an owner's "'s", divides the words of a half-open range."""
        words, gaps = self.paragraph.words, self.paragraph.gaps
        return all(joined_by_space(gaps[at]) or words[at - 1].possessive for at in range(first + 1, last))

    def coordinated(self, speaker: Nominal) -> tuple[Nominal, ...]:
        """Return the speaker, or both of "the Spanish leader and French President Anne Roux"."""
        words, lowers, gaps = self.paragraph.words, self.paragraph.lowers, self.paragraph.gaps
        speaker = self.named(speaker)
        first = speaker.first
        while first > max(self.sentence.first, speaker.first - _LONGEST_TITLE) and joined_by_space(gaps[first]):
            if not words[first - 1].capital or lowers[first - 1] in AND:
                break
            first -= 1
        link = first - 1
        if link <= self.sentence.first or lowers[link] not in AND or not self.unbroken(link - 1, first + 1):
            return (speaker,)
        other = next((nominal for nominal in self.nominals if nominal.last == link), None)
        if other is None or other.kind in ("pronoun", "document"):
            return (speaker,)
        starts = other.first == self.sentence.first or "," in gaps[other.first]
        return (other, speaker) if starts else (speaker,)


class SentenceContexts:
    """The sentence contexts of an article, each made once, so that all who ask about a sentence share its analysis."""

    def __init__(self, article: AnalysedArticle, mention_index: MentionIndex) -> None:
        self.article = article
        self.mention_index = mention_index
        self._made: dict[tuple[int, int], SentenceContext] = {}

    def at(self, paragraph: AnalysedParagraph, number: int) -> SentenceContext:
        """Return the context of the sentence of this number in a paragraph."""
        key = (paragraph.index, number)
        if key not in self._made:
            self._made[key] = SentenceContext(paragraph, paragraph.sentences[number], self.mention_index)
        return self._made[key]

    def around(self, span: Span) -> SentenceContext:
        """Return the context of the sentence in which a span begins."""
        paragraph = self.article.paragraphs[span.passage]
        at = bisect_left(paragraph.starts, span.start)
        return self.at(paragraph, sentence_at(paragraph, min(at, max(0, len(paragraph.words) - 1))))
