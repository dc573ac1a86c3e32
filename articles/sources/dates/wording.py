"""How papers write dates and times beyond what dateutil reads, brought into the form that it does read."""

import re

LABEL = re.compile(
    r"(?i)\A(?:first |last |originally |story )?(?:published|posted|updated|modified|created|date)\b"
    r"(?: on\b| at\b)?\s*:?\s*"
)
AROUND = " \t|,;–—·•-()[]"
MARK_BETWEEN = re.compile(r"\s*[|·•–—]\s*|(?<=\d{4}):(?=\s)")
# “9.30am”, and “18.54” beside a whole date: a dot between hours and minutes.
HALF_DAY = re.compile(r"(?i)(?<![\d.:])(1[0-2]|0?[1-9])\.([0-5]\d)(?=\s?[ap]\.?\s?m\b)")
CLOCK = re.compile(r"(?<![\d.:])([01]?\d|2[0-3])\.([0-5]\d)(?![\d.])")
# “10:00 GMT+0200 (Central European Summer Time)”: the offset is all it says. dateutil reads one with a name before it
# as POSIX does, west of Greenwich.
NAMED_OFFSET = re.compile(
    r"(?P<time>\d:\d\d(?::\d\d)?(?:[.,]\d+)?\s*(?:[aApP]\.?[mM]\.?\s*)?)\(?(?!AM|PM)[A-Z]{2,5}\s?(?P<offset>[+-]\d{1,2}:?(?:\d\d)?)"
)
NAME_OF_OFFSET = re.compile(r"(?<=[+-]\d\d\d\d) ?\([^()]*\)\Z")
MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
SEVERAL_DAYS = re.compile(
    rf"(?i)\b{MONTH}\s\d{{1,2}}\s?[-–]\s?\d{{1,2}}(?![\d:.])|(?<![\d:.-])\d{{1,2}}\s?[-–]\s?\d{{1,2}}\s{MONTH}"
)


def in_plain_form(text: str) -> str:
    """Return a text about a date without labels and marks around it, a colon in its time, its offset without a name."""
    text = LABEL.sub("", NAME_OF_OFFSET.sub("", text.strip()).strip(AROUND))
    text = NAMED_OFFSET.sub(r"\g<time>\g<offset>", MARK_BETWEEN.sub(", ", text))
    return HALF_DAY.sub(r"\1:\2", text)


def with_colon(text: str) -> str:
    """Return a text whose date is written in full with a colon in its time (“18.54”)."""
    return CLOCK.sub(r"\1:\2", text)
