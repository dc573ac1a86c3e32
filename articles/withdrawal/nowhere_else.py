"""People whom nothing but an erased article names go with it, and the spellings that lead to nobody any more.

A person is known by what articles say. Of several who were merged, all go or all stay: they are one.
"""

from collections.abc import Iterable

from django.db.models import Exists, ForeignKey, Model, OuterRef, Q

from accounts.models import Job
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


def forget_people(keys: Iterable[int]) -> int:
    """Delete those of these people whom nothing names any more, and return how many corrections of them went too."""
    corrections = 0
    for family in _families(set(keys)):
        if not _is_named(family):
            corrections += _forget(family)
    return corrections


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
    """Say whether anything names one of them: a row of a table that is not a person's own, or a withdrawn article."""
    own = {Person, *(model for model, _ in OWN)}
    tables = [(one.related_model, one.field) for one in Person._meta.related_objects if one.related_model not in own]
    if any(_names(model, field, family) for model, field in tables):  # type: ignore[arg-type]
        return True
    return any(family & set(people) for people in Withdrawal.objects.values_list("people", flat=True))


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
    _forget_jobs(names)
    return corrections


def _forget_jobs(names: Iterable[str]) -> None:
    """Delete the jobs that say in words whom they were about."""
    for name in names:
        raw_delete(Job.objects.filter(Q(what__contains=name) | Q(outcome__contains=name) | Q(key__contains=name)))
