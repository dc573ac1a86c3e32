"""Two Persons who are one: the one is merged into the other, and taken out again.

What was found under the merged Person's name is then shown as the other, and remembers as whom it was found; so does
what is found there later (articles/findings/people.py). That is all it takes to take a merge back, whatever was
imported, extracted or merged in between. The caller holds the transaction and writes the journal for the articles
returned. A decision may be recorded alone, and the rows follow it in steps (articles/identity/following.py).
"""

from django.db.models import Value
from django.db.models.functions import Coalesce, NullIf

from articles.identity.following import family_of, follow
from articles.models import Alias, EditedRole, Person, WithheldPerson


def merge(kept: Person, merged: Person) -> list[int]:
    """Show the one in the other's place; return the keys of the articles that name them. Raises ValueError."""
    record_merge(kept, merged)
    return follow(merged)


def separate(merged: Person) -> list[int]:
    """Take a merge back; return the keys of the articles that name the Person again. Raises ValueError."""
    record_separation(merged)
    return follow(merged)


def record_merge(kept: Person, merged: Person) -> None:
    """Decide that two are one; the spellings lead to who is kept, and the rows are to follow. Raises ValueError."""
    if kept.merged_into_id or merged.merged_into_id or kept == merged:
        raise ValueError("one of them is merged with another already")
    for one in (kept, merged):
        refuse_where_withheld(one, "pages do not show one of the two: take that back first")
    Alias.objects.bulk_create(
        (
            Alias(person=kept, name=alias.name, folded=alias.folded, extracted_as_id=alias.extracted_as_id or merged.pk)
            for alias in merged.aliases.filter(removed=False)
        ),
        ignore_conflicts=True,
    )
    EditedRole.objects.filter(person=merged).update(
        person=kept, extracted_as=Coalesce("extracted_as", Value(merged.pk))
    )
    merged.merged_into = kept
    merged.save(update_fields=["merged_into"])


def record_separation(merged: Person) -> None:
    """Decide that somebody is a person of their own again; the rows are to follow. Raises ValueError."""
    if not merged.merged_into_id:
        raise ValueError("they are two people already")
    refuse_where_withheld(merged, "the name that both are shown by is withheld: take that back first")
    family = family_of(merged)
    EditedRole.objects.filter(extracted_as__in=family).update(
        person=merged, extracted_as=NullIf("extracted_as", Value(merged.pk))
    )
    Alias.objects.filter(extracted_as__in=family).exclude(person__in=family).delete()
    merged.merged_into = None
    merged.save(update_fields=["merged_into"])


def refuse_where_withheld(person: Person, sentence: str) -> None:
    """Raise ValueError with this sentence where pages do not show a person, who would come to light under another."""
    if WithheldPerson.objects.filter(person=person.shown).exists():
        raise ValueError(sentence)
