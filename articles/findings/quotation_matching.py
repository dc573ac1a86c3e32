"""Quotations of an earlier extraction: which of them is found again, and what becomes of the rest.

One that is found again keeps its row, and so its address and its corrections. One that an editor corrected is never
dropped: where it is not found any more it stays, marked so.
"""

from collections import defaultdict, deque
from collections.abc import Sequence
from dataclasses import dataclass

from articles.models import Article, Quotation
from articles.models.paragraph import alike

NEAR = 8  # how many places a touched-up quotation is compared with, so that the cost grows with their number alone
Place = tuple[tuple[int, int, int], ...]  # (paragraph's key, start, end) of every span


@dataclass(frozen=True)
class KeptQuotation:
    """A quotation of an earlier extraction, with the place it stood in."""

    row: Quotation
    place: Place


def kept_quotations(article: Article) -> list[KeptQuotation]:
    """Read the quotations that an article has now (2 queries)."""
    rows = article.quotations.prefetch_related("spans")
    return [KeptQuotation(row, tuple((s.paragraph_id, s.start, s.end) for s in row.spans.all())) for row in rows]


def rows_for(
    article: Article, places: Sequence[Place], texts: Sequence[str], kept: Sequence[KeptQuotation]
) -> list[Quotation]:
    """Find each quotation's earlier row, or make a new one.

    It is the row with the same words at the same place, else with the same words, else in the same paragraph with
    words much like them. Those an editor corrected choose first.
    """
    free = sorted(kept, key=lambda quotation: not quotation.row.corrected)
    rows: list[Quotation | None] = [None] * len(places)
    free = _match(free, rows, [(q.place, q.row.text) for q in free], list(zip(places, texts, strict=True)))
    free = _match(free, rows, [q.row.text for q in free], texts)
    _match_touched_up(free, rows, places, texts)
    return [row or Quotation(article=article) for row in rows]


def _match(
    free: Sequence[KeptQuotation], rows: list[Quotation | None], olds: Sequence[object], news: Sequence[object]
) -> list[KeptQuotation]:
    """Give each quotation, in order, the first open place of its kind; return those that found none."""
    open_places: dict[object, deque[int]] = defaultdict(deque)
    for n, new in enumerate(news):
        if rows[n] is None:
            open_places[new].append(n)
    left = []
    for quotation, old in zip(free, olds, strict=True):
        if open_places[old]:
            rows[open_places[old].popleft()] = quotation.row
        else:
            left.append(quotation)
    return left


def _match_touched_up(
    free: Sequence[KeptQuotation], rows: list[Quotation | None], places: Sequence[Place], texts: Sequence[str]
) -> None:
    """Give each quotation that is left the first of the next open places in its paragraph that is like it."""
    open_places: dict[int, list[int]] = defaultdict(list)
    for n, place in enumerate(places):
        if rows[n] is None:
            open_places[place[0][0]].append(n)
    for quotation in free:
        near = open_places[quotation.place[0][0]] if quotation.place else []
        match = next((n for n in near[:NEAR] if alike(quotation.row.text, texts[n])), None)
        if match is not None:
            rows[match] = quotation.row
            near.remove(match)


def drop(kept: Sequence[KeptQuotation], rows: Sequence[Quotation]) -> None:
    """Delete the quotations that are gone; those an editor corrected stay, marked as no longer found."""
    gone = {quotation.row.pk for quotation in kept} - {row.pk for row in rows}
    if not gone:
        return
    corrected = set(Quotation.objects.filter(pk__in=gone, corrections__isnull=False).values_list("pk", flat=True))
    Quotation.objects.filter(pk__in=corrected).update(still_found=False)
    Quotation.objects.filter(pk__in=gone - corrected).delete()
