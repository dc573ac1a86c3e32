"""Merge candidates considered again, once the archive knows more of both people than when the one was new.

Two are merged where two signs bear it out (extraction/people/corroboration.py), no article names both, and nobody else
can be meant: whoever else is a candidate with one of them must have a name that may be the other's too. What an editor
decided stands: a pair that an editor looked at is left, and two whom an editor keeps apart are not joined by way of a
third. Each merge is a decision of its own with its reason, and taken back as all are.
"""

from collections.abc import Iterator

from django.db.models import Q, QuerySet

from accounts.write_lock import patient_transaction
from articles.extraction.people.corroboration import borne_out_by
from articles.extraction.people.variants import NameVariant, name_variant
from articles.identity.candidates import circumstances_of
from articles.identity.companions import companions_of, named_together, ubiquitous_people
from articles.identity.following import family_of, follow_in_steps
from articles.identity.merge import record_merge
from articles.identity.reach import refresh_reach
from articles.models import Mention, MergeCandidate, MergeDecision, Person, WithheldPerson
from articles.models.pair import DIFFERENT, OPEN, SAME

LEAST_REACH = 2  # places of the rarer one: of whom the archive says once, it knows no more than before


def reconsider_all() -> Iterator[MergeDecision | None]:
    """Consider the open candidates, those of most places first; yield the decision for each, None where none is made.

    Raises NoTurnError, DatabaseError.
    """
    ubiquitous = ubiquitous_people()
    for key in list(open_candidates().order_by("-reach", "pk").values_list("pk", flat=True)):
        yield reconsider(key, ubiquitous)


def open_candidates() -> QuerySet[MergeCandidate]:
    """Return the candidates that can be considered again."""
    by_editors = MergeDecision.objects.filter(editor__isnull=False).values("candidate")
    unmerged = {"first__merged_into": None, "second__merged_into": None}
    proposed = MergeCandidate.objects.filter(kind__in=[kind.value for kind in NameVariant])
    return proposed.filter(state=OPEN, reach__gte=LEAST_REACH, **unmerged).exclude(pk__in=by_editors)


def reconsider(key: int, ubiquitous: frozenset[int]) -> MergeDecision | None:
    """Merge the two people of a candidate if that is borne out now, and return the decision."""
    pair = open_candidates().select_related("first", "second").filter(pk=key).first()
    if pair is None or not _may_be_one(pair):
        return None
    reason = _borne_out(pair, ubiquitous)
    decision = _decide(key, reason) if reason else None
    if decision:
        pair, kept = decision.candidate, decision.kept
        for _ in follow_in_steps(pair.second_id if kept == pair.first else pair.first_id):
            pass
        refresh_reach([pair.first_id, pair.second_id])
    return decision


def _borne_out(pair: MergeCandidate, ubiquitous: frozenset[int]) -> str:
    one, other = (companions_of(person, ubiquitous) for person in (pair.first, pair.second))
    common = {key: name for key, name in one.items() if key in other}
    return borne_out_by(NameVariant(pair.kind), circumstances_of(pair.first), circumstances_of(pair.second), common)


def _may_be_one(pair: MergeCandidate) -> bool:
    """Say whether two people are shown, nobody else may be meant by either, and no article and no editor parts them."""
    if WithheldPerson.objects.filter(person__in=(pair.first, pair.second)).exists():
        return False
    families = family_of(pair.first), family_of(pair.second)
    apart = MergeCandidate.objects.filter(state=DIFFERENT).filter(
        Q(first__in=families[0], second__in=families[1]) | Q(first__in=families[1], second__in=families[0])
    )
    return not (
        apart.exists() or _another_is_meant(pair, families[0] + families[1]) or named_together(pair.first, pair.second)
    )


def _another_is_meant(pair: MergeCandidate, family: list[int]) -> bool:
    """Say whether somebody may be the one of two, but not the other."""
    pairs = MergeCandidate.objects.filter(Q(first__in=family) | Q(second__in=family))
    keys = {key for both in pairs.values_list("first", "second") for key in both} - set(family)
    names = Person.objects.filter(pk__in=keys).values_list("name", flat=True)
    return any(
        name_variant(name, pair.first.name) is None or name_variant(name, pair.second.name) is None for name in names
    )


@patient_transaction
def _decide(key: int, reason: str) -> MergeDecision | None:
    """Write down that two are one, unless somebody decided meanwhile; who is named most often stays."""
    pair = open_candidates().select_related("first", "second").filter(pk=key).first()
    if pair is None:
        return None
    merged, kept = sorted(
        (pair.first, pair.second), key=lambda one: (Mention.objects.filter(person=one).count(), -one.pk)
    )
    record_merge(kept, merged)
    MergeCandidate.objects.filter(pk=key).update(state=SAME, corroboration=reason[:350])
    return MergeDecision.objects.create(candidate=pair, state=SAME, kept=kept, reason=reason)
