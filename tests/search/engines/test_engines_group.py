"""How an engine groups, sorts, folds and pages."""

import pytest

from search.engines.port import Batch, EngineRequest
from search.language.ast import Word
from tests.search.engines.making import make


def test_articles_come_with_their_best_paragraphs_and_the_number_of_all(fill, document, ask):
    fill(*(document(1, number, "war " * number + "peace " * 5) for number in range(1, 7)), document(2, 9, "war"))
    answer = ask("war", hits_per_group=3)
    assert (answer.documents, answer.articles) == (7, 2)
    first = next(group for group in answer.groups if group.value == 1)
    assert first.count == 6
    assert [hit.paragraph for hit in first.hits] == [6, 5, 4]


def test_titles_come_before_quotations_and_those_before_other_paragraphs(fill, document, found):
    fill(
        document(1, 1, "war today"),
        document(2, 2, "war today", has_quotation=True),
        document(3, 3, "war today", kind="title"),
    )
    assert found("war") == [3, 2, 1]


SORTED = [("relevance", [1, 2, 3, 4]), ("newest", [4, 2, 1, 3]), ("oldest", [1, 2, 4, 3])]


@pytest.mark.parametrize(("sort", "articles"), SORTED)
def test_articles_are_sorted(fill, document, ask, sort, articles):
    fill(
        document(1, 1, "war war war war", year=2001),
        document(2, 2, "war war war peace", year=2002),
        document(3, 3, "war war peace peace", year=None),
        document(4, 4, "war peace peace peace", year=2004),
    )
    assert [group.value for group in ask("war", sort=sort).groups] == articles


def test_without_words_the_newest_are_the_first(fill, document, ask):
    fill(document(1, 1, "war", year=2001), document(2, 2, "peace", year=2003), document(3, 3, "tax", year=2002))
    assert [group.value for group in ask().groups] == [2, 3, 1]


def test_pages_take_turns_and_the_last_stands_for_those_beyond(fill, document, ask):
    fill(*(document(number, number, "war") for number in range(1, 8)))
    pages = [ask("war", page=page, groups_per_page=3) for page in (1, 2, 3)]
    assert [len(page.groups) for page in pages] == [3, 3, 1]
    assert len({group.value for page in pages for group in page.groups}) == 7
    assert ask("war", page=10**17, groups_per_page=3) == pages[2]
    assert ask("war", page=-5, groups_per_page=3) == pages[0]


GROUPED = [
    ("speakers", [(7, 2, [1, 2]), (8, 1, [2])]),
    ("publishers", [(5, 2, [1, 2]), (6, 1, [3])]),
    ("countries", [("DE", 2, [2, 3]), ("FR", 1, [3])]),
    ("months", [("2021-06", 1, [3]), ("2020-06", 2, [1, 2])]),
]


@pytest.mark.parametrize(("by", "groups"), GROUPED)
def test_documents_are_in_the_group_of_each_value_they_have(fill, document, ask, by, groups):
    fill(
        document(1, 1, "war", speakers=(7,), publisher=5),
        document(1, 2, "war", speakers=(7, 8), publisher=5, countries=("DE",)),
        document(2, 3, "war", publisher=6, countries=("DE", "FR"), year=2021),
        document(3, 4, "war", year=None),
    )
    answer = ask("war", group_by=by)
    result = [(group.value, group.count, sorted(hit.paragraph for hit in group.hits)) for group in answer.groups]
    assert result == groups
    assert (answer.group_count, answer.articles, answer.documents) == (len(groups), 3, 4)


def test_groups_of_values_are_paged(fill, document, ask):
    fill(*(document(number, number, "war", speakers=tuple(range(1, number + 1))) for number in range(1, 6)))
    pages = [ask("war", group_by="speakers", groups_per_page=2, page=page) for page in (1, 2, 3, 4)]
    assert [[group.value for group in page.groups] for page in pages] == [[1, 2], [3, 4], [5], [5]]
    assert {page.pages for page in pages} == {3}


