"""Who said it and which words prove it: one marked stretch and the sentence around it.

In: a page, a sentence, a stretch of it between marks. Out: `Attribution` (the nominals that speak, the cue, how sure), or
None where the sentence itself does not say. The shapes, surest first: “…,” X said; X said “…”; X: “…”; … according to X.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from .cues import Cue, cues_of
from .findings import Span
from .nominals import Known, Nominal, nominals_of
from .reading import Page, Sentence
from .subjects import owner_of, source_of, subject_after, subject_before
from .words import joined_by_space

_LONGEST_TITLE = 10
_REACHES = {"mind": 12, "name": 14, "noun": 4}  # words between a cue that is no plain report and the marks


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
        return (
            self._tail(outer)
            or self._ruled(outer)
            or self._lead(outer)
            or self._document(outer)
            or self._colon(outer)
            or self._distant_tail(outer)
        )

    def _tail(self, outer: Span) -> Attribution | None:
        """“…,” X said: the cue's clause follows at once."""
        segment = self._words_after(outer)
        if not segment:
            return None
        gap = self.page.text[outer.end : self.page.words[segment[0]].start]
        closes = self.page.text[outer.end - 2 : outer.end - 1]
        linked = closes in ",?!—–…-" or "," in gap or "—" in gap or "–" in gap
        for cue in self.cues:
            if (
                cue.first not in segment
                or cue.kind in ("noun", "name")
                or (cue.kind == "mind" and cue.first - segment[0] > 3)
            ):
                continue
            if cue.kind == "according":
                if cue.first - segment[0] <= 1:
                    return self._found(
                        (source_of(self.page, self.sentence, self.nominals, cue),), cue, 0.9, "follows the words"
                    )
                continue
            if cue.first == segment[0]:
                speaker = subject_after(self.page, self.sentence, self.nominals, cue) if cue.kind == "say" else None
                if speaker and not cue.form.endswith("ing"):
                    return self._found((speaker,), cue, 0.95, "follows the words")
                continue
            speaker = subject_before(self.page, self.sentence, [n for n in self.nominals if n.first >= segment[0]], cue)
            if (
                speaker
                and speaker.first - segment[0] <= (6 if linked else 0)
                and self._starts_clause(segment[0], speaker)
            ):
                return self._found(self._joint(speaker), cue, 0.95 if linked else 0.75, "follows the words")
            if linked and cue.first - segment[0] < 14:
                continue
            break
        return self._unlisted_verb(segment) if linked else None

    def _unlisted_verb(self, segment: range) -> Attribution | None:
        """“…,” Oliver barked: right after a comma and a person or pronoun any verb in the past reports."""
        speaker = next((n for n in self.nominals if n.first >= segment[0]), None)
        if speaker is None or speaker.kind not in ("person", "pronoun") or speaker.first - segment[0] > 3 or speaker.last not in segment:
            return None
        verb = self.page.lowers[speaker.last]
        if not verb.endswith("ed") or not joined_by_space(self.page.words[speaker.last]) or not self._starts_clause(segment[0], speaker):
            return None
        return self._found((speaker,), Cue(speaker.last, speaker.last + 1, "say", verb), 0.8, "follows the words")

    def _starts_clause(self, first: int, speaker: Nominal) -> bool:
        """Say whether only a title stands between the marks and the speaker."""
        return all(joined_by_space(self.page.words[at]) for at in range(first + 1, speaker.first + 1))

    def _lead(self, outer: Span) -> Attribution | None:
        """X said “…”: the nearest cue before the marks."""
        before = [cue for cue in self.cues if self.page.words[cue.first].start < outer.start]
        last = self._last_word_before(outer)
        for cue in reversed(before):
            distance = last - cue.last + 1
            if distance > _REACHES.get(cue.kind, distance):
                continue
            if self._in_closed_clause(cue, last):
                continue
            speakers = self._speakers_before(cue)
            if speakers:
                sure = 0.92 if distance <= 1 else 0.85 if distance <= 8 else 0.7
                sure -= 0.15 if cue.kind in ("mind", "noun") else 0.0
                return self._found(speakers, cue, sure, "stands before the words")
        return None

    def _in_closed_clause(self, cue: Cue, last: int) -> bool:
        """Say whether a cue belongs to a clause that ends before the marks: "the US, which maintains …, has a “…”"."""
        if cue.first <= self.sentence.first or self.page.lowers[cue.first - 1] not in ("who", "which"):
            return False
        return any("," in self.page.words[at].gap for at in range(cue.last, last + 1))

    def _speakers_before(self, cue: Cue) -> tuple[Nominal, ...]:
        if cue.kind == "according":
            source = source_of(self.page, self.sentence, self.nominals, cue)
            return (source,) if source else ()
        if cue.kind == "noun":
            owner = owner_of(self.page, self.sentence, self.nominals, cue)
            return (owner,) if owner else ()
        if earlier := self._cue_that_goes_on(cue):
            return self._speakers_before(earlier)
        subject = subject_before(self.page, self.sentence, self.nominals, cue)
        if subject is None and cue.kind == "say" and not cue.form.endswith("ing"):
            subject = subject_after(self.page, self.sentence, self.nominals, cue)
        return self._joint(subject) if subject else ()

    def _cue_that_goes_on(self, cue: Cue) -> Cue | None:
        """Return the report that a second verb or a participle carries on: "X said … and added", "X replied, saying"."""
        link = cue.first - 1
        while link > self.sentence.first and self.page.lowers[link] in ("also", "then", "later", "has", "had", "have"):
            link -= 1
        coordinated = link >= self.sentence.first and self.page.lowers[link] in ("and", "but")
        if cue.kind == "noun" or not (coordinated or (cue.form.endswith("ing") and "," in self.page.words[cue.first].gap)):
            return None
        earlier = [one for one in self.cues if one.first < cue.first and one.kind in ("say", "tell", "name")]
        return next((one for one in reversed(earlier) if not one.form.endswith("ing")), None)

    def _joint(self, speaker: Nominal) -> tuple[Nominal, ...]:
        """Return the speaker, or both of "the Chinese leader and Russian President Vladimir Putin"."""
        first = speaker.first
        words, lowers = self.page.words, self.page.lowers
        while (
            speaker.first - first < _LONGEST_TITLE
            and first > self.sentence.first
            and joined_by_space(words[first])
            and words[first - 1].capital
            and lowers[first - 1] != "and"
        ):
            first -= 1
        link = first - 1
        if link <= self.sentence.first or lowers[link] != "and" or not joined_by_space(words[first]):
            return (speaker,)
        other = next((nominal for nominal in self.nominals if nominal.last == link), None)
        if other is None or other.kind in ("pronoun", "document") or not joined_by_space(words[link]):
            return (speaker,)
        starts = other.first == self.sentence.first or "," in words[other.first].gap
        return (other, speaker) if starts else (speaker,)

    def _ruled(self, outer: Span) -> Attribution | None:
        """Under the Act, somebody is mandated to “…”: the document speaks, unless somebody reports it."""
        if self.page.lowers[self.sentence.first] != "under":
            return None
        if any(cue.kind in ("say", "tell") and self.page.words[cue.first].start < outer.start for cue in self.cues):
            return None
        return self._document(outer)

    def _document(self, outer: Span) -> Attribution | None:
        """Under the Act, somebody is mandated to “…”: the document speaks."""
        for nominal in self.nominals:
            if nominal.kind == "document" and self.page.words[nominal.first].start < outer.start:
                return self._found((nominal,), None, 0.6, "is the document that the sentence is about")
        return None

    def _colon(self, outer: Span) -> Attribution | None:
        """X: “…”: the last subject before a colon."""
        left = [nominal for nominal in self.nominals if self.page.words[nominal.first].start < outer.start]
        if not left:
            return None
        if self.page.text[max(0, outer.start - 3) : outer.start].rstrip().endswith(":"):
            chosen = next((nominal for nominal in left if nominal.kind in ("person", "pronoun")), left[0])
            return self._found((chosen,), None, 0.7, "stands before the colon")
        speaks = left[0].last < self.sentence.last and self.page.words[left[0].last].gap.startswith(":")
        return self._found(left[:1], None, 0.7, "stands before the colon") if speaks and left[0].first - self.sentence.first <= 2 else None

    def _distant_tail(self, outer: Span) -> Attribution | None:
        """“…” is what X said: a cue anywhere after the marks."""
        for cue in self.cues:
            if self.page.words[cue.first].start < outer.end or cue.kind in ("mind", "noun"):
                continue
            if cue.kind == "according":
                return self._found(
                    (source_of(self.page, self.sentence, self.nominals, cue),), cue, 0.85, "follows the words"
                )
            right = [n for n in self.nominals if self.page.words[n.first].start >= outer.end]
            speaker = subject_before(self.page, self.sentence, right, cue)
            if speaker:
                return self._found((speaker,), cue, 0.55, "follows in the same sentence")
        return None

    def _found(
        self, speakers: Iterable[Nominal | None], cue: Cue | None, sure: float, reason: str
    ) -> Attribution | None:
        named = tuple(speaker for speaker in speakers if speaker is not None)
        return Attribution(self.page, named, cue, sure, reason) if named else None

    def _words_after(self, outer: Span) -> range:
        """Return the words from the marks to the next marks or the sentence's end."""
        page = self.page
        first = next(
            (at for at in range(self.sentence.first, self.sentence.last) if page.words[at].start >= outer.end),
            self.sentence.last,
        )
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
