"""The list of quotations, and the address of each."""

import pytest

from articles.models import Person

pytestmark = pytest.mark.django_db

SAID = "“We never sink,” Mara Quill said. “Tom Reed paid for it,” she told Peru."


@pytest.fixture
def said(archive):
    """Three quotations of two years: by a person, about a person beside a country, by an organisation."""
    mara, tom = archive.person("Mara Quill"), archive.person("Tom Reed")
    new = archive.article(SAID, title="New", published="2022-03-18")
    old = archive.article("“No boats today” was all that the Harbour Board wrote.", title="Old", published="2019")
    archive.mention(new, "Tom Reed", person=tom)
    archive.mention(new, "Mara Quill", person=mara)
    archive.mention(new, "Peru", country=archive.country())
    archive.quotation(new, "We never sink,", person=mara)
    paid = archive.quotation(new, "Tom Reed paid for it,", kind="mixed", person=mara)
    archive.about(paid, person=tom)
    board = {"kind": "organisation", "name": "Harbour Board"}
    boats = archive.quotation(old, "No boats today", kind="mixed", speaker=board)
    archive.about(boats, country=archive.country("CL", "Chile"))
    archive.about(boats, person=tom)
    return archive


def texts(client, query=""):
    return [row.quotation.text for row in client.get(f"/quotations/?{query}").context["listing"].entries]


def test_it_shows_words_speaker_article_and_date(client, said):
    page = client.get("/quotations/").content.decode()
    for words in ("We never sink,", "Mara Quill", "Harbour Board", "New</a>", "18 March 2022", "3 quotations"):
        assert words in page


SINK, PAID, BOATS = "We never sink,", "Tom Reed paid for it,", "No boats today"


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", [SINK, PAID, BOATS]),
        ("sort=oldest", [BOATS, SINK, PAID]),
        ("speaker=Mara+Quill", [SINK, PAID]),
        ("speaker=harbour+board", [BOATS]),
        ("about=Tom+Reed", [PAID, BOATS]),
        ("about=Tom+Reed&speaker=Mara+Quill", [PAID]),
        ("about_country=CL", [BOATS]),
        ("about_country=CL&about=Tom+Reed&speaker=harbour+board", [BOATS]),
        ("about_country=CL&speaker=Mara+Quill", []),
        ("about=Mara+Quill", []),
        ("country=PE", [SINK, PAID]),
        ("date_to=2020", [BOATS]),
        ("date_from=2020", [SINK, PAID]),
        ("kind=direct", [SINK]),
        ("kind=mixed&speaker=quill", [PAID]),
    ],
)
def test_filters_narrow_and_sort(client, said, query, found):
    assert texts(client, query) == found


def test_a_speaker_is_found_by_number(client, said):
    assert texts(client, f"speaker={said.person('Mara Quill').pk}") == [SINK, PAID]
    assert texts(client, f"speaker={said.person('Tom Reed').pk}") == []


def test_a_surname_finds_everybody_who_bears_it(client, archive):
    article = archive.article()
    archive.quotation(article, "We never sink,", person=archive.person("Quill"))
    archive.quotation(article, "captain", person=archive.person("Mara Quill"))
    archive.quotation(article, "harbour", person=archive.person("Tom Quillan"))
    assert texts(client, "speaker=quill") == ["We never sink,", "captain"]


def test_a_country_speaks_by_its_name_beside_people_who_bear_it(client, archive):
    article = archive.article()
    peru = {"kind": "country", "country": archive.country(), "name": "Peru"}
    archive.quotation(article, "We never sink,", speaker=peru)
    archive.quotation(article, "captain", person=archive.person("Ann Peru"))
    archive.quotation(article, "harbour", person=archive.person("Peru"))
    assert texts(client, "speaker=peru") == ["We never sink,", "captain", "harbour"]
    assert texts(client, "speaker=Peru+(PE)") == ["We never sink,"]
    assert texts(client, f"speaker={archive.person('Ann Peru').pk}") == ["captain"]


def test_a_number_means_one_person_and_not_their_namesakes(client, archive):
    article = archive.article()
    archive.quotation(article, "harbour", speaker={"kind": "organisation", "name": "Ann Lee"})
    archive.quotation(article, "We never sink,", person=archive.person("Ann Lee"))
    namesake = Person.objects.create(name="Ann Lee", identity="ann lee (2)")
    archive.quotation(article, "captain", person=namesake)
    assert texts(client, f"speaker={namesake.pk}") == ["captain"]


def test_a_speaker_is_shown_as_the_archive_calls_them(client, archive):
    speaker = {"kind": "person", "person": archive.person(), "name": "Mara Quill", "words": "the captain"}
    archive.quotation(archive.article(), "We never sink,", speaker=speaker)
    assert ">Mara Quill</a>" in client.get("/quotations/").content.decode()


def test_terms_and_what_is_no_longer_found_are_not_listed(client, archive):
    article = archive.article()
    archive.quotation(article, "We never sink,", kind="term")
    gone = archive.quotation(article, "captain")
    gone.standing = "gone"
    gone.save()
    assert texts(client) == []


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("speaker=Nobody+Known", "The archive quotes nobody called “Nobody Known”."),
        ("about=Nobody+Known", "The archive knows nobody called “Nobody Known”."),
        ("speaker=77777", "The archive has no person of number 77777."),
        ("speaker=Peru+(ZZ)", "The archive quotes nobody called “Peru (ZZ)”."),
        ("speaker=%00", "Null characters are not allowed."),
        ("speaker=%27%3B--", "The archive quotes nobody called"),
        ("about_country=ZZ", "“ZZ” is not a country that the archive names."),
        ("country=ZZ", "“ZZ” is not a country that the archive names."),
        ("date_from=2022-99", "is not a date."),
        ("certainty=perhaps", "perhaps is not one of the available choices."),
        ("kind=term", "term is not one of the available choices."),
        ("sort=1", "A list cannot be sorted by “1”."),
    ],
)
def test_a_value_that_is_not_understood_gets_a_sentence(client, said, query, sentence):
    page = client.get(f"/quotations/?{query}")
    assert page.status_code == 200
    assert sentence in page.content.decode()


def test_a_row_leads_to_the_quotation_and_to_its_place(client, said):
    page = client.get("/quotations/").content.decode()
    row = client.get("/quotations/").context["listing"].entries[0]
    assert f'<a href="/quotations/{row.quotation.pk}/"' in page
    assert f'in <a href="/articles/{row.quotation.article_id}/#p1">New</a>' in page


def test_a_term_leads_to_its_article(client, archive):
    article = archive.article()
    term = archive.quotation(article, "We never sink,", kind="term")
    assert client.get(f"/quotations/{term.pk}/").url == f"/articles/{article.pk}/"


@pytest.mark.parametrize("address", ["/quotations/999/", "/quotations/99999999999999999999999/", "/quotations/x/"])
def test_no_such_quotation(client, db, address):
    assert client.get(address).status_code == 404


def test_they_are_for_reading_only(client, archive):
    quotation = archive.quotation(archive.article(), "We never sink,")
    assert client.post("/quotations/").status_code == 405
    assert client.post(f"/quotations/{quotation.pk}/").status_code == 405


def test_more_quotations_cost_no_more_queries(archive, queries_of):
    archive.full(0)
    address = "/quotations/?country=PE&speaker=quill&about=quill&about_country=PE"
    one = queries_of(address)
    for n in range(1, 12):
        archive.full(n)
    assert queries_of(address) == one
