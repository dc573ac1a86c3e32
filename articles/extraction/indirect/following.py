"""Reported speech whose attribution follows or interrupts it: "…, she said", "…, said the mayor", "…, according to X".

In: a sentence's context and one of its cues. Out: `ReportedSpeech`, or None where the cue does not end or interrupt
what is said.
"""

from ..grammar.nominals import Nominal, behind_dateline
from ..grammar.sentence_context import SentenceContext
from ..grammar.subjects import source_of, subject_after
from ..grammar.verbs import is_finite
from ..lexicons import CLAUSES
from ..text.analysis import AnalysedParagraph
from ..word_classes import ADVERB_ENDS, PARTICIPLE_ENDS, THAT
from .as_clauses import reported_beside_as
from .content_clauses import content_end, has_finite_verb
from .content_start import SUBJECTS, after_times, hearer_end, pauses
from .frames import ReportingCue
from .reported_speech import ReportedSpeech, as_cue, speakers_before

_LONGEST_TITLE = 12  # words between the comma and the name of who speaks
_SURELY_CLAUSE = 5  # words that are a clause even where no verb shows by its form
_FRAMES = frozenset(("clause", "evidence"))
_TELLS = CLAUSES["tells"]
_LONGEST_HEARERS = 8  # words for who was told
_TIMES = CLAUSES["time"] | CLAUSES["before_time"]
_CIRCUMSTANCES = CLAUSES["circumstance"]
_OF = CLAUSES["chain"]
_LINKS = CLAUSES["before_source"]
_BREAKS = ("—", "–", ";", " - ")
_TIME_CLAUSES = CLAUSES["time_clause"]
_SETS_SCENE = CLAUSES["scene"]
_CONNECTIVES = CLAUSES["connective"]
_NEW_CLAUSE = CLAUSES["new_clause"]
_NO_ATTRIBUTION = CLAUSES["no_attribution"]
_CONFIDENCE = 0.8  # "according to" and "…, X said" are right as often, measured on PolNeAR, train part
_REASON = "follows the words"

# The half-open words of an attribution, who speaks, and whether the clause may go on after it.
AttributionClause = tuple[int, int, tuple[Nominal, ...], bool]


def following(context: SentenceContext, cue: ReportingCue) -> ReportedSpeech | None:
    """Return the words before a cue as reported speech, and those after it where the attribution interrupts them."""
    if cue.frames[0] == "according":
        return _according(context, cue)
    if cue.passive or _is_participle(context, cue) or (_FRAMES.isdisjoint(cue.frames) and cue.form not in _TELLS):
        return None
    if report := reported_beside_as(context, cue):
        return report
    attribution = _inverted(context, cue) or _set_off(context, cue)
    return _around(context, cue, attribution) if attribution else None


def _is_participle(context: SentenceContext, cue: ReportingCue) -> bool:
    """Say whether a verb is no more than a participle: "saying", but not "is saying"."""
    before = context.paragraph.lowers[max(0, cue.first - 1)]  # of a cue that opens its paragraph itself
    return cue.form.endswith(PARTICIPLE_ENDS) and before not in CLAUSES["be"]


def _inverted(context: SentenceContext, cue: ReportingCue) -> AttributionClause | None:
    """Return the attribution "…, said the mayor"."""
    paragraph, sentence = context.paragraph, context.sentence
    if cue.first == sentence.first or not pauses(paragraph, cue.first) or "clause" not in cue.frames:
        return None
    subject = subject_after(paragraph, context.nominals, as_cue(cue))
    if subject is None or subject.kind == "pronoun" or paragraph.lowers[cue.last] in THAT:
        return None
    if paragraph.words[subject.last - 1].possessive:
        subject = next((one for one in context.nominals if one.first == subject.last), subject)
    end = after_times(paragraph, subject.last, sentence.last)
    closed = end >= sentence.last or pauses(paragraph, end) or _goes_on_closed(paragraph, end, sentence.last)
    return (cue.first, subject.last, context.coordinated(subject), False) if closed else None


