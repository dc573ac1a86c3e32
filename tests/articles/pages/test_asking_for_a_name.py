"""Who is meant by a name that an editor types is asked, never taken as typed."""

import pytest

from articles.editing.quotation_parts import SPEAKERS
from articles.models import Person, Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def quotation(archive):
    """A quotation of Mara Quill."""
    return archive.full().quotations.get()


@pytest.fixture
def named(archive):
    """Make a person whom so many articles name: `named("Ida Vale", 2)`."""

    def build(name, times, role="") -> Person:
        person = archive.person(name)
        for n in range(times):
            article = archive.article(f"Then {name} sang.", title=f"{name} {n}", published=f"{2001 + n}-03-18")
            archive.mention(article, name, person=person)
            if role:
                Role.objects.create(person=person, article=article, words=role)
        return person

    return build


@pytest.fixture
def here(client, editor, quotation):
    """The address of its form, for an editor who is signed in."""
    client.force_login(editor)
    return f"/quotations/{quotation.pk}/correct-speaker/"


@pytest.fixture
def send(client, here, quotation):
    """Send a person's name, and perhaps who was chosen for it."""

    def post(name, who="", asked=None, **more):
        row = f"speakers-{quotation.pk}"
        fields = {f"{row}-TOTAL_FORMS": 1, f"{row}-INITIAL_FORMS": 0, f"{row}-0-kind": "person", f"{row}-0-name": name}
        fields |= {f"{row}-0-who": who, f"{row}-0-asked": name if asked is None else asked}
        return client.post(here, fields | {"reason": "I was there", "seen": quotation.article.revision} | more)

    return post


def words(answer) -> str:
    return " ".join(answer.content.decode().replace("&#x27;", "’").split())


def speaker(quotation) -> Person | None:
    return quotation.speakers.get().person


def test_people_of_a_name_are_listed_by_use_with_what_tells_them_apart(send, named, quotation):
    rare, often = named("Ida Vale", 1), named("Tom Vale", 3, role="harbour master")
    answer = send("vale")
    page = words(answer)
    assert answer.status_code == 200
    assert 'Who is “<span dir="auto">vale</span>”?' in page
    assert page.index("Tom Vale</strong>, harbour master") < page.index("Ida Vale</strong>")
    assert "3 articles, 2001 to 2003; 0 quotations" in page
    assert f'href="/people/{rare.pk}/"' in page
    assert 'a new person called “<span dir="auto">vale</span>”' in page
    assert 'value="vale"' in page
    assert "I was there" in page
    assert not quotation.corrections.exists()
    assert send("vale", often.pk).status_code == 302
    assert speaker(quotation) == often


def test_somebody_alone_of_a_name_is_proposed_and_not_taken(send, named, quotation):
    person = named("Ida Vale", 1)
    page = words(send("ida vale"))
    assert f'value="{person.pk}" checked' in page
    assert not quotation.corrections.exists()


def test_a_slip_of_the_hand_leads_to_the_name_that_is_meant(send, named, quotation):
    person = named("Isadora Valence", 1)
    page = words(send("Isidora Valnce"))
    assert 'Nobody is called “<span dir="auto">Isidora Valnce</span>”. Did you mean' in page
    assert "Isadora Valence</strong>" in page
    assert " checked" not in page
    assert send("Isidora Valnce", person.pk).status_code == 302
    assert speaker(quotation) == person
    assert not Person.objects.filter(name="Isidora Valnce").exists()


def test_a_new_person_is_made_only_where_that_was_chosen(send, quotation):
    page = words(send("Tom Reed"))
    assert 'Nobody is called “<span dir="auto">Tom Reed</span>”.' in page
    assert 'value="new" checked' in page
    assert not Person.objects.filter(name="Tom Reed").exists()
    assert send("Tom Reed", "new").status_code == 302
    assert speaker(quotation).name == "Tom Reed"


