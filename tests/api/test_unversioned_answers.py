"""The API answers the page's own request: the same counts, links that lead there, and limits that hold."""

from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from api.parameters.facets import MAX_SIZE
from articles.models import Paragraph
from search.deadline import SearchTooLong
from search.engines.port import IndexUnavailable
from search.language.limits import LONGEST_QUERY
from tests.search.fake_engines import Failing

pytestmark = pytest.mark.django_db


def passages(answer) -> list[dict[str, Any]]:
    return [one for group in answer.data["articles"] + answer.data["groups"] for one in group["passages"]]


def test_an_article_is_told_with_its_passages(ask, archive):
    answer = ask("paragraphs", q="morocco")
    (found,) = answer.data["articles"]
    (passage,) = found["passages"]
    assert answer.data["total"] == {"documents": 1, "articles": 1, "groups": 1}
    assert (found["at"], found["count"], found["article"]["id"]) == (1, 1, archive["leaves"])
    assert found["article"]["publisher"]["name"] == "Harbour Post"
    assert found["article"]["published"] == "2021-05-02"
    address = Paragraph.objects.get(pk=passage["id"]).get_absolute_url()
    assert address.startswith(f"/articles/{archive['leaves']}/p1-")
    assert passage["link"] == f"http://testserver{address}"
    assert [(one["id"], one["link"]) for one in passage["countries"]] == [("MA", "http://testserver/countries/MA/")]


def test_what_an_article_does_not_tell_is_null(ask):
    (found,) = ask("paragraphs", q="ship").data["articles"]
    untold = ("title", "publisher", "published", "published_doubt", "byline", "section", "language", "url")
    assert [found["article"][name] for name in untold] == [None] * len(untold)
    assert passages(ask("paragraphs", q="ship"))[0]["text"] == "Nobody in Lisbon saw a <b>ferry</b> & a ship."


def test_marks_are_half_open_spans_of_code_points(ask):
    (title,) = [one for one in passages(ask("paragraphs", q="ferry leaves 😀")) if one["kind"] == "title"]
    assert {title["text"][mark["start"] : mark["end"]] for mark in title["marks"]} == {"ferry", "leaves"}


def test_a_quotation_is_told_with_who_said_it(ask, client):
    (passage,) = passages(ask("quotations", q="ferry"))
    quotation = passage["quotation"]
    (speaker,) = quotation["speakers"]
    assert passage["text"] == "The ferry to Lisbon was late,"
    assert (speaker["kind"], speaker["name"], speaker["country"]) == ("person", "Amara Okafor", None)
    assert {"name": "Amara Okafor", "id": speaker["person"]}.items() <= passage["people"][0].items()
    assert client.get(quotation["link"], follow=True).status_code == 200


def test_copies_are_folded_and_told_or_apart(ask, archive):
    (folded,) = ask("paragraphs", q='"stop 7"').data["articles"]
    assert folded["copy_count"] == 1
    assert {folded["article"]["id"], folded["copies"][0]["id"]} == {archive["wire"], archive["copy"]}
    assert len(ask("paragraphs", q='"stop 7"', copies="apart").data["articles"]) == 2


@pytest.mark.parametrize("by", ["speakers", "publishers", "countries", "months"])
def test_groups_lead_to_what_they_count(ask, by):
    answer = ask("paragraphs", by=by, q="ferry")
    assert answer.data["articles"] == []
    assert answer.data["groups"]
    for group in answer.data["groups"]:
        assert {one["article"] for one in group["passages"]} <= {one["id"] for one in group["articles"]}
        assert ask(group["link"]).data["total"]["documents"] == group["count"]


REQUESTS = [
    {"q": "ferry"},
    {"q": "ferry -morocco", "sort": "oldest"},
    {"q": "lisbon", "country": "MA"},
    {"q": "ferry", "by": "publishers"},
    {"q": "ferry", "not_kind": "title", "copies": "apart"},
    {"country": ["PT", "MA"], "date_from": "2021"},
    {"q": "nothing like this"},
]


@pytest.mark.parametrize("unit", ["paragraphs", "quotations", "articles"])
@pytest.mark.parametrize("parameters", REQUESTS, ids=str)
def test_counts_are_those_of_the_page(ask, client, unit, parameters):
    answer = ask(unit, **parameters).data
    page = client.get("/search/", {**parameters, "unit": unit}).context["found"]
    assert answer["total"] == {
        "documents": page.documents,
        "articles": page.article_count,
        "groups": page.group_count,
    }
    counts = {facet["facet"]: [(one["value"], one["count"]) for one in facet["values"]] for facet in answer["facets"]}
    assert counts == {facet.facet: [(one.value, one.count) for one in facet.values] for facet in page.facets}
    assert [(one["month"], one["count"]) for one in answer["timeline"]] == [
        (one.month, one.count) for one in page.timeline
    ]
    assert (answer["explanation"], answer["pages"]) == (page.explanation, page.pages)
    assert client.get(answer["links"]["page"]).context["found"].documents == page.documents


def test_a_value_of_a_facet_leads_to_what_it_counts(ask):
    facets = ask("paragraphs", q="ferry").data["facets"]
    followed = [(one, ask(one["link"]).data) for facet in facets for one in facet["values"] if one["count"]]
    assert len(followed) > 5
    assert [one["count"] for one, _ in followed] == [answer["total"]["documents"] for _, answer in followed]


