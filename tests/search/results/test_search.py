"""One request → results: rows, marks, facets with names, words about it, and no exception whatever happens."""

import shutil

import pytest

from articles.editing.corrections import Edit, correct_quotation
from articles.editing.quotations.standing import STANDING
from articles.models import Article, Person
from search.indexing.sync import sync
from search.language.describe import ResolvedName
from search.results.prepared_query import prepare
from search.results.request import SearchRequest
from search.results.scan import scan
from search.results.search import search

pytestmark = pytest.mark.django_db


@pytest.fixture
def synced(archive):
    sync()
    return archive


def titles(request: SearchRequest) -> list[str]:
    return [found.article.title for found in search(request).articles]


def marked(request: SearchRequest) -> list[str]:
    return [
        found.paragraph.text[start:end]
        for article in search(request).articles
        for found in article.paragraphs
        for start, end in found.marks
    ]


def facet(results, name):
    return next(facet for facet in results.facets if facet.facet == name)


def test_paragraphs_come_grouped_by_article_with_their_words_marked(synced):
    results = search(SearchRequest(q="tax"))
    assert [(found.article, found.count, found.more) for found in results.articles] == [(synced[0], 2, 0)]
    assert (results.documents, results.article_count, results.pages) == (2, 1, 1)
    assert marked(SearchRequest(q="taxes")) == ["tax", "tax"]


@pytest.mark.parametrize("request_", [SearchRequest(q="in:quotes war"), SearchRequest(q="war", unit="quotations")])
def test_within_quotations_only_the_words_of_somebody_count(synced, request_):
    results = search(request_)
    assert (results.unit, results.documents) == ("quotations", 1)
    (found,) = results.articles[0].paragraphs
    assert found.quotation == synced[0].quotations.get()
    assert found.paragraph.number == 1
    assert results.explanation.startswith("Searched quotations for “war” in any form")


NAMED = [
    ("speaker:kirby", ["Talks on tax"]),
    ("person:KIRBY", ["Talks on tax"]),
    ("country:China", ["Talks on tax"]),
    ("country:cn", ["Talks on tax"]),
    ("-country:CN title:tax", ["Talks on tax"]),
    ("publisher:weekly", ["War of words"]),
    ("publisher:the -year:2021", ["War of words"]),
    ("war publisher:(daily OR weekly)", ["War of words", "Talks on tax"]),
]


@pytest.mark.parametrize(("words", "expected"), NAMED)
def test_names_in_fields_lead_to_the_archives_own(synced, words, expected):
    assert sorted(titles(SearchRequest(q=words))) == sorted(expected)


@pytest.mark.parametrize("words", ["person:nobody", "speaker:nobody", "publisher:none", "country:Narnia", "person:%_"])
def test_a_name_the_archive_does_not_know_finds_nothing_and_says_so(synced, words):
    results = search(SearchRequest(q=words))
    assert results.documents == 0
    assert results.warnings + tuple(problem.sentence for problem in results.problems)


SPEAKERS = [
    ("speaker:France", 1),
    ("speaker:fr", 1),
    ('speaker:"State Department"', 1),
    ("speaker:departement", 0),
    ("speaker:DEPARTMENT", 1),
    ('speaker:"the report" words', 1),
    ("speaker:(france kirby)", 0),
    ("speaker:(france OR kirby)", 2),
    ("-speaker:france in:quotes", 1),
    ("speaker:spokesman", 0),
    ("speaker:China", 0),
    ("speaker:...", 0),
]


@pytest.fixture
def spoken(archive, quote, speaks):
    quotation = quote(archive[1].paragraphs.get(kind="title"), "", "War of words")
    speaks(quotation, "France", code="FR")
    speaks(quotation, "US State Départment")
    speaks(quotation, "the report", kind="document")
    speaks(quotation, "", kind="organisation")
    speaks(quotation, "a spokesman", kind="unnamed")
    sync()


@pytest.mark.parametrize("unit", ["", "quotations"])
@pytest.mark.parametrize(("words", "count"), SPEAKERS)
def test_countries_and_organisations_speak_too(spoken, words, count, unit):
    assert search(SearchRequest(q=words, unit=unit)).documents == count


ABOUT = [
    ("about:China", 1),
    ("about:cn speaker:kirby", 1),
    ('about:"Xi Jinping" speaker:kirby in:quotes', 1),
    ('about:"Xi Jinping" speaker:france in:quotes', 0),
    ("about:France", 0),
    ("-about:china in:quotes", 0),
    ("about:(jinping OR france)", 1),
]


@pytest.mark.parametrize(("words", "count"), ABOUT)
def test_what_somebody_said_of_another_is_asked_in_one_line(archive, speaks_of, add_person, words, count):
    add_person("Li France")
    quotation = archive[0].quotations.get()
    speaks_of(quotation, "China", code="CN")
    speaks_of(quotation, "Xi Jinping")
    sync()
    assert search(SearchRequest(q=words)).documents == count


