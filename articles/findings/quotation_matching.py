"""Quotation alignment: which quotation of an earlier extraction is found again, and what becomes of the rest.

One that is found again keeps its row, and so its address and its corrections. One that an editor corrected is never
dropped: where it is not found any more it stays, marked so.
"""

from collections import defaultdict, deque
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Any

from articles.models import Article, Quotation
from articles.models.paragraph import alike

NEAR = 8  # how many locations a touched-up quotation is compared with, so that the cost grows with their number alone
Locations = tuple[tuple[int, int, int], ...]  # (paragraph's key, start, end) of every span


@dataclass(frozen=True)
class EarlierQuotation:
    """A quotation of an earlier extraction: its row, where it stood, and whom the extractor had found for it."""

    row: Quotation
    locations: Locations
    speakers: list[dict[str, Any]]
    about: list[dict[str, str]]


def earlier_quotations(article: Article) -> list[EarlierQuotation]:
    """Read the quotations that an article has now (2 queries)."""
    return [
        EarlierQuotation(
            row, tuple((s.paragraph_id, s.start, s.end) for s in row.spans.all()), row.found, row.found_about
        )
        for row in article.quotations.prefetch_related("spans")
    ]


def align(
    locations: Sequence[Locations], texts: Sequence[str], earlier: Sequence[EarlierQuotation]
) -> list[Quotation | None]:
    """Return the earlier row of each quotation found, given where it stands and what it says; None where it is new.

    It is the row with the same words at the same location, else with the same words, else in the same paragraph with
    words much like them. Those an editor corrected choose first.
    """
    free = sorted(earlier, key=lambda one: not one.row.corrected)
    rows: list[Quotation | None] = [None] * len(locations)
    if not earlier:
        return rows
    free = _match(free, rows, [(one.locations, one.row.text) for one in free], list(zip(locations, texts, strict=True)))
    free = _match(free, rows, [one.row.text for one in free], texts)
    _match_touched_up(free, rows, locations, texts)
    return rows


def _match(
    free: Sequence[EarlierQuotation],
    rows: list[Quotation | None],
    olds: Sequence[Hashable],
    news: Sequence[Hashable],
) -> list[EarlierQuotation]:
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


def _match_touched_up(
    free: Sequence[EarlierQuotation], rows: list[Quotation | None], locations: Sequence[Locations], texts: Sequence[str]
) -> None:
    """Give each earlier quotation that is left the first of the next open places in its paragraph that is like it."""
    open_places: dict[int, list[int]] = defaultdict(list)
    for n, location in enumerate(locations):
        if rows[n] is None:
            open_places[location[0][0]].append(n)
    for one in free:
        near = open_places[one.locations[0][0]] if one.locations else []
        match = next((n for n in near[:NEAR] if alike(one.row.text, texts[n])), None)
        if match is not None:
            rows[match] = one.row
            near.remove(match)


def drop_unmatched(earlier: Sequence[EarlierQuotation], rows: Sequence[Quotation]) -> None:
    """Delete the earlier quotations that are in none of the rows; those an editor corrected stay, marked so."""
    gone = {one.row.pk for one in earlier} - {row.pk for row in rows}
    if not gone:
        return
    corrected = set(Quotation.objects.filter(pk__in=gone, corrections__isnull=False).values_list("pk", flat=True))
    Quotation.objects.filter(pk__in=corrected).update(standing=Quotation.Standing.GONE)
    Quotation.objects.filter(pk__in=gone - corrected).delete()
