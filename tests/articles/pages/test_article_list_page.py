"""The list of articles."""

import re

import pytest

from articles.models import Alias, Person

pytestmark = pytest.mark.django_db


def titles(page):
    """The titles of the entries, in order."""
    found = re.findall(r'<article class="entry">\s*<h2[^>]*>\s*<a[^>]*>(.*?)</a>', page.content.decode(), re.DOTALL)
    return [re.sub(r"<[^>]*>", "", title).strip() for title in found]


@pytest.mark.parametrize("address", ["/", "/articles/"])
def test_it_shows_the_articles(client, archive, address):
    archive.full()
    page = client.get(address)
    assert titles(page) == ["Ferry 0 leaves"]
    assert "1 article" in page.content.decode()
    assert "18 March 2022" in page.content.decode()


def test_an_empty_archive_says_so(client):
    assert "No article is like this" in client.get("/").content.decode()


def test_it_is_for_reading_only(client):
    assert client.post("/articles/").status_code == 405


def test_a_stand_in_title_and_what_is_unknown_are_marked(client, archive):
    archive.article(title="", published="", publisher=None)
    page = client.get("/").content.decode()
    assert '<span class="stand-in">“We never sink,” captain' in page
    assert "untitled: its first words" in page
    assert "date unknown" in page
    assert "publisher unknown" in page


def test_a_month_is_told_as_a_month(client, archive):
    archive.article(published="2022-03")
    assert '<time datetime="2022-03">March 2022</time>' in client.get("/").content.decode()


@pytest.fixture
def three(archive):
    """Three articles: old, new and dateless."""
    archive.full(1, published="2020-05", publisher="Harbour Post")
    archive.article(
        "Nobody here.", title="Ferry 2 leaves", published="2022-03-18", publisher="Quay News", byline="A. Pen"
    )
    archive.article("Nor here.", title="", published="", publisher=None)
    return archive


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["Ferry 2 leaves", "Ferry 1 leaves", "Nor here."]),
        ("sort=newest", ["Ferry 2 leaves", "Ferry 1 leaves", "Nor here."]),
        ("sort=oldest", ["Ferry 1 leaves", "Ferry 2 leaves", "Nor here."]),
        ("sort=title", ["Ferry 1 leaves", "Ferry 2 leaves", "Nor here."]),
        ("sort=quotations", ["Ferry 1 leaves", "Ferry 2 leaves", "Nor here."]),
        ("date_from=2021", ["Ferry 2 leaves"]),
        ("date_from=18+March+2022", ["Ferry 2 leaves"]),
        ("date_from=2022-03-19", []),
        ("date_to=2020", ["Ferry 1 leaves"]),
        ("date_to=2022-03", ["Ferry 2 leaves", "Ferry 1 leaves"]),
        ("date_to=2022-03-17", ["Ferry 1 leaves"]),
        ("date_from=9999&date_to=9999", []),
        ("person=Mara+Quill", ["Ferry 1 leaves"]),
        ("person=mara+quíll", ["Ferry 1 leaves"]),
        ("person=quill", ["Ferry 1 leaves"]),
        ("country=PE", ["Ferry 1 leaves"]),
        ("quotations=with", ["Ferry 1 leaves"]),
        ("quotations=without", ["Ferry 2 leaves", "Nor here."]),
        ("missing=title", ["Nor here."]),
        ("missing=date", ["Nor here."]),
        ("missing=publisher", ["Nor here."]),
        ("missing=byline", ["Ferry 1 leaves", "Nor here."]),
        ("country=PE&missing=date", []),
    ],
)
def test_filters_narrow_and_sort(client, three, query, found):
    assert titles(client.get(f"/?{query}")) == found


def test_a_person_is_found_by_number_and_shown_by_name(client, three):
    person = three.person()
    page = client.get(f"/?person={person.pk}")
    assert titles(page) == ["Ferry 1 leaves"]
    assert f'value="Mara Quill ({person.pk})"' in page.content.decode()
    assert titles(client.get(f"/?person=Mara+Quill+({person.pk})")) == ["Ferry 1 leaves"]


def test_a_publisher_is_chosen_by_number(client, three):
    from articles.models import Publisher

    assert titles(client.get(f"/?publisher={Publisher.objects.get(name='Quay News').pk}")) == ["Ferry 2 leaves"]


