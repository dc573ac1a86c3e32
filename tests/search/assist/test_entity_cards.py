"""Cards: whom a search names, and figures that are what their links find."""

import shutil

import pytest

from articles.models import Person
from search.assist.entity_cards import EntityCard, entity_cards
from search.indexing.sync import sync
from search.results.request import SearchRequest
from search.results.search import search

pytestmark = pytest.mark.django_db


@pytest.fixture
def archive(add_article, add_person, quote, mention, speaks_of):
    """Anna Weber speaks once, of Chad; an Anna Stone is named once, a Jordan (a person) once and the country twice."""
    article = add_article(
        "Talks", "“Chad needs help,” Anna Weber said.", "Weber met Jordan.", "Jordan and Jordan again."
    )
    first, second, third = article.paragraphs.filter(number__gt=0)
    said = quote(first, "Anna Weber", "Chad needs help")
    speaks_of(said, "Chad", code="TD")
    mention(first, "Anna Weber")
    mention(first, "Chad", code="TD")
    mention(second, "Jordan")
    mention(third, "Jordan", code="JO")
    sync()
    return article


@pytest.fixture
def cards(helped):
    def shown(words: str = "", **request) -> list[EntityCard]:
        return helped(entity_cards(search(SearchRequest(words, **request), people_in_words=True)))

    return shown


@pytest.fixture
def names(cards):
    return lambda words="", **request: [str(card.subject) for card in cards(words, **request)]


NAMED = [
    ("anna weber", ["Anna Weber"]),
    ("ANNA  WÉBER", ["Anna Weber"]),
    ("what anna weber said", ["Anna Weber"]),
    ('"anna weber" chad help', ["Anna Weber", "Chad"]),
    ("speaker:weber", ["Anna Weber"]),
    ("about:chad", ["Chad"]),
    ("country:chad anna weber", ["Chad", "Anna Weber"]),
    ("jordan", ["Jordan", "Jordan"]),
    ("person:jordan", ["Jordan"]),
    ("anna", []),
    ("-chad weber", []),
    ("help", []),
    ("", []),
]


@pytest.mark.usefixtures("archive")
@pytest.mark.parametrize(("words", "shown"), NAMED)
def test_whom_words_name(names, words, shown):
    assert names(words) == shown


def test_what_is_chosen_has_its_card_first(archive, names):
    person = Person.objects.get(name="Anna Weber").pk
    assert names("chad", chosen=(("people", (person,)),)) == ["Anna Weber", "Chad"]
    assert names("jordan chad", chosen=(("speakers", (person,)),))[0] == "Anna Weber"


def test_of_namesakes_only_one_who_stands_out_has_a_card(archive, mention, names):
    from articles.models import Alias

    other = Person.objects.create(name="Anna Weber", identity="anna weber@2")
    Alias.objects.create(person=other, name="Anna Weber", folded="anna weber")
    assert names("anna weber") == ["Anna Weber"]
    paragraph = archive.paragraphs.get(number=1)
    other.mentions.create(paragraph=paragraph, start=0, end=1, confidence=1)
    assert names("anna weber") == []


@pytest.mark.usefixtures("archive")
def test_the_figures_are_what_the_links_find(cards):
    person, country = cards("anna weber chad")
    assert [one.documents for one in (person.naming, person.said, person.about)] == [1, 1, 0]
    assert [one.documents for one in (country.naming, country.said, country.about)] == [1, 0, 1]
    for one in (person.naming, person.said, country.naming, country.about):
        assert search(one.request).documents == one.documents


@pytest.mark.usefixtures("archive")
def test_without_an_index_a_card_has_no_figures(settings, cards):
    shutil.rmtree(settings.SEARCH_INDEX_DIR)
    (card,) = cards("anna weber")
    assert (card.naming, card.said, card.about) == (None, None, None)


@pytest.mark.usefixtures("archive")
def test_the_page_shows_a_card_with_its_links(client, words_given):
    words_given({})
    page = client.get("/search/", {"q": "anna weber"}).content.decode()
    assert 'id="card-1"' in page
    assert "named in 1 paragraph<" in page
    assert ">speaks in 1 quotation</a>" in page


@pytest.mark.parametrize("marked", ['Jean "Toots" Ray', "Jean “Toots” Ray", "Jean «Toots» Ray", "Jean ＂Toots＂ Ray"])
def test_a_name_with_marks_in_it_is_asked_by_its_number(add_article, mention, cards, marked):
    mention(add_article("Talks", f"{marked} spoke.").paragraphs.get(number=1), marked)
    sync()
    (card,) = cards(chosen=(("people", (Person.objects.get(name=marked).pk,)),))
    key = (Person.objects.get(name=marked).pk,)
    assert card.about.request.chosen == (("about", key),)
    assert card.said.request.chosen == (("speakers", key),)
