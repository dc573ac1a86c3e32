"""The list of people, a person's page, the suggestions."""

import pytest

from articles.models import Alias

pytestmark = pytest.mark.django_db


def names(client, query=""):
    return [row.person.name for row in client.get(f"/people/?{query}").context["listing"].entries]


@pytest.fixture
def people(archive):
    """Mara, who is named and quoted twice, Ab, who is named once, and Cy, who is named nowhere."""
    archive.full(0)
    archive.mention(archive.full(1), "captain", person=archive.person("Ab Reed"))
    archive.person("Cy Reed")
    return archive


def test_it_shows_people_with_counts(client, people):
    page = " ".join(client.get("/people/").content.decode().split())
    mara = people.person().pk
    assert f'<a href="/articles/?person={mara}">2 articles</a>' in page
    assert f'<a href="/quotations/?speaker={mara}">2 quotations</a>' in page
    assert "captain" in page
    assert "not quoted" in page
    assert "2 people" in page


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["Mara Quill", "Ab Reed"]),
        ("sort=name", ["Ab Reed", "Mara Quill"]),
        ("name=REED", ["Ab Reed"]),
        ("name=ree", []),
        ("name=Mara+Quill", ["Mara Quill"]),
        ("name=quill+mara", ["Mara Quill"]),
        ("name=...", []),
    ],
)
def test_filters_narrow_and_sort(client, people, query, found):
    assert names(client, query) == found


@pytest.mark.parametrize("query", ["name=%00", "name=" + "x" * 300, "sort=no", "page=abc"])
def test_hostile_values_are_answered(client, people, query):
    assert client.get(f"/people/?{query}").status_code == 200


def test_a_persons_page_tells_what_the_archive_knows(client, people):
    mara = people.person()
    Alias.objects.create(person=mara, name="M. Quill", folded="m quill")
    page = " ".join(client.get(f"/people/{mara.pk}/").content.decode().split())
    for words in ("Mara Quill", "Also written M. Quill", "captain", "in 2 articles, March 2022", "We never sink,"):
        assert words in page
    assert '<a href="/countries/PE/">Peru</a> <span class="meta">in 2 paragraphs</span>' in page
    assert "Ferry 1 leaves" in page


def test_a_persons_page_tells_what_they_say_and_who_speaks_of_them(client, people):
    tom = people.person("Tom Reed")
    article = people.article()
    people.about(people.quotation(article, "captain", person=people.person()), person=tom)
    people.about(people.quotation(article, "harbour", person=people.person()), person=tom)
    people.quotation(article, "master", person=tom)
    answer = client.get(f"/people/{tom.pk}/")
    found = answer.context["page"]
    assert [row.quotation.text for row in found.quotations] == ["master"]
    assert [row.quotation.text for row in found.about] == ["captain", "harbour"]
    assert [(speaker.who.name, speaker.times) for speaker in found.about_by] == [("Mara Quill", 2)]
    page = " ".join(answer.content.decode().split())
    for words in ("1 quotation of theirs", "2 quotations about them", "Said by them", "Said about them"):
        assert words in page


def test_its_counts_agree_with_the_lists_they_lead_to(client, people):
    mara = people.person()
    found = client.get(f"/people/{mara.pk}/").context["page"]

    def listed(query):
        return client.get(f"/quotations/?{query}").context["listing"].total

    assert (found.quotation_count, found.about_count) == (listed(f"speaker={mara.pk}"), listed(f"about={mara.pk}"))
    assert found.about_by[0].times == listed(f"speaker={mara.pk}&about={mara.pk}") == 2


def test_who_is_named_nowhere_has_a_page_too(client, people):
    page = client.get(f"/people/{people.person('Cy Reed').pk}/").content.decode()
    assert "The archive has no quotation of this person." in page
    assert "No article says." in page


def test_roles_are_dated_as_their_articles_print_it(client, archive):
    for published in ("2022-04-01T00:30+01:00", "2023", ""):
        archive.full(published=published)
    page = " ".join(client.get(f"/people/{archive.person().pk}/").content.decode().split())
    assert "in 3 articles, April 2022 to 2023" in page


def test_a_role_is_one_whatever_its_capitals(client, archive):
    for _ in range(2):
        archive.full()
    role = archive.person().roles.first()
    role.words = role.words.upper()
    role.save()
    (used,) = client.get(f"/people/{archive.person().pk}/").context["page"].roles
    assert used.times == 2


@pytest.mark.parametrize("address", ["/people/999/", "/people/9999999999999999999999/", "/people/x/"])
def test_no_such_person(client, db, address):
    assert client.get(address).status_code == 404


def test_they_are_for_reading_only(client, people):
    for address in ("/people/", "/people/suggest/", f"/people/{people.person().pk}/"):
        assert client.post(address).status_code == 405


def test_suggestions_begin_with_the_words_the_most_named_first(client, people):
    mara = people.person()
    people.mention(people.article(), "captain", person=people.person("Bo Quill"))
    people.person("Cy Quill")  # named nowhere
    page = client.get("/people/suggest/?q=qui").content.decode()
    assert page.index(f'value="Mara Quill ({mara.pk})"') < page.index("Bo Quill")
    assert "Reed" not in page
    assert "Cy Quill" not in page


def test_a_plain_suggestion_has_no_number(client, people):
    assert 'value="Mara Quill"' in client.get("/people/suggest/?plain=1&q=mara").content.decode()


def test_htmx_asks_under_the_fields_own_name(client, people):
    headers = {"HX-Request": "true", "HX-Trigger-Name": "speaker"}
    assert "Mara" in client.get("/people/suggest/?speaker=mara", headers=headers).content.decode()


@pytest.mark.parametrize("query", ["", "q=m", "q=...", "q=" + "x" * 999, "q=%00%00"])
def test_too_little_to_suggest_by(client, people, query):
    answer = client.get(f"/people/suggest/?{query}")
    assert answer.status_code == 200
    assert b"option" not in answer.content


def test_more_rows_cost_no_more_queries(archive, queries_of):
    archive.full(0)
    one = queries_of("/people/"), queries_of(f"/people/{archive.person().pk}/")
    for n in range(1, 12):
        article = archive.full(n)
        archive.mention(article, "captain", person=archive.person(f"Person {n}"))
        archive.mention(article, "harbour", country=archive.country(f"A{chr(64 + n)}", f"Country {n}"))
    assert (queries_of("/people/"), queries_of(f"/people/{archive.person().pk}/")) == one
