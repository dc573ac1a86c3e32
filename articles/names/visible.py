"""Names and texts without what nobody sees: marks that turn the direction of a text around, and signs of no width.

Two names that look the same are the same, and none turns around what stands beside it. The joiners of Indic and Persian
scripts stay where they stand between letters of those: there they shape what is read.
"""

import re

_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u180b-\u180f\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f"
    "\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
_JOINERS = re.compile("(?<![\u0600-\u0dff\u1000-\u109f])[\u200c\u200d]|[\u200c\u200d](?![\u0600-\u0dff\u1000-\u109f])")
_BLANKS = re.compile(r"\s+")
_UNSEEN_IN_TEXT = re.compile("[\u00ad\u200b\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]")


def visible(name: str) -> str:
    """Return a name without invisible and reversing characters, on one line, without blanks around it."""
    return _BLANKS.sub(" ", _JOINERS.sub("", _UNSEEN.sub("", name))).strip()


def visible_text(text: str) -> str:
    """Return a text without signs of no width and those that turn its direction around; its lines stay.

    What shapes letters or chooses a sign's form stays too: joiners, variation selectors, marks of direction.
    """
    return _UNSEEN_IN_TEXT.sub("", text)


def has_unseen(text: str) -> bool:
    """Say whether a text has a sign that `visible_text` takes out."""
    return bool(_UNSEEN_IN_TEXT.search(text))
