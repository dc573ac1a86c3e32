"""What can't be answered gets a sentence, whatever is sent; never a stack trace."""

import pytest
from jsonschema import Draft202012Validator

from api.schemas.problems import PROBLEM
from api.v1 import quotations as module
from api.v1.cursors import write_cursor
from articles.models import Quotation, WithdrawalKind
from articles.queries import quotation_page
from articles.withdrawal.withdraw import Ground, withdraw
from search.engines.port import IndexUnavailable
from tests.search.fake_engines import Failing

pytestmark = pytest.mark.django_db


@pytest.fixture
def problem(client, archive):
    """Ask version 1 for what has no answer: `problem("articles?x=1")` gives the status and the sentence."""

    def told(address: str, **headers: str) -> tuple[int, str]:
        answer = client.get(f"/api/v1/{address}", headers=headers)
        assert answer.headers["Content-Type"] == "application/problem+json"
        assert answer.headers["Cache-Control"] == "no-store"
        data = answer.json()
        Draft202012Validator(PROBLEM.json_schema()).validate(data)
        assert data["status"] == answer.status_code
        return answer.status_code, data["detail"]

    return told


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("articles?x=1", 400, "There is no parameter “x” here"),
        ("articles?sort=newest&sort=newest", 400, "Give “sort” once"),
        ("articles?sort=null", 400, "“sort” can't be “null”: it is 'newest', 'oldest', 'quotations' or 'title'."),
        ("articles?date_from=0000", 400, "“date_from” can't be “0000”: it is a date such as 2022"),
        ("articles?date_from=2022&date_to=2021", 400, "The period ends before it begins."),
        ("articles?size=0", 400, "“size” can't be “0”: it is 1 at the least."),
        ("articles?size=1e3", 400, "“size” can't be “1e3”: it is a whole number."),
        ("articles?person=nobody+at+all", 404, "The archive knows nobody called “nobody at all”."),
        ("articles?publisher=%00", 400, "“publisher” can't be"),
        ("quotations?speaker=7777", 404, "The filter “speaker” has no value “7777”."),
        ("quotations?q=%22%22", 400, "Nothing in “q” can be searched for."),
        ("search/paragraphs", 400, "Give words in “q”, or a filter."),
        ("search/people?q=x", 404, "“unit” can't be “people”: it is 'paragraphs', 'quotations' or 'articles'."),
        ("articles/0", 404, "“id” can't be “0”: it is 1 at the least."),
        ("articles/7777", 404, "The archive has no article of number 7777."),
        ("quotations/7777", 404, "The archive has no quotation of number 7777."),
        ("paragraphs/7777", 404, "The archive has no paragraph of number 7777."),
        ("people/7777", 404, "The archive names nobody of number 7777."),
        ("publishers/7777", 404, "The archive has no publisher of number 7777."),
        ("countries/zz", 404, "The archive has no country of the code ZZ."),
    ],
)
def test_what_is_wrong_is_told_in_a_sentence(problem, address, status, words):
    told, sentence = problem(address)
    assert told == status
    assert words in sentence


HOSTILE = ["%00", "%ed%a0%80", "%ff", "9" * 5_000, "-1", "1_0", "²", "%F0%9F%92%A9" * 900, "' OR 1=1", "<b>"]
NAMES = ("q", "person", "publisher", "section", "name", "sort", "size", "cursor", "date_from", "country")


@pytest.mark.parametrize("value", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_values_are_answered(client, archive, value):
    lists = ("articles", "quotations", "search/articles")
    addresses = [f"{one}?{name}={value}" for one in lists for name in (*NAMES, value[:50])]
    addresses += [f"{one}/{value}" for one in ("articles", "quotations", "paragraphs", "people", "countries")]
    for address in addresses:
        answer = client.get(f"/api/v1/{address}")
        assert answer.status_code in (200, 400, 404), address
        assert "json" in answer.headers["Content-Type"] or answer.status_code == 404


@pytest.mark.parametrize("place", [None, 5, "x", [], [1], ["a", "b"], [1, 2, 3], [None, None], [10**30, 0]], ids=str)
@pytest.mark.parametrize("what", ["articles", "quotations", "countries", "search/paragraphs?q=ferry"])
def test_a_forged_cursor_gets_a_sentence(problem, what, place):
    cursor = write_cursor(["another list"], place)
    both = "&" if "?" in what else "?"
    assert "goes on with another request" in problem(f"{what}{both}cursor={cursor}")[1]
    assert "none that the archive gave out" in problem(f"{what}{both}cursor={cursor[:-3]}AAA")[1]


def test_a_cursor_of_another_query_gets_a_sentence(client, problem):
    cursor = client.get("/api/v1/articles?size=1").json()["next_cursor"]
    for address in ("articles?sort=oldest", "articles?country=PT", "people?size=1"):
        status, sentence = problem(f"{address}&cursor={cursor}")
        assert (status, "goes on with another request" in sentence) == (400, True)
    assert client.get(f"/api/v1/articles?size=3&cursor={cursor}").status_code == 200


def test_what_was_withdrawn_is_gone(problem, archive):
    (quotation,) = Quotation.objects.filter(article=archive["leaves"])
    withdraw(archive["leaves"], Ground(WithdrawalKind.LEGAL, "a judgment"))
    status, sentence = problem(f"articles/{archive['leaves']}")
    assert (status, "was withdrawn for legal reasons on" in sentence) == (410, True)
    assert "a judgment" not in sentence
    assert problem(f"quotations/{quotation.pk}")[0] == 410


def test_withdrawn_while_a_quotation_is_read_it_is_gone(problem, archive, monkeypatch):
    (quotation,) = Quotation.objects.filter(article=archive["leaves"])

    def read(key):
        page = quotation_page(key)
        withdraw(archive["leaves"], Ground(WithdrawalKind.LEGAL, "a judgment"))
        return page

    monkeypatch.setattr(module, "quotation_page", read)
    assert problem(f"quotations/{quotation.pk}")[0] == 410


def test_withdrawn_while_a_list_is_read_its_quotations_are_left_out(client, archive, monkeypatch):
    monkeypatch.setattr(module, "articles_by_key", lambda keys: {})
    answer = client.get("/api/v1/quotations")
    assert (answer.status_code, answer.json()["items"]) == (200, [])


@pytest.mark.parametrize("standing", ["rejected", "gone"])
def test_a_quotation_that_stands_no_more_is_gone(problem, archive, standing):
    quotation = Quotation.objects.get(article=archive["leaves"])
    quotation.spans.all().delete()
    Quotation.objects.filter(pk=quotation.pk).update(standing=standing)
    assert problem(f"quotations/{quotation.pk}")[0] == 410


def test_without_an_index_lists_of_rows_go_on(client, problem, use_engine):
    use_engine(Failing(IndexUnavailable("no index")))
    assert problem("quotations")[0] == problem("search/paragraphs?q=ferry")[0] == 503
    assert client.get("/api/v1/articles").status_code == 200
