"""How far a merge candidate reaches: in how many places the archive names the rarer of the two.

That is how much one decision mends. It is stored with the candidate and follows what is found, so that the candidates
are listed by it at the cost of an index.
"""

from collections.abc import Collection
from functools import cache

from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce, Least

from articles.models import Mention, MergeCandidate
from articles.models.bulk_rows import batched, select_rows
from articles.models.pair import OPEN

COLUMNS = ("id", "state")


def refresh_reach(people: Collection[int]) -> None:
    """Count anew for the open candidates that any of these people is one of (2 queries for some hundred people)."""
    sides = ("first_id", "second_id")
    pairs = {row for side in sides for row in select_rows(MergeCandidate, COLUMNS, side, people)}
    for some in batched(sorted(key for key, state in pairs if state == OPEN)):
        MergeCandidate.objects.filter(pk__in=some).update(reach=Least(_places("first"), _places("second")))


@cache
def _places(side: str) -> Coalesce:
    named = Mention.objects.filter(person=OuterRef(side)).order_by().values("person")
    return Coalesce(Subquery(named.annotate(times=Count("pk")).values("times")), 0)
