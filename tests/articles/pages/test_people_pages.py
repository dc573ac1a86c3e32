"""The list of people, a person's page, the suggestions."""

import re

import pytest

from articles.extraction.certainty import LEAST_LIKELY
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
    assert f'<a href="/articles/?person={mara}">2 articles<' in page
    assert f'<a href="/search/?unit=quotations&amp;speaker={mara}">quoted twice</a>' in page
    assert "Captain" in page
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
    for words in ("Mara Quill", "<li>M. Quill</li>", "Captain", "in 2 articles, March 2022", "We never sink,"):
        assert words in page
    assert re.search(r'<a href="/countries/PE/">Peru</a> <svg.*?</svg> <span class="count">2<[^>]*> paragraphs<', page)
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
    assert found.speaks_about == []
    for words in (
        "Quoted <a",
        ">once</a> and spoken of <a",
        ">twice</a>; named in",
        "Said by Tom Reed",
        "Said about Tom Reed",
    ):
        assert words in page


def test_a_persons_page_tells_of_whom_the_person_speaks(client, people, search_quotations):
    tom, article = people.person("Tom Reed"), people.article()
    people.about(people.quotation(article, "captain", person=people.person()), person=tom)
    answer = client.get(f"/people/{people.person().pk}/")
    spoken_of = [(one.who.name, one.times) for one in answer.context["page"].speaks_about]
    assert spoken_of == [("Mara Quill", 2), ("Tom Reed", 1)]
    address = f"/search/?unit=quotations&speaker={people.person().pk}&about={tom.pk}"
    assert f'href="{address.replace("&", "&amp;")}">1<' in answer.content.decode()
    assert search_quotations(address).total == 1


def test_what_nobody_knows_who_said_about_a_person_is_counted_beside_it_and_listed(client, people, search_quotations):
    tom = people.person("Tom Reed")
    unknown = people.quotation(people.article(), "captain")
    unknown.confidence = 0.3
    unknown.save()
    people.about(unknown, person=tom)
    page = " ".join(client.get(f"/people/{tom.pk}/").content.decode().split())
    address = f"/search/?unit=quotations&amp;certainty=unsure&amp;about={tom.pk}"
    assert f'1 of them whose speaker is unknown or unsure: <a href="{address}">' in page
    assert search_quotations(f"certainty=unsure&about={tom.pk}").quotations == [unknown]


def test_what_is_unsure_stands_apart_and_is_counted_apart(client, people, search_quotations):
    mara = people.person()
    unsure = people.quotation(people.article(), "captain", person=mara)
    unsure.confidence = LEAST_LIKELY - 0.01
    unsure.save()
    people.about(unsure, person=mara)
    answer = client.get(f"/people/{mara.pk}/")
    found = answer.context["page"]
    assert unsure not in [row.quotation for row in found.quotations]
    assert unsure in [row.quotation for row in found.about]
    assert (found.quotation_count, found.unsure_count) == (2, 1)
    assert (found.about_count, found.about_unsure_count) == (3, 1)
    assert (found.speaks_about[0].times, found.about_by[0].times) == (2, 2)
    address = f"/search/?unit=quotations&certainty=unsure&candidate={mara.pk}"
    link = f'<a href="{address.replace("&", "&amp;")}">1 more quotation that may be Mara Quill’s</a>'
    assert link in answer.content.decode()
    assert search_quotations(address).quotations == [unsure]
    unsure.corrected = True
    unsure.save()
    checked = client.get(f"/people/{mara.pk}/")
    assert (checked.context["page"].quotation_count, checked.context["page"].unsure_count) == (3, 0)
    assert "may be Mara Quill’s" not in checked.content.decode()


def test_the_role_given_last_stands_below_the_name(client, archive):
    for published, words in (("2020", "mate"), ("2021", "mate"), ("2022-03", "captain"), ("", "pilot")):
        archive.full(published=published).roles.update(words=words)
    assert client.get(f"/people/{archive.person().pk}/").context["page"].latest_role.words == "captain"


def test_no_page_of_a_person_calls_anybody_by_a_pronoun(client, people):
    main = re.search(r"<main.*</main>", client.get(f"/people/{people.person().pk}/").content.decode(), re.DOTALL)[0]
    words = re.sub(r"<blockquote.*?</blockquote>|<[^>]*>", " ", main, flags=re.DOTALL).lower().split()
    assert not {"he", "she", "they", "his", "her", "hers", "him", "them", "their", "theirs"} & set(words)


def test_its_counts_agree_with_the_searches_they_lead_to(client, people, search_quotations):
    mara = people.person()
    found = client.get(f"/people/{mara.pk}/").context["page"]

    def listed(query):
        return search_quotations(query).total

    assert (found.quotation_count, found.about_count) == (listed(f"speaker={mara.pk}"), listed(f"about={mara.pk}"))
    assert found.about_by[0].times == listed(f"speaker={mara.pk}&about={mara.pk}") == 2


def test_who_is_named_nowhere_has_a_page_for_editors_alone(client, people, editor):
    address = f"/people/{people.person('Cy Reed').pk}/"
    answer = client.get(address)
    assert answer.status_code == 404
    assert "Cy Reed" not in answer.content.decode()
    client.force_login(editor)
    page = client.get(address).content.decode()
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
