"""Where a closing mark was lost: the words that report what stands open, "It is closed, said Keller."."""

import re
from functools import cache

from ..lexicons import cue_kinds

_WORD = r"[^\W\d_][\w’'-]*"
_PRONOUN = r"(?:he|she|they|I|we)"


def reported_from(text: str, start: int, end: int) -> int | None:
    """Return where, between `start` and `end`, the speech ends whose report follows a comma; None where none does."""
    found = _report().search(text, start, end)
    return found.end(1) if found else None


@cache
def _report() -> re.Pattern[str]:
    """Return what reports: a mark, then the verb and who speaks, or who speaks, the verb and a stop."""
    forms = "|".join(sorted(form for form, kind in cue_kinds().items() if kind == "say" and form.endswith("ed")))
    verb = rf"(?:said|says|wrote|{forms})"
    speaker = rf"(?:{_PRONOUN}|[^\W\d_a-z][\w.’'-]*(?: [^\W\d_a-z][\w.’'-]*){{0,3}})"
    role = rf"(?:(?:the |a |an )?(?:{_WORD} ){{0,3}})"
    return re.compile(rf"([,?!])\s(?:{verb} {role}{speaker}|{speaker} {verb})\s?[.,]")
