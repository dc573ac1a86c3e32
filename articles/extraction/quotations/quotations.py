"""The quotations of an article: what stands between marks or in a transcript's turns, who said it, what is only a term.

In: the analysed article, the people, what a reader remembers, scenes. Out: `FoundQuotation`s in reading order. Where a
sentence does not say who speaks, a colon before announces it, or the speaker goes on: from the sentence or paragraph
before, or backwards from the next.
"""

from dataclasses import dataclass

from articles.paragraph_kinds import PassageKind

from ..findings import FoundQuotation, Span
from ..grammar.clauses import governing_subject
from ..grammar.nominals import Nominal
from ..grammar.scenes import Attribution, Scene, Scenes
from ..people.entities import PersonEntities
from ..speakers.references import Meant, Memory
from ..text.analysis import AnalysedArticle
from .attribution import attribution_in
from .chains import goes_on, in_turn, said, term, unsaid
from .neighbours import NEAR, announced, introduced, told_next
from .stretches import SPEECH_WORDS, TERM_WORDS, Stretch
from .turns import Turn, speaker_of, turns_of
from .works import is_called, is_work

_SURER = 0.08  # how much surer a speaker is who goes on within a paragraph: two quotations agree
_WEAK = 0.48  # an attribution below this does not make one or two words speech


@dataclass(slots=True)
class _Going:
    """Who was speaking, and where: so that the next words may go on."""

    meant: tuple[Meant, ...] = ()
    paragraph: int = -1
    certainty: float = 0.0


def marked_quotations(
    article: AnalysedArticle, entities: PersonEntities, memory: Memory, scenes: Scenes
) -> tuple[FoundQuotation, ...]:
    """Find every quotation and term between marks, and every turn of a transcript."""
    turns = turns_of(article, entities)
    teller = _Teller(article, memory, scenes)
    found = []
    for number, marked in enumerate(article.quoted_spans):
        turn = turns.get(marked.outer[0].passage)
        if turn is None:
            found.append(teller.quotation(number))
        elif marked.outer[0].start < turn.name.start:
            found.append(_in_turn(_after_name(marked.parts, turn), turn, article, entities))
            del turns[marked.outer[0].passage]
    found.extend(_in_turn((_rest(turn, article),), turn, article, entities) for turn in turns.values())
    return tuple(sorted((one for one in found if one is not None), key=lambda quotation: quotation.spans[0]))


def _in_turn(spans: tuple[Span, ...], turn: Turn, article: AnalysedArticle, entities: PersonEntities) -> FoundQuotation:
    return in_turn(spans, speaker_of(turn, article, entities))


def _after_name(parts: tuple[Span, ...], turn: Turn) -> tuple[Span, ...]:
    first = parts[0]
    return (Span(first.passage, max(first.start, turn.words), first.end), *parts[1:])


def _rest(turn: Turn, article: AnalysedArticle) -> Span:
    return Span(turn.name.passage, turn.words, len(article.paragraphs[turn.name.passage].text.rstrip()))


class _Teller:
    """Walks over the marked stretches in order and remembers who spoke."""

    def __init__(self, article: AnalysedArticle, memory: Memory, scenes: Scenes) -> None:
        self.article = article
        self.memory = memory
        self.scenes = scenes
        self.going = _Going()

    def quotation(self, number: int) -> FoundQuotation | None:
        """Return the finding for one marked stretch, None where it is only a heading's label."""
        stretch = Stretch(self.article.quoted_spans[number], self.article)
        scene = self.scenes.around(stretch.first)
        if stretch.paragraph.kind == PassageKind.SUBHEAD and stretch.is_whole_paragraph:
            return None
        if is_work(stretch):
            return term(stretch, "The marked words are the title of a work.", 0.8)
        if is_called(stretch, scene):
            return term(stretch, "The marked words only name a thing.", 0.8)
        attribution = self._attribution(stretch)
        if attribution and not (stretch.size <= 2 and attribution.certainty < _WEAK):
            return self._said(stretch, attribution)
        return self._without_cue(number, stretch, scene)

    def _attribution(self, stretch: Stretch) -> Attribution | None:
        found = attribution_in(self.scenes.around(stretch.first), stretch.first)
        if found is None and stretch.last is not stretch.first:
            return attribution_in(self.scenes.around(stretch.last), stretch.last)
        return found

    def _said(self, stretch: Stretch, attribution: Attribution) -> FoundQuotation:
        meant = tuple(self.memory.meant(attribution.paragraph, nominal) for nominal in attribution.speakers)
        for one in meant:
            self.memory.remember(one.speaker)
        self.going = _Going(meant, stretch.last.passage, attribution.certainty)
        return said(stretch, attribution, meant)

    def _without_cue(self, number: int, stretch: Stretch, scene: Scene) -> FoundQuotation:
        """Return words that their own sentence attributes to nobody."""
        if stretch.is_speech(scene) and (quotation := self._goes_on(number, stretch, scene)):
            return quotation
        if stretch.size <= TERM_WORDS:
            return term(stretch, "Few marked words, and no cue near them: a term.")
        left = scene.nominals_before(stretch.first)
        subject = governing_subject(scene.paragraph, scene.sentence, left) or _first_person(left)
        if subject:
            return self._said(
                stretch, Attribution(scene.paragraph, (subject,), None, 0.4, "is the subject of the sentence")
            )
        if stretch.size >= SPEECH_WORDS:
            return unsaid(stretch)
        return term(stretch, "Few marked words, and no cue near them: a term.")

    def _goes_on(self, number: int, stretch: Stretch, scene: Scene) -> FoundQuotation | None:
        """Return the words as a speech that is announced, goes on, or that the next sentence attributes."""
        if announcement := announced(stretch, scene, self.scenes):
            return self._said(stretch, announcement)
        near = stretch.first.passage - self.going.paragraph
        if self.going.meant and near == 0:
            return self._continued(stretch, 0.97, "The speaker of the sentence before goes on.")
        if following := told_next(stretch, self._following(number), self.scenes.around):
            return self._said(stretch, following)
        if self.going.meant and 0 < near <= NEAR and stretch.opens_paragraph(scene):
            return self._continued(stretch, 0.5, "The speaker of the paragraph before goes on.")
        introduction = introduced(stretch, scene, self.scenes)
        return self._said(stretch, introduction) if introduction else None

    def _following(self, number: int) -> Stretch | None:
        following = number + 1
        return (
            Stretch(self.article.quoted_spans[following], self.article)
            if following < len(self.article.quoted_spans)
            else None
        )

    def _continued(self, stretch: Stretch, certainty: float, sentence: str) -> FoundQuotation:
        self.going.paragraph = stretch.last.passage
        return goes_on(stretch, self.going.meant, min(certainty, self.going.certainty + _SURER), sentence)


def _first_person(nominals: list[Nominal]) -> Nominal | None:
    return next((one for one in nominals if one.kind in ("person", "pronoun")), nominals[0] if nominals else None)
