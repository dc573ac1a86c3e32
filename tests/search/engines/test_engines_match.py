"""What matches, node by node and field by field, in each unit."""

from datetime import date
from typing import Any

import pytest

from search.engines.port import EngineRequest, Facet, Filters, IndexUnavailable
from search.language.ast import And, AtLeast, Fuzzy, Having, Near, Not, Or, Phrase, Prefix, UnresolvedName, Within, Word
from search.language.parser import parse


@pytest.fixture
def few(fill, document):
    return fill(
        document(1, 1, "Taxes and wars", kind="title", year=2019),
        document(1, 2, "The governor of Müller’s town raised the tax.", people=(7,), countries=("DE",), year=2019),
        document(1, 3, "“No war,” he said of COVID-19", has_quotation=True, speakers=(7,), people=(7, 8), year=2019),
        document(
            1, 3, "No war", unit="quotations", speakers=(7,), about=(8,), people=(7, 8), has_quotation=True, year=2019
        ),
        document(
            2,
            4,
            "The government warned of a war of words",
            publisher=5,
            countries=("DE", "FR"),
            speakers=("FR", "state department"),
            about=(9,),
            about_countries=("DE",),
            authors=("jane", "doe"),
            section=6,
            year=2021,
        ),
        document(2, 5, "To be or not to be in the U.S. with AT&T at 3.5%", publisher=5, kind="caption", year=2021),
        document(3, 6, "An undated war", year=None),
    )


def paragraphs(engine, query, **request) -> set[int]:
    answer = engine.search(EngineRequest(query, groups_per_page=100, hits_per_group=100, **request))
    return {hit.paragraph for group in answer.groups for hit in group.hits}


TYPED = [
    ("war", {1, 3, 4, 6}),
    ("wars", {1, 3, 4, 6}),
    ('"wars"', {1}),
    ("MULLER", {2}),
    ("tax war", {1}),
    ("tax OR war", {1, 2, 3, 4, 6}),
    ("war -words", {1, 3, 6}),
    ("-war", {2, 5}),
    ("gov*", {2, 4}),
    ("governm*", {4}),
    ('"war of words"', {4}),
    ('"words of war"', set()),
    ('"to be or not to be"', {5}),
    ("COVID-19", {3}),
    ("U.S.", {5}),
    ("AT&T", {5}),
    ("3.5%", {5}),
    ("title:tax", {1, 2, 3}),
    ("title:tax governor", {2}),
    ("in:titles war", {1}),
    ("in:captions", {5}),
    ("in:captions war", set()),
    ("war (in:quotes war)", {3}),
    ("a OR (in:quotes tax)", {4}),
    ("-in:quotes war", {1, 4, 6}),
    ("year:2021", {4, 5}),
    ("before:2021", {1, 2, 3}),
    ("-year:2021", {1, 2, 3, 6}),
    ("zxcvb", set()),
]


@pytest.mark.parametrize(("words", "numbers"), TYPED)
def test_what_is_typed_matches(few, found, words, numbers):
    assert set(found(words)) == numbers


