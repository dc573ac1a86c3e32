"""Small archives and questions about them, made at random for hypothesis."""

from datetime import UTC, date, datetime
from typing import Any

from hypothesis import strategies as st

from search.engines.port import (
    CERTAINTIES,
    GROUPINGS,
    QUOTED,
    SORTS,
    SPEAKER_KINDS,
    Document,
    EngineRequest,
    Filters,
)  # fmt: skip
from search.language.ast import (  # fmt: skip
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

WORDS = ("war", "wars", "tax", "taxes", "the", "of", "to", "peace", "pace", "Müller", "wra")
SPELLED = (
    *("e-mail", "email", "e mails", "non-e-mail", "o'war", "owar"),
    *("US", "us", "U.S.’s", "Löwe", "loewe", "渡し船", "し船"),
)
DAYS = (None, date(1969, 7, 20), date(2019, 12, 31), date(2020, 1, 1), date(2020, 1, 2))
PEOPLE, CODES, NAMES = (1, 2, 3, 9), ("DE", "FR", "US"), ("may", "world")
OTHERS, ROLES, CUES = ("DE", "state department", "unnamed"), ("president", "chief of staff"), ("said", "warned of")
SPELLINGS = (("state department", "State Department"), ("president", "President"))
texts = st.lists(st.sampled_from((*WORDS, *SPELLED)), min_size=1, max_size=9).map(" ".join)


def some(values, most=2):
    return st.lists(st.sampled_from(values), unique=True, max_size=most).map(tuple)


@st.composite
def articles(draw, number: int) -> list[Document]:
    """An article of a title and some paragraphs, each with the quotations in it."""
    day = draw(st.sampled_from(DAYS))
    published = datetime(day.year, day.month, day.day, tzinfo=UTC) if day else None
    whole = {
        "article": number, "revision": 1, "day": day, "published": published,
        "publisher": draw(st.sampled_from([None, 1, 2])), "section": draw(st.sampled_from([None, 1, 3])),
        "authors": draw(some(NAMES)),
        "story": draw(st.sampled_from([0, 1, 2])) and draw(st.sampled_from([1, 2, number])),
    }  # fmt: skip
    held = []
    for place in range(draw(st.integers(1, 4))):
        own = draw(paragraphs(number * 10 + place, "title" if place == 0 else ""))
        said = draw(st.lists(quotations(), max_size=2)) if own["kind"] == "body" else []
        held.append(Document(**whole, **own, has_quotation=bool(said)))
        quoted = {**own, "unit": "quotations", "has_quotation": True}
        ids = range(number * 100 + place * 10, number * 100 + place * 10 + len(said))
        held += [Document(**whole, **(quoted | one | {"id": at})) for at, one in zip(ids, said, strict=True)]
    return held


@st.composite
def paragraphs(draw, number: int, part: str) -> dict[str, Any]:
    return {
        "unit": "paragraphs", "id": number, "paragraph": number, "text": draw(texts),
        "kind": part or draw(st.sampled_from(["body", "body", "caption", "title"])),
        "people": draw(some(PEOPLE)), "countries": draw(some(CODES)),
        **draw(said()),
        "about": draw(some(PEOPLE)), "about_countries": draw(some(CODES)),
        "certainty": draw(some(CERTAINTIES)), "quoted": draw(some(QUOTED)),
    }  # fmt: skip


@st.composite
def quotations(draw) -> dict[str, Any]:
    sure, kind = draw(st.sampled_from(CERTAINTIES)), draw(st.sampled_from(QUOTED))
    return {"text": draw(texts), **draw(said()), "certainty": (sure,), "quoted": (kind,)}


@st.composite
def said(draw) -> dict[str, Any]:
    """Who says something, by which words, and who may have said it."""
    return {
        "speakers": draw(some([*PEOPLE, *OTHERS])), "candidates": draw(some([*PEOPLE, *OTHERS])),
        "speaker_kinds": draw(some(SPEAKER_KINDS)), "roles": draw(some(ROLES)), "cues": draw(some(CUES)),
        "spellings": draw(some(SPELLINGS)),
    }  # fmt: skip


@st.composite
def archives(draw, most: int = 6) -> list[list[Document]]:
    """Articles with ids from 1."""
    return [draw(articles(number)) for number in range(1, draw(st.integers(0, most)) + 1)]


word = st.sampled_from((*WORDS, *SPELLED, "warring", "muller", "absent", "船", "e-mails"))
in_a_row = st.lists(st.sampled_from((*WORDS, *SPELLED)), min_size=1, max_size=4).map(" ".join)
close = st.lists(st.sampled_from((*WORDS, *SPELLED)), min_size=2, max_size=4).map(" ".join)
days = st.sampled_from(DAYS)


def having(fields: list[str], values: list[Any]) -> st.SearchStrategy[Having]:
    return st.builds(Having, st.sampled_from(fields), st.frozensets(st.sampled_from(values), max_size=2), st.just("x"))


havings = st.one_of(
    having(["speaker", "about"], [*PEOPLE, *OTHERS, "FR"]),
    having(["person", "publisher", "section"], [*PEOPLE]),
    having(["country"], [*CODES, "XK"]),
    having(["author"], [*NAMES, "jo"]),
)
leaves = st.one_of(
    st.builds(Word, word),
    st.builds(Word, word),
    st.builds(Prefix, st.sampled_from(["wa", "tax", "pe", "mül", "zzz", "ema", "e-ma", "löw", "owa"])),
    st.builds(Phrase, in_a_row),
    st.builds(Near, close, st.integers(0, 5)),
    st.builds(Fuzzy, st.sampled_from(["war", "pace", "tac", "muler", "zzzz", "emial", "o'wra", "loew"])),
    st.builds(AtLeast, word, st.integers(1, 4)),
    havings,
    st.builds(Published, days, days, st.just("x")),
    st.builds(Within, st.sampled_from(["quotes", "titles", "captions"]), st.none()),
)


def _above(below):
    parts = st.lists(below, min_size=2, max_size=3).map(tuple)
    places = st.sampled_from(["quotes", "titles", "captions", "title"])
    return st.one_of(
        st.builds(And, parts), st.builds(Or, parts), st.builds(Not, below), st.builds(Within, places, below)
    )


queries = st.one_of(st.none(), leaves, st.recursive(leaves, _above, max_leaves=5))
choices = st.fixed_dictionaries(
    {},
    optional={
        "people": st.frozensets(st.sampled_from([*PEOPLE, 77]), max_size=2),
        "speakers": st.frozensets(st.sampled_from([*PEOPLE, *OTHERS, "nobody"]), max_size=2),
        "candidates": st.frozensets(st.sampled_from([*PEOPLE, *OTHERS]), max_size=2),
        "speaker_kinds": st.frozensets(st.sampled_from([*SPEAKER_KINDS, "nobody"]), max_size=2),
        "roles": st.frozensets(st.sampled_from([*ROLES, "king"]), max_size=2),
        "cues": st.frozensets(st.sampled_from([*CUES, "sang"]), max_size=2),
        "about": st.frozensets(st.sampled_from(PEOPLE), max_size=2),
        "about_countries": st.frozensets(st.sampled_from([*CODES, "XK"]), max_size=2),
        "quoted": st.frozensets(st.sampled_from([*QUOTED, "term"]), max_size=2),
        "countries": st.frozensets(st.sampled_from([*CODES, "XK"]), max_size=2),
        "publishers": st.frozensets(st.integers(1, 3), max_size=2),
        "sections": st.frozensets(st.integers(1, 3), max_size=2),
        "quotes": st.frozensets(st.sampled_from(["with", "without"]), max_size=1),
        "certainty": st.frozensets(st.sampled_from([*CERTAINTIES, "known"]), max_size=2),
        "kinds": st.frozensets(st.sampled_from(["title", "body", "note"]), max_size=2),
        "years": st.frozensets(st.sampled_from([1969, 2020, 2031]), max_size=2),
        "months": st.frozensets(st.sampled_from(["2019-12", "2020-01"]), max_size=2),
    },
)
nothing: st.SearchStrategy[dict[Any, Any]] = st.just({})
no_day = st.one_of(st.none(), days)
filters = st.builds(Filters, st.one_of(nothing, choices), st.one_of(nothing, nothing, choices), no_day, no_day)
requests = st.builds(
    EngineRequest,
    queries,
    unit=st.sampled_from(["paragraphs", "paragraphs", "quotations", "articles"]),
    filters=filters,
    sort=st.sampled_from(SORTS),
    group_by=st.sampled_from(["articles", *GROUPINGS]),
    collapse=st.booleans(),
    groups_per_page=st.sampled_from([100, 100, 0]),
    hits_per_group=st.sampled_from([1, 3, 100]),
    timeout=st.just(60.0),
)
