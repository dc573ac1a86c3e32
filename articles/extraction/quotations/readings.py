"""What the rules make of marked words: whose speech they are and by which sign, or that they are only a term.

A `Reading` says nothing yet of what will be found: whether the words are speech at all may be decided otherwise.
"""

from collections.abc import Sequence
from dataclasses import replace

from ..grammar.clauses import governing_subject
from ..grammar.nominals import Nominal
from ..grammar.sentence_context import Attribution, SentenceContext, SentenceContexts
from ..records import record
from .adjacent_sentences import NEAR, announced_before, attributed_next, introduced_before, signed_after
from .attribution import attribute
from .earlier_reports import reports_somebody
from .hypothetical import is_hypothetical, is_imagined
from .quoted_text import SPEECH_WORDS, TERM_WORDS, QuotedText
from .titles_of_works import is_called_so, is_nickname, is_title_of_work, only_names_thing, stands_on_board

_WEAK = 0.48  # an attribution below this does not make one or two words speech
_REPORTED = 0.75  # how sure the speaker of a sentence without marks goes on between marks
NAMING = ("title", "names", "board", "unsaid")  # shapes of what is never speech: a name, a sign, what might be said


@record
class GoingOn:
    """That the speaker before goes on: how sure, and the sentence that says so."""

    confidence: float
    sentence: str


@record
class Reading:
    """Whose words they are by the rules, and by which shape of sign; nobody's where nothing says whose."""

    shape: str
    speech: bool = True
    attribution: Attribution | None = None
    goes_on: GoingOn | None = None
    because: str = "Few marked words, and no cue near them: a term."  # of a term: why it is one


@record
class Surroundings:
    """What stands around marked words: their sentence, the next marks, and how far back the last speaker is."""

    context: SentenceContext
    contexts: SentenceContexts
    following: QuotedText | None
    near: int | None  # paragraphs since somebody spoke, None where nobody has
    before: SentenceContext | None  # the sentence right before, where no other marks stand in it


def read_marked(quote: QuotedText, around: Surroundings) -> Reading:
    """Return what the rules make of marked words."""
    attribution = _attribution(quote, around.contexts)
    if is_title_of_work(quote):
        return Reading("title", False, attribution, because="The marked words are the title of a work.")
    if any(names(quote, around.context) for names in (only_names_thing, is_called_so, is_nickname)):
        return Reading("names", False, attribution, because="The marked words only name a thing.")
    if stands_on_board(quote, around.context):
        return Reading("board", False, attribution, because="The marked words stand on a sign.")
    if is_imagined(quote, around.context) or (attribution and is_hypothetical(attribution, around.context)):
        return Reading("unsaid", False, attribution, because="The marked words might be said, but nobody said them.")
    if attribution and not (quote.size <= 2 and attribution.confidence < _WEAK):
        return Reading("within", attribution=attribution)
    return _without_cue(quote, around)


def _attribution(quote: QuotedText, contexts: SentenceContexts) -> Attribution | None:
    if signed := signed_after(quote, contexts):
        return signed
    found = attribute(contexts.around(quote.first), quote.first)
    if found is None and quote.last is not quote.first:
        return attribute(contexts.around(quote.last), quote.last)
    return found


def _without_cue(quote: QuotedText, around: Surroundings) -> Reading:
    """Return what words are that their own sentence attributes to nobody."""
    if quote.is_label:
        return Reading("few", False, because="The marked words only stand before a heading.")
    if quote.is_speech(around.context) and (reading := _beside(quote, around)):
        return reading
    attribution = _of_subject(quote, around.context)
    if quote.size <= TERM_WORDS:
        return Reading("few", False, attribution)
    if attribution:
        return Reading("subject", attribution=attribution)
    return Reading("alone", quote.size >= SPEECH_WORDS)


def _beside(quote: QuotedText, around: Surroundings) -> Reading | None:
    """Return the words as a speech that is announced, goes on, or that the next sentence attributes."""
    if announcement := announced_before(quote, around.context, around.contexts):
        return Reading("announced", attribution=announcement)
    reported = around.before is not None and reports_somebody(around.before)
    if around.near == 0 and not reported:
        return Reading("goes on", goes_on=GoingOn(0.97, "The speaker of the sentence before goes on."))
    if following := attributed_next(quote, around.following, around.contexts.around):
        return Reading("next", attribution=following)
    if reported and (introduction := introduced_before(quote, around.context, around.contexts)):
        return Reading("introduced", attribution=replace(introduction, confidence=_REPORTED))
    if around.near is not None and around.near <= NEAR and quote.opens_paragraph(around.context):
        return Reading("far on", goes_on=GoingOn(0.5, "The speaker of the paragraph before goes on."))
    introduction = introduced_before(quote, around.context, around.contexts)
    return Reading("introduced", attribution=introduction) if introduction else None


def _of_subject(quote: QuotedText, context: SentenceContext) -> Attribution | None:
    left = context.nominals_before(quote.first)
    subject = governing_subject(context.paragraph, context.sentence, left) or _first_person(left)
    return Attribution(context.paragraph, (subject,), None, 0.4, "is the subject of the sentence") if subject else None


def _first_person(nominals: Sequence[Nominal]) -> Nominal | None:
    return next((one for one in nominals if one.kind in ("person", "pronoun")), nominals[0] if nominals else None)