def test_nobody_of_that_name_is_spoken_of(synced):
    warnings = search(SearchRequest(q="about:nobody")).warnings
    assert warnings == ("The archive knows no person or country called “nobody”.",)


def test_a_known_country_that_says_nothing_is_no_unknown_name(spoken):
    assert search(SearchRequest(q="speaker:China")).warnings == ()
    assert search(SearchRequest(q="speaker:nobody")).warnings == ("The archive knows no speaker called “nobody”.",)


def test_two_letters_that_are_somebodys_name_are_no_country(spoken, add_person, speaks):
    add_person("Fr Ted")
    assert search(SearchRequest(q="speaker:fr")).documents == 0
    assert search(SearchRequest(q="speaker:france")).documents == 1


def test_names_cost_the_same_however_many_are_typed(spoken, django_assert_num_queries):
    search(SearchRequest(q="speaker:ann"))
    people, publishers, others = 1, 1, 1
    with django_assert_num_queries(people + publishers + others):
        search(SearchRequest(q="zeppelin speaker:(ann OR bob OR eve) about:(zoe OR li) publisher:(a OR b) author:c"))


def test_whom_a_name_led_to_is_told(spoken, add_person):
    add_person("Ann Kirby")
    request = SearchRequest(q="speaker:kirby OR person:nobody")
    assert prepare(request).names == (
        ResolvedName("speaker", "kirby", ("Ann Kirby", "Kirby")),
        ResolvedName("person", "nobody", ()),
    )
    assert (
        "words of “kirby” (Ann Kirby and Kirby) or a mention of “nobody” (not in the archive)"
        in search(request).explanation
    )


@pytest.mark.parametrize("typed", ["müller", "Mueller", "muller"])
@pytest.mark.parametrize("name", ["Jan Müller", "Jan Mueller", "Jan Muller"])
def test_a_name_with_an_umlaut_is_known_however_it_is_written(archive, add_person, name, typed):
    add_person(name)
    assert search(SearchRequest(q=f"person:{typed}")).warnings == ()


def test_who_is_quoted_is_read_anew_after_a_change(spoken, add_article, quote, speaks):
    assert search(SearchRequest(q='speaker:"Harbour Board"')).warnings
    article = add_article("Boats")
    speaks(quote(article.paragraphs.get(kind="title"), "", "Boats"), "the Harbour Board")
    assert not search(SearchRequest(q='speaker:"Harbour Board"')).warnings


@pytest.mark.parametrize("request_", [SearchRequest(q="war", unit="quotations"), SearchRequest(q="in:quotes war")])
def test_where_quotations_are_searched_the_facet_of_paragraphs_with_one_is_empty(synced, request_):
    assert facet(search(request_), "quotes").values == ()


def test_a_choice_of_that_facet_stays_visible_where_quotations_are_searched(synced):
    (value,) = facet(search(SearchRequest(q="in:quotes war", chosen=(("quotes", ("with",)),))), "quotes").values
    assert (value.value, value.count, value.click) == ("with", 1, SearchRequest(q="in:quotes war"))


def test_a_count_beside_a_choice_is_what_the_value_alone_finds(synced):
    daily, weekly = facet(search(SearchRequest(q="war")), "publishers").values[::-1]
    values = facet(search(daily.click), "publishers").values
    assert {value.name: value.count for value in values} == {"The Daily": 1, "The Weekly": 2}
    other = next(value for value in values if value.value == weekly.value)
    assert search(other.click).documents == 3
    assert search(SearchRequest(q="war", chosen=(("publishers", (weekly.value,)),))).documents == other.count


def test_facets_have_names_counts_and_clicks(synced):
    results = search(SearchRequest(q="war"))
    kirby = Person.objects.get(name="Kirby")
    (person,) = facet(results, "people").values
    assert (person.value, person.name, person.count, person.chosen) == (kirby.pk, "Kirby", 1, False)
    assert search(person.click).documents == 1
    assert [value.name for value in facet(results, "countries").values] == ["China"]
    assert {value.name: value.count for value in facet(results, "publishers").values} == {
        "The Daily": 1,
        "The Weekly": 2,
    }
    assert {value.value: value.count for value in facet(results, "quotes").values} == {"with": 1, "without": 2}
    assert {value.name: value.count for value in facet(results, "kinds").values} == {"title": 1, "body": 2}


def test_a_chosen_value_stays_visible_and_its_click_unchooses_it(synced):
    kirby = Person.objects.get(name="Kirby").pk
    results = search(SearchRequest(q="words", chosen=(("people", (kirby,)),)))
    (value,) = facet(results, "people").values
    assert (results.documents, value.count, value.chosen) == (0, 0, True)
    assert value.click == SearchRequest(q="words")
    assert "naming Kirby" in results.explanation


