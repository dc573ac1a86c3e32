"""What stands among an article's paragraphs and is no text of it: links, adverts, captions without their picture.

Plain Python. A paragraph is known by itself (lines.py, captions.py), or by where it stands and what the others are
(headlines.py, authors.py); signs.py names by what. The words of a language are in data/, a folder each.
"""

from collections.abc import Collection, Sequence

from articles.paragraph_kinds import PassageKind

from .authors import mark_authors
from .captions import mark_glued_title, sign_of_caption
from .headlines import mark_headlines
from .lines import sign_of_line
from .signs import Sign

__all__ = ["Sign", "boilerplate_in", "kinds_with_boilerplate"]

_FIRST, _LAST = 3, 5  # paragraphs of the text, between which a line that is often said is text
_ASKED = (PassageKind.BODY, PassageKind.SUBHEAD, PassageKind.BOILERPLATE)  # what else a source names is what it says


def boilerplate_in(texts: Sequence[str], title: str = "", standing: Collection[int] = ()) -> list[Sign | None]:
    """Return for each paragraph of an article, in reading order, by what it is known to be no article text.

    `standing` are the places, from 0, of those that stand in many articles of one publisher.
    """
    signs = [sign_of_line(text) or sign_of_caption(text) for text in texts]
    mark_glued_title(texts, signs, title)
    mark_headlines(texts, signs)
    _mark_standing(signs, standing)
    mark_authors(texts, signs)
    return signs


def _mark_standing(signs: list[Sign | None], standing: Collection[int]) -> None:
    """Mark standing lines at either end of what is text so far."""
    text = [n for n, sign in enumerate(signs) if not sign] if standing else []
    for n in {*text[:_FIRST], *text[-_LAST:]}.intersection(standing):
        signs[n] = Sign.REPEATED


def kinds_with_boilerplate(
    paragraphs: Sequence[tuple[str, PassageKind]], title: str = "", standing: Collection[int] = ()
) -> list[PassageKind]:
    """Return the kind of each paragraph of an article, given as its text and its kind so far, in reading order.

    `standing` are the places, from 0, of those that stand in many articles of one publisher. One that was boilerplate
    by other rules, and is so no more, is body text again.
    """
    asked = [n for n, (_, kind) in enumerate(paragraphs) if kind in _ASKED]
    kinds = [kind for _, kind in paragraphs]
    repeated = {n for n, place in enumerate(asked) if place in standing}
    for n, sign in zip(asked, boilerplate_in([paragraphs[n][0] for n in asked], title, repeated), strict=True):
        if sign:
            kinds[n] = PassageKind.BOILERPLATE
        elif kinds[n] == PassageKind.BOILERPLATE:
            kinds[n] = PassageKind.BODY
    return kinds
