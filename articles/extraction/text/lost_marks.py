"""Where a closing mark was lost: the words that report what stands open, "It is closed, said Keller."."""

import re
from functools import cache

from ..lexicons import PATTERNS, cue_kinds
from ..word_classes import PAST_ENDS

_WORD = r"[^\W\d_][\w’'-]*"
_PRONOUN = PATTERNS["speaking_pronoun"]


def reported_from(text: str, start: int, end: int) -> int | None:
    """Return where, between `start` and `end`, the speech ends whose report follows a comma; None where none does."""
    found = _report().search(text, start, end)
    return found.end(1) if found else None


@cache
def _report() -> re.Pattern[str]:
    """Return what reports: a mark, then the verb and who speaks, or who speaks, the verb and a stop."""
    forms = "|".join(sorted(form for form, kind in cue_kinds().items() if kind == "say" and form.endswith(PAST_ENDS)))
    verb = rf"(?:{PATTERNS['irregular_report']}|{forms})"
    speaker = rf"(?:{_PRONOUN}|[^\W\d_a-z][\w.’'-]*(?: [^\W\d_a-z][\w.’'-]*){{0,3}})"
    role = rf"(?:(?:{PATTERNS['article']} )?(?:{_WORD} ){{0,3}})"
    return re.compile(rf"([,?!])\s(?:{verb} {role}{speaker}|{speaker} {verb})\s?[.,]")
