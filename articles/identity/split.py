"""A Person who is two: in some articles the name means somebody else.

A new Person stands for the other one there, and a row for each article says so (`PersonInArticle`), which the findings
of that article go by from then on, whoever its name leads to elsewhere. What was found is then the other one's, so that
the two are taken together again, or the other one with somebody the archive has already, as any two are: by a merge
(merge.py), which is ended in the same way. The caller holds the transaction and writes the journal.
"""

from collections.abc import Collection

from articles.identity.candidates import mark_as_compared
from articles.identity.following import ARTICLE_OF, family_of
from articles.identity.lookup import new_person
from articles.models import Person, PersonInArticle
from articles.models.bulk_rows import batched
from articles.names.normalise import normalise


def articles_naming(person: Person) -> set[int]:
    """Return the keys of the articles that name somebody, or in which they speak or are spoken of."""
    return {
        key
        for table, article in ARTICLE_OF.items()
        for key in table._base_manager.filter(person=person).values_list(article, flat=True)
    }


def split(person: Person, articles: Collection[int], name: str) -> Person:
    """Make somebody of this name who is meant in these articles in place of a person, and return them.

    Raises ValueError where the articles name no such person, or where none would be left.
    """
    named = articles_naming(person)
    if not set(articles) <= named:
        raise ValueError(f"some of these articles do not name {person} any more: look at the list again")
    if not articles or named <= set(articles):
        raise ValueError(f"choose some of the articles, and leave {person} some")
    other = new_person(name)
    other.aliases.get_or_create(name=person.name, defaults={"folded": normalise(person.name)})
    mark_as_compared(other)
    family = family_of(person)
    for some in batched(sorted(articles)):
        _mean(other, family, some)
        for table, article in ARTICLE_OF.items():
            rows = table._base_manager.filter(**{f"{article}__in": some}, person=person)
            rows.update(person=other, extracted_as=None)
    return other


def _mean(other: Person, family: Collection[int], articles: Collection[int]) -> None:
    """Write down that whoever is found as one of a family in these articles is the other one."""
    rows = PersonInArticle.objects.filter(article__in=articles)
    rows.filter(person__in=family).update(person=other)
    rows.filter(found__in=family).delete()
    PersonInArticle.objects.bulk_create(
        PersonInArticle(article_id=article, found_id=found, person=other) for article in articles for found in family
    )