def _goes_on_closed(paragraph: AnalysedParagraph, at: int, last: int) -> bool:
    """Say whether what follows an inverted subject belongs to it: "of the port", but not "of the port have left"."""
    if paragraph.lowers[at] not in _OF:
        return paragraph.lowers[at] in _CIRCUMSTANCES
    end = next((step for step in range(at, last) if pauses(paragraph, step)), last)
    return not any(is_finite(paragraph, step) for step in range(at, end))


def _set_off(context: SentenceContext, cue: ReportingCue) -> AttributionClause | None:
    """Return the attribution "…, the mayor said", with a comma or the sentence's end after it."""
    paragraph, sentence = context.paragraph, context.sentence
    last = _attribution_end(context, cue)
    speakers = speakers_before(context, cue) if last is not None else ()
    if last is None or not speakers:
        return None
    first = min(speakers[-1].first, cue.first) if len(speakers) == 1 else speakers[0].first
    least = max(sentence.first, first - _LONGEST_TITLE)
    while first > least and not pauses(paragraph, first) and not paragraph.quoted[first - 1]:
        first -= 1
    if first == sentence.first or not pauses(paragraph, first) or paragraph.lowers[first] in _NO_ATTRIBUTION:
        return None
    return first, last, speakers, True


def _attribution_end(context: SentenceContext, cue: ReportingCue) -> int | None:
    """Return where an attribution ends, None where what is said seems to follow it."""
    paragraph, last = context.paragraph, context.sentence.last
    at = cue.last
    if "hearer" in cue.frames and at < last and not pauses(paragraph, at):
        at = _after_hearers(context, at)
    if at < last and paragraph.lowers[at].endswith(ADVERB_ENDS):
        at += 1
    at = after_times(paragraph, at, last)
    if at >= last or pauses(paragraph, at):
        return at
    if paragraph.quoted[at] or paragraph.lowers[at] not in _CIRCUMSTANCES:
        return None
    step = at + 1
    while step < last and not pauses(paragraph, step) and not paragraph.quoted[step]:
        if (paragraph.lowers[step] in SUBJECTS or paragraph.lowers[step] in THAT) and paragraph.lowers[
            at
        ] not in _TIME_CLAUSES:
            return None
        step += 1
    return step if step == last or pauses(paragraph, step) else None


def _after_hearers(context: SentenceContext, at: int) -> int:
    """Return the word after who was told: known words, else a name up to the next pause, in small letters or not."""
    paragraph, last = context.paragraph, context.sentence.last
    end = hearer_end(paragraph, at, last, context.nominals)
    while end < last and end - at < _LONGEST_HEARERS and not pauses(paragraph, end) and _may_hear(context, at, end):
        end += 1
    return end


def _may_hear(context: SentenceContext, first: int, at: int) -> bool:
    """Say whether a word may belong to who was told: "Harbour TV", "leaders and members of the council"."""
    paragraph = context.paragraph
    return (
        not (paragraph.quoted[at] or is_finite(paragraph, at))
        and (at == first or paragraph.lowers[at] not in _CIRCUMSTANCES)
        and paragraph.lowers[at] not in _TIMES
        and not (at > first and after_times(paragraph, at, context.sentence.last) > at)
        and paragraph.lowers[at] not in SUBJECTS
        and paragraph.lowers[at] not in THAT
    )


