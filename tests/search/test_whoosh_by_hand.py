"""What the Whoosh engine answers is what going through every document by hand gives."""

from collections import Counter
from datetime import UTC, date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from search.engines.port import Batch, Document, EngineRequest, Filters
from search.engines.whoosh_engine.engine import WhooshEngine
from search.language.analysis import stem_of
from search.language.tree import (
    And,
    AtLeast,
    Fuzzy,
    Having,
    Near,
    Not,
    Or,
    Phrase,
    Prefix,
    Published,
    Within,
    Word,
)

WORDS = ("war", "wars", "raw", "peace", "the", "of", "tax", "taxes", "wär")
texts = st.lists(st.sampled_from(WORDS), min_size=1, max_size=7).map(" ".join)
leaves = st.one_of(
    st.sampled_from(WORDS).map(Word),
    st.sampled_from(["wa", "ta", "p", "x"]).map(Prefix),
    st.sampled_from(["war", "taxs", "eace", "fo"]).map(Fuzzy),
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join).map(Phrase),
    st.builds(Near, st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join), st.integers(0, 3)),
    st.builds(AtLeast, st.sampled_from(WORDS), st.integers(1, 4)),
    st.builds(Having, st.just("person"), st.frozensets(st.integers(1, 4), max_size=2), st.just("x")),
    st.builds(Published, st.just(date(2020, 5, 2)), st.none(), st.just("x")),
)
placed = st.builds(Within, st.sampled_from(["title", "titles", "quotes", "captions"]), st.none() | leaves)
queries = st.recursive(
    leaves | placed,
    lambda parts: st.one_of(st.tuples(parts, parts).map(And), st.tuples(parts, parts).map(Or), parts.map(Not)),
    max_leaves=4,
)
filters = st.builds(
    Filters,
    st.fixed_dictionaries({}, optional={
        "people": st.frozensets(st.integers(1, 4), min_size=1, max_size=2),
        "kinds": st.just(frozenset(["body"])),
        "months": st.just(frozenset(["2020-05"])),
    }),
    st.fixed_dictionaries({}, optional={"countries": st.just(frozenset(["DE"]))}),
)  # fmt: skip


@st.composite
def archives(draw):
    """Some articles, each with its paragraphs and their quotations."""
    documents, number = [], 0
    for article in range(1, draw(st.integers(1, 6)) + 1):
        day = draw(st.sampled_from([None, date(2020, 5, 1), date(2020, 5, 31), date(2021, 1, 1)]))
        published = datetime(day.year, day.month, day.day, tzinfo=UTC) if day else None
        common = {"article": article, "revision": 1, "publisher": draw(st.sampled_from([None, 1, 2])), "day": day,
                  "published": published, "story": draw(st.integers(1, article))}  # fmt: skip
        for place in range(draw(st.integers(1, 4))):
            number += 1
            quoted = draw(st.booleans())
            told = common | {
                "paragraph": number,
                "part": "title" if place == 0 else draw(st.sampled_from(["body", "caption"])),
                "has_quotation": quoted,
                "people": draw(st.lists(st.integers(1, 4), unique=True, max_size=2).map(tuple)),
                "countries": draw(st.lists(st.sampled_from(["DE", "FR"]), unique=True).map(tuple)),
            }
            documents.append(Document("paragraphs", id=number, text=draw(texts), **told))
            if quoted:
                documents.append(Document("quotations", id=100 + number, text=draw(texts), **told))
    return documents


class ByHand:
    """Goes through documents one by one."""

    def __init__(self, documents: list[Document]) -> None:
        self.documents = documents

    def found(self, query, unit, chosen: Filters) -> list:
        """Return what is found: documents, or lists of the paragraphs of an article."""
        if unit != "articles":
            things = [[one] for one in self.documents if one.unit == unit]
            return [one[0] for one in things if self.has(one, query) and let_through(one, chosen)]
        articles = sorted({one.article for one in self.documents})
        things = [[one for one in self.documents if one.article == a and one.unit == "paragraphs"] for a in articles]
        return [one for one in things if self.has(one, query) and let_through(one, chosen)]

    def has(self, thing: list[Document], query) -> bool:
        match query:
            case None:
                return True
            case And(parts):
                return all(self.has(thing, part) for part in parts)
            case Or(parts):
                return any(self.has(thing, part) for part in parts)
            case Not(part):
                return not self.has(thing, part)
            case AtLeast(text, times):
                return sum(stem_of(w) == stem_of(plain(text)) for one in thing for w in words(one)) >= times
        return any(self.leaf(one, query) for one in thing)

    def leaf(self, one: Document, query) -> bool:
        match query:
            case Word(text):
                return stem_of(plain(text)) in map(stem_of, words(one))
            case Prefix(text):
                return any(word.startswith(text) for word in words(one))
            case Fuzzy(text):
                return any(edits(text, word) <= 1 for word in words(one))
            case Phrase(text):
                return f" {plain(text)} " in f" {' '.join(words(one))} "
            case Near(text, distance):
                return close(words(one), plain(text).split(), distance)
            case Having("person", values, _):
                return bool(values & set(one.people))
            case Published(after, _, _):
                return one.day is not None and one.day >= after
            case Within(place, part):
                return self.within(one, place, part)
        raise AssertionError(query)

    def within(self, one: Document, place: str, part) -> bool:
        if place == "quotes":
            quotations = [q for q in self.documents if q.unit == "quotations" and q.paragraph == one.paragraph]
            return any(self.has([q], part) for q in ([one] if one.unit == "quotations" else quotations))
        if place == "title":
            titles = [t for t in self.documents if t.unit == "paragraphs" and t.article == one.article]
            return any(t.part == "title" and self.has([t], part) for t in titles)
        return one.part == {"titles": "title", "captions": "caption"}[place] and self.has([one], part)


