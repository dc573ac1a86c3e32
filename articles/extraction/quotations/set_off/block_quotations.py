"""Block quotations: a paragraph without marks after one that reports and ends with a colon, "Keller wrote: ¶ …"."""

from collections.abc import Iterator
from itertools import pairwise

from articles.paragraph_kinds import PassageKind

from ...findings import Span
from ...grammar.cues import Cue
from ...grammar.sentence_context import Attribution, SentenceContext, SentenceContexts
from ...lexicons import MARKED
from ...text.analysis import AnalysedArticle, AnalysedParagraph
from ...text.turn_heads import turn_head
from ..pre_quote import speakers_of
from .set_off import SetOff, nominal_within

_BODY = PassageKind.BODY
_FEWEST = 12  # words; shorter ones are items of a list
_MOST_MARKED = 8  # words between marks; one with more is a piece of news that quotes somebody itself
_NO_SPEECH = "\"“”'‘«„`*•-–—?·>#("
_ENDS = (".", "?", "!", "…", "]", ")", '"', "”")
_FAR = 25  # words between the report and the colon
_REASON = "introduces the paragraph that is set off"


def block_quotations(article: AnalysedArticle, contexts: SentenceContexts) -> Iterator[SetOff]:
    """Yield the block quotations of an article."""
    body = [paragraph for paragraph in article.paragraphs if paragraph.kind == _BODY and paragraph.words]
    for before, paragraph in pairwise(body):
        if before.text.rstrip().endswith(":") and _may_be_speech(paragraph):
            head = turn_head(paragraph.text)
            start = head.words if head else len(paragraph.text) - len(paragraph.text.lstrip())
            attribution = _turn(paragraph, contexts) if head else _introduction(before, contexts)
            if attribution:
                yield SetOff((Span(paragraph.index, start, len(paragraph.text.rstrip())),), attribution)


def _may_be_speech(paragraph: AnalysedParagraph) -> bool:
    text = paragraph.text.strip()
    opens = text[0] not in _NO_SPEECH and not text[0].isdigit()
    own = sum(map(bool, paragraph.quoted)) <= _MOST_MARKED
    return opens and own and len(paragraph.words) >= _FEWEST and text.endswith(_ENDS)


def _introduction(before: AnalysedParagraph, contexts: SentenceContexts) -> Attribution | None:
    """Return who is reported by the last sentence of the paragraph before, which may say it in short."""
    context = contexts.at(before, len(before.sentences) - 1)
    for cue in reversed(context.cues):
        if cue.last < len(before.words) and before.quoted[cue.last]:
            return None  # it reports these marks instead
        speakers = speakers_of(context, cue) if _reaches(context, cue) else ()
        if speakers and speakers[0].kind != "group":
            return Attribution(before, speakers, cue, 0.7, _REASON)
    return None


def _reaches(context: SentenceContext, cue: Cue) -> bool:
    """Say whether a report reaches the colon, over what it says in short."""
    if MARKED["modal"] & set(context.paragraph.lowers[max(context.sentence.first, cue.first - 1) : cue.first]):
        return False
    return cue.kind in ("say", "tell", "according") and context.sentence.last - cue.last <= _FAR


def _turn(paragraph: AnalysedParagraph, contexts: SentenceContexts) -> Attribution | None:
    """Return the person whose name and a colon begin the paragraph, as in an excerpt of an interview."""
    head = turn_head(paragraph.text)
    speaker = nominal_within(paragraph, head.start, head.end, contexts.mention_index) if head else None
    known = speaker is not None and speaker.kind == "person"
    return Attribution(paragraph, (speaker,), None, 0.85, "begins the paragraph") if known and speaker else None
