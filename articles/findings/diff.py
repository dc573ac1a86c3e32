"""What another extraction changed in an article: its findings before and after, compared and counted by kind.

`snapshot` reads the findings that are stored (3 queries); `compare` is plain Python. Terms are nobody's words and count
as no quotation.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Mapping
from dataclasses import dataclass, field
from typing import Any

from articles.findings.linked import Location
from articles.models import Article, Mention, Quotation, QuotationSpan, Role
from articles.paragraph_kinds import PassageKind


@dataclass(frozen=True, slots=True)
class QuotationSnapshot:
    """A quotation as far as readers see what was found: where it stands, its kind, its speakers and subjects."""

    locations: tuple[Location, ...]
    kind: str
    speakers: tuple[tuple[str, str], ...]  # (kind, name or the article's words)
    about: tuple[str, ...] = ()  # names and codes


@dataclass(frozen=True, slots=True)
class FindingsSnapshot:
    """What is stored of an article's findings; people by their numbers, whose names are apart."""

    quotations: dict[int, QuotationSnapshot]  # by key
    people: dict[Location, int]
    names: dict[int, str]
    countries: dict[Location, tuple[str, str]]  # (code, by)
    roles: dict[int, str]  # by person


@dataclass(frozen=True, slots=True)
class FindingsDiff:
    """How many of each kind came, went or changed ("quotations added"), and which people and countries did."""

    counts: Counter[str] = field(default_factory=Counter)
    which: dict[str, list[str]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return self.counts.total() > 0


def snapshot(article: Article) -> FindingsSnapshot:
    """Read what is stored of an article's findings."""
    people: dict[Location, int] = {}
    names: dict[int, str] = {}
    countries: dict[Location, tuple[str, str]] = {}
    mentions = Mention.every.filter(paragraph__article=article, standing=Mention.Standing.STANDS).order_by()
    rows = mentions.values_list("paragraph_id", "start", "end", "person_id", "person__name", "country_id", "by")
    for paragraph, start, end, person, name, country, by in rows:
        if person:
            people[paragraph, start, end], names[person] = person, name or ""
        else:
            countries[paragraph, start, end] = (country or "", by)
    roles = dict(Role.objects.filter(article=article).values_list("person_id", "words"))
    return FindingsSnapshot(_quotations(article), people, names, countries, roles)


def _quotations(article: Article) -> dict[int, QuotationSnapshot]:
    """Read the quotations with a place in the text, by their spans."""
    spans = QuotationSpan.objects.filter(quotation__article=article).exclude(quotation__kind=Quotation.Kind.TERM)
    rows = spans.order_by("quotation_id", "ordinal").values_list(
        "quotation_id", "quotation__kind", "quotation__found", "quotation__found_about", "paragraph_id", "start", "end"
    )
    locations: dict[int, list[Location]] = defaultdict(list)
    found: dict[int, tuple[str, list[dict[str, Any]], list[dict[str, Any]]]] = {}
    for key, kind, speakers, about, paragraph, start, end in rows:
        locations[key].append((paragraph, start, end))
        found[key] = (kind, speakers, about)
    return {
        key: QuotationSnapshot(
            tuple(locations[key]),
            kind,
            tuple((one["kind"], one["name"] or one["words"]) for one in speakers),
            tuple(one.get("name") or one["code"] for one in about),
        )
        for key, (kind, speakers, about) in found.items()
    }


def compare(before: FindingsSnapshot, after: FindingsSnapshot, kinds: Collection[PassageKind] = ()) -> FindingsDiff:
    """Count what differs; whoever is named at the same places by another name is renamed, neither lost nor added.

    `kinds` are the new ones of the paragraphs that are boilerplate now, or are it no more.
    """
    counts: Counter[str] = Counter()
    counts["boilerplate added"] = sum(kind == PassageKind.BOILERPLATE for kind in kinds)
    counts["boilerplate lost"] = sum(kind != PassageKind.BOILERPLATE for kind in kinds)
    _compare_quotations(before.quotations, after.quotations, counts)
    _compare_values("mentions of people", before.people, after.people, counts)
    _compare_values("mentions of countries", before.countries, after.countries, counts)
    _compare_values("roles", before.roles, after.roles, counts)
    which = _compare_people(before, after)
    codes = [{code for code, _ in one.countries.values()} for one in (before, after)]
    which |= {"countries added": sorted(codes[1] - codes[0]), "countries lost": sorted(codes[0] - codes[1])}
    counts.update({kind: len(names) for kind, names in which.items()})
    return FindingsDiff(counts, {kind: names for kind, names in which.items() if names})


def _compare_quotations(
    before: Mapping[int, QuotationSnapshot], after: Mapping[int, QuotationSnapshot], counts: Counter[str]
) -> None:
    counts["quotations added"] += len(after.keys() - before.keys())
    counts["quotations lost"] += len(before.keys() - after.keys())
    for key in before.keys() & after.keys():
        old, new = before[key], after[key]
        counts["speakers changed"] += old.speakers != new.speakers
        counts["subjects changed"] += old.about != new.about
        counts["quotations changed"] += (old.locations, old.kind) != (new.locations, new.kind)


def _compare_values(
    kind: str, before: Mapping[Any, Hashable], after: Mapping[Any, Hashable], counts: Counter[str]
) -> None:
    counts[f"{kind} added"] += len(after.keys() - before.keys())
    counts[f"{kind} lost"] += len(before.keys() - after.keys())
    counts[f"{kind} changed"] += sum(before[key] != after[key] for key in before.keys() & after.keys())


def _compare_people(before: FindingsSnapshot, after: FindingsSnapshot) -> dict[str, list[str]]:
    """Return the names of the people who came, went or are called otherwise where they were named before."""
    came, gone = after.names.keys() - before.names.keys(), before.names.keys() - after.names.keys()
    renamed: dict[int, int] = {}
    for location in sorted(before.people.keys() & after.people.keys()):
        old, new = before.people[location], after.people[location]
        if old in gone and new in came and new not in renamed.values():
            renamed.setdefault(old, new)
    return {
        "people added": sorted(after.names[one] for one in came - set(renamed.values())),
        "people lost": sorted(before.names[one] for one in gone - renamed.keys()),
        "people renamed": sorted(f"{before.names[old]} → {after.names[new]}" for old, new in renamed.items()),
    }
