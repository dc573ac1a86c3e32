"""Version 1 tells what pages show, list by list, read on by cursors, at a fixed number of queries."""

from typing import Any
from urllib.parse import urlencode

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from api.v1.articles import ArticleParameters
from api.v1.parameters import ListParameters
from api.v1.people import PersonParameters
from api.v1.publishers import PublisherParameters
from articles.filters import ArticleFilter, PersonFilter, PublisherListFilter
from articles.identity.sections import section_named
from articles.models import Article, Paragraph, Person, StoryMember, WithheldPerson
from tests.api.conftest import ApiAnswer

pytestmark = pytest.mark.django_db

LISTS = ["articles", "paragraphs", "quotations", "people", "countries", "publishers"]


@pytest.fixture
def ask(client, archive):
    """Ask version 1: `ask("articles", sort="oldest")`, or by a whole address."""

    def asked(what: str, /, **parameters: Any) -> ApiAnswer:
        address = what if "://" in what else f"/api/v1/{what}?{urlencode(parameters, doseq=True)}".rstrip("?")
        answer = client.get(address)
        return ApiAnswer(answer.status_code, answer.json(), answer.headers)

    return asked


def ids(answer: ApiAnswer) -> list[Any]:
    return [one["id"] for one in answer.data["items"]]


def read_through(ask, what: str, **parameters: Any) -> list[Any]:
    """Read a list to its end, one item at a time."""
    answer, found = ask(what, size=1, **parameters), []
    while True:
        found += ids(answer)
        if answer.data["links"]["next"] is None:
            return found
        answer = ask(answer.data["links"]["next"])


@pytest.mark.parametrize("what", LISTS)
def test_a_list_is_read_through_by_its_cursors(ask, what):
    whole = ask(what)
    assert whole.data["total"] == len(whole.data["items"]) > 0
    assert whole.data["next_cursor"] is None
    assert read_through(ask, what) == ids(whole)


@pytest.mark.parametrize("sort", ["newest", "oldest", "quotations", "title"])
def test_an_order_of_articles_is_that_of_the_page_however_it_is_read(ask, client, sort):
    page = client.get("/", {"sort": sort}).context["listing"].entries
    assert read_through(ask, "articles", sort=sort) == [one.article.pk for one in page]


def test_what_comes_meanwhile_neither_shifts_nor_repeats(ask, archive):
    first = ask("articles", size=2)
    Article.objects.filter(pk=archive["wire"]).update(published="2023", published_from="2023-01-01T00:00Z")
    rest = ask(first.data["links"]["next"])
    assert set(ids(first)).isdisjoint(ids(rest))


def test_an_article_is_told_with_its_text(ask, archive):
    told = ask(f"articles/{archive['leaves']}").data
    assert [one["anchor"] for one in told["paragraphs"]] == ["title", "p1", "p2"]
    (quotation,) = told["quotations"]
    (stretch,) = quotation["stretches"]
    texts = {one["id"]: one["text"] for one in told["paragraphs"]}
    assert texts[stretch["paragraph"]][stretch["start"] : stretch["end"]] == quotation["text"]
    assert [(one["name"], one["times"]) for one in told["people"]] == [("Amara Okafor", 1)]
    for paragraph in told["paragraphs"]:
        for mention in paragraph["mentions"]:
            assert paragraph["text"][mention["start"] : mention["end"]] in ("Morocco", "Lisbon", "Amara Okafor")


def test_copies_tell_their_story(ask, archive):
    wire, copy = (ask(f"articles/{archive[name]}").data for name in ("wire", "copy"))
    assert wire["story"] == copy["story"] == archive["wire"]
    assert [one["id"] for one in wire["copies"]] == [archive["copy"]]


def test_more_copies_cost_no_more(ask, archive, django_assert_num_queries):
    def asked():
        return ask(f"articles/{archive['wire']}").data["copies"]

    story = StoryMember.objects.get(article=archive["wire"]).story_id
    with CaptureQueriesContext(connection) as one:
        assert len(asked()) == 1
    for name in ("leaves", "ship"):
        StoryMember.objects.filter(article=archive[name]).delete()
        StoryMember.objects.create(article_id=archive[name], story_id=story, version=1)
    sport = section_named("Sport")
    Article.objects.update(section=sport)
    with django_assert_num_queries(len(one)):
        assert len(asked()) == 3


@pytest.mark.parametrize("code", ["pt", "PT", "pT"])
def test_a_code_of_a_country_may_be_written_in_any_case(ask, code):
    assert ids(ask("articles", country=code)) == ids(ask("articles", country="PT"))
    assert ask("articles", country=code).data["total"] == 2
    assert ask(f"countries/{code}").status == 200


def test_a_quotation_is_told_alike_wherever_it_stands(ask, archive):
    (listed,) = ask("quotations").data["items"]
    alone = ask(f"quotations/{listed['id']}").data
    assert {name: alone[name] for name in listed} == listed
    assert [one["step"] for one in alone["evidence"]][:2] == ["Cue", "Speaker"]
    (in_article,) = ask(f"articles/{archive['leaves']}").data["quotations"]
    assert {name: listed[name] for name in in_article} == in_article


