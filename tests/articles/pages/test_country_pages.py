"""The list of countries and a country's page."""

import pytest

from articles.extraction.certainty import LEAST_LIKELY

pytestmark = pytest.mark.django_db


def test_countries_are_listed_by_name_accents_aside(client, archive):
    for code, name in (("AX", "Åland Islands"), ("PE", "Peru"), ("AF", "Afghanistan"), ("AL", "Albania")):
        archive.mention(archive.article(), "Peru", country=archive.country(code, name))
    archive.country("ZW", "Zimbabwe")  # named nowhere
    listed = [country.who.name for country in client.get("/countries/").context["countries"]]
    assert listed == ["Afghanistan", "Åland Islands", "Albania", "Peru"]


def test_the_most_named_come_first_with_a_bar(client, archive):
    for code, name in (("PE", "Peru"), ("AF", "Afghanistan"), ("PE", "Peru")):
        archive.mention(archive.article(), "Peru", country=archive.country(code, name))
    page = client.get("/countries/")
    assert [(one.who.name, one.times) for one in page.context["most_named"]] == [("Peru", 2), ("Afghanistan", 1)]
    words = " ".join(page.content.decode().split())
    assert "2 countries, named 3 times" in words
    assert '<rect class="bar-country" width="500" height="8"/>' in words


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


def test_a_countrys_page_tells_who_speaks_of_it(client, peru, search_quotations):
    answer = client.get("/countries/PE/")
    found = answer.context["page"]
    assert [(person.who.name, person.times) for person in found.about_by] == [("Mara Quill", 1)]
    mara = found.about_by[0].who.pk
    page = " ".join(answer.content.decode().split())
    assert f'href="/search/?unit=quotations&amp;about_country=PE&amp;speaker={mara}">1<' in page
    assert search_quotations(f"about_country=PE&speaker={mara}").total == 1
    for words in ("Speaks in <a", ">1 quotation</a>, is spoken of in <a", "Said by Peru", "Said about Peru"):
        assert words in page


def test_a_countrys_page_tells_by_what_it_is_named(client, peru):
    peru.mention(peru.article(), "Peru", country=peru.country())
    peru.country().mentions.filter(pk=peru.country().mentions.last().pk).update(by="capital")
    peru.mention(peru.article(), "Peru", country=peru.country())
    answer = client.get("/countries/PE/")
    assert [(way.who, way.times) for way in answer.context["page"].ways] == [("By name", 2), ("By the capital", 1)]
    assert "By the capital" in answer.content.decode()


def test_what_is_unsure_stands_apart_and_is_counted_apart(client, peru, search_quotations):
    article = peru.article("“No fog,” Lima may have said.")
    unsure = peru.quotation(article, "No fog,", speaker={"kind": "country", "country": peru.country(), "name": "Peru"})
    unsure.confidence = LEAST_LIKELY - 0.01
    unsure.save()
    answer = client.get("/countries/PE/")
    found = answer.context["page"]
    assert [row.quotation.text for row in found.said] == ["No ferry,"]
    assert (found.said_count, found.unsure_count) == (1, 1)
    address = "/search/?unit=quotations&certainty=unsure&candidate=PE"
    link = f'<a href="{address.replace("&", "&amp;")}">1 more quotation that may be Peru’s</a>'
    assert link in answer.content.decode()
    assert search_quotations(address).texts == ["No fog,"]


def test_who_bears_its_name_is_not_taken_for_it(client, peru, search_quotations):
    peru.quotation(peru.article(), "We never sink,", person=peru.person("Ann Peru"))
    found = client.get("/countries/PE/").context["page"]
    assert found.said_count == search_quotations("speaker=PE").total == 1


def test_its_counts_agree_with_the_lists_they_lead_to(client, peru, search_quotations):
    found = client.get("/countries/PE/").context["page"]
    assert found.said_count == search_quotations("/quotations/?certainty=known&speaker=Peru").total
    assert found.about_count == search_quotations("about_country=PE").total
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
