"""The former list of quotations, whose addresses lead to the search, and the address of each."""

import pytest

from articles.models import Person

pytestmark = pytest.mark.django_db

SAID = "“We never sink,” Mara Quill said. “Tom Reed paid for it,” she told Peru."


@pytest.fixture
def said(archive):
    """Three quotations of two years: by a person, about a person beside a country, by an organisation."""
    mara, tom = archive.person("Mara Quill"), archive.person("Tom Reed")
    new = archive.article(SAID, title="New", published="2022-03-18")
    old = archive.article(
        "“No boats today” was all that the Harbour Board wrote.", title="Old", published="2019", section="Ports"
    )
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


@pytest.fixture
def texts(search_quotations):
    """The words of the quotations to which a former address leads."""
    return lambda query="": search_quotations(f"/quotations/?{query}").texts


def test_it_shows_words_speaker_article_and_date(search_quotations, said):
    page = " ".join(search_quotations().page.split())
    for words in ("We never sink,", "Mara Quill", "Harbour Board", "New</a>", "18 March 2022", "</strong> quotations"):
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
        ("before=2020", [BOATS]),
        ("publisher=harbour+post&section=", [SINK, PAID, BOATS]),
        ("section=Ports", [BOATS]),
        ("certainty=known&page=7", [SINK, PAID, BOATS]),
        ("certainty=unsure", []),
        ("kind=direct", [SINK]),
        ("kind=mixed&speaker=quill", [PAID]),
    ],
)
def test_every_filter_of_the_list_finds_the_same_in_the_search(said, texts, query, found):
    assert texts(query) == found


def test_a_speaker_is_found_by_number(texts, said):
    assert texts(f"speaker={said.person('Mara Quill').pk}") == [SINK, PAID]
    assert texts(f"speaker={said.person('Tom Reed').pk}") == []


def test_a_surname_finds_everybody_who_bears_it(texts, archive):
    article = archive.article()
    archive.quotation(article, "We never sink,", person=archive.person("Quill"))
    archive.quotation(article, "captain", person=archive.person("Mara Quill"))
    archive.quotation(article, "harbour", person=archive.person("Tom Quillan"))
    assert texts("speaker=quill") == ["We never sink,", "captain"]


def test_a_country_speaks_by_its_name_beside_people_who_bear_it(texts, archive):
    article = archive.article()
    peru = {"kind": "country", "country": archive.country(), "name": "Peru"}
    archive.quotation(article, "We never sink,", speaker=peru)
    archive.quotation(article, "captain", person=archive.person("Ann Peru"))
    archive.quotation(article, "harbour", person=archive.person("Peru"))
    assert texts("speaker=peru") == ["We never sink,", "captain", "harbour"]
    assert texts("speaker=Peru+(PE)") == ["We never sink,"]
    assert texts(f"speaker={archive.person('Ann Peru').pk}") == ["captain"]


def test_a_number_means_one_person_and_not_their_namesakes(texts, archive):
    article = archive.article()
    archive.quotation(article, "harbour", speaker={"kind": "organisation", "name": "Ann Lee"})
    archive.quotation(article, "We never sink,", person=archive.person("Ann Lee"))
    namesake = Person.objects.create(name="Ann Lee", identity="ann lee (2)")
    archive.quotation(article, "captain", person=namesake)
    assert texts(f"speaker={namesake.pk}") == ["captain"]


def test_a_speaker_is_shown_as_the_archive_calls_them(search_quotations, archive):
    speaker = {"kind": "person", "person": archive.person(), "name": "Mara Quill", "words": "the captain"}
    archive.quotation(archive.article(), "We never sink,", speaker=speaker)
    assert ">Mara Quill</a>" in search_quotations().page


def test_terms_and_what_is_no_longer_found_are_not_listed(texts, archive):
    article = archive.article()
    archive.quotation(article, "We never sink,", kind="term")
    gone = archive.quotation(article, "captain")
    gone.standing = "gone"
    gone.save()
    assert texts() == []


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("speaker=Nobody+Known", "The archive knows no speaker called “Nobody Known”."),
        ("about=Nobody+Known", "The archive knows no person or country called “Nobody Known”."),
        ("speaker=77777", "The filter “speaker” has no value “77777”; it was left out."),
        ("speaker=Peru+(ZZ)", "The archive knows no speaker called “Peru (ZZ)”."),
        ("about_country=ZZ", "The filter “about_country” has no value “ZZ”; it was left out."),
        ("country=ZZ", "The filter “country” has no value “ZZ”; it was left out."),
        ("date_from=2022-99", "is not a date"),
        ("certainty=perhaps", "The filter “certainty” has no value “perhaps”; it was left out."),
        ("kind=term", "The filter “quoted” has no value “term”; it was left out."),
        ("sort=1", "The filter “sort” has no value “1”; it was left out."),
    ],
)
def test_a_value_that_is_not_understood_gets_a_sentence(search_quotations, said, query, sentence):
    page = search_quotations(f"/quotations/?{query}").page
    assert sentence in page.replace("&#x27;", "'")


@pytest.mark.parametrize(
    "text", ["%00", "%22%22", "%27%3B--", '"%3Cb>&"', "%2527", "x" * 5000, "(1)", "-1", "٣", "12 (٣)"]
)
@pytest.mark.parametrize("name", ["speaker", "about", "kind", "country", "page", "publisher", "nothing"])
def test_hostile_values_lead_to_a_search_too(client, db, name, text):
    answer = client.get(f"/quotations/?{name}={text}", follow=True)
    assert answer.status_code == 200
    assert "<b>&" not in answer.content.decode()


@pytest.mark.parametrize(
    ("query", "status"), [("", 301), ("kind=direct", 301), ("speaker=Quill", 302), ("about=1", 302)]
)
def test_what_depends_on_names_is_no_redirect_for_good(client, db, query, status):
    assert client.get(f"/quotations/?{query}").status_code == status


def test_a_name_of_very_many_is_looked_for_by_its_words(client, archive):
    for number in range(60):
        Person.objects.create(name=f"Ann Lee {number}", identity=f"ann lee {number}")
        archive.person(f"Bea{number} Lee")
    assert client.get("/quotations/?speaker=lee").url == "/search/?q=speaker%3A%22lee%22&unit=quotations"


def test_a_row_leads_to_the_quotation_and_to_its_place(search_quotations, said):
    found = search_quotations()
    (first, *_) = found.quotations
    assert f'<a href="/quotations/{first.pk}/">this quotation</a>' in found.page
    assert f'href="/search/opened/{first.article_id}/?unit=quotations&amp;at=1#p1"' in found.page


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


def test_more_quotations_cost_no_more_queries(archive, client, django_assert_max_num_queries):
    for n in range(12):
        archive.full(n)
    with django_assert_max_num_queries(6):
        client.get("/quotations/?country=PE&speaker=quill&about=quill&about_country=PE")
