"""People whom nothing but an erased article names go with it, and the spellings that lead to nobody any more.

A person is known by what articles say. Of several who were merged, all go or all stay: they are one.
"""

import re
from collections.abc import Iterable, Set
from itertools import chain
from typing import NamedTuple

from django.db.models import Exists, ForeignKey, Model, OuterRef, Q

from accounts.jobs.asking import jobs_of
from accounts.models import Job
from articles.identity.following_job import follow_decision
from articles.models import (
    Alias,
    BlockingKey,
    Correction,
    EditedRole,
    MergeCandidate,
    MergeDecision,
    Person,
    Speaker,
    SpellingKey,
    Withdrawal,
    WithheldPerson,
)
from articles.withdrawal.raw_delete import raw_delete

OWN: tuple[tuple[type[Model], tuple[str, ...]], ...] = (  # what is a person's own, by which columns; in order
    (MergeDecision, ("candidate__first", "candidate__second")),
    (MergeCandidate, ("first", "second")),
    (Alias, ("person",)),
    (BlockingKey, ("person",)),
    (EditedRole, ("person",)),
    (WithheldPerson, ("person",)),
    (Correction, ("person",)),
)


class Forgotten(NamedTuple):
    """The keys of people who went, and how many corrections of them went too."""

    people: set[int]
    corrections: int


def forget_people(keys: Iterable[int]) -> Forgotten:
    """Delete those of these people whom nothing names any more, and return who went."""
    withdrawn = set(chain.from_iterable(Withdrawal.objects.values_list("people", flat=True)))
    families = [one for one in _families(set(keys)) if not (withdrawn & one or _is_named(one))]
    return Forgotten(set().union(*families), sum(map(_forget, families)))


def forget_names(names: Iterable[str]) -> None:
    """Delete the keys of spellings by which nobody is called any more."""
    called = Q(Exists(Alias.objects.filter(name=OuterRef("name")))) | Q(
        Exists(Speaker._base_manager.filter(name=OuterRef("name")))
    )
    raw_delete(SpellingKey.objects.filter(name__in=set(names)).exclude(called))


def _families(keys: set[int]) -> list[set[int]]:
    """Return these people, each with all who were merged with them."""
    families: list[set[int]] = []
    for key in sorted(keys):
        if not any(key in family for family in families):
            families.append(_family(key))
    return families


def _family(key: int) -> set[int]:
    family, new = set[int](), {key}
    while new:
        family |= new
        near = Person.objects.filter(Q(pk__in=new) | Q(merged_into__in=new))
        new = {one for row in near.values_list("pk", "merged_into") for one in row if one} - family
    return family


def _is_named(family: set[int]) -> bool:
    """Say whether anything names one of them: a row of a table that is not a person's own."""
    own = {Person, *(model for model, _ in OWN)}
    tables = [(one.related_model, one.field) for one in Person._meta.related_objects if one.related_model not in own]
    return any(_names(model, field, family) for model, field in tables)  # type: ignore[arg-type]


def _names(model: type[Model], field: "ForeignKey[Person, Person]", family: set[int]) -> bool:
    return model._base_manager.filter(**{f"{field.name}__in": family}).exists()


def _forget(family: set[int]) -> int:
    names = {*Person.objects.filter(pk__in=family).values_list("name", flat=True)}
    names |= {*Alias.objects.filter(person__in=family).values_list("name", flat=True)}
    corrections = 0
    for model, ways in OWN:
        which = Q()
        for way in ways:
            which |= Q(**{f"{way}__in": family})
        deleted = raw_delete(model._base_manager.filter(which))
        corrections += deleted if model is Correction else 0
    raw_delete(Person.objects.filter(pk__in=family))
    forget_names(names)
    _forget_jobs(family, names)
    return corrections


def _forget_jobs(family: Set[int], names: Set[str]) -> None:
    """Delete the jobs by which these people's rows followed decisions, and take their names out of others' words."""
    raw_delete(jobs_of(follow_decision, [(key,) for key in family]))
    named = re.compile(
        "|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in sorted(names, key=len, reverse=True) if name)
    )
    for job in Job.objects.filter(task=follow_decision.module_path):
        what, outcome = named.sub("…", job.what), named.sub("…", job.outcome)
        if (what, outcome) != (job.what, job.outcome):
            Job.objects.filter(pk=job.pk).update(what=what, outcome=outcome)
