"""Results by something else than the article, and copies of a story: what a page makes of an engine's groups."""

import pytest

from articles.identity.publishers import alias_named
from articles.models import Article, Person
from search.deadline import SearchTooLong
from search.engines.port import EngineAnswer, EngineRequest, Group, Hit
from search.results.request import SearchRequest
from search.results.search import search
from tests.search.fake_engines import Answering, Failing

pytestmark = pytest.mark.django_db


@pytest.fixture
def answering(use_engine):
    """Have the engine answer with these groups: `answering(Group(…), documents=7)`; gives what it was asked."""

    def given(*groups: Group, documents: int = 0, **values) -> list[EngineRequest]:
        totals = {"documents": documents, "articles": 1, "group_count": len(groups), "page": 1, "pages": 1} | values
        return use_engine(Answering(EngineAnswer(groups=groups, facets={}, **totals), [])).asked

    return given


def hits(*paragraphs) -> tuple[Hit, ...]:
    return tuple(Hit(one.article_id, one.pk, None, 1.0) for one in paragraphs)


def test_groups_have_names_shares_and_a_click_that_asks_for_them_alone(archive, answering):
    kirby, said = Person.objects.get(name="Kirby"), archive[0].paragraphs.get(number=1)
    asked = answering(Group(kirby.pk, 3, hits(said)), documents=4)
    (group,) = search(SearchRequest(q="war", group_by="speakers", page=1)).groups
    assert asked[0].group_by == "speakers"
    assert (group.name, group.count, group.share, group.percent, group.more) == ("Kirby", 3, 0.75, 75.0, 2)
    assert group.click == SearchRequest(q="war", chosen=(("speakers", (kirby.pk,)),))
    assert [(found.paragraph, found.paragraph.article.title) for found in group.paragraphs] == [(said, "Talks on tax")]


NAMES = [("months", "2016-05", "May 2016"), ("countries", "CN", "China"), ("publishers", 10**9, "no longer in")]


@pytest.mark.parametrize(("by", "value", "name"), NAMES)
def test_groups_are_called_what_their_facet_calls_them(archive, answering, by, value, name):
    answering(Group(value, 1, ()), documents=1)
    assert search(SearchRequest(q="war", group_by=by)).groups[0].name.startswith(name)


def test_a_group_within_a_choice_asks_for_itself_alone(archive, answering):
    answering(Group("CN", 1, ()), documents=2)
    chosen = SearchRequest(q="war", group_by="countries", chosen=(("countries", ("US", "CN")),))
    assert search(chosen).groups[0].click.chosen == (("countries", ("CN",)),)


def test_places_go_on_from_page_to_page(archive, answering):
    answering(Group("CN", 1, ()), Group("US", 1, ()), documents=2, page=3, pages=3)
    assert [group.rank for group in search(SearchRequest(q="war", group_by="countries", page=3)).groups] == [21, 22]


def copies_of(count: int) -> list[Article]:
    return [
        Article.objects.create(title=f"Copy {n}", publisher=alias_named(f"House {n}").publisher, revision=1)
        for n in range(count)
    ]


def test_copies_are_named_with_their_publishers_and_the_rest_is_counted(archive, answering):
    first, copies = archive[0], copies_of(8)
    keys = tuple(copy.pk for copy in copies)
    asked = answering(Group(first.pk, 2, hits(first.paragraphs.get(number=1)), keys), documents=2)
    (found,) = search(SearchRequest(q="war")).articles
    assert [str(copy.publisher) for copy in found.copies] == [f"House {n}" for n in range(6)]
    assert (found.copy_count, found.further_copies, found.rank) == (8, 2, 1)
    assert asked[0].collapse


def test_copies_apart_are_asked_for(archive, answering):
    asked = answering()
    search(SearchRequest(q="war", copies_apart=True))
    assert not asked[0].collapse


def test_the_queries_do_not_grow_with_copies_or_groups(archive, answering, django_assert_num_queries):
    first, copies = archive[0], copies_of(8)
    group = Group(first.pk, 2, hits(first.paragraphs.get(number=1)), tuple(copy.pk for copy in copies))
    answering(*[group] * 10, documents=20)
    with django_assert_num_queries(4):
        results = search(SearchRequest(q="war"))
        assert all(str(copy.publisher) for found in results.articles for copy in found.copies)
    answering(*(Group(n, 1, hits(*first.paragraphs.all())) for n in range(10)), documents=20)
    with django_assert_num_queries(5):
        groups = search(SearchRequest(q="war", group_by="speakers")).groups
        assert all(str(found.paragraph.article.publisher) for group in groups for found in group.paragraphs)


def test_a_whole_article_is_one_whatever_matches_in_it(archive, answering):
    first = archive[0]
    answering(Group(first.pk, 1, hits(*first.paragraphs.all())), documents=1)
    results = search(SearchRequest(q="tax", unit="articles"))
    assert (results.unit_word, results.articles[0].more, len(results.articles[0].paragraphs)) == ("article", 0, 3)


@pytest.mark.parametrize(("unit", "count", "word"), [("", 1, "paragraph"), ("quotations", 2, "quotations")])
def test_the_unit_has_its_word_in_either_number(archive, answering, unit, count, word):
    answering(documents=count)
    assert search(SearchRequest(q="tax", unit=unit)).unit_word == word


def test_a_search_that_was_stopped_says_what_to_do_and_keeps_the_filters(archive, use_engine, caplog):
    use_engine(Failing(SearchTooLong("stopped")))
    kirby = Person.objects.get(name="Kirby").pk
    results = search(SearchRequest(q="war*", excluded=(("people", (kirby,)),)))
    assert "longer than 5 seconds" in results.degraded
    assert [(value.name, value.excluded) for facet in results.in_use for value in facet.values] == [("Kirby", True)]
    assert "not naming Kirby" in results.explanation
    assert "stopped after" in caplog.text
