"""The list of countries and a country's page."""

import pytest

pytestmark = pytest.mark.django_db


def test_countries_are_listed_by_name_accents_aside(client, archive):
    for code, name in (("AX", "Åland Islands"), ("PE", "Peru"), ("AF", "Afghanistan"), ("AL", "Albania")):
        archive.mention(archive.article(), "Peru", country=archive.country(code, name))
    archive.country("ZW", "Zimbabwe")  # named nowhere
    listed = [country.who.name for country in client.get("/countries/").context["countries"]]
    assert listed == ["Afghanistan", "Åland Islands", "Albania", "Peru"]


def test_an_empty_archive_says_so(client, db):
    assert "names a country yet" in client.get("/countries/").content.decode()


@pytest.fixture
def peru(archive):
    """A country that is named, speaks, and is spoken of."""
    country = archive.country()
    archive.full()
    second = archive.article("“No ferry,” Lima said.", title="Lima speaks")
    archive.quotation(second, "No ferry,", speaker={"kind": "country", "country": country, "name": "Peru"})
    return archive


def test_a_countrys_page_tells_what_the_archive_knows(client, peru):
    page = client.get("/countries/PE/")
    found = page.context["page"]
    assert [row.article.title for row in found.articles] == ["Ferry 0 leaves"]
    assert [row.quotation.text for row in found.said] == ["No ferry,"]
    assert [row.quotation.text for row in found.about] == ["We never sink,"]
    assert [(person.who.name, person.times) for person in found.people] == [("Mara Quill", 1)]
    assert "Mara Quill" in page.content.decode()


def test_a_countrys_page_tells_who_speaks_of_it(client, peru):
    answer = client.get("/countries/PE/")
    found = answer.context["page"]
    assert [(person.who.name, person.times) for person in found.about_by] == [("Mara Quill", 1)]
    mara = found.about_by[0].who.pk
    page = " ".join(answer.content.decode().split())
    assert f'href="/quotations/?speaker={mara}&amp;about_country=PE">in 1 quotation<' in page
    assert client.get(f"/quotations/?speaker={mara}&about_country=PE").context["listing"].total == 1
    for words in ("1 quotation of its own", "1 quotation about it", "Said about it"):
        assert words in page


def test_who_bears_its_name_is_not_taken_for_it(client, peru):
    peru.quotation(peru.article(), "We never sink,", person=peru.person("Ann Peru"))
    found = client.get("/countries/PE/").context["page"]
    listed = client.get("/quotations/", {"speaker": found.speaker}).context["listing"]
    assert (found.speaker, found.said_count, listed.total) == ("Peru (PE)", 1, 1)


def test_its_counts_agree_with_the_lists_they_lead_to(client, peru):
    found = client.get("/countries/PE/").context["page"]
    assert found.said_count == client.get("/quotations/?speaker=Peru").context["listing"].total
    assert found.about_count == client.get("/quotations/?about_country=PE").context["listing"].total
    assert found.article_count == client.get("/articles/?country=PE").context["listing"].total


@pytest.mark.parametrize("address", ["/countries/ZZ/", "/countries/pe/", "/countries/" + "x" * 500 + "/"])
def test_no_such_country(client, peru, address):
    assert client.get(address).status_code == 404


def test_they_are_for_reading_only(client, peru):
    assert client.post("/countries/").status_code == 405
    assert client.post("/countries/PE/").status_code == 405


def test_more_rows_cost_no_more_queries(archive, queries_of):
    archive.full(0)
    one = queries_of("/countries/"), queries_of("/countries/PE/")
    for n in range(1, 12):
        article = archive.full(n)
        archive.mention(article, "captain", person=archive.person(f"Person {n}"))
        archive.mention(article, "harbour", country=archive.country(f"A{chr(64 + n)}", f"Country {n}"))
    assert (queries_of("/countries/"), queries_of("/countries/PE/")) == one
