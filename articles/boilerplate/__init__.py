"""What stands among an article's paragraphs and is no text of it: links, adverts, captions without their picture.

Plain Python. A paragraph is known by itself (lines.py, captions.py), or by where it stands and what the others are
(headlines.py, authors.py); signs.py names by what. The words of a language are in data/, a folder each.
"""

from collections.abc import Sequence

from articles.paragraph_kinds import PassageKind

from .authors import mark_authors
from .captions import mark_glued_title, sign_of_caption
from .headlines import mark_headlines
from .lines import sign_of_line
from .signs import Sign

__all__ = ["Sign", "boilerplate_in", "kinds_with_boilerplate"]

_ASKED = (PassageKind.BODY, PassageKind.SUBHEAD, PassageKind.BOILERPLATE)  # what else a source names is what it says


def boilerplate_in(texts: Sequence[str], title: str = "") -> list[Sign | None]:
    """Return for each paragraph of an article, in reading order, by what it is known to be no article text."""
    signs = [sign_of_line(text) or sign_of_caption(text) for text in texts]
    mark_glued_title(texts, signs, title)
    mark_headlines(texts, signs)
    mark_authors(texts, signs)
    return signs


def kinds_with_boilerplate(paragraphs: Sequence[tuple[str, PassageKind]], title: str = "") -> list[PassageKind]:
    """Return the kind of each paragraph of an article, given as its text and its kind so far, in reading order.

    One that was boilerplate by other rules, and is so no more, is body text again.
    """
    asked = [n for n, (_, kind) in enumerate(paragraphs) if kind in _ASKED]
    kinds = [kind for _, kind in paragraphs]
    for n, sign in zip(asked, boilerplate_in([paragraphs[n][0] for n in asked], title), strict=True):
        if sign:
            kinds[n] = PassageKind.BOILERPLATE
        elif kinds[n] == PassageKind.BOILERPLATE:
            kinds[n] = PassageKind.BODY
    return kinds
