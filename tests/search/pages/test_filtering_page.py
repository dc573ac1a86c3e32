"""Filters on the page of results: chosen, left out, taken back one by one or all at once, and searched by name."""

import re
import shutil
from html import unescape

import pytest

from articles.models import Person
from search.indexing.sync import sync
from search.results.prepared_query import VALUES_PER_FACET

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def indexed(rows_of_a_module, add_two, add_article, mention, index_now):
    """Talk of war in which a dozen are named."""
    add_two()
    for number in range(12):
        article = add_article(f"Meeting {number}", f"Bo{number} Marsh talked of war.", publisher=f"House {number}")
        mention(article.paragraphs.get(number=1), f"Bo{number} Marsh")
    return index_now()


@pytest.fixture
def named(db, indexed, settings):
    shutil.copytree(indexed, settings.SEARCH_INDEX_DIR)


@pytest.fixture
def look(client, named):
    def page(query: str = "", path: str = "/search/", status: int = 200, **headers) -> str:
        answer = client.get(f"{path}?{query}", headers=headers)
        assert answer.status_code == status
        return answer.content.decode()

    return page


def links(page: str, of: str) -> dict[str, str]:
    """The links of a class by their words, as a reader of the screen hears them."""
    found = re.findall(rf'<a class="{of}[^"]*"[^>]*?href="([^"]*)"[^>]*>(.*?)</a>', page, re.S)
    return {" ".join(unescape(re.sub("<[^>]*>", " ", text)).split()): unescape(href) for href, text in found}


def people(page: str) -> str:
    """The facet of the people named."""
    return page.split('id="facet-people"')[1].split("</section>")[0]


def test_a_value_can_be_left_out_and_taken_back(look):
    kirby = Person.objects.get(name="Kirby").pk
    without = links(people(look("q=war")), "facet-not")["× leave out Kirby"]
    assert without == f"/search/?q=war&not_person={kirby}"
    page = look(without.split("?")[1])
    assert "No war with China" not in page.replace('<mark class="hit" title="">war</mark>', "war")
    assert links(people(page), "facet-not")["+ take Kirby back in"] == "/search/?q=war"
    assert "People named: not Kirby (remove this filter)" in links(page, "chip")


def test_what_is_left_out_has_a_chip_that_says_not(look):
    kirby = Person.objects.get(name="Kirby").pk
    page = look(f"q=war&not_person={kirby}&person={kirby + 1}")
    assert "People named: not Kirby (remove this filter)" in links(page, "chip")
    assert links(page, "chip")["People named: not Kirby (remove this filter)"] == f"?q=war&person={kirby + 1}"


def test_every_filter_has_a_chip_and_all_go_at_once(look):
    page = look(
        "q=war&unit=quotations&country=CN&not_kind=title&year=2021&date_from=2019&date_to=2022&sort=newest&by=months"
    )
    labels = [words.split(":")[0] for words in links(page, "chip")]
    assert labels == [
        "Countries named", "Part of the article", "Years", "Published from", "Published to", "Clear all",
    ]  # fmt: skip
    assert links(page, "chip")["Clear all"] == "?q=war&unit=quotations&sort=newest&by=months"


def test_chips_stay_where_nothing_could_be_searched(look, settings, tmp_path):
    settings.SEARCH_INDEX_DIR = tmp_path / "none"
    page = look("q=war&country=CN")
    assert "search index is being prepared" in page
    assert "Countries named: China (remove this filter)" in links(page, "chip")


def test_a_chosen_value_without_results_stays_in_sight(look):
    page = look("q=tax&kind=note")
    assert "note (chosen, take away) 0" in links(page, "facet-value")


def test_months_are_below_the_years_that_are_chosen(look):
    assert "values-months" not in look("q=war")
    months = look("q=war&year=2021").split('values-months"')[1].split("</ul>")[0]
    assert re.findall(r'facet-name">([^<]*)<', months) == ["June 2021"]
    assert "June 2020" in look("q=war&not_month=2020-06").split('values-months"')[1].split("</ul>")[0]


def test_the_latest_years_come_first(look):
    years = look("q=war").split('id="facet-years"')[1].split("</ul>")[0]
    assert re.findall(r'facet-name">([^<]*)<', years) == ["2021", "2020", "2019"]


def test_eight_values_are_in_sight_and_more_can_be_searched_by_name(look):
    facet = people(look("q=war"))
    assert facet.split('class="facet-more"')[0].count('class="facet-name"') == 8
    assert 'action="/search/values/people/"' in facet
    assert 'name="q" value="war"' in facet


def test_a_list_that_is_cut_leads_to_all_of_it(look, add_article, mention):
    assert "All people named" not in look("q=war")
    crowd = [f"Bo{number} Quay" for number in range(VALUES_PER_FACET)]
    article = add_article("A crowd", f"{', '.join(crowd)} spoke of war.")
    for name in crowd:
        mention(article.paragraphs.get(number=1), name)
    sync()
    facet = people(look("q=war"))
    assert facet.count('class="facet-name"') == VALUES_PER_FACET
    assert '<a href="/search/values/people/?q=war"' in facet


def test_the_form_carries_what_is_chosen_and_left_out(look):
    form = look("q=war&country=CN&not_kind=title&page=2").split("<form id=")[1].split("</form>")[0]
    assert re.findall(r'type="hidden" name="([^"]*)" value="([^"]*)"', form) == [
        ("country", "CN"),
        ("not_kind", "title"),
    ]


def test_a_name_leads_to_the_values_of_a_facet(look):
    page = look("q=war&name=bo1", "/search/values/people/")
    assert sorted(links(page, "facet-value")) == ["Bo1 Marsh 1", "Bo10 Marsh 1", "Bo11 Marsh 1"]
    assert links(page, "facet-value")["Bo1 Marsh 1"].startswith("/search/?q=war&person=")
    assert 'href="/search/?q=war"' in page


HOSTILE = [
    "name=%00%25",
    "q=(((&name=<script>alert(1)</script>",
    "name=" + "a" * 5000,
    "q=war&person=x&page=-1&name=%F0%9F%98%80",
    "name=" + "b+" * 400,
]


@pytest.mark.parametrize("query", HOSTILE)
@pytest.mark.parametrize("facet", ["people", "speakers", "countries", "publishers"])
def test_anything_may_be_looked_for(look, facet, query):
    page = look(query, f"/search/values/{facet}/")
    assert "<script>alert" not in page
    assert "</html>" in page


@pytest.mark.parametrize("facet", ["years", "x", "people%00"])
def test_other_lists_are_not_there(client, db, facet):
    assert client.get(f"/search/values/{facet}/?q=war").status_code == 404


def test_the_values_know_no_other_method(client, db):
    assert client.post("/search/values/people/").status_code == 405


def test_a_change_in_place_leaves_a_clean_address(client, named):
    answer = client.get("/search/?q=war&unit=&sort=&date_from=&by=", headers={"HX-Request": "true"})
    assert answer.headers["HX-Push-Url"] == "/search/?q=war"
    assert "HX-Push-Url" not in client.get("/search/?q=war&unit=").headers
