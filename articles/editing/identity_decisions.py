"""Editors' use cases for two people, or two publishers, who may be one: one, two, or open again.

Every decision carries the state its form had seen; where somebody decided meanwhile, nothing is done and the caller
gets that decision. A decision is taken back by another, which separates those who were merged, whatever was imported in
between.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.contrib.auth.models import User
from django.db.models import Q

from accounts.write_lock import write_transaction
from articles import journal
from articles.identity.following import follow
from articles.identity.following_job import follow_now_or_later
from articles.identity.merge import record_merge, record_separation
from articles.identity.merge_publishers import merge_publishers, separate_publishers
from articles.identity.reach import refresh_reach
from articles.models import (
    Change,
    MergeCandidate,
    MergeDecision,
    Person,
    PublisherCandidate,
    PublisherDecision,
)
from articles.models.pair import DIFFERENT, OPEN, SAME, KeptDecision

Decision = TypeVar("Decision", MergeDecision, PublisherDecision)


@dataclass(frozen=True)
class Merging(Generic[Decision]):
    """How two of one kind become one and two again, and the tables of their candidates and decisions.

    `merge` takes who is kept and the other, `separate` who was merged, and each takes who decided; both return the keys
    of the articles that changed. Where there are many, they change behind the decision, by a job. `refresh` brings what
    is stored with candidates of either up to date afterwards.
    """

    candidates: type[Any]
    decisions: type[Decision]
    merge: Callable[[Any, Any, User], list[int]]
    separate: Callable[[Any, User], list[int]]
    refresh: Callable[[Collection[int]], None] = lambda keys: None


def _merge_people(kept: Person, merged: Person, by: User) -> list[int]:
    record_merge(kept, merged)
    return follow_now_or_later(merged, by)


def _separate_people(merged: Person, by: User) -> list[int]:
    record_separation(merged)
    return follow_now_or_later(merged, by)


PEOPLE: Merging[MergeDecision] = Merging(MergeCandidate, MergeDecision, _merge_people, _separate_people, refresh_reach)
PUBLISHERS: Merging[PublisherDecision] = Merging(
    PublisherCandidate,
    PublisherDecision,
    lambda kept, merged, by: merge_publishers(kept, merged),
    lambda merged, by: separate_publishers(merged),
)


@dataclass(frozen=True)
class MergeVerdict:
    """What an editor decides: the state, who stays of two who are one, why, and the state that the form had seen."""

    state: str
    editor: User
    seen: str
    keep: int | None = None
    reason: str = ""


class DecidedMeanwhileError(Exception):
    """Somebody decided since the form was made; `last` is their decision."""

    def __init__(self, last: KeptDecision | None) -> None:
        super().__init__("somebody has decided meanwhile")
        self.last = last


@write_transaction
def decide(candidate_key: int, verdict: MergeVerdict) -> MergeDecision:
    """Decide about a merge candidate among people, and merge or separate the two.

    Raises DecidedMeanwhileError, MergeCandidate.DoesNotExist, or ValueError with a sentence.
    """
    _free_from_others(candidate_key, verdict)
    return _decide(PEOPLE, candidate_key, verdict)


def _free_from_others(candidate_key: int, verdict: MergeVerdict) -> None:
    """Take whoever stands for the other one of a name that was split apart from others, where the two are one again."""
    pairs = MergeCandidate.objects.select_related("second")
    split = pairs.filter(pk=candidate_key, kind=MergeCandidate.Kind.SPLIT, state=verdict.seen).first()
    if split is None or verdict.state != SAME or not split.second.merged_into_id:
        return
    other = Q(first=split.second, second=split.second.merged_into) | Q(
        second=split.second, first=split.second.merged_into
    )
    for pair in pairs.filter(other, state=SAME):
        _decide(PEOPLE, pair.pk, MergeVerdict(DIFFERENT, verdict.editor, SAME, reason=verdict.reason))
    freed = Person.objects.get(pk=split.second.pk)
    journal.record_many(follow(freed), Change.Kind.MERGED)  # all of it, before it follows somebody else


def decide_publishers(candidate_key: int, verdict: MergeVerdict) -> PublisherDecision:
    """Decide about a merge candidate among publishers, likewise; it raises PublisherCandidate.DoesNotExist."""
    return _decide(PUBLISHERS, candidate_key, verdict)


@write_transaction
def _decide(merging: Merging[Decision], candidate_key: int, verdict: MergeVerdict) -> Decision:
    candidate = merging.candidates._default_manager.select_related("first", "second").get(pk=candidate_key)
    if candidate.state != verdict.seen:
        raise DecidedMeanwhileError(candidate.decisions.select_related("editor").last())
    if candidate.state == verdict.state:
        raise ValueError("that is decided already")
    kept = _kept(candidate, verdict)
    touched = _separated(candidate, merging, verdict.editor) if candidate.state == SAME else []
    touched = _merged(candidate, kept, merging, verdict.editor) if kept else touched
    journal.record_many(touched, Change.Kind.MERGED)
    candidate.state = verdict.state
    candidate.save(update_fields=["state"])
    merging.refresh((candidate.first_id, candidate.second_id))
    return merging.decisions._default_manager.create(
        candidate=candidate, state=verdict.state, kept=kept, reason=verdict.reason, editor=verdict.editor
    )


def _kept(candidate: Any, verdict: MergeVerdict) -> Any:
    if verdict.state != SAME:
        return None
    kept = next((side for side in (candidate.first, candidate.second) if side.pk == verdict.keep), None)
    if kept is None:
        raise ValueError("say which of the two names the archive is to go by")
    return kept


def _merged(candidate: Any, kept: Any, merging: Merging[Decision], by: User) -> list[int]:
    """Merge the other one into who is kept; what is open or was rejected for them holds for who is kept."""
    other = candidate.second if kept == candidate.first else candidate.first
    touched = merging.merge(kept, other, by)
    candidates = merging.candidates._default_manager
    others = candidates.filter(Q(first=other) | Q(second=other), state__in=[OPEN, DIFFERENT])
    for one in others.exclude(pk=candidate.pk).select_related("first", "second"):
        third = one.second if one.first == other else one.first
        if third not in (kept, kept.merged_into) and not third.merged_into_id:
            first, second = sorted((kept, third), key=lambda side: side.pk)
            values = {"kind": one.kind, "state": one.state}
            candidates.get_or_create(first=first, second=second, defaults=values)
    return touched


def _separated(candidate: Any, merging: Merging[Decision], by: User) -> list[int]:
    """Separate the two; who was kept may have been merged into somebody else since, and stays so."""
    merged = candidate.first if candidate.first.merged_into_id == candidate.second_id else candidate.second
    return merging.separate(merged, by)