NODES = [
    (Near("governor tax", 5), {2}),
    (Near("tax governor", 5), {2}),
    (Near("tax governor", 4), set()),
    (Near("be be", 3), {5}),
    (Near("be be", 2), set()),
    (Near("be be be", 9), set()),
    (Near("words war government of", 4), {4}),
    (Near("words war government of", 2), set()),
    (Near("words war government", 4), {4}),
    (Near("words war government", 3), set()),
    (Near("war", 0), {3, 4, 6}),
    (Fuzzy("wra"), {3, 4, 6}),
    (Fuzzy("war"), {1, 3, 4, 6}),
    (Fuzzy("wa"), {3, 4, 6}),
    (Fuzzy("Múler"), {2} - {2}),
    (Fuzzy("wrods"), {4}),
    (Fuzzy("wrosd"), set()),
    (AtLeast("be", 2), {5}),
    (AtLeast("be", 3), set()),
    (AtLeast("the", 2), {2}),
    (AtLeast("wars", 1), {1, 3, 4, 6}),
    (Prefix("müll"), {2}),
    (Phrase("the"), {2, 4, 5}),
    (Phrase("…"), set()),
    (Within("quotes", None), {3}),
    (Within("quotes", And((Word("no"), Word("war")))), {3}),
    (Within("quotes", And((Word("no"), Word("covid")))), set()),
    (Within("quotes", Not(Word("tax"))), {3}),
    (Within("quotes", Having("about", frozenset([8]), "x")), {3}),
    (Within("title", And((Word("tax"), Not(Word("peace"))))), {1, 2, 3}),
    (Within("title", None), {1, 2, 3}),
    (Within("title", Within("quotes", Not(Word("tax")))), set()),
    (Or((Not(Word("war")), Word("undated"))), {2, 5, 6}),
    (Not(Not(Word("undated"))), {6}),
]


@pytest.mark.parametrize(("query", "numbers"), NODES)
def test_every_node_matches_paragraphs(few, query, numbers):
    assert paragraphs(few, query) == numbers


FIELDS = [
    ("person", {7}, {2, 3}),
    ("speaker", {7}, {3}),
    ("speaker", {"FR"}, {4}),
    ("speaker", {7, "state department"}, {3, 4}),
    ("speaker", {"DE", "state", 2**62}, set()),
    ("about", {9}, {4}),
    ("about", {"DE", 7}, {4}),
    ("about", {"FR", 7, 2**62}, set()),
    ("country", {"FR"}, {4}),
    ("country", {"F", "FRANCE", "ÄÖ", ""}, set()),
    ("publisher", {5}, {4, 5}),
    ("author", {"jane", "nobody"}, {4}),
    ("section", {6}, {4}),
    ("section", {5}, set()),
    ("person", set(), set()),
    ("person", {2**62, -1, 2**64}, set()),
]


@pytest.mark.parametrize(("field", "values", "numbers"), FIELDS)
def test_looked_up_names_match_by_id(few, field, values, numbers):
    assert paragraphs(few, Having(field, frozenset(values), "x")) == numbers


def test_names_that_were_not_looked_up_are_refused(few):
    with pytest.raises(IndexUnavailable, match="looked up"):
        few.search(EngineRequest(UnresolvedName("person", "Kirby")))


SHORT = [
    (And((Word("governor"), Word("covid"))), {1}),
    (Phrase("wars the"), set()),
    (Phrase("raised the tax"), {1}),
    (Near("wars governor", 5), set()),
    (Near("governor tax", 5), {1}),
    (AtLeast("the", 3), {2} - {2}),
    (AtLeast("tax", 2), {1}),
    (AtLeast("of", 2), {1, 2}),
    (And((Word("war"), Not(Word("governor")))), {2, 3}),
    (And((Within("captions", None), Word("government"))), {2}),
    (Within("captions", Word("government")), set()),
    (Within("quotes", Word("war")), {1}),
    (Within("titles", Word("war")), {1}),
    (Within("title", Word("war")), {1}),
    (And((Having("person", frozenset([8]), "x"), Word("governor"))), {1}),
    (Prefix("gov"), {1, 2}),
    (Fuzzy("governer"), {1}),
]


@pytest.mark.parametrize(("query", "articles"), SHORT)
def test_whole_articles_have_what_their_paragraphs_have_together(few, query, articles):
    answer = few.search(EngineRequest(query, unit="articles"))
    assert {group.value for group in answer.groups} == articles
    assert answer.documents == answer.articles == len(articles)


def test_the_hits_of_a_whole_article_are_paragraphs_with_a_part_of_the_query(few):
    query = And((Word("governor"), Word("covid"), Not(Word("peace"))))
    (group,) = few.search(EngineRequest(query, unit="articles")).groups
    assert {hit.paragraph for hit in group.hits} == {2, 3}