def test_how_it_was_searched_names_times_groups_order_and_copies(synced):
    asked = SearchRequest(
        q="war", date_from="2010", date_to="2022-05-16", group_by="speakers", sort="oldest", copies_apart=True
    )
    assert search(asked).explanation == (
        "Searched paragraphs for “war” in any form, published 2010 or later, published 2022-05-16 or earlier,"
        " grouped by speaker, the oldest first, with copies of a story listed separately."
    )


def test_filters_without_words_list_the_newest_first(synced):
    assert titles(SearchRequest(chosen=(("kinds", ("title",)),))) == ["Talks on tax", "War of words"]
    assert titles(SearchRequest(sort="oldest", chosen=(("kinds", ("title",)),))) == ["War of words", "Talks on tax"]
    assert titles(SearchRequest(date_to="2019")) == ["War of words"]
    assert titles(SearchRequest(date_from="2020-02")) == ["Talks on tax"]
    assert titles(SearchRequest(chosen=(("quotes", ("with",)),))) == ["Talks on tax"]


def test_an_empty_request_asks_nothing(synced):
    results = search(SearchRequest())
    assert results.is_empty
    assert results.articles == ()


def test_words_that_say_nothing_do_not_list_everything(synced):
    results = search(SearchRequest(q="()", chosen=(("kinds", ("title",)),)))
    assert results.is_empty
    assert "nothing to search" in results.problems[0].sentence


def test_without_an_index_results_say_so(synced, settings, caplog):
    shutil.rmtree(settings.SEARCH_INDEX_DIR)
    results = search(SearchRequest(q="war"))
    assert results.articles == ()
    assert "prepared" in results.degraded
    assert "no index" in caplog.text


def test_an_article_deleted_since_is_passed_over(synced):
    synced[0].delete()
    assert titles(SearchRequest(q="war")) == ["War of words"]


def test_a_quotation_rejected_since_is_passed_over_in_lists_and_files(synced, django_user_model):
    quotation, editor = synced[0].quotations.get(), django_user_model.objects.create_user("edith")
    edit = Edit("rejected", "nobody said it", editor, quotation.article.revision)
    correct_quotation(quotation.pk, STANDING, edit)
    request = SearchRequest(q="war", unit="quotations")
    assert search(request).articles == ()
    assert list(scan(prepare(request), 9).rows) == []
    sync()
    assert search(request).documents == 0


def test_results_take_a_fixed_number_of_queries_however_many_rows(
    synced, add_article, mention, django_assert_num_queries
):
    with django_assert_num_queries(5):
        search(SearchRequest(q="war"))
    for number in range(8):
        article = add_article(f"War {number}", "China is at war", "war again", publisher=f"House {number}")
        mention(article.paragraphs.get(number=1), "China", code="CN")
    sync()
    with django_assert_num_queries(5):
        results = search(SearchRequest(q="war"))
    assert len(results.articles) == 10
    with django_assert_num_queries(0):
        assert all(found.article.opening for found in results.articles)
        assert all(str(found.article.publisher) for found in results.articles)
        assert all(paragraph.paragraph.anchor for found in results.articles for paragraph in found.paragraphs)


def test_pages_follow_each_other(synced, add_article):
    for number in range(20):
        add_article(f"Number {number}", "peace")
    sync()
    first = search(SearchRequest(q="peace"))
    assert (first.previous, first.following) == (None, SearchRequest(q="peace", page=2))
    last = search(SearchRequest(q="peace", page=99))
    assert (last.page, last.following, last.previous) == (2, None, SearchRequest(q="peace", page=1))
    assert Article.objects.count() == 22


SAID = [
    ("“The quay is no place for a captain,” Ann Lee said.", "quay", "The quay is no place for a captain,", True),
    ("“The quay is no place for a captain,” Ann Lee said.", "quay said", "The quay is no place for a captain,", False),
    ("“The quay,” Ann Lee said of what was built last year beyond the harbour.", "quay", "The quay,", False),
]


@pytest.mark.parametrize(("text", "words", "said", "shown"), SAID)
def test_a_paragraph_that_is_mostly_a_quotation_shows_it(db, add_article, quote, text, words, said, shown):
    article = add_article("Harbours", text)
    quotation = quote(article.paragraphs.get(number=1), "Ann Lee", said)
    sync()
    ((found,),) = [one.texts for one in search(SearchRequest(q=words)).articles]
    assert found.quotation is None
    assert (found.said.quotation == quotation if found.said else False) == shown
    if shown:
        assert [found.said.text[start:end] for start, end in found.said.marks] == ["quay"]


@pytest.mark.parametrize("kind", ["mixed", "indirect", "term"])
def test_only_whole_sentences_of_somebody_are_shown_as_said(db, add_article, quote, kind):
    article = add_article("Harbours", "“The quay is no place for a captain,” Ann Lee said.")
    quotation = quote(article.paragraphs.get(number=1), "Ann Lee", "The quay is no place for a captain,")
    type(quotation).objects.filter(pk=quotation.pk).update(kind=kind)
    sync()
    ((found,),) = [one.texts for one in search(SearchRequest(q="quay")).articles]
    assert found.said is None