def test_what_somebody_said_of_a_country_in_a_year_is_one_request(ask):
    speaker = Person.objects.get(name="Amara Okafor").pk
    asked = {"speaker": speaker, "about_country": "PT", "year": 2021}
    (told,) = ask("quotations", **asked).data["items"]
    assert (told["text"], told["published_in"]["publisher"]["name"]) == (
        "The ferry to Lisbon was late,",
        "Harbour Post",
    )
    for other in ({"year": 2020}, {"about_country": "MA"}, {"certainty": "unsure"}):
        assert ask("quotations", **asked | other).data["total"] == 0


def test_a_paragraph_is_told_with_its_lasting_address(ask, client):
    for told in ask("paragraphs").data["items"]:
        assert ask(f"paragraphs/{told['id']}").data == told
        row = Paragraph.objects.get(pk=told["id"])
        assert told["link"] == f"http://testserver{row.get_absolute_url()}"


def test_a_person_is_told_as_on_the_page(ask, client):
    (listed,) = ask("people", name="okafor").data["items"]
    page = client.get(f"/people/{listed['id']}/").context["page"]
    told = ask(f"people/{listed['id']}").data
    assert (told["quotation_count"], told["article_count"]) == (page.quotation_count, page.article_count) == (1, 1)
    assert told.keys() > listed.keys()


def test_who_is_withheld_is_told_nowhere(ask):
    person = Person.objects.get(name="Amara Okafor")
    WithheldPerson.objects.create(person=person, kind=WithheldPerson.Kind.HIDDEN)
    assert ask(f"people/{person.pk}").status == 404
    (quotation,) = ask("quotations").data["items"]
    addresses = [*LISTS, f"quotations/{quotation['id']}"]
    assert all(f'"id": {person.pk}, "name": "Amara' not in str(ask(one).data) for one in addresses)
    assert quotation["speakers"] == []
    assert ask(f"quotations/{quotation['id']}").data["evidence"] == []
    assert ask("quotations", speaker=person.pk).status == 404


def test_countries_and_publishers_are_told(ask):
    assert ask("countries/pt").data["article_count"] == 2
    (publisher,) = ask("publishers", name="harbour").data["items"]
    assert ask(f"publishers/{publisher['id']}").data["years"] == [{"first": "2021", "last": "2021", "articles": 1}]


@pytest.mark.parametrize("unit", ["paragraphs", "quotations", "articles"])
def test_a_search_is_told_as_before_version_1(ask, client, unit):
    told = ask(f"search/{unit}", q="ferry").data
    before = client.get(f"/api/search/{unit}", {"q": "ferry"}).json()
    same = before.keys() - {"links", "facets", "groups"}
    assert {name: told[name] for name in same} == {name: before[name] for name in same}
    assert told["links"]["page"] == before["links"]["page"]


def test_a_search_goes_on_by_its_cursor(ask):
    first = ask("search/paragraphs", q="ferry", size=1)
    second = ask("search/paragraphs", q="ferry", size=1, cursor=first.data["next_cursor"])
    assert (first.data["page"], second.data["page"], second.data["pages"]) == (1, 2, 3)
    assert ask(second.data["links"]["previous"]).data == first.data


def test_matches_are_as_many_as_the_search_counts(ask):
    for unit in ("paragraphs", "quotations"):
        counted = ask(f"search/{unit}", q="ferry OR stop", copies="apart").data["total"]["documents"]
        listed = ask(unit, q="ferry OR stop")
        assert listed.data["total"] == counted == len(listed.data["items"])


@pytest.mark.parametrize(
    ("parameters", "filters"),
    [
        (ArticleParameters, ArticleFilter),
        (PersonParameters, PersonFilter),
        (PublisherParameters, PublisherListFilter),
    ],
)
def test_lists_are_narrowed_as_those_of_the_pages(parameters, filters):
    assert set(parameters.model_fields) - set(ListParameters.model_fields) == set(filters.base_filters)


@pytest.mark.parametrize("what", [*LISTS, "search/quotations"])
def test_it_costs_the_same_however_much_is_found(ask, what, django_assert_max_num_queries):
    parameters = {"q": "ferry"} if "search" in what else {}
    with django_assert_max_num_queries(14):
        ask(what, **parameters)


def test_an_answer_may_be_kept_but_is_asked_for_again(client, archive):
    first = client.get("/api/v1/articles")
    again = client.get("/api/v1/articles", headers={"If-None-Match": first.headers["ETag"]})
    head = client.head("/api/v1/articles")
    assert {"public", "no-cache"} == set(first.headers["Cache-Control"].split(", "))
    assert (again.status_code, again.content, head.status_code, head.content) == (304, b"", 200, b"")
    assert client.post("/api/v1/articles").status_code == 405