def _around(context: SentenceContext, cue: ReportingCue, attribution: AttributionClause) -> ReportedSpeech | None:
    """Return the report of the words before an attribution, and after it where the clause goes on."""
    paragraph, sentence = context.paragraph, context.sentence
    first, last, speakers, may_go_on = attribution
    shape = "set off" if may_go_on else "inverted"
    start = behind_dateline(paragraph, sentence)
    if all(paragraph.quoted[start:first]):
        return None
    if _is_before_marks(context, first, last):
        return None
    said = _is_clause(context, start, first) and not _is_subject(context, first, cue)
    marked = any(paragraph.quoted[start:first])
    follows = (may_go_on or not (said or marked)) and last < sentence.last and not paragraph.quoted[last]
    goes_on = follows and not ((said or marked) and _is_new(paragraph.lowers[last]))
    begun = goes_on and first - start > 1 and not _is_aside(paragraph.lowers[start])
    ranges = [(start, first)] if begun or said else []
    if goes_on:
        ranges.append((last, content_end(paragraph, sentence, last, cue, "clause")))
    return ReportedSpeech(speakers, cue, tuple(ranges), _CONFIDENCE, _REASON, "following", shape) if ranges else None


def _is_subject(context: SentenceContext, end: int, cue: ReportingCue) -> bool:
    """Say whether words without a verb are rather who speaks, named behind: "The port's head, Ida Holm, warns …"."""
    paragraph, sentence = context.paragraph, context.sentence
    ends = cue.last >= sentence.last or pauses(paragraph, cue.last)
    return not ends and not has_finite_verb(paragraph, sentence.first, end)


def _is_before_marks(context: SentenceContext, first: int, last: int) -> bool:
    """Say whether a marked sentence follows, so that the words before only lead to it: "Later, she said, “We …”"."""
    paragraph, sentence = context.paragraph, context.sentence
    follows = last < sentence.last and paragraph.quoted[last] and paragraph.words[last].capital
    return bool(follows) and not any(paragraph.quoted[sentence.first : first])


def _is_new(lower: str) -> bool:
    """Say whether a word after an attribution begins something else than the second half of the clause."""
    return lower in _NEW_CLAUSE or lower.endswith(PARTICIPLE_ENDS)


def _is_aside(lower: str) -> bool:
    return lower in _SETS_SCENE or lower in _CONNECTIVES or lower.endswith(ADVERB_ENDS)


def _is_clause(context: SentenceContext, start: int, end: int) -> bool:
    """Say whether words before an attribution are what is said, and not only a time or place."""
    paragraph = context.paragraph
    if paragraph.lowers[start] in _SETS_SCENE:
        start = next((at for at in range(start + 1, end) if pauses(paragraph, at)), end)
    return end - start > 1 and (end - start >= _SURELY_CLAUSE or has_finite_verb(paragraph, start, end))


def _according(context: SentenceContext, cue: ReportingCue) -> ReportedSpeech | None:
    paragraph, sentence = context.paragraph, context.sentence
    source = source_of(paragraph, sentence, context.nominals, as_cue(cue))
    if source is None:
        return None
    if cue.first > sentence.first and not _opens_clause(context, cue, source):
        said = _is_clause(context, sentence.first, cue.first) and not all(paragraph.quoted[sentence.first : cue.first])
        ranges = ((sentence.first, cue.first),)
        return ReportedSpeech((source,), cue, ranges, _CONFIDENCE, _REASON, "according") if said else None
    end = source.last
    while end < sentence.last and not pauses(paragraph, end) and not paragraph.quoted[end]:
        end += 1
    if end >= sentence.last and source.last < end and paragraph.lowers[source.last] in SUBJECTS:
        end = source.last
    ranges = ((end, sentence.last),)
    if end >= sentence.last or all(paragraph.quoted[end : sentence.last]):
        return None
    return ReportedSpeech((source,), cue, ranges, _CONFIDENCE, "stands before the words", "according", "after")


def _opens_clause(context: SentenceContext, cue: ReportingCue, source: Nominal) -> bool:
    """Say whether "according to" belongs to the clause behind it: "… and according to the port it sank"."""
    paragraph, sentence = context.paragraph, context.sentence
    gap = paragraph.gaps[cue.first]
    opens = paragraph.lowers[cue.first - 1] in _LINKS or any(mark in gap for mark in _BREAKS)
    return opens and has_finite_verb(paragraph, source.last, sentence.last)
