"""What the rules see of a report, as features of the decision whether this clause is what this speaker said.

In: a sentence's context, the report that the rules found in it, whom its speakers' words led to. Out: feature strings
"name:value", and conjunctions.
"""

from ..decisions import Conjunctions
from ..findings import FoundQuotation, SpeakerKind
from ..grammar.nominals import Nominal
from ..grammar.sentence_context import SentenceContext
from ..grammar.verbs import is_finite
from ..lexicons import CLAUSES, COMMON_WORDS, GRAMMAR
from ..records import record
from ..speakers.resolver import ResolvedSpeaker
from ..text.analysis import AnalysedParagraph, sentence_at
from ..word_classes import RELATIVES, THAT
from .content_start import pauses
from .frames import ReportingCue, tense_of
from .reported_speech import ReportedSpeech

_MODALS = CLAUSES["modal"]
_WRITERS = CLAUSES["writer"]
_TENSED = CLAUSES["finite"]
_CONDITIONS = CLAUSES["condition"]
_STEM_ENDS = sorted(CLAUSES["verb_end"], key=len, reverse=True)
_BEFORE_CUE = 4  # words before a cue in which its modal stands
_NEAR = 8  # words of a clause in which its verb is looked for


@record
class Neighbourhood:
    """What stands around a report: the article's form, and the marked words of its own sentence."""

    form: tuple[str, ...]
    marked_here: tuple[FoundQuotation, ...]
    last_speaker: str | None  # who spoke last before this report


def report_features(
    context: SentenceContext, report: ReportedSpeech, resolved: tuple[ResolvedSpeaker, ...], around: Neighbourhood
) -> tuple[list[str], Conjunctions]:
    """Return what is seen of a report, and what counts together."""
    cue = _of_cue(context, report)
    content = _of_content(context, report)
    speaker = _of_speaker(context, report, resolved, around)
    place = _of_place(context, report, around)
    shape = f"{report.frame}/{report.content}"
    form = report.cue.form if report.cue else ":"
    sure = f"sure:{report.confidence:.1f}"
    together = (
        (shape, (*cue[2:], *content, *speaker, *around.form)),
        (form, (shape, *content[:3], speaker[0])),
        (speaker[0], (*cue[2:], *around.form)),
    )
    alone = [f"shape:{shape}", f"frame:{report.frame}", sure, *cue, *content, *speaker, *place, *around.form]
    return alone, together


def _of_cue(context: SentenceContext, report: ReportedSpeech) -> list[str]:
    """Return features of the verb: itself, its tense, what stands before it."""
    cue, paragraph = report.cue, context.paragraph
    if cue is None:
        return ["cue:none", "tense:none"]
    before = paragraph.lowers[max(context.sentence.first, cue.first - _BEFORE_CUE) : cue.first]
    found = [f"cue:{cue.form}", f"lemma:{cue.frames[0]}:{_stem(cue.form)}", f"tense:{tense_of(cue.form)}"]
    found += [f"modal:{word}" for word in before if word in _MODALS]
    if before:
        found.append(f"before:{before[-1] if before[-1] in COMMON_WORDS else 'word'}")
    if cue.first < cue.verb:
        found.append("negated")
    if any(word in _CONDITIONS for word in before) or paragraph.lowers[context.sentence.first] in _CONDITIONS:
        found.append("condition")
    return found


def _stem(form: str) -> str:
    for ending in _STEM_ENDS:
        if form.endswith(ending) and len(form) > len(ending) + 2:
            return form[: -len(ending)]
    return form


def _of_content(context: SentenceContext, report: ReportedSpeech) -> list[str]:
    """Return features of the reported words: how far from the verb, how they begin, where their verb is."""
    paragraph, lowers = context.paragraph, context.paragraph.lowers
    first, last = report.ranges[0]
    skips = first + 1 if lowers[first] in THAT and first + 1 < last else first
    found = [
        f"opens:{_word_class(paragraph, skips)}",
        f"verb_at:{_verb_at(paragraph, skips, last)}",
        f"verb:{_first_verb(paragraph, skips, last)}",
        f"length:{_bucket(last - first)}",
        f"ranges:{len(report.ranges)}",
        f"last:{lowers[last - 1] if lowers[last - 1] in COMMON_WORDS else 'word'}",
    ]
    if report.cue and report.cue.last <= first:
        found.append(f"gap:{_bucket(first - report.cue.last)}")
        if skips > first:
            found.append(f"that_after:{_word_class(paragraph, first - 1)}")
    if any(paragraph.quoted[first:last]):
        found.append("holds_marks")
    if paragraph.text[paragraph.ends[last - 1] :].lstrip("”\"'’)").startswith("?"):
        found.append("question")
    return found


def _word_class(paragraph: AnalysedParagraph, at: int) -> str:
    """Return a common word as it is, of others the kind: a name, a figure, a verb, a word."""
    lower = paragraph.lowers[at]
    if lower in COMMON_WORDS or lower in GRAMMAR["pronoun"]:
        return lower
    if paragraph.words[at].capital:
        return "Name"
    if lower[0].isdigit():
        return "0"
    return "verb" if is_finite(paragraph, at) else "word"


