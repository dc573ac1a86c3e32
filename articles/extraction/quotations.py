"""The quotations of an article: what stands between marks, who said it, what is only a term; indirect adds the rest.

In: the reading, the cast, the countries. Out: `FoundQuotation`s in reading order. Where a sentence does not say who
speaks, the speaker goes on: from the sentence before in the same paragraph, from the paragraph before, or backwards
from the next.
"""

from bisect import bisect_left
from dataclasses import dataclass

from articles.kinds import PassageKind

from .attribution import attribution_in
from .cast import Cast
from .countries import CountryMention
from .findings import FoundQuotation, FoundSpeaker, QuotationKind, Span
from .genders import gender_of
from .indirect.indirect import with_indirect
from .leads import speakers_of
from .lexicons import COMMON_WORDS, GRAMMAR
from .marks import Marked
from .nominals import Known
from .reading import Page, Reading, sentence_at
from .references import Memory
from .scenes import Attribution, Scene

_TITLE_WORDS = 7
_WORKS = GRAMMAR["work"]
_TERM_WORDS = 3  # marked words up to this many need a cue to be speech
_NEAR = 3  # paragraphs over which a speaker may go on
_SPEECH_WORDS = 6  # from this many on, marked words are speech even where nothing says whose


@dataclass(slots=True)
class _Going:
    """Who was speaking, and where: so that the next words may go on."""

    speakers: tuple[FoundSpeaker, ...] = ()
    page: int = -1
    certainty: float = 0.0


def found_quotations(
    reading: Reading, cast: Cast, countries: list[CountryMention], roles: dict[int, str]
) -> tuple[FoundQuotation, ...]:
    """Find every quotation and term of an article."""
    teller = _Teller(reading, cast, countries, roles)
    found = [teller.quotation(number) for number in range(len(reading.marked))]
    marked = tuple(quotation for quotation in found if quotation is not None)
    return with_indirect(reading, marked, teller.memory)


