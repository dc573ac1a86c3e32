"""Constraints that several tables have."""

from django.db.models import CheckConstraint, Q


def person_or_country(name: str) -> CheckConstraint:
    """Return the constraint that a row has a person or a country, and never both."""
    one_of_them = Q(person__isnull=False, country__isnull=True) | Q(person__isnull=True, country__isnull=False)
    return CheckConstraint(condition=one_of_them, name=name)


def confidence_is_a_share(noun: str) -> CheckConstraint:
    """Return the constraint that a row's confidence lies between 0 and 1, both included."""
    return CheckConstraint(condition=Q(confidence__gte=0, confidence__lte=1), name=f"{noun}_confidence_is_a_share")
