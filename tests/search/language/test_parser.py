"""A reader's words → Query tree, as a table."""

from datetime import date

import pytest

from search.language.ast import (
    And,
    AtLeast,
    Fuzzy,
    Near,
    Not,
    Or,
    Phrase,
    Prefix,
    Published,
    Query,
    UnresolvedName,
    Within,
    Word,
)
from search.language.parser import parse

A, B, C = Word("a"), Word("b"), Word("c")
Y2020 = Published(date(2020, 1, 1), date(2021, 1, 1), "year:2020")

UNDERSTOOD: list[tuple[str, Query | None]] = [
    ("", None),
    ("   ", None),
    ("-", None),
    ("a – b", And((A, B))),
    ("climate", Word("climate")),
    ("climate,", Word("climate")),
    ("a b", And((A, B))),
    ("a AND b", And((A, B))),
    ("a and b", And((A, Word("and"), B))),
    ("a OR b", Or((A, B))),
    ("a or b", And((A, Word("or"), B))),
    ("a | b", Or((A, B))),
    ("a b OR c", Or((And((A, B)), C))),
    ("a (b OR c)", And((A, Or((B, C))))),
    ("(a (b)) c", And((A, B, C))),
    ("a a", A),
    ("-a", Not(A)),
    ("--a", A),
    ("NOT a", Not(A)),
    ("NOT -a", A),
    ("a -b", And((A, Not(B)))),
    ("a -(b c)", And((A, Not(And((B, C)))))),
    ('a -"b c"', And((A, Not(Phrase("b c"))))),
    ('"to be or not to be"', Phrase("to be or not to be")),
    ("“curly quotes”", Phrase("curly quotes")),
    ("„deutsche“ «françaises»", And((Phrase("deutsche"), Phrase("françaises")))),
    ('"OR"', Phrase("OR")),
    ("OR, a", And((Word("or"), A))),
    ("COVID-19", Word("COVID-19")),
    ("AT&T", Phrase("AT&T")),
    ("3.5%", Phrase("3.5%")),
    ("C++", Phrase("C++")),
    ("U.S.", Word("U.S.")),
    ("O’Brien", Word("O’Brien")),
    ("govern*", Prefix("govern")),
    ("title:tax", Within("title", Word("tax"))),
    ("Title:tax", Within("title", Word("tax"))),
    ("title:(a OR b)", Within("title", Or((A, B)))),
    ('title:"a b"', Within("title", Phrase("a b"))),
    ("subtitle:tax", Phrase("subtitle:tax")),
    ("speaker:Kirby", UnresolvedName("speaker", "Kirby")),
    ('about:"Jane Roe" speaker:Kirby', And((UnresolvedName("about", "Jane Roe"), UnresolvedName("speaker", "Kirby")))),
    ('person:"Joe Biden"', UnresolvedName("person", "Joe Biden")),
    ("-person:Biden", Not(UnresolvedName("person", "Biden"))),
    ("country:(US OR China)", Or((UnresolvedName("country", "US"), UnresolvedName("country", "China")))),
    ('publisher:"Al Jazeera"', UnresolvedName("publisher", "Al Jazeera")),
    ("in:quotes a", Within("quotes", A)),
    ("a in:quote", Within("quotes", A)),
    ("in:titles", Within("titles", None)),
    ("-in:captions a", And((Not(Within("captions", None)), A))),
    ("a (in:captions b)", And((A, Within("captions", B)))),
    ("year:2020", Y2020),
    ("after:2020-05", Published(date(2020, 5, 1), None, "after:2020-05")),
    ("before:2020-05-17", Published(None, date(2020, 5, 17), "before:2020-05-17")),
    ("year:2020-12", Published(date(2020, 12, 1), date(2021, 1, 1), "year:2020-12")),
    ("https://example.com/x", Phrase("https://example.com/x")),
    ("‹a b›", Phrase("a b")),
    ("a || b && c", Or((A, And((B, C))))),
    ("#MeToo", Phrase("#MeToo")),
    ("G-20 W-2", And((Word("G-20"), Word("W-2")))),
    ("02091-C-71", Word("02091-C-71")),
    ('"a b"~5', Near("a b", 5)),
    ('"a b"~0', Near("a b", 0)),
    ("“a b”~50", Near("a b", 50)),
    ('"a b"~5, c', And((Near("a b", 5), C))),
    ('("a b"~5)', Near("a b", 5)),
    ('title:"a b"~5', Within("title", Near("a b", 5))),
    ('"a a"~2', Near("a a", 2)),
    ('"a b" ~5', And((Phrase("a b"), Word("5")))),
    ("merkel~", Fuzzy("merkel")),
    ("merkel~1", Fuzzy("merkel")),
    ("merkel~.", Fuzzy("merkel")),
    ("-merkel~", Not(Fuzzy("merkel"))),
    ("(U.S.~)", Fuzzy("U.S.")),
    ("example.org/~jane", Phrase("example.org/~jane")),
    ("atleast3(tax)", AtLeast("tax", 3)),
    ("atleast3:tax", AtLeast("tax", 3)),
    ("ATLEAST3 tax", AtLeast("tax", 3)),
    ("atleast3 (tax)", AtLeast("tax", 3)),
    ("atleast1(tax)", Word("tax")),
    ("atleast20(a OR b) c", And((Or((AtLeast("a", 20), AtLeast("b", 20))), C))),
    ("atleast2(a b)", And((AtLeast("a", 2), AtLeast("b", 2)))),
    ("title:atleast2(tax)", Within("title", AtLeast("tax", 2))),
    ("atleast tax", And((Word("atleast"), Word("tax")))),
    ("atleast3, tax", And((Phrase("atleast3"), Word("tax")))),
    ('"atleast3"', Phrase("atleast3")),
    ("author:roe section:World", And((UnresolvedName("author", "roe"), UnresolvedName("section", "World")))),
    ("AUTHOR:roe", UnresolvedName("author", "roe")),
    ("speaker: merkel", UnresolvedName("speaker", "merkel")),
    ('speaker: "Angela Merkel"', UnresolvedName("speaker", "Angela Merkel")),
    ("country: (a OR b)", Or((UnresolvedName("country", "a"), UnresolvedName("country", "b")))),
    ("in: quotes a", Within("quotes", A)),
    ("title: a", Within("title", A)),
    ("year: 2020", Y2020),
]


