"""What a page costs at the most: database queries and questions to the engine, whatever is asked and found."""

import shutil
from typing import Any
from urllib.parse import urlencode

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.identity.sections import section_named, set_section
from articles.models import Alias, Article, Person, Publisher, Role
from tests.search.fake_engines import Counting

pytestmark = pytest.mark.django_db

MOST_QUERIES, MOST_CALLS = 12, 3
MOST_OF_API = 14  # it says of quotations where they stand and what their speakers are called too
MOST_BESIDE_AN_ARTICLE = 8  # queries, of a search that leads to it: filters, names, neighbours
SEVEN = "one two three four five six seven"
MISSPELLED = "ferrry harbuor captian minster goverment tiket kerby"
NAMES = "person:lee speaker:lee about:lee country:jordan publisher:daily section:news"
UNKNOWN = 'person:nobody speaker:"no one" about:none country:nowhere publisher:nothing section:nowhere'
MANY = " ".join(f"{field}:{name}" for field in ("person", "speaker", "country") for name in ("lee", "nobody", "chad"))


@pytest.fixture(scope="module")
def filled(rows_of_a_module, add_article, quote, mention, speaks, speaks_of, index_now):
    """An archive in which names are ambiguous, and its index: five articles that say nearly the same."""
    for number in range(5):
        article = add_article(
            f"A ferry, number {number}",
            "“The harbour is no place for a captain,” Ann Lee said in Chad.",
            "Bo Lee and Jordan, of the State Department, met the minister of Jordan about a ticket.",
            "The government of Chad kept silent.",
            publisher=f"The Daily {number}",
        )
        set_section(article, "news")
        article.save()
        first, second, third = article.paragraphs.filter(number__gt=0)
        said = quote(first, "Ann Lee", "The harbour is no place for a captain")
        speaks(said, "State Department")
        speaks(said, "Chad", code="TD")
        speaks_of(said, "Bo Lee")
        speaks_of(said, "Jordan", code="JO")
        for paragraph, name, code in (
            (first, "Ann Lee", ""),
            (first, "Chad", "TD"),
            (second, "Bo Lee", ""),
            (second, "Jordan", ""),
            (third, "Chad", "TD"),
        ):
            mention(paragraph, name, code=code)
        Role.objects.create(article=article, person=Person.objects.get(name="Ann Lee"), words=f"captain {number}")
    section_named("sport")
    other = Person.objects.create(name="Jordan", identity="jordan@2")
    Alias.objects.create(person=other, name="Jordan", folded="jordan")
    return index_now()


@pytest.fixture
def counting(db, filled, settings, use_engine):
    shutil.copytree(filled, settings.SEARCH_INDEX_DIR)
    return use_engine(Counting())


def chosen() -> dict[str, Any]:
    """Something chosen and something excluded in every filter."""
    ann, bo, jordan = (Person.objects.filter(name=name)[0].pk for name in ("Ann Lee", "Bo Lee", "Jordan"))
    houses = list(Publisher.objects.values_list("pk", flat=True))
    return {
        "person": [ann, bo], "not_person": jordan, "speaker": ann, "not_speaker": [bo, jordan],
        "country": ["TD", "JO"], "not_country": "FR", "publisher": houses[:4], "not_publisher": houses[4],
        "section": "news", "not_section": "sport", "kind": "body", "year": 2020, "month": "2020-06",
        "date_from": "2010", "date_to": "2030",
    }  # fmt: skip


