"""Telling two people of one name apart, article by article, over several pages."""

import pytest

from articles.models import Mention, MergeCandidate, Person
from articles.pages import split_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def vale(archive) -> Person:
    """Ida Vale, whom four articles name, the newest first."""
    person = archive.person("Ida Vale")
    for n in range(4):
        article = archive.article(f"Then Ida Vale sang song {n}.", title=f"Song {n}", published=f"{2010 - n}-03-18")
        archive.mention(article, "Ida Vale", person=person)
    return person


@pytest.fixture
def keys(vale) -> list[int]:
    rows = Mention.objects.filter(person=vale).order_by("pk")
    return list(rows.values_list("paragraph__article", flat=True))


@pytest.fixture
def here(client, editor, vale, monkeypatch):
    """The address of the page, two articles a page, for an editor who is signed in."""
    monkeypatch.setattr(split_person, "PER_PAGE", 2)
    client.force_login(editor)
    return f"/people/{vale.pk}/split/"


def text(answer) -> str:
    return " ".join(answer.content.decode().replace("&#x27;", "’").split())


def sent(**more):
    fields = {"other-name": "Ida Vale", "other-asked": "Ida Vale", "other-who": "new", "reason": "two desks"}
    return fields | {"split": "1"} | more


def test_choices_are_kept_from_page_to_page(client, here, keys):
    page = text(client.get(here))
    assert "0 of 4 articles marked; page 1 of 2." in page
    assert "Then <strong>Ida Vale</strong> sang song 0." in page
    answer = client.post(here, {"article": keys[0], "page": "2", "reason": "two desks", "other-name": "Ada Vale"})
    page = text(answer)
    assert "1 of 4 articles marked; page 2 of 2." in page
    for words in ("song 2", "two desks", 'value="Ada Vale"', f'name="elsewhere" value="{keys[0]}"'):
        assert words in page
    page = text(client.post(here, {"article": keys[3], "elsewhere": str(keys[0]), "here": "2", "page": "1"}))
    assert f'value="{keys[0]}" checked' in page
    assert f'name="elsewhere" value="{keys[3]}"' in page


def test_the_marked_articles_mean_somebody_new_until_that_is_taken_back(client, here, keys, vale):
    answer = client.post(here, sent(article=keys[0], elsewhere=str(keys[3])), follow=True)
    assert "2 articles mean Ida Vale now." in text(answer)
    pair = MergeCandidate.objects.get()
    assert Mention.objects.filter(person=pair.second).count() == 2
    assert "Ida Vale</a> is another person in some articles, by edith" in text(answer)
    page = text(client.get(f"/people/merge-candidates/{pair.pk}/"))
    assert "One person after all" in page
    again = {"state": "same", "seen": "different", "keep": vale.pk, "alone": "1"}
    client.post(f"/people/merge-candidates/{pair.pk}/", again)
    assert Mention.objects.filter(person=vale).count() == 4
    assert client.get(f"/people/{pair.second_id}/").url == f"/people/{vale.pk}/"


def test_who_the_other_one_is_is_asked_and_nothing_is_lost(client, here, keys, vale):
    page = text(client.post(here, sent(article=keys[0], **{"other-who": "", "other-name": "Vale"})))
    assert "Say who is meant by “Vale”." in page
    assert f'value="{keys[0]}" checked' in page
    assert "two desks" in page
    assert not MergeCandidate.objects.exists()


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({}, "choose some of the articles".capitalize()),
        ({"article": "999999"}, "Some of these articles do not name Ida Vale any more"),
        ({"article": "x", "elsewhere": "-1,,9" + "9" * 30}, "Choose some of the articles"),
        ({"article": "{first}", "other-who": "{self}"}, "is the one whom you want to tell from another"),
        ({"article": "{first}", "reason": ""}, "Write in a few words why."),
        ({"article": "{first}", "other-name": "", "other-asked": ""}, "Give the name of the other one."),
    ],
)
def test_what_is_wrong_gets_a_sentence(client, here, keys, vale, more, sentence):
    filled = {name: value.format(first=keys[0], self=vale.pk) for name, value in more.items()}
    assert sentence in text(client.post(here, sent(**filled)))
    assert not MergeCandidate.objects.exists()


def test_more_articles_cost_no_more_queries(client, here, keys, vale, archive, queries_of, monkeypatch):
    monkeypatch.setattr(split_person, "PER_PAGE", 25)
    few = queries_of(here)
    for n in range(9):
        article = archive.article(f"Then Ida Vale sang {n} times.", title=f"More {n}")
        archive.mention(article, "Ida Vale", person=vale)
    assert queries_of(here) == few
