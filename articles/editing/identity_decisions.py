"""Editors' use cases for two who may be one person: one person, two people, or open again.

Every decision carries the state its form had seen; where somebody decided meanwhile, nothing is done and the caller is
told. A decision is taken back by another, which separates those who were merged, whatever was imported in between.
"""

from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Q

from articles import journal
from articles.identity.merge import merge, separate
from articles.models import Change, Person, PersonDecision, PersonOffer

State = PersonOffer.State


@dataclass(frozen=True)
class Verdict:
    """What an editor decides: the state, who stays of two who are one, why, and the state that the form had seen."""

    state: str
    editor: User
    seen: str
    keep: int | None = None
    reason: str = ""


class DecidedMeanwhileError(Exception):
    """Somebody decided since the form was made; `last` is their decision."""

    def __init__(self, last: PersonDecision | None) -> None:
        super().__init__("somebody has decided meanwhile")
        self.last = last


@transaction.atomic
def decide(offer_key: int, verdict: Verdict) -> PersonDecision:
    """Decide about an offer, and merge or separate the two.

    Raises DecidedMeanwhileError, PersonOffer.DoesNotExist, or ValueError with a sentence.
    """
    journal.take_turn()
    offer = PersonOffer.objects.select_related("first", "second").get(pk=offer_key)
    if offer.state != verdict.seen:
        raise DecidedMeanwhileError(offer.decisions.select_related("editor").last())
    if offer.state == verdict.state:
        raise ValueError("that is decided already")
    kept = _kept(offer, verdict)
    touched = _separated(offer) if offer.state == State.SAME else []
    touched = _merged(offer, kept) if kept else touched
    journal.record_many(touched, Change.Kind.MERGED)
    offer.state = verdict.state
    offer.save(update_fields=["state"])
    return PersonDecision.objects.create(
        offer=offer, state=verdict.state, kept=kept, reason=verdict.reason, editor=verdict.editor
    )


def _kept(offer: PersonOffer, verdict: Verdict) -> Person | None:
    if verdict.state != State.SAME:
        return None
    kept = next((person for person in (offer.first, offer.second) if person.pk == verdict.keep), None)
    if kept is None:
        raise ValueError("say which of the two names the archive is to go by")
    return kept


def _merged(offer: PersonOffer, kept: Person) -> list[int]:
    """Merge the other one into who is kept; what was offered or told apart for them holds for who is kept."""
    other = offer.second if kept == offer.first else offer.first
    touched = merge(kept, other)
    offers = PersonOffer.objects.filter(Q(first=other) | Q(second=other), state__in=[State.OPEN, State.DIFFERENT])
    for one in offers.exclude(pk=offer.pk).select_related("first", "second"):
        third = one.second if one.first == other else one.first
        if third not in (kept, kept.merged_into) and not third.merged_into_id:
            first, second = sorted((kept, third), key=lambda person: person.pk)
            values = {"kind": one.kind, "state": one.state}
            PersonOffer.objects.get_or_create(first=first, second=second, defaults=values)
    return touched


def _separated(offer: PersonOffer) -> list[int]:
    """Separate the two; who was kept may have been merged into somebody else since, and stays so."""
    merged = offer.first if offer.first.merged_into_id == offer.second_id else offer.second
    return separate(merged)
