"""What another extraction changed in an article: its findings before and after, compared and counted by kind.

`findings_of` reads what stands (3 queries); `compare` is plain. Terms are nobody's words and count as no quotation.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from articles.models import Article, Mention, Quotation, QuotationSpan, Role

Place = tuple[int, int, int]  # paragraph's key, start, end


@dataclass(frozen=True, slots=True)
class Said:
    """A quotation as far as readers see what was found: its spans, kind and speakers."""

    places: tuple[Place, ...]
    kind: str
    speakers: tuple[tuple[str, str], ...]  # (kind, name or the article's words)
    about: tuple[str, ...] = ()  # names and codes


@dataclass(frozen=True, slots=True)
class Standing:
    """What was found in an article: quotations by key, people by place and name, countries by place, roles."""

    quotations: dict[int, Said]
    people: dict[Place, int]
    names: dict[int, str]
    countries: dict[Place, tuple[str, str]]  # (code, by)
    roles: dict[int, str]


@dataclass(frozen=True, slots=True)
class Differences:
    """How many of each kind came, went or changed ("quotations added"), and which people and countries did."""

    counts: Counter[str] = field(default_factory=Counter)
    which: dict[str, list[str]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return self.counts.total() > 0


def findings_of(article: Article) -> Standing:
    """Read what stands of an article's findings."""
    people, names, countries = {}, {}, {}
    mentions = Mention.objects.filter(paragraph__article=article).order_by()
    told = mentions.values_list("paragraph_id", "start", "end", "person_id", "person__name", "country_id", "by")
    for paragraph, start, end, person, name, country, by in told:
        if person:
            people[paragraph, start, end], names[person] = person, name
        else:
            countries[paragraph, start, end] = (country, by)
    roles = dict(Role.objects.filter(article=article).values_list("person_id", "words"))
    return Standing(_quotations(article), people, names, countries, roles)


def _quotations(article: Article) -> dict[int, Said]:
    """Read the quotations with a place in the text, by their spans."""
    spans = QuotationSpan.objects.filter(quotation__article=article).exclude(quotation__kind=Quotation.Kind.TERM)
    rows = spans.order_by("quotation_id", "ordinal").values_list(
        "quotation_id", "quotation__kind", "quotation__found", "quotation__found_about", "paragraph_id", "start", "end"
    )
    places: dict[int, list[Place]] = defaultdict(list)
    told = {}
    for key, kind, found, found_about, *place in rows:
        places[key].append(tuple(place))
        speakers = tuple((one["kind"], one["name"] or one["words"]) for one in found)
        told[key] = (kind, speakers, tuple(one.get("name") or one["code"] for one in found_about))
    return {key: Said(tuple(places[key]), *rest) for key, rest in told.items()}


def compare(before: Standing, after: Standing) -> Differences:
    """Count what differs; whoever is named at the same places by another name is renamed, neither lost nor added."""
    counts: Counter[str] = Counter()
    _compare_quotations(before.quotations, after.quotations, counts)
    _compare_keys("mentions of people", before.people, after.people, counts)
    _compare_keys("mentions of countries", before.countries, after.countries, counts)
    _compare_keys("roles", before.roles, after.roles, counts)
    which = _compare_people(before, after)
    codes = [{code for code, _ in standing.countries.values()} for standing in (before, after)]
    which |= {"countries added": sorted(codes[1] - codes[0]), "countries lost": sorted(codes[0] - codes[1])}
    counts.update({kind: len(names) for kind, names in which.items()})
    return Differences(counts, {kind: names for kind, names in which.items() if names})


def _compare_quotations(before: dict[int, Said], after: dict[int, Said], counts: Counter[str]) -> None:
    counts["quotations added"] += len(after.keys() - before.keys())
    counts["quotations lost"] += len(before.keys() - after.keys())
    for key in before.keys() & after.keys():
        old, new = before[key], after[key]
        counts["speakers changed"] += old.speakers != new.speakers
        counts["subjects changed"] += old.about != new.about
        counts["quotations changed"] += (old.places, old.kind) != (new.places, new.kind)


def _compare_keys(kind: str, before: dict, after: dict, counts: Counter[str]) -> None:
    counts[f"{kind} added"] += len(after.keys() - before.keys())
    counts[f"{kind} lost"] += len(before.keys() - after.keys())
    counts[f"{kind} changed"] += sum(before[key] != after[key] for key in before.keys() & after.keys())


def _compare_people(before: Standing, after: Standing) -> dict[str, list[str]]:
    """Return the names of the people who came, went or are called otherwise at a place where they were named."""
    came, gone = after.names.keys() - before.names.keys(), before.names.keys() - after.names.keys()
    renamed: dict[int, int] = {}
    for place in sorted(before.people.keys() & after.people.keys()):
        old, new = before.people[place], after.people[place]
        if old in gone and new in came and new not in renamed.values():
            renamed.setdefault(old, new)
    return {
        "people added": sorted(after.names[one] for one in came - set(renamed.values())),
        "people lost": sorted(before.names[one] for one in gone - renamed.keys()),
        "people renamed": sorted(f"{before.names[old]} → {after.names[new]}" for old, new in renamed.items()),
    }
