"""Record linkage: people of variant names are merged where a corroboration bears it out, else merge candidates.

A Person of a full name is compared with the others once, when an article names them first. They are found by blocking
keys of their names (extraction/people/variants.py), at the most `MOST` of each, so that the cost does not grow with the
archive (namesakes.py). The archive merges by itself only where nobody else can be meant; all else waits for an editor.
Two whom one article names are never merged here: the extractor has read it and kept them apart.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from django.db.models import Q

from articles import journal
from articles.extraction.people.corroboration import CORROBORATED, PersonContext, corroborated_by
from articles.extraction.people.variants import blocking_keys
from articles.identity.merge import merge
from articles.identity.namesakes import Namesakes, PossibleMatch
from articles.models import BlockingKey, Change, Mention, MergeCandidate, MergeDecision, Person, Role
from articles.models.bulk_rows import insert_missing, insert_rows, select_rows

LOOKED_AT = 60  # mentions and roles by which somebody's countries and roles are known


def link_new_people(people: Iterable[Person], named: Collection[int], recorded: Collection[int]) -> None:
    """Compare people of an article, as they were found, with the archive's, if they never were before.

    `named` are the keys of all whom the article names, these people or more; `recorded` are those of the articles that
    the caller writes to the journal by itself.
    """
    full = {person.pk: person for person in people if "@" not in person.identity and blocking_keys(person.name)}
    new = [full[key] for key in _never_compared(full)]
    if not new:
        return
    keys = ((person.pk, key) for person in new for key in sorted(blocking_keys(person.name)))
    insert_rows(BlockingKey, ("person_id", "key"), keys)
    linkage = _Linkage(Namesakes.of(new), named, recorded)
    for person in new:
        linkage.link(person)
    linkage.store_candidates()


def mark_as_compared(person: Person) -> None:
    """Have others who are new be compared with somebody, who is compared with nobody by themselves any more."""
    insert_missing(BlockingKey, ("person_id", "key"), ((person.pk, key) for key in sorted(blocking_keys(person.name))))


def _never_compared(full: Collection[int]) -> list[int]:
    compared = {person for (person,) in select_rows(BlockingKey, ("person_id",), "person_id", full)}
    return [key for key in full if key not in compared]


@dataclass
class _Linkage:
    """The linkage of the new people of one article: whom they may be, and the merge candidates to be stored."""

    namesakes: Namesakes
    named: Collection[int]
    recorded: Collection[int]
    candidates: list[tuple[int, int, str]] = field(default_factory=list)

    def link(self, person: Person) -> None:
        """Merge a person into the only one they may be, if that is corroborated, else note all as candidates."""
        matches = [] if person.merged_into_id else self.namesakes.matches(person)
        if matches and not self._merged(person, matches):
            self.candidates += ((*_in_order(person, match.person), match.kind.value) for match in matches)

    def store_candidates(self) -> None:
        """Store the candidates noted so far; a pair that is one already stays what it is."""
        insert_missing(MergeCandidate, ("first_id", "second_id", "kind"), self.candidates)
        self.candidates.clear()

    def _merged(self, person: Person, matches: Sequence[PossibleMatch]) -> bool:
        """Merge the Person into the only one it may be, if that is corroborated; say whether it did."""
        only = matches[0]
        if len(matches) > 1 or not only.unopposed or only.kind not in CORROBORATED or self._names(only.person):
            return False
        corroboration = corroborated_by(only.kind, circumstances_of(person), circumstances_of(only.person))
        self.store_candidates()
        if not corroboration or _are_candidates(person, only.person):
            return False
        _merge(person, only, corroboration, self.recorded)
        return True

    def _names(self, person: Person) -> bool:
        """Say whether the article names somebody, or one who was merged into them."""
        keys = {person.pk}
        while keys and keys.isdisjoint(self.named):
            keys = set(Person.objects.filter(merged_into__in=keys).values_list("pk", flat=True))
        return bool(keys)


def circumstances_of(person: Person) -> PersonContext:
    """Read somebody's roles, and the country that stands beside them most often (with another that does as often)."""
    roles = Role.objects.given().filter(person=person).order_by("-pk").values_list("words", flat=True)[:LOOKED_AT]
    recent = Mention.objects.filter(person=person).order_by("-pk").values_list("paragraph", flat=True)[:LOOKED_AT]
    beside = Mention.objects.filter(paragraph__in=list(recent), country__isnull=False)
    counted: dict[str, set[int]] = defaultdict(set)
    for country, paragraph in beside.values_list("country", "paragraph"):
        counted[country].add(paragraph)
    most = max(map(len, counted.values()), default=0)
    often = sorted(country for country, paragraphs in counted.items() if len(paragraphs) == most)
    return PersonContext(frozenset(roles), frozenset(often if len(often) <= 2 else ()))


def _merge(person: Person, only: PossibleMatch, corroboration: str, recorded: Collection[int]) -> None:
    first, second = _in_order(person, only.person)
    state = MergeCandidate.State.SAME
    values = {"kind": only.kind.value, "corroboration": corroboration, "state": state}
    merged = MergeCandidate.objects.create(first_id=first, second_id=second, **values)
    MergeDecision.objects.create(candidate=merged, state=state, kept=only.person, reason=corroboration)
    touched = merge(only.person, person)
    journal.record_many((key for key in touched if key not in recorded), Change.Kind.MERGED)


def _in_order(one: Person, other: Person) -> tuple[int, int]:
    return min(one.pk, other.pk), max(one.pk, other.pk)


def _are_candidates(one: Person, other: Person) -> bool:
    """Say whether these two are a merge candidate already, whatever was decided."""
    pair = Q(first=one, second=other) | Q(first=other, second=one)
    return MergeCandidate.objects.filter(pair).exists()