def _verb_at(paragraph: AnalysedParagraph, first: int, last: int) -> str:
    """Return how soon the words have a finite verb, and whether a pause or relative word stands before it."""
    hurdle = ""
    for at in range(first, min(last, first + _NEAR)):
        if at > first and pauses(paragraph, at):
            hurdle = "pause"
        if is_finite(paragraph, at):
            return f"{_bucket(at - first)}{hurdle}"
        if at > first and paragraph.lowers[at] in RELATIVES:
            hurdle = "relative"
    return "none"


def _first_verb(paragraph: AnalysedParagraph, first: int, last: int) -> str:
    """Return the finite verb near the words' beginning: an auxiliary as it is, of others the tense."""
    at = next((at for at in range(first, min(last, first + _NEAR)) if is_finite(paragraph, at)), None)
    if at is None:
        return "none"
    lower = paragraph.lowers[at]
    return lower if lower in _TENSED else tense_of(lower)


def _of_speaker(
    context: SentenceContext, report: ReportedSpeech, resolved: tuple[ResolvedSpeaker, ...], around: Neighbourhood
) -> list[str]:
    """Return features of the words for the speaker, and of whom they led to."""
    nominal, found, paragraph = report.speakers[0], resolved[0], context.paragraph
    name = found.speaker.name
    own = _way_named(paragraph, nominal, found)
    features = [
        f"who:{own}",
        f"kind:{found.speaker.kind}",
        f"{own}:{found.speaker.kind}",
        f"sure_of:{found.confidence:.1f}&{own}",
        f"speakers:{len(report.speakers)}",
        f"head:{'name' if found.carried else _head(paragraph, nominal)}",
        f"subject_after:{_before(context, nominal)}",
    ]
    if own in _WRITERS:
        features.append("who:writer")
    if name and name == around.last_speaker:
        features.append("spoke_last")
    if found.speaker.kind == SpeakerKind.UNNAMED and paragraph.words[nominal.first].capital:
        features.append("unnamed_capital")
    return features + (_distance(context, report.cue, nominal) if report.cue else [])


def _way_named(paragraph: AnalysedParagraph, nominal: Nominal, found: ResolvedSpeaker) -> str:
    """Return how the speaker is named: a pronoun as it is, of others the kind.

    "It" that carries on what the sentence before is about is as good as its name; there are too few to learn from.
    """
    if nominal.kind != "pronoun":
        return nominal.kind
    return found.speaker.kind if found.carried else paragraph.lowers[nominal.first]


def _head(paragraph: AnalysedParagraph, nominal: Nominal) -> str:
    lower = paragraph.lowers[nominal.last - 1]
    return "name" if nominal.kind == "person" or paragraph.words[nominal.last - 1].capital else lower


def _before(context: SentenceContext, nominal: Nominal) -> str:
    """Return what stands before the subject: the sentence's beginning, a pause, a common word."""
    paragraph, at = context.paragraph, nominal.first
    if at == context.sentence.first:
        return "start"
    if pauses(paragraph, at):
        return "pause"
    return _word_class(paragraph, at - 1)


def _distance(context: SentenceContext, cue: ReportingCue, nominal: Nominal) -> list[str]:
    """Return how far the subject stands from the verb, on which side, and what stands between."""
    first, last = (nominal.last, cue.first) if nominal.last <= cue.first else (cue.last, nominal.first)
    side = "before" if nominal.last <= cue.first else "after"
    others = sum(first <= other.first and other.last <= last for other in context.nominals)
    found = [f"subject:{side}{_bucket(max(0, last - first))}", f"between:{min(others, 3)}&{side}"]
    between = range(first, last)
    if any(pauses(context.paragraph, at) for at in between):
        found.append(f"pause_between:{min(others, 1)}")
    return found + [f"passes:{lower}" for at in between if (lower := context.paragraph.lowers[at]) in _PASSED]


_PASSED = RELATIVES | _CONDITIONS | CLAUSES["passed"] | CLAUSES["be"]


def _of_place(context: SentenceContext, report: ReportedSpeech, around: Neighbourhood) -> list[str]:
    """Return features of where the report stands in sentence, paragraph and article."""
    paragraph, sentence = context.paragraph, context.sentence
    number = sentence_at(paragraph, sentence.first)
    found = [
        f"paragraph:{min(paragraph.index, 3)}",
        f"sentence:{min(number, 2)}",
        f"paragraph_kind:{paragraph.kind}",
        f"opener:{_word_class(paragraph, sentence.first)}",
        f"reach:{'all' if report.ranges[-1][1] == sentence.last else 'part'}",
        f"marked_here:{min(len(around.marked_here), 2)}",
    ]
    if any(gap.startswith(":") for gap in paragraph.gaps[1:4]):
        found.append("turn")
    return found


def _bucket(number: int) -> str:
    return str(number) if number < 3 else next((f"to {most}" for most in _BUCKETS if number <= most), "more")


_BUCKETS = (5, 10, 20)
