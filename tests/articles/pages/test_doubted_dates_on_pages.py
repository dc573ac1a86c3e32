"""A doubted date is shown as one, and is none to every order, filter and period of a page."""

import pytest

from articles.models import Publisher
from tests.articles.pages.test_article_list_page import titles

pytestmark = pytest.mark.django_db
AHEAD = "it lies ahead of the import, which was on 1 May 2024"
CAN_NOT_BE = '<span class="unknown">dated <time datetime="2091-06-07">7 June 2091</time>, which can’t be</span>'


@pytest.fixture
def three(archive):
    """The first article says that it is of 2091."""
    made = [archive.full(1, published="2091-06-07", doubt=AHEAD)]
    return [*made, *(archive.full(n, published=f"20{18 + n}-06-08") for n in (2, 3))]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", [3, 2, 1]),
        ("sort=newest", [3, 2, 1]),
        ("sort=oldest", [2, 3, 1]),
        ("date_from=2000", [3, 2]),
        ("date_from=2091", []),
        ("date_to=2099", [3, 2]),
        ("date_from=2000&date_to=2099&sort=oldest", [2, 3]),
        ("missing=date", [1]),
    ],
)
def test_lists_take_a_doubted_date_for_none(client, three, query, found):
    assert titles(client.get(f"/articles/?{query}")) == [f"Ferry {n} leaves" for n in found]


@pytest.mark.parametrize(
    ("query", "found"),
    [("", [3, 2, 1]), ("sort=oldest", [2, 3, 1]), ("date_from=2000", [3, 2]), ("date_to=2099", [3, 2])],
)
def test_quotations_take_it_for_none(search_quotations, three, query, found):
    assert [str(one.article) for one in search_quotations(query).quotations] == [f"Ferry {n} leaves" for n in found]


def test_the_latest_of_a_person_are_those_of_a_day_that_can_be(client, three, archive):
    page = client.get(archive.person().get_absolute_url()).content.decode()
    assert page.index("Ferry 3 leaves") < page.index("Ferry 2 leaves") < page.index("Ferry 1 leaves")
    assert "June 2020 to June 2021" in " ".join(page.split())


def test_a_publisher_is_of_days_that_can_be(client, three):
    page = client.get(Publisher.objects.get().get_absolute_url()).content.decode()
    assert page.index("Ferry 3 leaves") < page.index("Ferry 2 leaves") < page.index("Ferry 1 leaves")
    assert '<time datetime="2020-06-08">8 June 2020</time> to <time datetime="2021-06-08">8 June 2021</time>' in page


@pytest.mark.parametrize("address", ["/", "article"])
def test_pages_say_that_it_is_doubted(client, three, address):
    page = client.get(three[0].get_absolute_url() if address == "article" else address).content.decode()
    assert CAN_NOT_BE in page


def test_an_article_says_why_its_date_is_doubted(client, three):
    assert f"The date is doubted: {AHEAD}." in client.get(three[0].get_absolute_url()).content.decode()


def test_an_article_says_why_its_date_was_left_unknown(client, archive):
    page = client.get(archive.article(published="", doubt="“1/2/20” can be <two>").get_absolute_url()).content.decode()
    assert "The date was left unknown: “1/2/20” can be &lt;two&gt;." in page
    assert "date unknown" in page


def test_an_editor_says_that_it_is_so_all_the_same(client, three, editor):
    client.force_login(editor)
    first = three[0]
    sent = {"value": "7 June 2091", "reason": "it is the cover's date", "seen": first.revision}
    assert client.post(f"/articles/{first.pk}/correct/published/", sent).status_code == 302
    assert titles(client.get("/articles/"))[0] == "Ferry 1 leaves"
    assert CAN_NOT_BE not in client.get("/articles/").content.decode()
