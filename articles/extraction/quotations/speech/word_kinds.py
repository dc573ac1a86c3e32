"""Kinds of small words beside marks, and counts in steps."""

from collections.abc import Sequence
from functools import cache

from ...grammar.sentence_context import SentenceContext
from ...lexicons import COMMON_WORDS, GRAMMAR, cue_kinds
from ...word_classes import ADVERB_ENDS, ARTICLES, OWNER_ENDS, PARTICIPLE_ENDS, PAST_ENDS, PLURAL_ENDS

_ENDS = (*PARTICIPLE_ENDS, *PAST_ENDS, *ADVERB_ENDS, *PLURAL_ENDS)


def kind_of(word: str) -> str:
    """Return what a small word is beside marks: its kind in the word lists, else how it ends."""
    if kind := _kinds().get(word):
        return kind
    if word.endswith(OWNER_ENDS):
        return "owner"
    return next((ending for ending in _ENDS if word.endswith(ending)), "other")


def small_word(context: SentenceContext, at: int) -> str:
    """Return a word beside the marks as it counts: "Name" where a capital shows that it may be one."""
    word, lower = context.paragraph.words[at], context.paragraph.lowers[at]
    opens = at == context.sentence.first and (lower in _kinds() or lower in COMMON_WORDS)
    return "Name" if word.capital and not opens else lower


def step(count: int, limits: Sequence[int]) -> str:
    """Return the first of the limits that a count does not pass, "more" where it passes all."""
    return str(next((limit for limit in limits if count <= limit), "more"))


@cache
def _kinds() -> dict[str, str]:
    """Return the kind of each small word; a cue is one before it is anything else."""
    kinds: dict[str, str] = dict.fromkeys(ARTICLES, "article") | dict.fromkeys(GRAMMAR["possessive"], "owner")
    for kind in ("joins", "embeds", "pronoun", "carrier", "work", "naming", "preposition", "be", "auxiliary"):
        kinds = dict.fromkeys(GRAMMAR[kind], kind) | kinds
    return kinds | {word: f"cue {kind}" for word, kind in cue_kinds().items() if word not in kinds or kind == "say"}