def test_hits_of_a_speaker_are_in_the_order_of_the_request(fill, document, ask):
    fill(
        document(1, 1, "war", year=2001, speakers=(7,)),
        document(2, 2, "war", year=2003, speakers=(7,)),
        document(3, 3, "war", year=2002, speakers=(7,)),
    )
    (group,) = ask("war", group_by="speakers", sort="newest", hits_per_group=2).groups
    assert [hit.article for hit in group.hits] == [2, 3]
    (group,) = ask("war", group_by="speakers", sort="oldest", hits_per_group=2).groups
    assert [hit.article for hit in group.hits] == [1, 3]


def test_copies_of_a_story_are_one_group_of_the_best(fill, document, ask):
    fill(
        document(1, 1, "war and much more besides of other things", story=1),
        document(2, 2, "war war", story=1),
        document(2, 3, "war", story=1),
        document(3, 4, "nothing of it", story=1),
        document(4, 5, "war in another story"),
    )
    answer = ask("war", collapse=True)
    assert [(group.value, group.count, group.copies) for group in answer.groups] == [(2, 2, (1,)), (4, 1, ())]
    assert (answer.group_count, answer.articles, answer.documents) == (2, 3, 4)
    assert {hit.article for hit in answer.groups[0].hits} == {2}
    assert len(ask("war").groups) == 3


@pytest.mark.parametrize(("sort", "lead"), [("newest", 3), ("oldest", 1)])
def test_copies_stand_behind_the_first_of_their_story(fill, document, ask, sort, lead):
    fill(*(document(n, n, "war", year=2010 + n, story=1) for n in (1, 2, 3)), document(9, 9, "war", year=2011))
    answer = ask("war", collapse=True, sort=sort)
    group = next(one for one in answer.groups if one.copies)
    assert (group.value, group.count, set(group.copies)) == (lead, 1, {1, 2, 3} - {lead})
    assert (answer.documents, answer.articles, answer.group_count) == (4, 4, 2)


def test_folded_stories_are_paged(fill, document, ask):
    fill(*(document(number, number, "war", story=(number + 1) // 2) for number in range(1, 11)))
    pages = [ask("war", collapse=True, groups_per_page=2, page=page) for page in (1, 2, 3)]
    folded = [{group.value, *group.copies} for page in pages for group in page.groups]
    assert sorted(map(sorted, folded)) == [[1, 2], [3, 4], [5, 6], [7, 8], [9, 10]]
    assert {page.group_count for page in pages} == {5}


MANY = 70_500  # more articles than 10,000, and than two bytes can number


@pytest.fixture(scope="module")
def many(tmp_path_factory, document_of):
    """Make an engine with many articles, once for each."""
    made = {}

    def of(name: str):
        if name not in made:
            made[name] = make(name, tmp_path_factory.mktemp("many"))
            documents = (document_of(number, number, "war", speakers=(number,)) for number in range(1, MANY + 1))
            made[name].rebuild([Batch(frozenset(), list(documents), 1)], 1)
        return made[name]

    return of


@pytest.mark.slow(reason="seventy thousand articles are indexed")
def test_there_is_no_wall_at_the_ten_thousandth_article(many, engine_name):
    engine = many(engine_name)
    last = engine.search(EngineRequest(Word("war"), page=10**6, timeout=60))
    assert (last.documents, last.articles, last.group_count, last.page) == (MANY, MANY, MANY, MANY // 10)
    deep = engine.search(EngineRequest(Word("war"), page=MANY // 10 - 1, timeout=60))
    assert len({group.value for group in (*deep.groups, *last.groups)}) == 20


@pytest.mark.slow(reason="seventy thousand articles are indexed")
def test_there_is_no_wall_at_the_ten_thousandth_speaker(many, engine_name):
    answer = many(engine_name).search(EngineRequest(None, group_by="speakers", page=MANY // 10, timeout=60))
    assert answer.group_count == MANY
    assert [group.value for group in answer.groups] == list(range(MANY - 9, MANY + 1))


@pytest.mark.slow(reason="seventy thousand articles are indexed")
def test_the_same_article_is_on_one_page_only(many, engine_name):
    engine = many(engine_name)
    pages = [engine.search(EngineRequest(Word("war"), page=page, groups_per_page=50)) for page in range(1, 6)]
    assert len({group.value for page in pages for group in page.groups}) == 250
