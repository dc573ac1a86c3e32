"""The list of publishers and a publisher's page."""

from urllib.parse import quote

import pytest

from articles.identity.publishers import alias_named
from articles.models import Publisher

pytestmark = pytest.mark.django_db


@pytest.fixture
def post(archive):
    """The Harbour Post with three articles in two sections and two spellings, beside the Quay News with one."""
    for n, (published, section) in enumerate((("2019-01-02", "politics"), ("2022-03-18", "Politics"), ("", "sport"))):
        archive.full(n, published=published, section=section)
    archive.article(title="Another", publisher="HARBOUR POST", published="2020", section="")
    archive.article(title="Elsewhere", publisher="Quay News")
    alias_named("Nobody's Paper")
    return Publisher.objects.get(name="Harbour Post")


def text(answer) -> str:
    return " ".join(answer.content.decode().split())


def names(answer) -> list[str]:
    return [row.publisher.name for row in answer.context["listing"].entries]


def test_the_list_has_those_with_articles_the_most_first(client, post):
    page = client.get("/publishers/")
    assert names(page) == ["Harbour Post", "Quay News"]
    entry = page.context["listing"].entries[0]
    assert (entry.article_count, entry.first, entry.last) == (4, "2019-01-02", "2022-03-18")
    assert entry.aliases == ["HARBOUR POST"]
    assert 'href="/publishers/harbour-post/"' in text(page)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("name=harb", ["Harbour Post"]),
        ("name=POST+h", ["Harbour Post"]),
        ("name=news", ["Quay News"]),
        ("name=nobody", []),
        ("name=!!!", []),
        ("name=%25", []),
        ("sort=name", ["Harbour Post", "Quay News"]),
        ("page=99", ["Harbour Post", "Quay News"]),
        ("sort=backwards", []),
        ("name=%00", []),
        ("name=" + "x" * 500, []),
    ],
)
def test_the_list_is_filtered_and_sorted(client, post, query, found):
    assert names(client.get(f"/publishers/?{query}")) == found


def test_a_page_has_what_the_archive_knows_of_it(client, post, archive, search_quotations):
    page = client.get("/publishers/harbour-post/")
    shown, words = page.context["page"], text(page)
    assert [(one.section.name, one.times) for one in shown.sections] == [("Politics", 2), ("Sport", 1)]
    assert [row.article.title for row in shown.articles] == [
        "Ferry 1 leaves",
        "Another",
        "Ferry 0 leaves",
        "Ferry 2 leaves",
    ]
    assert [(one.who.name, one.times) for one in shown.speakers] == [("Mara Quill", 3)]
    assert "Also written HARBOUR POST" in words
    assert ">2 January 2019</time> to <time" in words
    section = shown.sections[0].section.pk
    for filtered, total in ((f"/articles/?publisher={post.pk}&section={section}", 2), (f"/?publisher={post.pk}", 4)):
        assert client.get(filtered).context["listing"].total == total
    said = search_quotations(f"speaker={archive.person().pk}&publisher={post.pk}")
    assert said.total == shown.quotation_count == 3


def test_a_page_has_a_column_a_year_that_leads_to_its_articles(client, post):
    page = client.get("/publishers/harbour-post/")
    years = page.context["page"].years
    assert [(year.name, year.times) for year in years] == [("2019", 1), ("2020", 1), ("2021", 0), ("2022", 1)]
    address = f"/articles/?publisher={post.pk}&date_from=2022&date_to=2022"
    assert f'<a href="{address.replace("&", "&amp;")}" aria-label="2022: 1 article">' in text(page)
    assert client.get(address).context["listing"].total == 1


@pytest.mark.parametrize(
    ("published", "names"),
    [
        (["1990", "2049"], [str(year) for year in range(1990, 2050)]),
        (
            ["1990", "2050"],
            ["1990 to 1999", "2000 to 2009", *(f"20{n}0 to 20{n}9" for n in (1, 2, 3, 4)), "2050 to 2059"],
        ),
        (["0001", "0999"], ["0001 to 0099", *(f"0{n}00 to 0{n}99" for n in range(1, 10))]),
        (["", "2020"], ["2020"]),
        ([""], []),
    ],
)
def test_a_chart_has_no_more_columns_than_it_has_room_for(client, archive, published, names):
    for one in published:
        archive.article(published=one)
    page = client.get("/publishers/harbour-post/").context["page"]
    assert [year.name for year in page.years] == names
    assert sum(year.times for year in page.years) == len([one for one in published if one])


def test_a_publisher_without_articles_has_a_page(client, post):
    words = text(client.get("/publishers/nobodys-paper/"))
    for part in ("0 articles", "No article names one.", "Nobody who is known by name.", "No article."):
        assert part in words


@pytest.mark.parametrize("way", ["HARBOUR POST", "harbour post", "Harbour-Post", "{pk}", "HARBOUR-POST"])
def test_every_way_to_call_it_leads_to_its_address(client, post, way):
    answer = client.get(f"/publishers/{quote(way.format(pk=post.pk))}/")
    assert (answer.status_code, answer.url) == (302, "/publishers/harbour-post/")


def test_an_address_in_any_script_is_one(client, archive):
    archive.article(publisher="Новости <b>")
    publisher = Publisher.objects.get()
    answer = client.get(publisher.get_absolute_url())
    assert answer.status_code == 200
    assert "Новости &lt;b&gt;" in text(answer)


@pytest.mark.parametrize(
    "path", ["nobody", "%00", "x" * 3_000, "%F0%9F%91%8D", "..%2f..", "'%20OR%201=1", "%3Cscript%3E", "9" * 30, "%"]
)
def test_what_calls_none_is_not_found(client, post, path):
    assert client.get(f"/publishers/{path}/").status_code == 404


def test_pages_are_only_read(client, post):
    for address in ("/publishers/", "/publishers/harbour-post/"):
        assert client.post(address).status_code == 405


def test_an_article_leads_to_its_publisher_and_its_section(client, post):
    article = post.article_set.filter(section__name="Sport").get()
    words = text(client.get(f"/articles/{article.pk}/"))
    assert '<a href="/publishers/harbour-post/">Harbour Post</a>' in words
    assert f'<a href="/articles/?section={article.section_id}">Sport</a>' in words


def test_more_rows_cost_no_more_queries(archive, post, queries_of):
    pages = ("/publishers/", "/publishers/harbour-post/", "/publishers/?name=harbour", "/articles/?publisher=nobody")
    one = [queries_of(page) for page in pages]
    for n in range(12):
        archive.full(10 + n, section=f"Section {n}", published=f"20{n + 10}-01")
        archive.article(publisher=f"Harbour {n}")
        alias_named(f"HARBOUR-POST{'.' * n}")
    assert [queries_of(page) for page in pages] == one


def test_a_page_that_finds_nothing_costs_no_more(post, queries_of):
    assert queries_of("/publishers/?name=zeppelin") <= queries_of("/publishers/?name=harbour")
    assert queries_of("/publishers/nobodys-paper/") <= queries_of("/publishers/harbour-post/")


@pytest.mark.parametrize("table", ["publisher", "publisheralias", "publisherdecision", "section", "sectionalias"])
def test_administrators_see_them_and_change_nothing(admin_site, admin_client, post, table):
    assert admin_client.get(f"/admin/articles/{table}/").status_code == 200
    assert admin_client.get(f"/admin/articles/{table}/add/").status_code == 403