def test_pages_lead_to_each_other(ask):
    first = ask("paragraphs", q="ferry", size=1)
    second = ask(first.data["links"]["next"])
    assert (first.data["size"], first.data["pages"], first.data["links"]["previous"]) == (1, 3, None)
    assert second.data["page"] == 2
    assert second.data["articles"][0]["at"] == 2
    assert ask(second.data["links"]["previous"]).data == first.data
    last = ask("paragraphs", q="ferry", size=1, page=10**17)
    assert (last.data["page"], last.data["links"]["next"]) == (3, None)
    assert parse_qs(urlsplit(last.data["links"]["self"]).query)["page"] == ["3"]


@pytest.mark.parametrize(
    ("size", "given"),
    [("", 10), ("3", 3), (str(MAX_SIZE), MAX_SIZE), ("51", MAX_SIZE), ("9" * 5000, 10), ("0", 10), ("-1", 10)],
)
def test_a_page_has_its_size(ask, size, given):
    answer = ask("paragraphs", q="ferry", size=size)
    assert answer.data["size"] == given
    assert bool(answer.data["problems"]) == (size not in ("", str(given)))


def test_what_cannot_be_read_is_told_with_its_place_and_the_rest_is_searched(ask):
    answer = ask("paragraphs", q='  ferry -""', country="ZZ", date_from="soon", sort="loudest", page="one")
    assert answer.status == 200
    assert answer.data["total"]["documents"] > 0
    of_words = [one for one in answer.data["problems"] if one["start"] is not None]
    assert [answer.data["q"][one["start"] : one["end"]] for one in of_words] == ['""']
    others = " ".join(one["sentence"] for one in answer.data["problems"] if one["start"] is None)
    assert all(word in others for word in ("ZZ", "soon", "loudest", "“one”"))


def test_a_parameter_that_is_none_is_told(ask):
    answer = ask("quotations", q="ferry", speakers="5", unit="articles", **{"<b>" * 50: "x"})
    assert answer.data["unit"] == "quotations"
    assert len(answer.data["problems"]) == 3
    assert "There is no parameter “speakers”; it was left out." in [one["sentence"] for one in answer.data["problems"]]
    many = ask("quotations", q="ferry", **{f"no{n}": "" for n in range(500)})
    assert len(many.data["problems"]) == 10


def test_the_same_limits_as_the_page(ask):
    answer = ask("paragraphs", q="ferry " * LONGEST_QUERY)
    assert answer.status == 200
    assert any(f"{LONGEST_QUERY:,} characters" in one["sentence"] for one in answer.data["problems"])


@pytest.mark.parametrize("parameters", [{}, {"q": "  "}, {"q": '""'}, {"q": "\x00", "country": "ZZ"}], ids=str)
def test_nothing_to_search_for_is_refused_with_the_reasons(ask, parameters):
    answer = ask("paragraphs", **parameters)
    assert (answer.status, answer.data["status"], answer.data["title"]) == (400, 400, "Nothing to search for")
    assert bool(answer.data["problems"]) == bool({"\x00", '""'} & {parameters.get("q")})
    assert answer.headers["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize(
    ("error", "words"), [(IndexUnavailable("no index"), "being prepared"), (SearchTooLong("5 s"), "takes longer")]
)
def test_what_has_no_answer_says_why_and_when_to_try_again(ask, use_engine, error, words):
    use_engine(Failing(error))
    answer = ask("quotations", q="ferry")
    assert (answer.status, answer.data["status"]) == (503, 503)
    assert words in answer.data["detail"]
    assert int(answer.headers["Retry-After"]) > 0
    assert answer.headers["Cache-Control"] == "no-store"


def test_something_else_is_not_searched_for(ask):
    answer = ask("people", q="ferry")
    assert (answer.status, answer.data["title"]) == (404, "No such search")


@pytest.mark.parametrize("method", ["post", "put", "delete", "options", "patch"])
def test_an_answer_is_only_read(client, archive, method):
    assert getattr(client, method)("/api/search/paragraphs?q=ferry").status_code == 405


def test_an_answer_may_be_kept_but_is_asked_for_again(client, archive):
    first = client.get("/api/search/paragraphs?q=ferry")
    again = client.get("/api/search/paragraphs?q=ferry", headers={"If-None-Match": first.headers["ETag"]})
    head = client.head("/api/search/paragraphs?q=ferry")
    assert {"public", "no-cache"} == set(first.headers["Cache-Control"].split(", "))
    assert (again.status_code, again.content) == (304, b"")
    assert (head.status_code, head.content) == (200, b"")
    assert "Access-Control-Allow-Origin" not in first.headers
    assert "Set-Cookie" not in first.headers


def test_it_costs_the_same_however_much_is_found(ask, django_assert_max_num_queries):
    with django_assert_max_num_queries(12):
        ask("quotations", q="ferry")
    with django_assert_max_num_queries(12):
        ask("paragraphs", q="ferry", size=50)


def test_a_parameter_that_is_given_twice_is_told(ask):
    answer = ask("paragraphs", q="ferry", sort=["newest", "oldest"])
    assert [one["sentence"] for one in answer.data["problems"]] == [
        "“sort” was given more than once; the last one was taken."
    ]
