"""The first step: where the tokens of a text are."""

import re

from .scripts import APOSTROPHES, IS_UNSPACED, LETTER, MARKS, SIGNS, UNSPACED_LETTER, WORD_CHARACTER, WORD_START

_WORD = rf"{WORD_START} {WORD_CHARACTER}*+ (?:[{MARKS}]++ {WORD_CHARACTER}*+)*+"
# What is short for a word of its own, or a genitive: Biden's, don't, I've. O'Re and D'Ll are names.
_CLITIC = rf"""
    [{APOSTROPHES}] (?: [sS] | (?: (?<={WORD_CHARACTER}{{2}}.) | (?<=[iI].) ) (?:[tTdDmM]|[rR][eE]|[vV][eE]|[lL][lL]) )
    (?![{MARKS}]|{WORD_CHARACTER})
"""
_AFTER_DIGIT = rf"(?<=\d) [{APOSTROPHES}] {_WORD}"  # 6'2

# The first line is most words, matched at once; the second keeps what separates tokens from being tried any further.
# What could begin anew at each of its parts has at most so many of them, and nothing that was taken is given back (++),
# so that the cost is linear in any text.
TOKEN = re.compile(
    rf"""
      [a-zA-Z]{{2,}}+ (?=[\ ,]|\.(?!\w))
    | (?=[\w{SIGNS}]) (?:
      (?<!{WORD_START}) (?:                                                   # U.S.  U.S.’s  Ph.D.  M.Sc.
          {LETTER} (?:\.{LETTER}){{1,20}}+ | [A-Z][a-z] (?:\.[A-Z]){{1,3}}+ | [A-Z]\.[A-Z][a-z] | (?:ph|ed)\.d
      ) (?![{MARKS}]|{WORD_CHARACTER}) \.?+ (?:[{APOSTROPHES}][sS](?!{WORD_CHARACTER}))?+ (?!{WORD_CHARACTER})
    | (?<!{WORD_START}) \d++ (?:[.,]\d++){{1,20}}+ (?!{WORD_CHARACTER})       # 3.5  1,000
    | {_WORD} (?: {_CLITIC} | {_AFTER_DIGIT} )*+
    | {UNSPACED_LETTER}
    | {"|".join(rf"[{sign}]++" for sign in SIGNS)})
    """,
    re.VERBOSE,
)


def last_token(text: str) -> re.Match[str] | None:
    """Return where the token is that ends a text; None where none does, or one within a run, where no word begins."""
    *_, last = (None, *TOKEN.finditer(text))
    return last if last and last.end() == len(text) and not IS_UNSPACED.match(last.group()) else None
