"""Record linkage: people of variant names are merged where a corroboration bears it out, else merge candidates.

A Person of a full name is compared with the others once, when an article names them first. They are found by blocking
keys of their names (extraction/people/variants.py), at the most `MOST` of each, so that the cost does not grow with the
archive. The archive merges by itself only where nobody else can be meant; all else waits for an editor. Two whom one
article names are never merged here: the extractor has read it and kept them apart.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Q

from articles import journal
from articles.extraction.people.corroboration import PersonContext, corroborated_by
from articles.extraction.people.variants import NameVariant, blocking_keys, name_variant
from articles.identity.merge import merge
from articles.models import Article, BlockingKey, Change, Mention, MergeCandidate, MergeDecision, Person, Role

MOST = 50  # people of like names whom a new one is compared with
LOOKED_AT = 60  # mentions and roles by which somebody's countries and roles are known


@dataclass(frozen=True)
class PossibleMatch:
    """Somebody whom a new Person may be: by what, and whether every spelling of theirs that was compared allows it."""

    person: Person
    kind: NameVariant
    unopposed: bool


def link_new_people(article: Article, people: Iterable[Person]) -> None:
    """Compare the people of an article, as they were found, with the archive's, if they never were before."""
    full = {person.pk: person for person in people if blocking_keys(person.name) and "@" not in person.identity}
    known = set(BlockingKey.objects.filter(person__in=full).values_list("person_id", flat=True)) if full else set()
    new = [person for key, person in full.items() if key not in known]
    keys = (BlockingKey(person=one, key=key) for one in new for key in sorted(blocking_keys(one.name)))
    BlockingKey.objects.bulk_create(keys)
    here = {person.shown.pk for person in full.values()}
    for person in new:
        matches = [] if person.merged_into_id else _matches(person)
        if matches and not _merged(article, person, matches, here):
            for match in matches:
                _candidate(person, match.person, match.kind)


def circumstances_of(person: Person) -> PersonContext:
    """Read somebody's roles, and the country that stands beside them most often (with another that does as often)."""
    roles = Role.objects.filter(person=person).order_by("-pk").values_list("words", flat=True)[:LOOKED_AT]
    recent = Mention.objects.filter(person=person).order_by("-pk").values_list("paragraph", flat=True)[:LOOKED_AT]
    beside = Mention.objects.filter(paragraph__in=list(recent), country__isnull=False)
    counted: dict[str, set[int]] = defaultdict(set)
    for country, paragraph in beside.values_list("country", "paragraph"):
        counted[country].add(paragraph)
    most = max(map(len, counted.values()), default=0)
    often = sorted(country for country, paragraphs in counted.items() if len(paragraphs) == most)
    return PersonContext(frozenset(roles), frozenset(often if len(often) <= 2 else ()))


def _matches(person: Person) -> list[PossibleMatch]:
    """Return those whom the Person may be; somebody with several spellings is one of them if any allows it."""
    keys = BlockingKey.objects.filter(key__in=blocking_keys(person.name)).exclude(person=person)
    rows = Person.objects.filter(pk__in=keys.values("person")).select_related("merged_into").order_by("-pk")[:MOST]
    compared: dict[Person, list[NameVariant | None]] = defaultdict(list)
    for row in rows:
        compared[row.shown].append(name_variant(person.name, row.name))
    kinds = {one: [kind for kind in judged if kind] for one, judged in compared.items() if one != person}
    surest = list(NameVariant).index
    return [
        PossibleMatch(one, min(found, key=surest), len(found) == len(compared[one]))
        for one, found in kinds.items()
        if found
    ]


def _merged(article: Article, person: Person, matches: Sequence[PossibleMatch], here: set[int]) -> bool:
    """Merge the Person into the only one it may be, if that is corroborated; say whether it did.

    `here` are the keys of those whom the article names; who is merged becomes one of them.
    """
    only = matches[0]
    if len(matches) > 1 or not only.unopposed or only.person.pk in here or _are_candidates(person, only.person):
        return False
    corroboration = corroborated_by(only.kind, circumstances_of(person), circumstances_of(only.person))
    if not corroboration:
        return False
    merged = _candidate(person, only.person, only.kind, corroboration=corroboration, state=MergeCandidate.State.SAME)
    MergeDecision.objects.create(candidate=merged, state=merged.state, kept=only.person, reason=corroboration)
    touched = merge(only.person, person)
    here.add(only.person.pk)
    journal.record_many((key for key in touched if key != article.pk), Change.Kind.MERGED)
    return True


def _candidate(one: Person, other: Person, kind: NameVariant, **values: str) -> MergeCandidate:
    """Return the merge candidate of these two, made where there is none."""
    first, second = sorted((one, other), key=lambda person: person.pk)
    return MergeCandidate.objects.get_or_create(first=first, second=second, defaults={"kind": kind.value, **values})[0]


def _are_candidates(one: Person, other: Person) -> bool:
    """Say whether these two are a merge candidate already, whatever was decided."""
    pair = Q(first=one, second=other) | Q(first=other, second=one)
    return MergeCandidate.objects.filter(pair).exists()
