"""Findings that an editor touched and whose words the text no longer has, for editors to look at."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet

from articles.models import Article, Correction, Mention, Quotation
from articles.queries.unlisted_quotations import address_of_place

GONE = Q(quotation__standing=Quotation.Standing.GONE) | Q(
    mention__standing=Mention.Standing.GONE, mention__last_place__isnull=False
)


@dataclass(frozen=True, slots=True)
class LostFinding:
    """A finding whose words are gone, with the last that an editor said of it: its words, and where they stood."""

    correction: Correction
    words: str
    address: str
    place: str


def to_look_at() -> QuerySet[Correction]:
    """Return the last correction of each finding that an editor touched and whose words are gone."""
    same = Q(quotation=OuterRef("quotation")) | Q(mention=OuterRef("mention"))
    newer = Correction.objects.filter(same, pk__gt=OuterRef("pk"))
    last: QuerySet[Correction] = Correction.objects.filter(GONE).exclude(Exists(newer))
    return last


def lost_findings(keys: Sequence[int]) -> list[LostFinding]:
    """Return the findings that these corrections are the last of, in this order (1 query)."""
    rows = Correction.objects.filter(pk__in=keys).select_related("editor", "article__publisher", "quotation", "mention")
    by_key = {row.pk: row for row in rows}
    return [_lost(by_key[key]) for key in keys if key in by_key]


def count_lost(corrections: Iterable[Correction]) -> int:
    """Count the findings that are gone among those that corrections of an article are of, given with both."""
    quotations = {one.quotation_id for one in corrections if one.quotation and one.quotation.standing == "gone"}
    return len(quotations) + len({one.mention_id for one in corrections if one.mention and one.mention.last_place})


def _lost(correction: Correction) -> LostFinding:
    quotation, mention, article = correction.quotation, correction.mention, correction.article
    assert isinstance(article, Article)  # noqa: S101 -- a constraint of the table
    if quotation:
        place = next(iter(quotation.last_places or ()), None)
        return LostFinding(correction, quotation.text, *address_of_place(article, place))
    last = mention.last_place if mention else None
    return LostFinding(correction, (last or {}).get("words", ""), *address_of_place(article, (last or {}).get("place")))