def test_filters_in_use_are_chips_that_can_be_taken_away(client, three):
    page = client.get("/?country=PE&date_from=2019&sort=title&page=1")
    assert [(chip.label, chip.value, chip.href) for chip in page.context["listing"].chips] == [
        ("Published from", "2019", "?country=PE&sort=title"),
        ("Names the country", "Peru", "?date_from=2019&sort=title"),
    ]


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("date_from=soon", "“soon” is not a date."),
        ("date_from=03/04/2020", "can be read as two dates"),
        ("date_from=2022&date_to=2020", "The period ends before it begins."),
        ("date_to=" + "9" * 90, "at most 80 characters"),
        ("person=Nobody+Known", "The archive knows nobody called “Nobody Known”."),
        ("person=...", "The archive knows nobody called “...”."),
        ("person=999999999", "The archive has no person of number 999999999."),
        ("person=" + "9" * 25, "The archive knows nobody"),
        ("person=%00", "Null characters are not allowed."),
        ("person=" + "x" * 300, "at most 200 characters"),
        ("country=%00", "is not a country that the archive names."),
        ("country=<b>", "“&lt;b&gt;” is not a country"),
        ("publisher=abc", "The archive has no such publisher."),
        ("publisher=" + "9" * 30, "The archive has no such publisher."),
        ("publisher=%00", "Null characters are not allowed."),
        ("sort=backwards", "A list cannot be sorted by “backwards”."),
        ("quotations=maybe", "maybe is not one of the available choices."),
        ("missing=everything", "everything is not one of the available choices."),
    ],
)
def test_a_value_that_is_not_understood_gets_a_sentence(client, three, query, sentence):
    page = client.get(f"/?{query}")
    assert page.status_code == 200
    assert sentence in page.content.decode()
    assert titles(page) == []


def test_a_surname_finds_everybody_who_bears_it(client, archive):
    alone = Person.objects.create(name="Quill", identity="quill@1")
    Alias.objects.create(person=alone, name="Quill", folded="quill")
    archive.full(1)
    archive.mention(archive.article(title="Quill returns"), "Mara Quill", person=alone)
    archive.mention(archive.article(title="Others"), "captain", person=archive.person("Tom Quillan"))
    assert titles(client.get("/?person=QUILL")) == ["Quill returns", "Ferry 1 leaves"]
    assert titles(client.get(f"/?person={alone.pk}")) == ["Quill returns"]


def test_who_and_what_is_named_nowhere_is_no_filter(client, archive):
    archive.person("Ab Reed")
    archive.country("PE", "Peru")
    assert "The archive knows nobody called “reed”." in client.get("/?person=reed").content.decode()
    assert "“PE” is not a country that the archive names." in client.get("/?country=PE").content.decode()


@pytest.mark.parametrize("number", ["0", "-1", "99", "abc", "9" * 30, "%00"])
def test_an_impossible_page_leads_to_one_there_is(client, three, number):
    assert client.get(f"/?page={number}").status_code == 200


def test_pages_keep_the_filters(client, archive):
    for n in range(26):
        archive.article(title=f"Ferry {n:02} leaves")
    page = client.get("/?date_from=2022&page=2")
    assert len(titles(page)) == 1
    assert 'href="?date_from=2022&amp;page=1"' in page.content.decode()
    assert "26 articles" in page.content.decode()


@pytest.mark.parametrize(
    ("query", "undated"), [("", 1), ("sort=oldest", 1), ("sort=title", 0), ("date_from=2020", 0), ("missing=date", 1)]
)
def test_it_says_how_many_are_last_for_want_of_a_date(client, three, query, undated):
    page = client.get(f"/?{query}")
    assert page.context["listing"].undated == undated
    assert ("last" in text_of_count(page)) == (undated and undated < page.context["listing"].total)


def text_of_count(page) -> str:
    """What a list says of how much it has."""
    return page.content.decode().partition('class="listing-count"')[2].partition("</p>")[0]


@pytest.mark.parametrize(
    ("query", "left_out"),
    [
        ("date_from=2020", 1),
        ("date_to=1980", 1),
        ("date_from=2020&publisher=nobody", 0),
        ("", 0),
        ("date_from=soon", 0),
    ],
)
def test_it_says_how_many_a_time_leaves_out_for_want_of_a_date(client, three, query, left_out):
    page = client.get(f"/?{query}")
    assert page.context["listing"].left_out == left_out
    assert ("1 without a date is left out" in page.content.decode()) == bool(left_out)


def test_an_entry_says_how_many_quotations_there_are_and_whom_it_names(client, three):
    page = " ".join(client.get("/").content.decode().split())
    mara = three.person().pk
    assert (
        f'1 quotation</strong>; names <a href="/people/{mara}/">Mara Quill</a>; <a href="/countries/PE/">Peru<' in page
    )
    assert "No quotation" in page


def test_lists_leave_the_time_of_day_out(client, archive):
    archive.article(published="2022-03-18T13:00+01:00")
    page = client.get("/").content.decode()
    assert '<time datetime="2022-03-18T13:00+01:00">18 March 2022</time>' in page


def test_more_articles_cost_no_more_queries(archive, queries_of):
    archive.full(0)
    one = queries_of("/")
    for n in range(1, 12):
        archive.full(n)
    assert queries_of("/") == one
