"""What editors read of the past: the log of all corrections, and the history of an article, a quotation or a person."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db.models import Q, QuerySet

from articles.models import Article, Change, Correction, MergeDecision, Person
from articles.models.pair import KeptDecision

READ_WITH = ("editor", "article", "quotation", "mention__paragraph", "person", "reverts__editor")


@dataclass(frozen=True, slots=True)
class Revision:
    """One change of an article, as the journal numbers them, and the corrections that made it, if any did."""

    change: Change
    corrections: list[Correction] = field(default_factory=list)


def correction_entries(keys: Sequence[int]) -> list[Correction]:
    """Return these corrections, in this order, with all that a log shows of them (2 queries)."""
    by_key = {one.pk: one for one in _shown(Correction.objects.filter(pk__in=keys))}
    return [by_key[key] for key in keys if key in by_key]


def corrections_of(**what: int) -> list[Correction]:
    """Return all corrections of a `quotation`, a `mention` or a `person`, the latest first (2 queries)."""
    return list(_shown(Correction.objects.filter(**what)).order_by("-pk"))


def revisions_of(article: Article) -> QuerySet[Change]:
    """Return the changes of an article, the latest first, for a page to choose from."""
    return Change.objects.filter(article_id=article.pk).order_by("-number")


def with_corrections(article: Article, changes: Sequence[Change]) -> list[Revision]:
    """Return these changes of an article with the corrections that made them (2 queries)."""
    numbers = [change.revision for change in changes if change.kind == Change.Kind.CORRECTED]
    made: dict[int, list[Correction]] = defaultdict(list)
    for one in _shown(Correction.objects.filter(article=article, revision__in=numbers)).order_by("pk"):
        made[one.revision].append(one)
    return [Revision(one, made[one.revision] if one.kind == Change.Kind.CORRECTED else []) for one in changes]


def decisions_about(person: Person) -> list[KeptDecision]:
    """Return what editors decided about whether a person is one with others, the latest first (1 query)."""
    about = Q(candidate__first=person) | Q(candidate__second=person)
    decisions = MergeDecision.objects.filter(about).select_related("candidate__first", "candidate__second", "editor")
    return list(decisions.order_by("-pk"))


def _shown(corrections: QuerySet[Correction]) -> QuerySet[Correction]:
    return corrections.select_related(*READ_WITH).prefetch_related("reverted_by__editor")