@pytest.mark.parametrize(("text", "query"), UNDERSTOOD)
def test_what_is_understood(text: str, query: Query | None) -> None:
    reading = parse(text)
    assert reading.query == query
    assert reading.problems == ()


PROBLEMS: list[tuple[str, Query | None, str, str]] = [
    ('"a b', Phrase("a b"), '"a b', "never closed"),
    ("(a", A, "(", "never closed"),
    ("a)", A, ")", "no opening"),
    ("a ()", A, "()", "nothing to search"),
    ("a OR", A, "OR", "either side"),
    ("OR a", A, "OR", "either side"),
    ("a -()", A, "()", "nothing to search"),
    ("a NOT", A, "NOT", "nothing after"),
    ('a ""', A, '""', "no word"),
    ("a !!!", A, "!!!", "no word"),
    ("a title:", A, "title:", "needs a value"),
    ("title: speaker:a", UnresolvedName("speaker", "a"), "title:", "needs a value"),
    ("title: OR a", A, "title:", "needs a value"),
    ("title: -a", Not(A), "title:", "needs a value"),
    ('"a b"~', Phrase("a b"), '"a b"~', "with a number"),
    ('"a"~5', Phrase("a"), '"a"~5', "two or more"),
    ('"a b"~51', Near("a b", 50), '"a b"~51', "At most 50"),
    ('"a b c d e"~3', Near("a b c d", 3), '"a b c d e"~3', "4 words at most"),
    ("ab~ c", And((Word("ab"), C)), "ab~", "3 letters"),
    ("US-led~", Phrase("US-led"), "US-led~", "one word"),
    ("merkel~2", Fuzzy("merkel"), "merkel~2", "one letter"),
    ("aaa~ bbb~ ccc~ ddd~ eee~", And(tuple(Fuzzy(letter * 3) for letter in "abcd")), "eee~", "Only 4"),
    ("atleast21(a)", AtLeast("a", 20), "atleast21", "1 to 20"),
    ("atleast0(a)", A, "atleast0", "1 to 20"),
    ('atleast3("a b")', Phrase("a b"), '"a b"', "Only single words"),
    ("a atleast3", A, "atleast3", "no word here to count"),
    ("atleast3(atleast2(a))", AtLeast("a", 3), "atleast2", "only once"),
    ("speaker:atleast3(a)", UnresolvedName("speaker", "a"), "atleast3", "Only words of the text"),
    ('speaker:"a b"~5', UnresolvedName("speaker", "a b"), '"a b"~5', "means nothing"),
    ("person:?? a", A, "??", "no word"),
    ("in:foo a", A, "foo", "quotes, titles or captions"),
    ("after:soon a", A, "after:soon", "needs a date"),
    ("year:2020-13 a", A, "year:2020-13", "needs a date"),
    ("year:0000 a", A, "year:0000", "needs a date"),
    ("year:9999 a", A, "year:9999", "needs a date"),
    ("after:2021-02-29 a", A, "after:2021-02-29", "needs a date"),
    ("ab* a", A, "ab*", "3 letters"),
    ("*bcd a", A, "*bcd", "at the end"),
    ("* a", A, "*", "at the end"),
    ("US-led* a", A, "US-led*", "at the end"),
    ("aaa* bbb* ccc* ddd* eee*", And(tuple(Prefix(letter * 3) for letter in "abcd")), "eee*", "Only 4"),
    ("((((((((((a))))))))))", A, "(", "8 deep"),
]


@pytest.mark.parametrize(("text", "query", "place", "sentence"), PROBLEMS)
def test_what_is_not_understood_gets_a_sentence_and_the_rest_is_searched(
    text: str, query: Query | None, place: str, sentence: str
) -> None:
    reading = parse(text)
    found = [problem for problem in reading.problems if sentence in problem.sentence]
    assert reading.query == query
    assert [text[problem.start : problem.end] for problem in found][:1] == [place]


def test_what_is_too_long_is_cut_and_says_so() -> None:
    assert "first 1,000 characters" in parse("word " * 300).problems[-1].sentence


def test_only_so_many_words_are_searched() -> None:
    reading = parse(" ".join(f"w{number}" for number in range(40)))
    assert isinstance(reading.query, And)
    assert len(reading.query.parts) == 32
    assert "first 32 words" in reading.problems[0].sentence
