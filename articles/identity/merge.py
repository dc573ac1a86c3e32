"""Two Persons who are one: the one is merged into the other, and taken out again.

What was found under the merged Person's name is then shown as the other, and remembers as whom it was found; so does
what is found there later (articles/findings/people.py). That is all it takes to take a merge back, whatever was
imported, extracted or merged in between. The caller holds the transaction and writes the journal for the articles
returned.
"""

from django.db.models import Q, Value
from django.db.models.functions import Coalesce

from articles.models import Alias, Article, Mention, Person, Publisher, Role, Speaker, Subject

POINTING = (Mention, Speaker, Subject)  # the tables whose rows name a person, besides roles and aliases


def merge(kept: Person, merged: Person) -> list[int]:
    """Show the one in the other's place; return the keys of the articles that name them. Raises ValueError."""
    if kept.merged_into_id or merged.merged_into_id or kept == merged:
        raise ValueError("one of them is merged with another already")
    touched = _articles_of(merged)
    remembering = {"person": kept, "extracted_as": Coalesce("extracted_as", Value(merged.pk))}
    for table in POINTING:
        table.objects.filter(person=merged).update(**remembering)
    with_role = Role.objects.filter(person=kept).values("article")
    Role.objects.filter(person=merged).exclude(article__in=with_role).update(**remembering)
    Alias.objects.bulk_create(
        (
            Alias(person=kept, name=alias.name, folded=alias.folded, extracted_as_id=alias.extracted_as_id or merged.pk)
            for alias in merged.aliases.all()
        ),
        ignore_conflicts=True,
    )
    merged.merged_into = kept
    merged.save(update_fields=["merged_into"])
    return touched


def separate(merged: Person) -> list[int]:
    """Take a merge back; return the keys of the articles that name the Person again. Raises ValueError."""
    if not merged.merged_into_id:
        raise ValueError("they are two people already")
    family = family_of(merged)
    for table in POINTING:
        table.objects.filter(extracted_as__in=family).update(person=merged)
    with_role = list(Role.objects.filter(person=merged).values_list("article", flat=True))
    Role.objects.filter(extracted_as__in=family).exclude(article__in=with_role).update(person=merged)
    for rows in (Mention.objects, Speaker.objects, Subject.objects, Role.objects):
        rows.filter(person=merged, extracted_as=merged).update(extracted_as=None)
    Alias.objects.filter(extracted_as__in=family).exclude(person__in=family).delete()
    merged.merged_into = None
    merged.save(update_fields=["merged_into"])
    return _articles_of(merged)


def _articles_of(person: Person) -> list[int]:
    """Return the keys of the articles that name the Person or report what they said, or what was said of them."""
    named = Mention.objects.filter(person=person).values("paragraph__article")
    said = Speaker.objects.filter(person=person).values("quotation__article")
    spoken_of = Subject.objects.filter(person=person).values("quotation__article")
    touched = Q(pk__in=named) | Q(pk__in=said) | Q(pk__in=spoken_of)
    return list(Article.objects.filter(touched).order_by("pk").values_list("pk", flat=True))


def family_of(one: Person | Publisher) -> list[int]:
    """Return the keys of somebody or something and of all that were merged into them, by however many steps."""
    keys, latest = [one.pk], [one.pk]
    while latest := list(type(one)._default_manager.filter(merged_into__in=latest).values_list("pk", flat=True)):
        keys += latest
    return keys
