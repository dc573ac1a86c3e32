"""Reported speech: words of one sentence, who is reported to have said them, and by which verb.

`speakers_before` finds the subject of a verb, whether the attribution stands before or after the words.
"""

from ..grammar.cues import Cue
from ..grammar.nominals import Nominal
from ..grammar.sentence_context import SentenceContext
from ..grammar.subjects import subject_before
from ..grammar.verbs import is_finite
from ..lexicons import CLAUSES, GRAMMAR
from ..records import record
from ..word_classes import IT, NEGATIONS, TO, VERB_ENDS, WHO
from .frames import ReportingCue
from .subject_phrase import named_in_apposition, phrase_speaker, subject_phrase

_LONGEST_OPENING = 6  # words before a verb that are its subject although no noun among them is known
_EXTRAPOSED = CLAUSES["extraposed"]
_MARGINAL = GRAMMAR["auxiliary"] | NEGATIONS


@record
class ReportedSpeech:
    """Words reported to have been said: half-open word ranges of a paragraph, who said them, and by which cue.

    A colon is no cue. Two ranges where the attribution stands in the middle ("The bridge, she said, will stay").
    """

    speakers: tuple[Nominal, ...]
    cue: ReportingCue | None
    ranges: tuple[tuple[int, int], ...]
    confidence: float  # between 0 and 1
    reason: str  # how the words for the speakers stand to these, as the end of a sentence
    frame: str  # of the cue, or how the attribution stands: "following", "according", "noun", "heading"
    content: str = ""  # of what kind the words are: "that", "clause" …


def as_cue(cue: ReportingCue) -> Cue:
    """Return a reporting cue as a plain "say" cue, for finding its subject."""
    return Cue(cue.first, cue.last, "say", cue.form)


def speakers_before(context: SentenceContext, cue: ReportingCue) -> tuple[Nominal, ...]:
    """Return the subjects that stand before a verb."""
    subject = subject_before(context.paragraph, context.sentence, context.nominals, as_cue(cue))
    phrase = subject_phrase(context, cue.first)
    if phrase and not (subject and subject.kind in ("person", "pronoun") and _heads(context, subject, phrase)):
        subject = phrase_speaker(context, phrase)
    if subject is None:
        subject = _opening_words(context, cue)
    if subject is None or _stands_for_clause(context, subject, cue):
        return ()
    return context.coordinated(named_in_apposition(context, subject, cue.first) or subject)


def _stands_for_clause(context: SentenceContext, subject: Nominal, cue: ReportingCue) -> bool:
    """Say whether "it" means nobody: "it is easy to say", "it's a mistake to believe" (extraposition)."""
    lowers, after = context.paragraph.lowers, subject.last
    infinitive = lowers[cue.first - 1] in TO
    is_so = lowers[after] in CLAUSES["be"] and not lowers[after + 1].endswith(VERB_ENDS)
    return infinitive and (lowers[subject.first] in _EXTRAPOSED or (lowers[subject.first] in IT and is_so))


def _heads(context: SentenceContext, subject: Nominal, phrase: tuple[int, int]) -> bool:
    """Say whether a subject in a phrase is its head: it opens it, or is named right behind its titles."""
    first, last = phrase
    if subject.kind == "pronoun":
        return subject.last == last
    before = context.paragraph.lowers[subject.first - 1]
    beside = subject.last == last and before not in GRAMMAR["preposition"] and before not in GRAMMAR["determiner"]
    return subject.first == first or (first < subject.first and beside and before not in WHO)


def _opening_words(context: SentenceContext, cue: ReportingCue) -> Nominal | None:
    """Return what a sentence opens with where a verb follows soon: "Forty percent said", "Divers told"."""
    last = cue.first
    while last > context.sentence.first and context.paragraph.lowers[last - 1] in _MARGINAL:
        last -= 1
    short = 0 < last - context.sentence.first <= _LONGEST_OPENING
    verbless = short and not any(is_finite(context.paragraph, at) for at in range(context.sentence.first, last))
    unbroken = verbless and context.unbroken(context.sentence.first, cue.first + 1)
    return Nominal(context.sentence.first, last, "group") if unbroken else None
