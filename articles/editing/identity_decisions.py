"""Editors' use cases for two who may be one person: one person, two people, or open again.

Every decision carries the state its form had seen; where somebody decided meanwhile, nothing is done and the caller
gets that decision. A decision is taken back by another, which separates those who were merged, whatever was imported in
between.
"""

from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db.models import Q

from articles import journal
from articles.identity.merge import merge, separate
from articles.models import Change, MergeCandidate, MergeDecision, Person
from articles.write_lock import write_transaction

State = MergeCandidate.State


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

    def __init__(self, last: MergeDecision | None) -> None:
        super().__init__("somebody has decided meanwhile")
        self.last = last


@write_transaction
def decide(candidate_key: int, verdict: MergeVerdict) -> MergeDecision:
    """Decide about a merge candidate, and merge or separate the two.

    Raises DecidedMeanwhileError, MergeCandidate.DoesNotExist, or ValueError with a sentence.
    """
    candidate = MergeCandidate.objects.select_related("first", "second").get(pk=candidate_key)
    if candidate.state != verdict.seen:
        raise DecidedMeanwhileError(candidate.decisions.select_related("editor").last())
    if candidate.state == verdict.state:
        raise ValueError("that is decided already")
    kept = _kept(candidate, verdict)
    touched = _separated(candidate) if candidate.state == State.SAME else []
    touched = _merged(candidate, kept) if kept else touched
    journal.record_many(touched, Change.Kind.MERGED)
    candidate.state = verdict.state
    candidate.save(update_fields=["state"])
    return MergeDecision.objects.create(
        candidate=candidate, state=verdict.state, kept=kept, reason=verdict.reason, editor=verdict.editor
    )


def _kept(candidate: MergeCandidate, verdict: MergeVerdict) -> Person | None:
    if verdict.state != State.SAME:
        return None
    kept = next((person for person in (candidate.first, candidate.second) if person.pk == verdict.keep), None)
    if kept is None:
        raise ValueError("say which of the two names the archive is to go by")
    return kept


def _merged(candidate: MergeCandidate, kept: Person) -> list[int]:
    """Merge the other one into who is kept; what is open or was rejected for them holds for who is kept."""
    other = candidate.second if kept == candidate.first else candidate.first
    touched = merge(kept, other)
    others = MergeCandidate.objects.filter(Q(first=other) | Q(second=other), state__in=[State.OPEN, State.DIFFERENT])
    for one in others.exclude(pk=candidate.pk).select_related("first", "second"):
        third = one.second if one.first == other else one.first
        if third not in (kept, kept.merged_into) and not third.merged_into_id:
            first, second = sorted((kept, third), key=lambda person: person.pk)
            values = {"kind": one.kind, "state": one.state}
            MergeCandidate.objects.get_or_create(first=first, second=second, defaults=values)
    return touched


def _separated(candidate: MergeCandidate) -> list[int]:
    """Separate the two; who was kept may have been merged into somebody else since, and stays so."""
    merged = candidate.first if candidate.first.merged_into_id == candidate.second_id else candidate.second
    return separate(merged)
