"""The matches of a whole article, numbered in reading order."""

import pytest

from articles.queries import article_page
from search.language.highlighting import highlight_terms
from search.language.parser import parse
from search.pages.matches import matches_in

pytestmark = pytest.mark.django_db


def drawn(article, words: str, only_quoted: bool = False) -> list[tuple[str, list[str], list[int]]]:
    found = matches_in(article_page(article).paragraphs, highlight_terms(parse(words).query), only_quoted)
    return [(one.paragraph.anchor, [one.paragraph.text[a:b] for a, b in one.spans], list(one.numbers)) for one in found]


def test_every_match_of_the_article_has_its_number(archive):
    assert drawn(archive[0], "tax OR war") == [
        ("title", ["tax"], [1]),
        ("p1", ["war"], [2]),
        ("p2", ["tax"], [3]),
    ]
    assert drawn(archive[1], "war words") == [("title", ["War", "words"], [1, 2]), ("p1", ["war", "words"], [3, 4])]


def test_of_quotations_only_what_stands_in_them_is_looked_at(archive):
    assert drawn(archive[0], "kirby OR china", only_quoted=True) == [("p1", ["China"], [1])]
    assert drawn(archive[1], "war", only_quoted=True) == []


@pytest.mark.parametrize(("kind", "matches"), [("indirect", [("p2", ["silent"], [1])]), ("term", [])])
def test_what_is_reported_without_marks_is_a_quotation_and_a_term_is_none(archive, quote, kind, matches):
    quote(archive[0].paragraphs.get(number=2), "Kirby", "kept silent on the tax", kind=kind)
    assert drawn(archive[0], "silent", only_quoted=True) == matches


def test_a_standfirst_is_read_after_the_title_wherever_it_is_kept(archive):
    archive[0].paragraphs.create(position=9, kind="standfirst", text="A tax", fingerprint="s")
    assert [anchor for anchor, *_ in drawn(archive[0], "tax")] == ["title", "standfirst", "p2"]


def test_marks_have_their_addresses(archive):
    (one,) = matches_in(archive[0].paragraphs.filter(number=2), highlight_terms(parse("muller tax").query), False)
    assert [(mark.start, mark.end, mark.css, mark.key) for mark in one.marks] == [
        (0, 6, "hit", "m1"),
        (26, 29, "hit", "m2"),
    ]


def test_without_words_nothing_matches(archive):
    assert drawn(archive[0], "-war") == []
