"""Reported speech whose attribution stands before it: "she said (that) …", "promised to …", "criticised the plan".

In: a sentence's context, one of its cues, the reported speech before it. Out: `ReportedSpeech`, or None where
nothing is reported.
"""

from ..grammar.nominals import Nominal
from ..grammar.sentence_context import SentenceContext
from ..grammar.verbs import verb_after
from ..lexicons import CLAUSES, GRAMMAR
from ..text.analysis import AnalysedParagraph
from ..word_classes import ADVERB_ENDS, COORDINATORS, PARTICIPLE_ENDS, THAT, TO, WHICH, WHO
from .claims import reported_by_noun
from .content_clauses import content_end, content_kind
from .content_start import content_start, pauses
from .frames import NOUN, ReportingCue, frames, tense_of
from .reported_speech import ReportedSpeech, speakers_before

# How often a frame's findings are right in span and speaker, by what follows the cue: measured on PolNeAR, train part.
# What is missing is hardly ever a report.
_CONFIDENCE = {
    "point": {"noun": 0.7},
    "clause": {"that": 0.75, "subject": 0.75, "clause": 0.5, "question": 0.5, "noun": 0.3, "to": 0.3},
    "that": {"that": 0.6, "subject": 0.35, "clause": 0.3},
    "evidence": {"that": 0.65, "subject": 0.35, "clause": 0.3},
    "hearer": {"that": 0.75, "subject": 0.65, "to": 0.45, "clause": 0.35},
    "ask": {"question": 0.65},
    "will": {"to": 0.5},
    "urge": {"that": 0.6, "noun": 0.55, "clause": 0.4, "object": 0.4},
    "act": {"question": 0.65, "noun": 0.6, "clause": 0.55, "object": 0.5},
    "touch": {"question": 0.5, "noun": 0.45, "clause": 0.4, "object": 0.4},
    "mind": {"that": 0.6, "subject": 0.55, "clause": 0.4},
}
LEAST = 0.4  # less certain ones are given only where a decision thinks better of them
LEAST_DOUBTFUL = 0.2
# Deeds and thoughts stay below 0.5, from which the archive stores findings: "criticised the plan" and "hopes that it
# holds" tell what somebody did or wished, no words that they said.
_NO_WORDS = {
    "will": ("to",),
    "urge": ("noun",),
    "act": ("question", "noun", "clause", "object"),
    "touch": ("question", "noun", "clause", "object"),
    "mind": ("that", "subject"),
}
_MOST_WITHOUT_WORDS = 0.49
WITHOUT_WORDS = frozenset(("act", "touch", "mind", "will"))
BY_RULES = WITHOUT_WORDS | {"point"}  # frames that no decision need judge
_THOUGHT = "mind"  # the frame of what nobody says
_SPEAKS = frozenset(("person", "pronoun", "country", "organisation"))  # "findings stress" something without a word
_OWN = GRAMMAR["possessive"]
_PLAIN = CLAUSES["plain"]
_AFTER_TO = frozenset(("that", "question", "subject", "to"))  # what makes "to say …" a report
_LONG = 8  # words after a verb of saying that are a clause even where no verb shows by its form
_URGED = 12  # words within which "to" follows who is urged
_SIDE_OPENERS = CLAUSES["side"]
_LINKS = CLAUSES["side_link"]
_LISTS = CLAUSES["list"]
_DESCRIBES = WHO | WHICH
_BETWEEN = GRAMMAR["auxiliary"] | GRAMMAR["time"] | CLAUSES["before_cue"]
_REASON = "stands before the words"


def preceding(
    context: SentenceContext, cue: ReportingCue, earlier: list[ReportedSpeech], least: float = LEAST
) -> ReportedSpeech | None:
    """Return the words that follow a cue as reported speech, by the first of the cue's frames that fits them."""
    if cue.frames[0] == "according" or cue.passive or _names_speaker_next(context, cue):
        return None
    if cue.frames[0] == NOUN:
        return reported_by_noun(context, cue)
    side = _is_in_side_clause(context, cue)
    for frame in cue.frames:
        start = content_start(context, cue, frame)
        if start >= context.sentence.last or _is_paused(context.paragraph, start):
            continue
        end = _end(context, cue, frame, start, side)
        kind = _kind(context, frame, start, end)
        sure = _confidence(context, cue, frame, kind)
        if sure < least or all(context.paragraph.quoted[start:end]) or not _fits(context, frame, kind, start, end):
            continue
        speakers = _speakers(context, cue, earlier, end if side else None)
        if speakers and _is_yet_to_come(context, cue, speakers[-1]):
            return None
        if frame == "point" and not _makes_point(context, cue, speakers, start):
            continue
        believed = min(sure, _MOST_WITHOUT_WORDS) if kind in _NO_WORDS.get(frame, ()) else sure
        return ReportedSpeech(speakers, cue, ((start, end),), believed, _REASON, frame, kind) if speakers else None
    return None


def _is_paused(paragraph: AnalysedParagraph, start: int) -> bool:
    """Say whether a pause stands between a cue and words that it therefore does not report."""
    return pauses(paragraph, start) and not paragraph.quoted[start] and paragraph.lowers[start] not in THAT


