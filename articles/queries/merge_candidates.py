"""What the page of merge candidates reads: two people side by side, each as extracted, whatever was merged since."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

from django.db.models import Count, Exists, Min, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from articles.identity.lookup import people_called
from articles.models import Mention, MergeCandidate, MergeDecision, Person, Publisher, Quotation, Role
from articles.models.pair import OPEN
from articles.models.withheld_person import withheld

SHOWN = 3  # roles and countries of each
AROUND = 160  # characters of the example before and after the name


@dataclass(slots=True)
class MentionExample:
    """Where an article names somebody: the article and the words around the name."""

    mention: Mention
    before: str
    name: str
    after: str


@dataclass(slots=True)
class CandidateSide:
    """One of two: the person, what articles call them, the countries beside them, how often they are named."""

    side: Person
    articles: int = 0
    quotations: int = 0
    roles: list[str] = field(default_factory=list)
    countries: list[str] = field(default_factory=list)
    example: MentionExample | None = None


@dataclass(frozen=True, slots=True)
class MergeCandidateEntry:
    """A merge candidate as its page shows it; the side that more articles name comes first.

    `together` counts the articles that name both: whoever is named in full twice is rarely one person.
    """

    candidate: MergeCandidate
    sides: tuple[CandidateSide, CandidateSide]
    last: MergeDecision | None
    together: int


def candidates_in(state: str, of: type[Any] = MergeCandidate) -> QuerySet[Any]:
    """Return the merge candidates in a state, among people or `of` another kind, the latest first.

    Open ones wait while one of the two is merged with somebody else; among people those that reach furthest come
    first. Of people who are withheld there are none.
    """
    candidates: QuerySet[Any] = of._default_manager.filter(state=state)
    if state == OPEN:
        candidates = candidates.filter(first__merged_into=None, second__merged_into=None)
    if of is not MergeCandidate:
        return candidates.order_by("-pk")
    candidates = candidates.exclude(first__in=withheld()).exclude(second__in=withheld())
    return candidates.order_by("-reach", "-pk") if state == OPEN else candidates.order_by("-pk")


def candidates_called(candidates: QuerySet[Any], name: str, of: type[Any] = MergeCandidate) -> QuerySet[Any]:
    """Keep the candidates of which one has a name with these words; of publishers, with this in it."""
    if of is MergeCandidate:
        people = people_called(name).values("pk")
        return candidates.filter(Q(first__in=people) | Q(second__in=people))
    return candidates.filter(Q(first__name__icontains=name) | Q(second__name__icontains=name))


def candidates_with(one: Person | Publisher, of: type[Any] = MergeCandidate) -> QuerySet[Any]:
    """Return the open merge candidates that a person, or something `of` another kind, is one of."""
    return candidates_in(OPEN, of).filter(Q(first=one) | Q(second=one))


def candidate_entries(keys: Sequence[int]) -> list[MergeCandidateEntry]:
    """Return these merge candidates, in this order (8 queries)."""
    candidates = MergeCandidate.objects.select_related("first", "second").in_bulk(keys)
    people = {person.pk: person for one in candidates.values() for person in (one.first, one.second)}
    sides = _sides(people)
    decisions = MergeDecision.objects.filter(candidate__in=candidates).select_related("editor", "kept")
    last = {decision.candidate_id: decision for decision in decisions}
    together = _named_together(candidates)
    return [
        MergeCandidateEntry(one, _ordered(sides[one.first_id], sides[one.second_id]), last.get(key), together[key])
        for key, one in ((key, candidates[key]) for key in keys if key in candidates)
    ]


def _ordered(one: CandidateSide, other: CandidateSide) -> tuple[CandidateSide, CandidateSide]:
    return (one, other) if one.articles >= other.articles else (other, one)


def _sides(people: dict[int, Person]) -> dict[int, CandidateSide]:
    sides = {key: CandidateSide(person) for key, person in people.items()}
    found = _as_extracted(Mention.objects.all(), people)
    for key, times in found.values_list("whom").annotate(times=Count("paragraph__article", distinct=True)):
        sides[key].articles = times
    for key, times in _quoted(people):
        sides[key].quotations = times
    for key, words in _most(_as_extracted(Role.objects.all(), people).values_list("whom", "words"), "pk"):
        sides[key].roles.append(words)
    beside = found.filter(paragraph__mentions__country__isnull=False)
    for key, name in _most(beside.values_list("whom", "paragraph__mentions__country__name"), "paragraph"):
        sides[key].countries.append(name)
    for mention in _examples(found):
        sides[mention.extracted_as_id or mention.person_id or 0].example = mention_example(mention)
    return sides


def _named_together(candidates: Iterable[int]) -> dict[int, int]:
    """Return for each candidate how many articles name both, whomever they are shown as."""
    beside = Mention.objects.filter(_own(OuterRef(OuterRef("second"))))
    both = Mention.objects.filter(
        _own(OuterRef("first")), Exists(beside.filter(paragraph__article=OuterRef("paragraph__article")))
    )
    counted = both.order_by().values(pair=OuterRef("pk")).annotate(n=Count("paragraph__article", distinct=True))
    pairs = MergeCandidate.objects.filter(pk__in=list(candidates)).order_by()
    return dict(pairs.values_list("pk", Coalesce(Subquery(counted.values("n")), 0)))


def _own(one: Any) -> Q:
    """Find what was extracted as somebody."""
    return Q(person=one, extracted_as=None) | Q(extracted_as=one)


def _as_extracted(rows: QuerySet[Any], people: Iterable[int]) -> QuerySet[Any]:
    """Return the rows of these people, each with the one it was extracted as in `whom`, whomever it is shown as."""
    keys = list(people)
    own = Q(person__in=keys, extracted_as=None) | Q(extracted_as__in=keys)
    found: QuerySet[Any] = rows.filter(own).order_by().annotate(whom=Coalesce("extracted_as_id", "person_id"))
    return found


def _quoted(people: Iterable[int]) -> QuerySet[Any]:
    keys = list(people)
    own = Q(speakers__person__in=keys, speakers__extracted_as=None) | Q(speakers__extracted_as__in=keys)
    said = Quotation.objects.said().known().filter(own).order_by()
    by = said.annotate(whom=Coalesce("speakers__extracted_as_id", "speakers__person_id"))
    return by.values_list("whom").annotate(times=Count("pk", distinct=True))


def _most(pairs: QuerySet[Any], counted: str) -> list[tuple[int, str]]:
    """Return for each person the values that come most often, the most frequent first."""
    by_person: dict[int, list[str]] = defaultdict(list)
    rows = pairs.annotate(times=Count(counted, distinct=True))
    for key, value, _ in sorted(rows, key=lambda row: (-row[2], row[1])):
        by_person[key].append(value)
    return list(chain.from_iterable(((key, value) for value in values[:SHOWN]) for key, values in by_person.items()))


def _examples(found: QuerySet[Any]) -> QuerySet[Mention]:
    """Return the first mention of each person, which an article mostly makes with the full name."""
    first = [key for _, key in found.values_list("whom").annotate(first=Min("pk"))]
    return Mention.objects.filter(pk__in=first).select_related("paragraph__article__publisher")


def mention_example(mention: Mention) -> MentionExample:
    """Cut the words around a name out of its paragraph, at blanks."""
    text = mention.stands_in.text
    before, after = text[: mention.start], text[mention.end :]
    if len(before) > AROUND:
        before = "… " + before[-AROUND:].partition(" ")[2]
    if len(after) > AROUND:
        after = after[:AROUND].rpartition(" ")[0] + " …"
    return MentionExample(mention, before, text[mention.start : mention.end], after)