PAGES: list[dict[str, Any]] = [
    {"q": "ferry"},
    {"q": "zeppelin"},
    {"q": SEVEN},
    {"q": MISSPELLED},
    {"q": f"{NAMES} {SEVEN}"},
    {"q": f"{UNKNOWN} {SEVEN}"},
    {"q": f"{NAMES} {UNKNOWN} {MISSPELLED}"},
    {"q": f"{MANY} {SEVEN}"},
    {"q": f"({MANY.replace(' ', ' OR ')}) captian"},
    {"q": "speaker:lee speaker:chad speaker:department about:lee about:jordan captain captian"},
    {"q": "speaker:lee about:jordan publisher:daily section:news (captain OR captian)", "unit": "quotations"},
    {"q": "speaker:lee about:jordan publisher:daily section:news (ferry OR captian)"},
    {"q": "jordan lee captian", "unit": "quotations"},
    {"q": "harbuor OR captain", "unit": "quotations"},
    {"q": "speaker:lee speaker:state publisher:daily (captain OR captian)", "unit": "quotations"},
    {"q": "in:quotes title:(ferry OR captian) chad"},
    {"q": "ann lee jordan chad"},
    {"q": " ".join(f"word{number}" for number in range(32))},
    {"q": ""},
    {"q": '"'},
]
VARIED: list[dict[str, Any]] = [
    {},
    {"page": 2},
    {"page": 10**9},
    {"by": "speakers"},
    {"by": "countries", "unit": "articles"},
    {"unit": "quotations", "copies": "apart", "sort": "oldest"},
]


PATHS = [
    "/api/search/quotations",
    "/api/search/paragraphs",
    "/search/export.csv",
    "/search/export.jsonl",
    "/search/feed.atom",
    "/search/suggestions/",
    "/search/values/people/",
    "/search/values/publishers/",
]


def cost(client, engine: Counting, path: str, parameters: dict[str, Any]) -> tuple[int, int]:
    """Return how many database queries a page takes, and how many calls of the engine."""
    engine.calls.clear()
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(f"{path}?{urlencode(parameters, doseq=True)}")
        b"".join(answer) if answer.streaming else answer.content
    assert answer.status_code in (200, 400)
    return len(queries), len(engine.calls)


@pytest.mark.parametrize("filtered", [False, True], ids=["", "filtered"])
@pytest.mark.parametrize("asked", PAGES, ids=lambda asked: asked["q"][:30])
def test_a_page_of_results(client, counting, asked, filtered):
    filters = chosen() if filtered else {}
    costs = {str(varied): cost(client, counting, "/search/", asked | varied | filters) for varied in VARIED}
    assert {varied: one for varied, one in costs.items() if one[0] > MOST_QUERIES or one[1] > MOST_CALLS} == {}


@pytest.mark.parametrize("filtered", [False, True], ids=["", "filtered"])
@pytest.mark.parametrize("asked", PAGES, ids=lambda asked: asked["q"][:30])
def test_what_goes_the_same_way(client, counting, asked, filtered):
    filters = chosen() if filtered else {}
    costs = {path: cost(client, counting, path, asked | filters) for path in PATHS}
    most = {path: MOST_OF_API if path.startswith("/api/") else MOST_QUERIES for path in PATHS}
    assert {path: one for path, one in costs.items() if one[0] > most[path] or one[1] > MOST_CALLS} == {}


def test_what_costs_most_is_among_them(client, counting):
    """The limits mean something: the dearest of these pages, which finds quotations, comes near to both."""
    dearest = {"q": "speaker:lee about:jordan publisher:daily section:news (captain OR captian)", "unit": "quotations"}
    queries, calls = cost(client, counting, "/search/", dearest | chosen())
    assert (queries > MOST_QUERIES - 2, calls) == (True, MOST_CALLS)


@pytest.mark.parametrize("filtered", [False, True], ids=["", "filtered"])
@pytest.mark.parametrize("asked", PAGES, ids=lambda asked: asked["q"][:30])
def test_a_result_opened_costs_little_more_than_its_article(client, counting, asked, filtered):
    article = Article.objects.earliest("pk")
    alone, _ = cost(client, counting, article.get_absolute_url(), {})
    opened = reverse("opened", args=[article.pk])
    queries, calls = cost(client, counting, opened, asked | (chosen() if filtered else {}) | {"at": 5})
    assert queries - alone <= MOST_BESIDE_AN_ARTICLE
    assert calls <= MOST_CALLS