class _Teller:
    """Walks over the marked stretches in order and remembers who spoke."""

    def __init__(self, reading: Reading, cast: Cast, countries: list[CountryMention], roles: dict[int, str]) -> None:
        self.reading = reading
        self.known = Known(
            people={(mention.page, mention.first): mention for mention in cast.mentions},
            countries={(mention.page, mention.first): mention for mention in countries},
        )
        self.memory = Memory(
            reading=reading,
            known=self.known,
            names=cast.names,
            roles=roles,
            genders=[gender_of(human, roles.get(number)) for number, human in enumerate(cast.people)],
            mentions=cast.mentions,
            places=[(mention.page, mention.first) for mention in cast.mentions],
            numbers=_numbers(reading.pages),
            numbers_of={name: number for number, name in enumerate(cast.names)},
        )
        self.scenes: dict[tuple[int, int], Scene] = {}
        self.going = _Going()

    def quotation(self, number: int) -> FoundQuotation | None:
        """Return the finding for one marked stretch, None where it is only a heading's label."""
        marked = self.reading.marked[number]
        page = self.reading.pages[marked.parts[0].passage]
        if page.kind == PassageKind.SUBHEAD and _is_whole(marked, page):
            return None
        if self._is_work(marked, page):
            return self._term(marked)
        attribution = self._attribution(marked)
        if attribution and not self._too_thin(marked, attribution):
            return self._said(marked, attribution)
        return self._goes_on(number, marked) or self._subject_guess(marked) or self._term(marked)

    def _is_work(self, marked: Marked, page: Page) -> bool:
        """Say whether the marked words are the title of a show, a book or the like: on ABC's “This Week”."""
        part = marked.parts[0]
        words = page.text[part.start : part.end].split()
        before = page.text[max(0, marked.outer[0].start - 40) : marked.outer[0].start].lower().split()
        if len(words) > _TITLE_WORDS or not before or page.kind == PassageKind.TITLE:
            return False
        near = {word.strip(".,:") for word in before[-3:]}
        capitals = all(word[0].isupper() or word[0].isdigit() or word.lower() in COMMON_WORDS for word in words)
        return capitals and words[0][0].isupper() and bool(_WORKS & near or before[-1].endswith(("'s", "’s")))

    def _attribution(self, marked: Marked) -> Attribution | None:
        first, last = marked.outer[0], marked.outer[-1]
        if first is last:
            return attribution_in(self._scene(first), first)
        return attribution_in(self._scene(first), first) or attribution_in(self._scene(last), last)

    def _scene(self, outer: Span) -> Scene:
        page = self.reading.pages[outer.passage]
        at = bisect_left(page.words, outer.start, key=lambda word: word.start)
        number = sentence_at(page, min(at, max(0, len(page.words) - 1)))
        key = (page.index, number)
        if key not in self.scenes:
            self.scenes[key] = Scene(page, page.sentences[number], self.known)
        return self.scenes[key]

    def _too_thin(self, marked: Marked, attribution: Attribution) -> bool:
        return self._size(marked) <= 2 and attribution.certainty < 0.6

    def _said(self, marked: Marked, attribution: Attribution) -> FoundQuotation:
        speakers = tuple(self.memory.speaker(attribution.page, nominal) for nominal in attribution.speakers)
        for speaker in speakers:
            self.memory.remember(speaker)
        self.going = _Going(speakers, marked.parts[-1].passage, attribution.certainty)
        cue, words = None, ""
        if attribution.cue:
            page = attribution.page
            cue = Span(page.index, page.words[attribution.cue.first].start, page.words[attribution.cue.last - 1].end)
            words = page.text[cue.start : cue.end]
        named = " and ".join(speaker.words for speaker in speakers)
        evidence = f"“{words}” with “{named}” {attribution.reason}." if words else f"“{named}” {attribution.reason}."
        return FoundQuotation(
            marked.parts,
            self._kind(marked),
            speakers,
            cue,
            words,
            attribution.certainty,
            (evidence, *_led_back(speakers)),
        )

    def _goes_on(self, number: int, marked: Marked) -> FoundQuotation | None:
        """Return the words as a speech that goes on, or that the next sentence attributes."""
        if not self._is_speech(marked):
            return None
        part = marked.parts[0]
        near = part.passage - self.going.page
        if self.going.speakers and near == 0:
            return self._continued(marked, 0.85, "The speaker of the sentence before goes on.")
        following = self._next_attribution(number)
        if following:
            return self._said(marked, following)
        if self.going.speakers and 0 < near <= _NEAR and self._opens_page(marked):
            return self._continued(marked, 0.65, "The speaker of the paragraph before goes on.")
        return self._introduced(marked)

    def _continued(self, marked: Marked, certainty: float, evidence: str) -> FoundQuotation:
        speakers = self.going.speakers
        self.going.page = marked.parts[-1].passage
        sure = min(certainty, self.going.certainty)
        return FoundQuotation(marked.parts, self._kind(marked), speakers, confidence=sure, evidence=(evidence,))

    def _next_attribution(self, number: int) -> Attribution | None:
        """Return who is said to speak right after: “A.” “B,” he said."""
        if number + 1 >= len(self.reading.marked):
            return None
        here, following = self.reading.marked[number], self.reading.marked[number + 1]
        if following.outer[0].passage != here.outer[-1].passage:
            return None
        between = self.reading.pages[here.outer[-1].passage].text[here.outer[-1].end : following.outer[0].start]
        return attribution_in(self._scene(following.outer[0]), following.outer[0]) if not between.strip(" .,") else None

    def _introduced(self, marked: Marked) -> FoundQuotation | None:
        """Return the words with the speaker or else the subject of the sentence before, which introduces them."""
        before = self._scene_before(marked)
        if before is None:
            return None
        ends = [cue for cue in before.cues if before.sentence.last - cue.last <= 2]
        for cue in (*ends, *before.cues):
            if cue.kind in ("say", "tell", "according") and (speakers := speakers_of(before, cue)):
                reason = "is the speaker of the sentence before"
                return self._said(marked, Attribution(before.page, speakers, None, 0.55, reason))
        people = [nominal for nominal in before.nominals if nominal.kind in ("person", "pronoun")]
        reason = "is the subject of the sentence before"
        return self._said(marked, Attribution(before.page, (people[0],), None, 0.4, reason)) if people else None

    def _scene_before(self, marked: Marked) -> Scene | None:
        """Return the sentence before the marked one, in its paragraph or else at the end of one shortly before."""
        page = self.reading.pages[marked.parts[0].passage]
        at = sentence_at(page, self._scene(marked.outer[0]).sentence.first)
        if at:
            return Scene(page, page.sentences[at - 1], self.known)
        near = reversed(self.reading.pages[max(0, page.index - _NEAR) : page.index])
        previous = next((one for one in near if one.sentences), None)
        return Scene(previous, previous.sentences[-1], self.known) if previous else None

    def _subject_guess(self, marked: Marked) -> FoundQuotation | None:
        """Return longer words without a cue with the subject of their sentence."""
        if self._size(marked) <= _TERM_WORDS:
            return None
        scene = self._scene(marked.outer[0])
        left = [n for n in scene.nominals if scene.page.words[n.first].start < marked.outer[0].start]
        people = [n for n in left if n.kind in ("person", "pronoun")] or left
        if not people:
            return self._unsaid(marked) if self._size(marked) >= _SPEECH_WORDS else None
        return self._said(marked, Attribution(scene.page, (people[0],), None, 0.4, "is the subject of the sentence"))

    def _unsaid(self, marked: Marked) -> FoundQuotation:
        evidence = ("So many marked words are speech, but nothing near says whose.",)
        return FoundQuotation(marked.parts, self._kind(marked), confidence=0.3, evidence=evidence)

    def _term(self, marked: Marked) -> FoundQuotation:
        evidence = ("Few marked words, and no cue near them: a term.",)
        return FoundQuotation(marked.parts, QuotationKind.TERM, confidence=0.6, evidence=evidence)

    def _is_speech(self, marked: Marked) -> bool:
        """Say whether the words stand as a sentence of their own."""
        part, outer = marked.parts[0], marked.outer[0]
        page = self.reading.pages[part.passage]
        scene = self._scene(outer)
        lead = page.text[scene.sentence.start : outer.start].strip()
        return (
            len(lead) <= 12
            and (page.text[part.start].isupper() or self._size(marked) > _TERM_WORDS)
            and self._size(marked) > 1
        )

    def _opens_page(self, marked: Marked) -> bool:
        page = self.reading.pages[marked.parts[0].passage]
        return not page.text[: marked.outer[0].start].strip() or self._scene(marked.outer[0]).sentence.start == 0

    def _kind(self, marked: Marked) -> QuotationKind:
        text = self.reading.pages[marked.parts[0].passage].text
        last = self.reading.pages[marked.parts[-1].passage].text
        whole = text[marked.parts[0].start].isupper() and (
            last[marked.parts[-1].end - 1] in ".,?!…—" or last[marked.outer[-1].end : marked.outer[-1].end + 1] in ".,"
        )
        return QuotationKind.DIRECT if whole else QuotationKind.MIXED

    def _size(self, marked: Marked) -> int:
        return sum(len(self.reading.pages[p.passage].text[p.start : p.end].split()) for p in marked.parts)


def _is_whole(marked: Marked, page: Page) -> bool:
    return not page.text[: marked.outer[0].start].strip() and not page.text[marked.outer[0].end :].strip()


def _led_back(speakers: tuple[FoundSpeaker, ...]) -> tuple[str, ...]:
    return tuple(
        f"“{speaker.words}” is {speaker.name}."
        for speaker in speakers
        if speaker.name and speaker.name != speaker.words
    )


def _numbers(pages: list[Page]) -> list[int]:
    numbers, total = [], 0
    for page in pages:
        numbers.append(total)
        total += len(page.sentences)
    return numbers