def _is_yet_to_come(context: SentenceContext, cue: ReportingCue, speaker: Nominal) -> bool:
    """Say whether a participle goes with what nobody has done yet: "Novak will condemn the plan, saying that it …".

    Only what is said is yet to be said: "Novak will not stand again, saying that …" has said so.
    """
    verb = verb_after(context.paragraph, speaker.last, context.sentence.last)
    if not cue.form.endswith(PARTICIPLE_ENDS) or not 0 <= verb < cue.first:
        return False
    lowers = context.paragraph.lowers
    deed = verb + 1
    while deed < cue.first and lowers[deed].endswith(ADVERB_ENDS):
        deed += 1
    return lowers[verb] in CLAUSES["future"] and _is_saying(lowers[deed])


def _is_saying(form: str) -> bool:
    """Say whether a form of a verb tells of words: "condemn" and "promise", but neither "leave" nor "seek"."""
    ways = frames().get(form, {}).values()
    return any(frame != _THOUGHT for way in ways for frame in way)


def _makes_point(context: SentenceContext, cue: ReportingCue, speakers: tuple[Nominal, ...], start: int) -> bool:
    """Say whether a noun alone is what somebody told: "stressed the town's duty", but not "stressed his support"."""
    told = tense_of(cue.form) == "past" and context.paragraph.lowers[start] not in _OWN
    return told and all(speaker.kind in _SPEAKS for speaker in speakers)


def _end(context: SentenceContext, cue: ReportingCue, frame: str, start: int, side: bool) -> int:
    paragraph = context.paragraph
    end = content_end(paragraph, context.sentence, start, cue, frame)
    if side:
        return next(
            (at for at in range(start + 1, end) if pauses(paragraph, at) and paragraph.lowers[at] not in _LISTS), end
        )
    return end


def _kind(context: SentenceContext, frame: str, start: int, end: int) -> str:
    kind = content_kind(context.paragraph, start, end)
    return "clause" if kind == "noun" and frame == "clause" and end - start >= _LONG else kind


def _confidence(context: SentenceContext, cue: ReportingCue, frame: str, kind: str) -> float:
    """Return how sure a report is: more by the plainest verb, less by "saying" and "to say", far from a subject."""
    infinitive = cue.first > context.sentence.first and context.paragraph.lowers[cue.first - 1] in TO
    sure = _CONFIDENCE[frame].get(kind, 0.0)
    if not sure or (infinitive and kind not in _AFTER_TO):
        return 0.0
    if cue.form in _PLAIN:
        return sure + (0.2 if kind == "clause" else 0.05)
    return sure - 0.1 if infinitive or cue.form.endswith(PARTICIPLE_ENDS) else sure


def _fits(context: SentenceContext, frame: str, kind: str, start: int, end: int) -> bool:
    """Say whether a frame has what it needs: "to" after who is urged, "urged the council to act"."""
    return (
        frame != "urge"
        or kind == "that"
        or not TO.isdisjoint(context.paragraph.lowers[start + 1 : min(end, start + _URGED)])
    )


def _speakers(
    context: SentenceContext, cue: ReportingCue, earlier: list[ReportedSpeech], main: int | None
) -> tuple[Nominal, ...]:
    """Return who speaks: with "Citing costs, the mayor …" the subject after the side clause, which ends at `main`."""
    if main is not None and cue.first == context.sentence.first:
        after = next((nominal for nominal in context.nominals if main <= nominal.first <= main + 4), None)
        if after:
            return (after,)
    return _carried(context, cue, earlier) or speakers_before(context, cue)


def _carried(context: SentenceContext, cue: ReportingCue, earlier: list[ReportedSpeech]) -> tuple[Nominal, ...]:
    """Return the speakers of the report before, which a second verb or participle goes on with."""
    if not earlier:
        return ()
    paragraph = context.paragraph
    at = cue.first - 1
    while at > context.sentence.first and (
        paragraph.lowers[at] in _BETWEEN or paragraph.lowers[at].endswith(ADVERB_ENDS)
    ):
        at -= 1
    paused = any(pauses(paragraph, place) for place in range(at + 1, cue.first + 1))
    return earlier[-1].speakers if paused or paragraph.lowers[at] in COORDINATORS else ()


def _is_in_side_clause(context: SentenceContext, cue: ReportingCue) -> bool:
    """Say whether a cue stands in a clause that a comma closes: "Though he said …, …", "Novak, who said …, left"."""
    paragraph, sentence = context.paragraph, context.sentence
    opener = sentence.first + (paragraph.lowers[sentence.first] in _LINKS)
    if paragraph.lowers[opener] in _SIDE_OPENERS or cue.first == sentence.first:
        return not any(pauses(paragraph, at) for at in range(sentence.first + 1, cue.first + 1))
    before = cue.first - 1
    while before > sentence.first and (
        paragraph.lowers[before] in _BETWEEN or paragraph.lowers[before].endswith(ADVERB_ENDS)
    ):
        before -= 1
    return before > sentence.first and paragraph.lowers[before] in _DESCRIBES and pauses(paragraph, before)


def _names_speaker_next(context: SentenceContext, cue: ReportingCue) -> bool:
    """Say whether "said Anna Berg" follows marks, so that what follows the cue is the speaker."""
    before = cue.first - 1
    if before < context.sentence.first or not context.paragraph.quoted[before]:
        return False
    return any(0 <= nominal.first - cue.last < 4 for nominal in context.nominals)
