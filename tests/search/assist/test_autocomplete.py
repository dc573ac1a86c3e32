"""What is suggested while somebody types: whom and what the archive knows, and how a choice goes on."""

import pytest

from search.assist.autocomplete import suggestions
from search.deadline import Deadline
from search.results.request import SearchRequest

pytestmark = pytest.mark.django_db

WORDS = {"harbour": 9, "harbours": 4, "harbour's": 5, "harvest": 2, "muller": 3}


@pytest.fixture(autouse=True)
def harbour(add_article, quote, mention, words_given):
    """Anna Weber is named twice, Annabel Stone and Chad the country once, Webster Ant nowhere."""
    words_given(WORDS)
    article = add_article(
        "Harbours", "Anna Weber met Annabel Stone in Chad.", "Anna Weber left.", publisher="Harbour News"
    )
    first, second = article.paragraphs.filter(number__gt=0)
    for paragraph, name in ((first, "Anna Weber"), (second, "Anna Weber"), (first, "Annabel Stone")):
        mention(paragraph, name)
    mention(first, "Chad", code="TD")
    return article


def suggested(text: str, caret: int | None = None, **request) -> list[tuple[str, str]]:
    found = suggestions(SearchRequest(text, **request), len(text) if caret is None else caret, Deadline(60))
    return [(one.kind, one.name) for one in found]


TYPED = [
    ("anna", [("person", "Anna Weber"), ("person", "Annabel Stone")]),
    ("ANNA w", [("person", "Anna Weber")]),
    ("web", [("person", "Anna Weber")]),
    ("told anna web", [("person", "Anna Weber")]),
    ("cha", [("country", "Chad")]),
    ("har", [("publisher", "Harbour News"), ("word", "harbour"), ("word", "harbours"), ("word", "harvest")]),
    ("news", [("publisher", "Harbour News")]),
    ("Mül", [("word", "Müller")]),
    ("Muell", [("word", "Mueller")]),
    ("harvest", []),
    ("h", []),
    ("", []),
    ('"the har', [("word", "harbour"), ("word", "harbours"), ("word", "harvest")]),
    ('"the harbour"', []),
    ("speaker:web", [("person", "Anna Weber")]),
    ("about:cha", [("country", "Chad")]),
    ("person:cha", []),
    ("publisher:har", [("publisher", "Harbour News")]),
    ("title:harv", [("word", "harvest")]),
    ("after:har", []),
]


@pytest.mark.parametrize(("text", "names"), TYPED)
def test_what_is_suggested(text, names):
    assert suggested(text) == names


def only(text: str, caret: int | None = None, **request):
    (one,) = suggestions(SearchRequest(text, **request), len(text) if caret is None else caret, Deadline(60))
    return one


def test_a_person_comes_with_how_often_they_are_named_and_their_role(harbour):
    from articles.models import Person, Role

    Role.objects.create(person=Person.objects.get(name="Anna Weber"), article=harbour, words="harbour master")
    assert (only("weber").role, only("weber").times) == ("harbour master", 2)


def test_a_chosen_name_becomes_a_filter_beside_all_else_that_is_asked():
    from articles.models import Person

    number = Person.objects.get(name="Anna Weber").pk
    asked = only("harbour web", date_from="2019", page=3, unit="quotations").request
    assert asked.to_query() == f"q=harbour&unit=quotations&person={number}&date_from=2019"
    assert only("web boats", caret=3).request.q == "boats"


def test_a_name_that_is_chosen_already_stays_so():
    assert only("chad", chosen=(("countries", ("TD",)),)).request.to_query() == "country=TD"


@pytest.mark.parametrize(
    ("text", "goes_on"),
    [
        ("boats OR web", 'boats OR person:"Anna Weber" '),
        ("-web", '-person:"Anna Weber" '),
        ("(boats web", '(boats person:"Anna Weber" '),
        ("speaker:web", 'speaker:"Anna Weber" '),
        ('speaker:"anna w', 'speaker:"Anna Weber" '),
        ("country:cha", 'country:"Chad" '),
    ],
)
def test_where_a_filter_would_mean_something_else_the_name_goes_into_a_field(text, goes_on):
    chosen = only(text)
    assert (chosen.request, chosen.text, chosen.caret) == (None, goes_on, len(goes_on))


def test_a_chosen_word_ends_the_word_at_the_caret():
    chosen = only("old harv boats", caret=8)
    assert (chosen.text, chosen.caret, chosen.request) == ("old harvest boats", 11, None)


def test_a_quotation_mark_in_a_name_does_not_end_its_field(mention, add_article):
    paragraph = add_article("X", 'Jo "Zed" Quist came.').paragraphs.get(number=1)
    mention(paragraph, 'Jo "Zed" Quist')
    assert only("-quist").text == '-person:"Jo  Zed  Quist" '


def test_without_an_index_names_still_come(words_given):
    words_given(WORDS, away=True)
    assert suggested("har") == [("publisher", "Harbour News")]


def test_however_many_are_found_the_archive_is_asked_a_few_times(django_assert_max_num_queries, mention, harbour):
    paragraph = harbour.paragraphs.get(number=1)
    paragraph.text = " ".join(f"Anna Person{number}" for number in range(20))
    paragraph.save()
    for number in range(20):
        mention(paragraph, f"Anna Person{number}")
    with django_assert_max_num_queries(10):
        assert len(suggested("what did anna")) == 6
