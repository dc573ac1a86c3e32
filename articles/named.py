"""The archive's person whom an editor names."""

from articles.models import Person
from articles.models.person import fold


def person_named(name: str, article: int) -> Person:
    """Return the person of this name whom the article names, else the archive's, else a new one."""
    folded = fold(name)
    named = Person.objects.filter(aliases__folded=folded).distinct()
    here = named.filter(mentions__paragraph__article_id=article).first()
    return here or _person_of_the_archive(name, folded)


def _person_of_the_archive(name: str, folded: str) -> Person:
    """The archive's person of that full name, made with the alias that name filters go by where there is none."""
    person, _ = Person.objects.get_or_create(identity=Person.identity_of(name), defaults={"name": name[:200]})
    person.aliases.get_or_create(name=name[:200], defaults={"folded": folded[:200]})
    return person.shown
