"""What editors see on a person's page beside readers: whom the person may be one with, and who was taken together."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import F, Q

from accounts.models import Job
from articles.identity.following import family_of
from articles.identity.following_job import jobs_following
from articles.models import MergeCandidate, MergeDecision, Person
from articles.models.pair import DIFFERENT, SAME

from .merge_candidates import candidates_with


@dataclass(frozen=True, slots=True)
class TakenTogether:
    """Somebody who was merged into the person, or into somebody who was, and the decision by which that is so."""

    person: Person
    decision: MergeDecision


@dataclass(frozen=True, slots=True)
class PersonForEditors:
    """Open pairs with the one who may be the same person; who was taken together, who apart; jobs still at that."""

    candidates: list[tuple[MergeCandidate, Person]]
    together: list[TakenTogether]
    apart: list[MergeDecision]
    following: list[Job]


def person_for_editors(person: Person) -> PersonForEditors:
    """Read what editors see besides (6 queries, and 1 for each step by which others were merged into the person)."""
    open_pairs = candidates_with(person).select_related("first", "second")
    others = [(pair, pair.second if pair.first == person else pair.first) for pair in open_pairs]
    family = family_of(person)
    return PersonForEditors(others, list(_together(family)), _apart(person), jobs_following(family))


def _apart(person: Person) -> list[MergeDecision]:
    """Return the decisions by which others of the person's name are other people in some articles."""
    split = MergeDecision.objects.filter(candidate__first=person, candidate__kind=MergeCandidate.Kind.SPLIT)
    decided = split.filter(state=DIFFERENT, candidate__state=DIFFERENT).order_by("pk")
    return list({one.candidate_id: one for one in decided.select_related("candidate__second", "editor")}.values())


def _together(family: list[int]) -> Iterable[TakenTogether]:
    """Yield who was merged, the latest first; the pair of each is with the one whom they were merged into."""
    merged = Q(candidate__first__merged_into=F("candidate__second")) | Q(
        candidate__second__merged_into=F("candidate__first")
    )
    pairs = MergeDecision.objects.filter(candidate__first__in=family, candidate__second__in=family)
    decided = pairs.filter(merged, candidate__state=SAME, state=SAME).order_by("-pk")
    seen: set[int] = set()
    for decision in decided.select_related("candidate__first", "candidate__second", "editor"):
        pair = decision.candidate
        if pair.pk not in seen:
            seen.add(pair.pk)
            yield TakenTogether(pair.first if pair.first.merged_into_id == pair.second_id else pair.second, decision)
