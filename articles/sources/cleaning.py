"""Text as it is kept: no control characters, no broken surrogates, one kind of line break.

Nothing else is touched: letters, marks and blanks that a reader sees stay as the source has them.
"""

import re

# Line feed and tab are the only control characters that mean something in text.
CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
SURROGATES = re.compile(r"[\ud800-\udfff]")
LINE_BREAKS = re.compile(r"\r\n?|[\x85\u2028\u2029]")
BLANKS = re.compile(r"[ \t\n]+")


def clean_text(text: str) -> str:
    """Return the text without what cannot be shown or stored; its line breaks become line feeds."""
    if text.isprintable():  # then there is none of that
        return text
    text = LINE_BREAKS.sub("\n", text)
    return SURROGATES.sub("\N{REPLACEMENT CHARACTER}", CONTROLS.sub("", text))


def one_line(text: str) -> str:
    """Return the text cleaned, on one line and without blanks around it."""
    return BLANKS.sub(" ", clean_text(text)).strip()
