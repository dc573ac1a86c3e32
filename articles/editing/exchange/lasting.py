"""Values of corrections without the numbers of rows, and back: people by identity, places by fingerprint."""

from typing import Any

from articles.findings.identity import identity_of, resolve
from articles.identity.lookup import new_person
from articles.models import Article, Person

Lasting = dict[str, Any]
NAMESAKE = "#"  # stands in the identity of one of two of one name (identity/lookup.py)
AT_ARTICLE = "@"  # stands before an article's number in the identity of somebody of one name


class NotHereError(ValueError):
    """This archive does not have what a record is about; the message says what."""


def lasting_person(person: Person) -> Lasting:
    """Return what names a person in any archive of the same articles."""
    name, _, article = person.identity.partition(AT_ARTICLE)
    value: Lasting = {"kind": "person", "name": person.name, "identity": name}
    there = Article.every.filter(pk=int(article)).first() if article.isdecimal() else None
    return value | {"article": identity_of(there)["article"]} if there else value


def person_here(lasting: Lasting) -> Person:
    """Return the person whom that names in this archive. Raises NotHereError."""
    identity = str(lasting.get("identity", ""))
    if "article" in lasting:
        article = resolve({"kind": "article", "article": lasting["article"]})
        identity = f"{identity}{AT_ARTICLE}{article.pk}" if article else ""
    person = Person.objects.select_related("merged_into").filter(identity=identity).first()
    if person is None:
        raise NotHereError(f"this archive knows nobody called {str(lasting.get('name', ''))[:80] or 'so'}")
    return person


def lasting_value(value: Any) -> Any:
    """Return a value of a correction without the numbers that the identities of people may have."""
    if isinstance(value, list):
        return [lasting_value(one) for one in value]
    if not isinstance(value, dict):
        return value
    if "identity" in value:
        person = Person.objects.filter(identity=value["identity"]).first()
        return {**value, "identity": lasting_person(person)} if person else value
    return {name: lasting_value(part) for name, part in value.items()}


def value_here(value: Any, article: Article | None) -> Any:
    """Return such a value with this archive's numbers: people, and paragraphs by their fingerprints.

    Raises NotHereError.
    """
    if isinstance(value, list):
        return [value_here(one, article) for one in value]
    if not isinstance(value, dict):
        return value
    if isinstance(value.get("identity"), dict):
        value = {**value, "identity": _person_of_value(value["identity"], str(value.get("name", ""))).identity}
    parts = {name: value_here(part, article) for name, part in value.items()}
    if article and "places" in parts:
        parts["places"] = [_place_here(place, article) for place in parts["places"]]
    return parts


def _person_of_value(lasting: Lasting, name: str) -> Person:
    """Return the person of that identity; a namesake whom a correction brought into the archive is made here too."""
    try:
        return person_here(lasting)
    except NotHereError:
        if NAMESAKE not in str(lasting.get("identity", "")) or not name:
            raise
        return new_person(name)


def _place_here(place: Any, article: Article) -> list[Any]:
    """Return a place with the anchor that its paragraph has here."""
    anchor, print_, start, end = place
    paragraphs = article.paragraphs.filter(fingerprint=print_).order_by("position")
    alike = [paragraph.anchor for paragraph in paragraphs]
    if not alike:
        raise NotHereError("the article has no such paragraph here")
    return [anchor if anchor in alike else alike[0], print_, start, end]
