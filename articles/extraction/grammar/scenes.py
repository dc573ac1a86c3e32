"""A scene: one sentence with marks, looked at as a whole, and what the shapes of attribution find in it.

`Scene` finds the cues and nominals of its sentence once, for all the marks in it; `Scenes` keeps those of an article.
`Attribution` says who speaks.
"""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from ..findings import Span
from ..text.reading import Page, Reading, Sentence, sentence_at
from ..text.words import joined_by_space
from .cues import Cue, cues_of
from .nominals import Known, Nominal, nominals_of

_LONGEST_TITLE = 10  # words of a title before a name


@dataclass(frozen=True, slots=True)
class Attribution:
    """The nominals that speak (in one page), the cue that proves it, and how sure that is."""

    page: Page
    speakers: tuple[Nominal, ...]
    cue: Cue | None
    certainty: float
    reason: str


class Scene:
    """One sentence with its cues and nominals."""

    def __init__(self, page: Page, sentence: Sentence, known: Known) -> None:
        self.page = page
        self.sentence = sentence
        self.known = known

    @cached_property
    def cues(self) -> list[Cue]:
        """Return the cues outside the marks."""
        return cues_of(self.page, self.sentence)

    @cached_property
    def nominals(self) -> list[Nominal]:
        """Return the possible subjects outside the marks."""
        return nominals_of(self.page, self.sentence, self.known)

    def found(
        self, speakers: Iterable[Nominal | None], cue: Cue | None, certainty: float, reason: str
    ) -> Attribution | None:
        """Return the attribution to these speakers, None where there are none."""
        named = tuple(speaker for speaker in speakers if speaker is not None)
        return Attribution(self.page, named, cue, certainty, reason) if named else None

    def words_after(self, outer: Span) -> range:
        """Return the words from the marks to the next marks or the sentence's end."""
        first = self.sentence.first
        while first < self.sentence.last and self.page.words[first].start < outer.end:
            first += 1
        last = first
        while last < self.sentence.last and not self.page.quoted[last]:
            last += 1
        return range(first, last)

    def last_word_before(self, outer: Span) -> int:
        """Return the last word before the marks; one less than the sentence's first where there is none."""
        last = self.sentence.first - 1
        while last + 1 < self.sentence.last and self.page.words[last + 1].start < outer.start:
            last += 1
        return last

    def cues_before(self, outer: Span, most: int) -> list[Cue]:
        """Return the cues before the marks, nearest first, `most` of them at most."""
        end = bisect_left(self.cues, outer.start, key=lambda cue: self.page.words[cue.first].start)
        return self.cues[max(0, end - most) : end][::-1]

    def nominals_before(self, outer: Span) -> list[Nominal]:
        """Return the possible subjects before the marks."""
        return [nominal for nominal in self.nominals if self.page.words[nominal.first].start < outer.start]

    def calm(self, first: int, last: int) -> bool:
        """Say whether nothing but blanks, or an owner's "'s", divides the words of a half-open range."""
        words = self.page.words
        return all(joined_by_space(words[at]) or words[at - 1].owns for at in range(first + 1, last))

    def joint(self, speaker: Nominal) -> tuple[Nominal, ...]:
        """Return the speaker, or both of "the Spanish leader and French President Anne Roux"."""
        words, lowers = self.page.words, self.page.lowers
        first = speaker.first
        while first > max(self.sentence.first, speaker.first - _LONGEST_TITLE) and joined_by_space(words[first]):
            if not words[first - 1].capital or lowers[first - 1] == "and":
                break
            first -= 1
        link = first - 1
        if link <= self.sentence.first or lowers[link] != "and" or not self.calm(link - 1, first + 1):
            return (speaker,)
        other = next((nominal for nominal in self.nominals if nominal.last == link), None)
        if other is None or other.kind in ("pronoun", "document"):
            return (speaker,)
        starts = other.first == self.sentence.first or "," in words[other.first].gap
        return (other, speaker) if starts else (speaker,)


class Scenes:
    """The scenes of an article, each made once, so that all who look at a sentence share its cues and nominals."""

    def __init__(self, reading: Reading, known: Known) -> None:
        self.reading = reading
        self.known = known
        self._made: dict[tuple[int, int], Scene] = {}

    def scene(self, page: Page, number: int) -> Scene:
        """Return the scene of a page's sentence with this number."""
        key = (page.index, number)
        if key not in self._made:
            self._made[key] = Scene(page, page.sentences[number], self.known)
        return self._made[key]

    def around(self, span: Span) -> Scene:
        """Return the scene in which a span begins."""
        page = self.reading.pages[span.passage]
        at = bisect_left(page.starts, span.start)
        return self.scene(page, sentence_at(page, min(at, max(0, len(page.words) - 1))))