def plain(text: str) -> str:
    return text.replace("ä", "a")


def words(one: Document) -> list[str]:
    return plain(one.text).split()


def edits(one: str, other: str) -> int:
    """The number of edits, by the book."""
    rows = [[i + j if i * j == 0 else 0 for j in range(len(other) + 1)] for i in range(len(one) + 1)]
    for i in range(1, len(one) + 1):
        for j in range(1, len(other) + 1):
            rows[i][j] = min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + (one[i - 1] != other[j - 1]))
            if i > 1 and j > 1 and one[i - 2 : i] == other[j - 2 : j][::-1]:
                rows[i][j] = min(rows[i][j], rows[i - 2][j - 2] + 1)
    return rows[-1][-1]


def close(text: list[str], wanted: list[str], distance: int) -> bool:
    span = len(wanted) + distance
    stretches = (Counter(text[begin : begin + span]) for begin in range(len(text)))
    return any(Counter(wanted) <= stretch for stretch in stretches)


def values(thing: list[Document], facet: str) -> set:
    """The values that a document or an article has in a facet."""
    of_one = {
        "people": lambda one: one.people,
        "speakers": lambda one: one.speakers,
        "countries": lambda one: one.countries,
        "publishers": lambda one: [one.publisher] if one.publisher else [],
        "kinds": lambda one: [one.part],
        "quotes": lambda one: [],
        "years": lambda one: [one.day.year] if one.day else [],
        "months": lambda one: [f"{one.day:%Y-%m}"] if one.day else [],
    }[facet]
    if facet == "quotes":
        return {"with" if any(one.has_quotation for one in thing) else "without"}
    return {value for one in thing for value in of_one(one)}


def let_through(thing: list[Document], chosen: Filters) -> bool:
    return all(values(thing, facet) & some for facet, some in chosen.choices.items()) and not any(
        values(thing, facet) & some for facet, some in chosen.excluded.items()
    )


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    documents=archives(),
    query=st.none() | queries,
    unit=st.sampled_from(["paragraphs", "quotations", "articles"]),
    chosen=filters,
    by=st.sampled_from(["articles", "publishers", "countries", "months"]),
    again=st.booleans(),
)
def test_the_engine_finds_and_counts_as_by_hand(tmp_path_factory, documents, query, unit, chosen, by, again):
    engine = WhooshEngine(tmp_path_factory.mktemp("index"))
    first = [one for one in documents if one.article % 2]
    engine.rebuild([Batch(frozenset(one.article for one in first), first, 1)], 1)
    for _ in range(1 + again):
        rest = [one for one in documents if again or one.article % 2 == 0]
        engine.write(Batch(frozenset(one.article for one in rest), rest, 2))
    answer = engine.search(EngineRequest(query, unit, chosen, by=by, groups_a_page=100, hits_a_group=100))
    found = [one if isinstance(one, list) else [one] for one in ByHand(documents).found(query, unit, chosen)]
    assert answer.documents == len(found)
    assert answer.articles == len({one[0].article for one in found})
    assert {group.value: group.count for group in answer.groups} == groups(found, by)
    for facet, counts in answer.facets.items():
        assert {one.value: one.count for one in counts if one.count} == counted(documents, query, unit, chosen, facet)
    assert {one.month: one.count for one in answer.timeline} == counted(
        documents, query, unit, without(chosen, "months"), "months"
    )


def groups(found: list[list[Document]], by: str) -> dict:
    of_all = ([one[0].article] if by == "articles" else values(one, by) for one in found)
    return dict(Counter(value for some in of_all for value in some))


def without(chosen: Filters, facet: str) -> Filters:
    choices, excluded = dict(chosen.choices), dict(chosen.excluded)
    choices.pop(facet, None), excluded.pop(facet, None)
    return Filters(choices, excluded)


def counted(documents, query, unit, chosen: Filters, facet: str) -> dict:
    """Count each value of a facet as its choice alone would."""
    found = ByHand(documents).found(query, unit, without(chosen, facet))
    things = [one if isinstance(one, list) else [one] for one in found]
    return dict(Counter(value for thing in things for value in values(thing, facet)))


@pytest.mark.parametrize(("sort", "lead"), [("newest", 3), ("oldest", 1)])
def test_copies_stand_behind_the_first_of_their_story(fill, document, ask, sort, lead):
    fill(*(document(n, n, "war", year=2010 + n, story=1) for n in (1, 2, 3)), document(9, 9, "war", year=2011))
    answer = ask("war", fold=True, sort=sort)
    group = next(one for one in answer.groups if one.copies)
    assert (group.value, group.count, set(group.copies)) == (lead, 1, {1, 2, 3} - {lead})
    assert (answer.documents, answer.articles, answer.groups_in_all) == (4, 4, 2)