def test_a_new_person_may_have_the_name_of_another(send, named, quotation):
    other = named("Ida Vale", 1)
    assert send("Ida Vale", "new").status_code == 302
    assert (speaker(quotation).name, speaker(quotation) == other) == ("Ida Vale", False)
    [after] = SPEAKERS.value(quotation)
    assert after["identity"] == speaker(quotation).identity != other.identity
    assert send("Ida Vale", other.pk, seen=2).status_code == 302
    assert speaker(quotation) == other


def test_whom_the_article_names_in_full_is_taken_if_nobody_else_is_called_so(send, archive, named, quotation):
    tom = archive.person("Tom Reed")
    article = archive.article("Tom Reed slept.", title="Sleep")
    archive.mention(article, "Tom Reed", person=tom)
    archive.mention(quotation.article, "captain", person=tom)
    assert send("tom reed").status_code == 302
    assert speaker(quotation) == tom
    twin = Person.objects.create(name="Tom Reed", identity="tom reed#2")
    twin.aliases.create(name="Tom Reed", folded="tom reed")
    assert "Who is “" in words(send("Tom Reed", seen=2))


@pytest.mark.parametrize(
    ("who", "sentence"),
    [
        ("999999", "Whom you chose is not in the archive: choose again."),
        ("9" * 20, "Whom you chose is not in the archive: choose again."),
        ("x", "Whom you chose is not in the archive: choose again."),
        ("-1", "Whom you chose is not in the archive: choose again."),
        ("{quill}", "Mara Quill is not called “Ida Vale”: choose again."),
        ("{merged}", "Ada Vale was joined with Ida Vale meanwhile: choose again."),
    ],
)
def test_a_choice_that_is_none_gets_a_sentence(send, named, quotation, who, sentence):
    person, merged = named("Ida Vale", 1), named("Ada Vale", 1)
    merged.merged_into = person
    merged.save()
    answer = send("Ida Vale", who.format(quill=Person.objects.get(name="Mara Quill").pk, merged=merged.pk))
    assert sentence in words(answer)
    assert "Ida Vale</strong>" in words(answer)
    assert not quotation.corrections.exists()


def test_a_choice_for_another_name_counts_for_nothing(send, named, quotation):
    person = named("Ida Vale", 1)
    assert "Say who is meant by “Ida Valente”." in words(send("Ida Valente", person.pk, asked="Ida Vale"))
    assert not quotation.corrections.exists()


def test_what_nobody_sees_is_no_part_of_a_name(send, quotation):
    assert "There is nothing to be seen in this name" in words(send("\u202e\u200b"))
    assert send("Tom\u200b \u202eReed", "new", asked="Tom Reed").status_code == 302
    assert speaker(quotation).name == "Tom Reed"


def test_what_stands_is_not_asked_about(client, here, quotation):
    form = client.get(here).context["form"]
    row = f"speakers-{quotation.pk}"
    fields = {f"{row}-0-{name}": form.rows[0][name].value() for name in ("kind", "name", "who", "asked")}
    assert fields[f"{row}-0-who"] == speaker(quotation).pk
    twin = Person.objects.create(name="Mara Quill", identity="mara quill#2")
    twin.aliases.create(name="Mara Quill", folded="mara quill")
    fields |= {f"{row}-TOTAL_FORMS": 2, f"{row}-INITIAL_FORMS": 1, f"{row}-1-kind": "unnamed", f"{row}-1-name": "a boy"}
    assert client.post(here, fields | {"reason": "both", "seen": 1}).status_code == 302
    assert quotation.speakers.first().person != twin


def test_more_people_of_a_name_cost_no_more_queries(send, named, django_assert_max_num_queries):
    for n in range(30):
        named(f"Ida{n} Vale", 1)
    with django_assert_max_num_queries(22):
        page = words(send("Vale"))
    assert page.count('class="who-choice"') == 21
    assert "10 more have this name" in page
