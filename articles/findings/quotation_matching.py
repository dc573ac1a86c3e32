"""Quotation alignment: which quotation of an earlier extraction is found again.

One that is found again keeps its row, and so its address and its corrections; one that was gone stands again.
"""

from collections import defaultdict, deque
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from articles.findings.article_text import ArticleText, Locations, Place, Stretch, is_mostly, shared
from articles.models import Article, Quotation
from articles.models.paragraph import alike

NEAR = 8  # how many locations a touched-up quotation is compared with, so that the cost grows with their number alone


@dataclass(frozen=True)
class EarlierQuotation:
    """A quotation of an earlier extraction: its row, where it stood, and whom the extractor had found for it."""

    row: Quotation
    locations: Locations
    speakers: list[dict[str, Any]]
    about: list[dict[str, str]]

    def stretches(self, text: ArticleText) -> list[Stretch]:
        """Return its words and where they stood in this text, or were last where it stood nowhere."""
        if self.locations:
            return [text.stretch_at(location) for location in self.locations]
        return [text.stretch_of(words, place) for words, place in last_words(self.row)]


@dataclass(frozen=True)
class LaidQuotation:
    """An earlier quotation, and where its words stand in the article's text now; nowhere, where they do not."""

    earlier: EarlierQuotation
    locations: Locations

    @property
    def row(self) -> Quotation:
        """Its row."""
        return self.earlier.row

    @property
    def is_rejected(self) -> bool:
        """Whether an editor said that it is none."""
        return self.row.standing == Quotation.Standing.REJECTED


def earlier_quotations(article: Article) -> tuple[EarlierQuotation, ...]:
    """Read all quotations that an article has rows of, those that stand no more too (2 queries)."""
    return tuple(
        EarlierQuotation(
            row, tuple((s.paragraph_id, s.start, s.end) for s in row.spans.all()), row.found, row.found_about
        )
        for row in article.quotations.prefetch_related("spans")
    )


def last_words(row: Quotation) -> Iterator[tuple[str, Place]]:
    """Yield the words of each span that a quotation had when it stood last, and where that was."""
    start = 0
    for place in (Place(*place) for place in row.last_places or ()):
        end = start + place.end - place.start
        yield row.text[start:end], place
        start = end + (1 if row.text[end : end + 1] == "\n" else len(" … "))


def lay(earlier: Sequence[EarlierQuotation], before: ArticleText, now: ArticleText) -> list[LaidQuotation]:
    """Lay quotations on the text as it is now; the words of those that editors hold are looked for all over it."""
    return [LaidQuotation(one, _laid(one, before, now)) for one in earlier]


def _laid(one: EarlierQuotation, before: ArticleText, now: ArticleText) -> Locations:
    if before is now and one.locations:
        return one.locations
    return now.locate_all(one.stretches(before), elsewhere=one.row.is_held) or ()


def align(
    locations: Sequence[Locations], texts: Sequence[str], earlier: Sequence[LaidQuotation]
) -> list[Quotation | None]:
    """Return the earlier row of each quotation found, given where it stands and what it says; None where it is new.

    It is the row with the same words at the same location, else with the same words, else one that covers more than
    half of it, else, of those that stood, one in the same paragraph with words much like them. Those that stood choose
    first, and of them those that an editor corrected.
    """
    free = sorted(earlier, key=lambda one: (one.row.standing != Quotation.Standing.STANDS, not one.row.corrected))
    rows: list[Quotation | None] = [None] * len(locations)
    if not earlier:
        return rows
    free = _match(free, rows, [(one.locations, one.row.text) for one in free], list(zip(locations, texts, strict=True)))
    free = _match(free, rows, [one.row.text for one in free], texts)
    free = [one for one in free if one.row.standing == Quotation.Standing.STANDS]
    free = _match_overlapping(free, rows, locations)
    _match_touched_up(free, rows, locations, texts)
    return rows


def _match(
    free: Sequence[LaidQuotation], rows: list[Quotation | None], olds: Sequence[Hashable], news: Sequence[Hashable]
) -> list[LaidQuotation]:
    """Give each earlier quotation, in order, the first open place that equals it; return those that found none."""
    open_places: dict[Hashable, deque[int]] = defaultdict(deque)
    for n, new in enumerate(news):
        if rows[n] is None:
            open_places[new].append(n)
    left = []
    for one, old in zip(free, olds, strict=True):
        if open_places[old]:
            rows[open_places[old].popleft()] = one.row
        else:
            left.append(one)
    return left


def _match_overlapping(
    free: Sequence[LaidQuotation], rows: list[Quotation | None], locations: Sequence[Locations]
) -> list[LaidQuotation]:
    """Give each earlier quotation the open place that it has most in common with; return those that found none."""
    places = _open_places(rows, locations)
    left = []
    for one in free:
        near = {n for key, *_ in one.locations for n in places[key] if rows[n] is None}
        covered = [n for n in sorted(near) if is_mostly(one.locations, locations[n])]
        if covered:
            rows[max(covered, key=lambda n: shared(one.locations, locations[n]))] = one.row
        else:
            left.append(one)
    return left


def _match_touched_up(
    free: Sequence[LaidQuotation], rows: list[Quotation | None], locations: Sequence[Locations], texts: Sequence[str]
) -> None:
    """Give each earlier quotation that is left the first of the next open places in its paragraph that is like it."""
    places = _open_places(rows, locations)
    for one in free:
        near = places[one.earlier.locations[0][0]] if one.earlier.locations else []
        match = next((n for n in near[:NEAR] if alike(one.row.text, texts[n])), None)
        if match is not None:
            rows[match] = one.row
            near.remove(match)


def _open_places(rows: Sequence[Quotation | None], locations: Sequence[Locations]) -> dict[int, list[int]]:
    """Return which of the quotations found have no row yet, by the paragraph that they begin in."""
    places: dict[int, list[int]] = defaultdict(list)
    for n, location in enumerate(locations):
        if rows[n] is None:
            places[location[0][0]].append(n)
    return places
