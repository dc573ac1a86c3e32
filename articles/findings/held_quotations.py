"""Quotations that an editor holds, and what is found at their words: it lies beneath them, without a row."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from articles.findings.article_text import ArticleText, Locations, is_mostly, is_nearly, shared
from articles.findings.quotation_matching import LaidQuotation
from articles.models.paragraph import alike


def found_beneath(
    held: Sequence[LaidQuotation], locations: Sequence[Locations], texts: Sequence[str], text: ArticleText
) -> dict[int, LaidQuotation]:
    """Return which of the quotations found are at the words of one that an editor holds, by their number.

    That is one that stands and covers more than half of the shorter of the two, or a rejected one that is nearly the
    same. A rejected one whose words were changed is known by words much like its own in the paragraph that it was in.
    """
    standing = defaultdict[int, list[LaidQuotation]](list)
    for one in held:
        for key in {key for key, *_ in one.locations}:
            standing[key].append(one)
    covering = ((n, _covering(standing, places)) for n, places in enumerate(locations))
    beneath = {n: above for n, above in covering if above}
    for one in held:
        if one.is_rejected and not one.locations:
            open_ones = (n for n in range(len(locations)) if n not in beneath)
            beneath |= dict.fromkeys(_touched_up(one, open_ones, locations, texts, text), one)
    return beneath


def _covering(standing: dict[int, list[LaidQuotation]], places: Locations) -> LaidQuotation | None:
    near = (one for key in {key for key, *_ in places} for one in standing.get(key, ()))
    at_its_words = [one for one in near if (is_nearly if one.is_rejected else is_mostly)(one.locations, places)]
    return max(at_its_words, key=lambda one: shared(one.locations, places), default=None)


def _touched_up(
    one: LaidQuotation,
    open_ones: Iterable[int],
    locations: Sequence[Locations],
    texts: Sequence[str],
    text: ArticleText,
) -> list[int]:
    """Return the first quotation found that has a rejected one's words, or has words like it in its paragraph."""
    anchors = {anchor for anchor, *_ in one.row.last_places or ()}
    for n in open_ones:
        own = text.place_of(locations[n][0]).anchor in anchors
        if texts[n] == one.row.text or (own and alike(texts[n], one.row.text)):
            return [n]
    return []
