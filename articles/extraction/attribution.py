"""Who said it and which words prove it: one marked stretch and the sentence around it.

In: a page, a sentence, a stretch of it between marks. Out: `Attribution` (the nominals that speak, the cue, how sure), or
None where the sentence itself does not say. The shapes, surest first: “…,” X said; X said “…”; X: “…”; … according to X.
"""

from dataclasses import dataclass
from functools import cached_property

from .cues import Cue, cues_of
from .findings import Span
from .nominals import Known, Nominal, nominals_of
from .reading import Page, Sentence
from .subjects import owner_of, source_of, subject_after, subject_before
from .words import joined_by_space

_WEAK_REACH = 12  # words between a weak cue and the marks it reports


@dataclass(frozen=True, slots=True)
class Attribution:
    """The nominals that speak (in one page), the cue that proves it, and how sure that is."""

    page: Page
    speakers: tuple[Nominal, ...]
    cue: Cue | None
    certainty: float
    reason: str


class Scene:
    """One sentence with marks, looked at as a whole: its cues and nominals are found once."""

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

    def attribution(self, outer: Span) -> Attribution | None:
        """Return who says the stretch with these outer marks."""
        return self._tail(outer) or self._lead(outer) or self._document(outer) or self._colon(outer) or self._distant_tail(outer)

    def _tail(self, outer: Span) -> Attribution | None:
        """“…,” X said: the cue's clause follows at once."""
        segment = self._words_after(outer)
        if not segment:
            return None
        gap = self.page.text[outer.end : self.page.words[segment[0]].start]
        closes = self.page.text[outer.end - 2 : outer.end - 1]
        linked = closes in ",?!—–…-" or "," in gap or "—" in gap or "–" in gap
        for cue in self.cues:
            if cue.first not in segment or cue.kind in ("noun", "name") or (cue.kind == "mind" and cue.first - segment[0] > 3):
                continue
            if cue.kind == "according":
                if cue.first - segment[0] <= 1:
                    return self._found((source_of(self.page, self.sentence, self.nominals, cue),), cue, 0.9, "follows the words")
                continue
            if cue.first == segment[0]:
                speaker = subject_after(self.page, self.sentence, self.nominals, cue) if cue.kind == "say" else None
                if speaker and not cue.form.endswith("ing"):
                    return self._found((speaker,), cue, 0.95, "follows the words")
                continue
            speaker = subject_before(self.page, self.sentence, [n for n in self.nominals if n.first >= segment[0]], cue)
            if speaker and speaker.first - segment[0] <= (6 if linked else 0) and self._starts_clause(segment[0], speaker):
                return self._found(self._joint(speaker), cue, 0.95 if linked else 0.75, "follows the words")
            if linked and cue.first - segment[0] < 14:
                continue
            return None
        return None

    def _starts_clause(self, first: int, speaker: Nominal) -> bool:
        """Say whether only a title stands between the marks and the speaker."""
        return all(joined_by_space(self.page.words[at]) for at in range(first + 1, speaker.first + 1))

    def _lead(self, outer: Span) -> Attribution | None:
        """X said “…”: the nearest cue before the marks."""
        before = [cue for cue in self.cues if self.page.words[cue.first].start < outer.start]
        last = self._last_word_before(outer)
        for cue in reversed(before):
            distance = last - cue.last + 1
            if cue.kind in ("mind", "name", "noun") and distance > _WEAK_REACH:
                continue
            speakers = self._speakers_before(cue)
            if speakers:
                sure = 0.92 if distance <= 1 else 0.85 if distance <= 8 else 0.7
                sure -= 0.15 if cue.kind in ("mind", "noun") else 0.0
                return self._found(speakers, cue, sure, "stands before the words")
        return None

    def _speakers_before(self, cue: Cue) -> tuple[Nominal, ...]:
        if cue.kind == "according":
            source = source_of(self.page, self.sentence, self.nominals, cue)
            return (source,) if source else ()
        if cue.kind == "noun":
            owner = owner_of(self.page, self.sentence, self.nominals, cue)
            return (owner,) if owner else ()
        subject = subject_before(self.page, self.sentence, self.nominals, cue)
        if subject is None and cue.kind == "say" and not cue.form.endswith("ing"):
            subject = subject_after(self.page, self.sentence, self.nominals, cue)
        return self._joint(subject) if subject else ()

    def _joint(self, speaker: Nominal) -> tuple[Nominal, ...]:
        """Return the speaker, or both of "the Chinese leader and Russian President Vladimir Putin"."""
        first = speaker.first
        words, lowers = self.page.words, self.page.lowers
        while first > self.sentence.first and joined_by_space(words[first]) and words[first - 1].capital and lowers[first - 1] != "and":
            first -= 1
        link = first - 1
        if link <= self.sentence.first or lowers[link] != "and" or not joined_by_space(words[first]):
            return (speaker,)
        other = next((nominal for nominal in self.nominals if nominal.last == link), None)
        if other is None or other.kind in ("pronoun", "document") or not joined_by_space(words[link]):
            return (speaker,)
        starts = other.first == self.sentence.first or "," in words[other.first].gap
        return (other, speaker) if starts else (speaker,)

    def _document(self, outer: Span) -> Attribution | None:
        """Under the Act, somebody is mandated to “…”: the document speaks."""
        for nominal in self.nominals:
            if nominal.kind == "document" and self.page.words[nominal.first].start < outer.start:
                return self._found((nominal,), None, 0.6, "is the document that the sentence is about")
        return None

    def _colon(self, outer: Span) -> Attribution | None:
        """X: “…”: the last subject before a colon."""
        before = self.page.text[max(0, outer.start - 3) : outer.start].rstrip()
        if not before.endswith(":"):
            return None
        left = [nominal for nominal in self.nominals if self.page.words[nominal.first].start < outer.start]
        if not left:
            return None
        last = self._last_word_before(outer)
        chosen = left[-1] if left[-1].last == last + 1 else left[0]
        return self._found((chosen,), None, 0.7, "stands before the colon")

    def _distant_tail(self, outer: Span) -> Attribution | None:
        """“…” is what X said: a cue anywhere after the marks."""
        for cue in self.cues:
            if self.page.words[cue.first].start < outer.end or cue.kind in ("mind", "noun"):
                continue
            if cue.kind == "according":
                return self._found((source_of(self.page, self.sentence, self.nominals, cue),), cue, 0.85, "follows the words")
            right = [n for n in self.nominals if self.page.words[n.first].start >= outer.end]
            speaker = subject_before(self.page, self.sentence, right, cue)
            if speaker:
                return self._found((speaker,), cue, 0.55, "follows in the same sentence")
        return None

    def _found(self, speakers: tuple[Nominal | None, ...], cue: Cue | None, sure: float, reason: str) -> Attribution | None:
        named = tuple(speaker for speaker in speakers if speaker is not None)
        return Attribution(self.page, named, cue, sure, reason) if named else None

    def _words_after(self, outer: Span) -> range:
        """Return the words from the marks to the next marks or the sentence's end."""
        page = self.page
        first = next((at for at in range(self.sentence.first, self.sentence.last) if page.words[at].start >= outer.end), self.sentence.last)
        last = first
        while last < self.sentence.last and not page.quoted[last]:
            last += 1
        return range(first, last)

    def _last_word_before(self, outer: Span) -> int:
        page = self.page
        last = self.sentence.first - 1
        for at in range(self.sentence.first, self.sentence.last):
            if page.words[at].start >= outer.start:
                break
            last = at
        return last
