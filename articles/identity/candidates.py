"""People of variant names: joined where a second sign bears it out and nobody else is meant, else offered to editors.

A Person of a full name is compared with the others once, when an article names them first. They are found by keys of
their names (extraction/people/variants.py), at the most `MOST` of each, so that the cost does not grow with the
archive. Two whom one article names are never joined here: the extractor has read it and kept them apart.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Q

from articles import journal
from articles.extraction.people.second_signs import Circumstances, second_sign
from articles.extraction.people.variants import Variant, name_keys, variant
from articles.identity.merge import merge
from articles.models import Article, Change, Mention, NameKey, Person, PersonDecision, PersonOffer, Role

MOST = 50  # people of like names whom a new one is compared with
LOOKED_AT = 60  # mentions and roles by which somebody's countries and roles are known


@dataclass(frozen=True)
class Alike:
    """Somebody whom a new Person may be: by what, and whether every spelling of theirs that was met allows it."""

    person: Person
    kind: Variant
    unopposed: bool


def compare_new(article: Article, people: Iterable[Person]) -> None:
    """Compare the people of an article, as they were found, with the archive's, if they never were before."""
    full = {person.pk: person for person in people if name_keys(person.name) and "@" not in person.identity}
    known = set(NameKey.objects.filter(person__in=full).values_list("person_id", flat=True)) if full else set()
    new = [person for key, person in full.items() if key not in known]
    NameKey.objects.bulk_create(NameKey(person=one, key=key) for one in new for key in sorted(name_keys(one.name)))
    here = {person.shown.pk for person in full.values()}
    for person in new:
        alike = [] if person.merged_into_id else _alike(person)
        if alike and not _joined(article, person, alike, here):
            _offer(person, alike)


def circumstances_of(person: Person) -> Circumstances:
    """Read somebody's roles, and the country that stands beside them most often (with another that does as often)."""
    roles = Role.objects.filter(person=person).order_by("-pk").values_list("words", flat=True)[:LOOKED_AT]
    recent = Mention.objects.filter(person=person).order_by("-pk").values_list("paragraph", flat=True)[:LOOKED_AT]
    beside = Mention.objects.filter(paragraph__in=list(recent), country__isnull=False)
    counted: dict[str, set[int]] = defaultdict(set)
    for country, paragraph in beside.values_list("country", "paragraph"):
        counted[country].add(paragraph)
    most = max(map(len, counted.values()), default=0)
    often = sorted(country for country, paragraphs in counted.items() if len(paragraphs) == most)
    return Circumstances(frozenset(roles), frozenset(often if len(often) <= 2 else ()))


def _alike(person: Person) -> list[Alike]:
    """Return those whom the Person may be; somebody with several spellings is one of them if any allows it."""
    keys = NameKey.objects.filter(key__in=name_keys(person.name)).exclude(person=person)
    rows = Person.objects.filter(pk__in=keys.values("person")).select_related("merged_into").order_by("-pk")[:MOST]
    met: dict[Person, list[Variant | None]] = defaultdict(list)
    for row in rows:
        met[row.shown].append(variant(person.name, row.name))
    kinds = {one: [kind for kind in judged if kind] for one, judged in met.items() if one != person}
    surest = list(Variant).index
    return [Alike(one, min(found, key=surest), len(found) == len(met[one])) for one, found in kinds.items() if found]


def _joined(article: Article, person: Person, alike: Sequence[Alike], here: set[int]) -> bool:
    """Join the Person to the only one it may be, if a second sign bears that out; say whether it did.

    `here` are those whom the article names; who is joined becomes one of them.
    """
    only = alike[0]
    if len(alike) > 1 or not only.unopposed or only.person.pk in here or _told_apart(person, only.person):
        return False
    sign = second_sign(only.kind, circumstances_of(person), circumstances_of(only.person))
    if not sign:
        return False
    offer = _offered(person, only.person, only.kind, sign=sign, state=PersonOffer.State.SAME)
    PersonDecision.objects.create(offer=offer, state=offer.state, kept=only.person, reason=sign)
    touched = merge(only.person, person)
    here.add(only.person.pk)
    journal.record_many((key for key in touched if key != article.pk), Change.Kind.MERGED)
    return True


def _offer(person: Person, alike: Sequence[Alike]) -> None:
    for one in alike:
        _offered(person, one.person, one.kind)


def _offered(one: Person, other: Person, kind: Variant, **values: str) -> PersonOffer:
    """Return the offer of these two, made where there is none."""
    first, second = sorted((one, other), key=lambda person: person.pk)
    return PersonOffer.objects.get_or_create(first=first, second=second, defaults={"kind": kind.value, **values})[0]


def _told_apart(one: Person, other: Person) -> bool:
    """Say whether there is an offer of these two already, whatever was decided."""
    pair = Q(first=one, second=other) | Q(first=other, second=one)
    return PersonOffer.objects.filter(pair).exists()
