"""Whose name alone stands behind the words, with no verb: “…” — Anna Berg; “…,” harbour spokeswoman Anna Berg."""

from ..findings import Span
from ..grammar.nominals import Nominal
from ..grammar.sentence_context import Attribution, SentenceContext
from ..grammar.verbs import verb_after
from ..lexicons import GRAMMAR, MARKED
from ..text.tokens import joined_by_space

DASHES = frozenset("—–―-")
LONGEST_TITLE = 6  # words between the marks and the name
NO_TITLE = (GRAMMAR["preposition"] | GRAMMAR["embeds"] | GRAMMAR["subordinate"] | GRAMMAR["joins"]) - MARKED[
    "within_title"
]
LONGEST_NAME = 4  # words of a name that is not known as a person's
_NO_VERB = "follows the words, with no verb"


def signature(context: SentenceContext, outer: Span, segment: range, linked: bool) -> Attribution | None:
    """Return whose name alone stands behind the words: “…” — Anna Berg; “…,” harbour spokeswoman Anna Berg."""
    gap = context.paragraph.text[outer.end : context.paragraph.starts[segment[0]]]
    speaker = next((nominal for nominal in context.nominals if nominal.first >= segment[0]), None)
    if speaker is None or speaker.last > segment[-1] + 1:
        return None
    if set(gap) & DASHES and speaker.first == segment[0]:
        signed = speaker.kind == "person" or 1 < speaker.last - speaker.first <= LONGEST_NAME
        alone = speaker.last >= context.sentence.last or not joined_by_space(context.paragraph.gaps[speaker.last])
        return context.attribution(
            [speaker] if signed and alone else [], None, 0.85, "stands behind a dash after the words"
        )
    return context.attribution([speaker] if linked and _signs(context, segment, speaker) else [], None, 0.8, _NO_VERB)


def _signs(context: SentenceContext, segment: range, speaker: Nominal) -> bool:
    """Say whether a person with their titles is all that follows, but for a remark on them; the verb was left out."""
    paragraph = context.paragraph
    titled = speaker.kind == "person" and speaker.first - segment[0] <= LONGEST_TITLE
    if not titled or segment[-1] + 1 < context.sentence.last or paragraph.words[speaker.last - 1].possessive:
        return False
    if not context.unbroken(segment[0], speaker.first + 1) or not is_title(context, range(segment[0], speaker.first)):
        return False
    ends = speaker.last >= context.sentence.last or "," in paragraph.gaps[speaker.last]
    return ends and verb_after(paragraph, speaker.last, context.sentence.last) < 0


def is_title(context: SentenceContext, words: range) -> bool:
    """Say whether words can stand before a name as its title: "the harbour spokesman", not "after"."""
    return not any(context.paragraph.lowers[at] in NO_TITLE for at in words)