def test_a_whole_article_found_by_what_it_lacks_shows_its_paragraphs(few):
    query = Or((Word("covid"), Not(Word("governor"))))
    groups = {group.value: group for group in few.search(EngineRequest(query, unit="articles")).groups}
    assert groups.keys() == {1, 2, 3}
    assert all(group.hits and group.count == 1 for group in groups.values())


def test_quotations_are_found_with_the_paragraph_they_lie_in(few, ask):
    answer = ask("war", unit="quotations")
    assert [(hit.paragraph, hit.quotation) for group in answer.groups for hit in group.hits] == [(3, 3)]


def test_filters_by_date_leave_out_the_undated(few, found):
    assert set(found("war", after=date(2020, 1, 1))) == {4}
    assert set(found("war", before=date(2020, 1, 1))) == {1, 3}


def test_what_is_excluded_is_left_out_even_of_what_is_chosen(few):
    filters = Filters({"countries": frozenset(["DE"])}, {"people": frozenset([7]), "years": frozenset([1999])})
    assert paragraphs(few, None, filters=filters) == {4}


def test_a_letter_that_folds_to_several_words_is_one_token(fill, document, found):
    fill(document(1, 1, "praise \ufdfa today"), document(2, 2, "praise today"))
    assert set(found('"praise \ufdfa today"')) == {1}
    assert set(found('"praise today"')) == {2}
    assert set(found("\ufdfa")) == {1}


def test_an_empty_index_answers(fill, ask, engine):
    fill()
    assert ask("war OR -peace OR gov* OR title:a OR in:quotes").documents == 0
    assert ask('"a b"').pages == 1
    assert ask(unit="articles", group_by="months", collapse=True).groups == ()
    assert list(engine.iter_articles()) == []


HOSTILE = [
    "*e*",
    "(" * 500 + "a" + ")" * 500,
    "a" * 10_000,
    '"' + "the " * 500 + '"',
    "[a TO b] AND field:x^4~ /a.*b/ {!x} +-&&||",
    "\x00 \ud800 \x1e \x1f \x1f2 tax\x1f3",
    "-" * 900,
    " OR ".join(f"{letter}ab*" for letter in "abcdefgh"),
    "e\u0301" * 300,
]


@pytest.mark.parametrize("words", HOSTILE)
@pytest.mark.parametrize("unit", ["paragraphs", "articles"])
def test_hostile_words_are_answered(few, words, unit):
    assert few.search(EngineRequest(parse(words).query, unit=unit)).documents <= 6


STRANGE: dict[Facet, set[Any]] = {
    "people": {2**63, -5, 2**200},
    "countries": {"", "É", "TOO LONG", 5},
    "publishers": {-1},
    "quotes": {"", 7},
    "kinds": {"no such kind"},
    "years": {-2020, 10**30},
    "months": {"2020", "x-y", "", "----", "2020-05-17"},
}


@pytest.mark.parametrize("facet", STRANGE)
def test_strange_values_of_a_facet_are_found_nowhere(few, facet):
    values = frozenset(STRANGE[facet])
    chosen = few.search(EngineRequest(None, filters=Filters({facet: values})))
    assert chosen.documents == 0
    assert {value.value for value in chosen.facets[facet] if value.chosen} == values
    assert few.search(EngineRequest(None, filters=Filters({}, {facet: values}))).documents == 6


def test_a_bare_word_counts_all_its_forms_and_no_other(fill, document, ask):
    fill(document(1, 1, "warning warned warn"), document(2, 2, "warn warn warn"), document(3, 3, "war warns"))
    answer = ask("warn", sort="oldest")
    assert {group.value for group in answer.groups} == {1, 2, 3}
    scores = {group.value: group.hits[0].score for group in ask("warn").groups}
    assert scores[1] == pytest.approx(scores[2])
