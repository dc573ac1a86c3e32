"""A reader's words → Query tree, as a table; and that nothing a reader types breaks it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.language.reading import read
from search.language.tree import And, Named, Not, Or, Phrase, Prefix, Published, Query, Within, Word
from search.language.writing import describe, write

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
    ("COVID-19", Phrase("COVID-19")),
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
    ("speaker:Kirby", Named("speaker", "Kirby")),
    ('about:"Jane Roe" speaker:Kirby', And((Named("about", "Jane Roe"), Named("speaker", "Kirby")))),
    ('person:"Joe Biden"', Named("person", "Joe Biden")),
    ("-person:Biden", Not(Named("person", "Biden"))),
    ("country:(US OR China)", Or((Named("country", "US"), Named("country", "China")))),
    ('publisher:"Al Jazeera"', Named("publisher", "Al Jazeera")),
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
]


@pytest.mark.parametrize(("text", "query"), UNDERSTOOD)
def test_what_is_understood(text: str, query: Query | None) -> None:
    reading = read(text)
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
    ("title: a", A, "title:", "right after"),
    ("a title:", A, "title:", "right after"),
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
    ("covid-19* a", A, "covid-19*", "at the end"),
    ("aaa* bbb* ccc* ddd* eee*", And(tuple(Prefix(letter * 3) for letter in "abcd")), "eee*", "Only 4"),
    ("((((((((((a))))))))))", A, "(", "8 deep"),
]


@pytest.mark.parametrize(("text", "query", "place", "sentence"), PROBLEMS)
def test_what_is_not_understood_gets_a_sentence_and_the_rest_is_searched(
    text: str, query: Query | None, place: str, sentence: str
) -> None:
    reading = read(text)
    told = [problem for problem in reading.problems if sentence in problem.sentence]
    assert reading.query == query
    assert [text[problem.start : problem.end] for problem in told][:1] == [place]


HOSTILE = [
    "\x00",
    "a\x00b",
    "\ud800 a",
    "(" * 1_000,
    ")" * 1_000,
    "()" * 500,
    "(a " * 300,
    "-" * 999 + "a",
    "- " * 400 + "a",
    "NOT " * 240 + "a",
    "OR " * 300,
    "a OR " * 200,
    '"' * 1_000,
    "“a" * 400,
    "*" * 1_000,
    "*e* *a* *o*",
    "[a TO b]",
    "a~2 b^100 c~0.5",
    "{!lucene} _query_:x",
    "x" * 10_000,
    "x" * 997 + "*",
    "aaa* " * 200,
    ":" * 1_000,
    "title:" * 160,
    "title:(" * 140,
    "person:(country:(in:(",
    "in:in:in:",
    "after:99999999999999999999",
    "year:-1 year:２０２０",
    "a" + "\u0301" * 900,
    "\u200b" * 900,
    "🇺🇸 💥" * 100,
    "ﷺ ﷺ ﷺ",
    "'; DROP TABLE articles; --",
    "<script>alert(1)</script>",
    "../../etc/passwd",
    "%00%0a%s%n",
    "İ" * 900,
    "ß" * 900,
    "1.2.3.4.5." * 90,
    "a.b.c.d.e." * 90,
    "\r\n\t\v\f\x85\u2028",
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_queries_are_read_or_refused_in_words(text: str) -> None:
    reading = read(text)
    assert all(problem.sentence.endswith(".") for problem in reading.problems)
    assert all(0 <= problem.start <= problem.end <= len(text) for problem in reading.problems)
    if reading.query is not None:
        assert describe(reading.query)


def test_what_is_too_long_is_cut_and_says_so() -> None:
    assert "first 1,000 characters" in read("word " * 300).problems[-1].sentence


def test_only_so_many_words_are_searched() -> None:
    reading = read(" ".join(f"w{number}" for number in range(40)))
    assert isinstance(reading.query, And)
    assert len(reading.query.parts) == 32
    assert "first 32 words" in reading.problems[0].sentence


SIGNS = [*'()"“”-*:.,&%+# ', "OR", "NOT", "AND", "title:", "person:", "in:quotes", "year:2020", "word", "U.S.", "né"]


@given(st.one_of(st.text(), st.lists(st.sampled_from(SIGNS), max_size=60).map("".join)))
def test_reading_never_raises(text: str) -> None:
    reading = read(text)
    assert all(0 <= problem.start <= problem.end <= len(text) for problem in reading.problems)


@given(st.lists(st.one_of(st.sampled_from(SIGNS), st.text(max_size=4)), max_size=40).map(" ".join))
def test_a_query_that_is_written_reads_back_to_the_same_tree(text: str) -> None:
    query = read(text).query
    if query is not None:
        again = read(write(query))
        assert again.query == query
        assert again.problems == ()


DESCRIBED = [
    ("tax", "“tax” in any form"),
    ("tax -levy", "“tax” in any form and not “levy” in any form"),
    ('a "b c" OR ddd*', "(“a” in any form and exactly “b c”)"),
    ("abc* OR a", "a word that begins with “abc” or “a” in any form"),
    ("in:quotes a", "within quotations: “a” in any form"),
    ("-in:quotes", "not a quotation"),
    ("title:tax", "an article whose title has “tax” in any form"),
    ("speaker:Kirby", "words of “Kirby”"),
    ("about:Kirby", "words about “Kirby”"),
    ("year:2020", "a date on or after 1 January 2020 and before 1 January 2021"),
]


@pytest.mark.parametrize(("text", "words"), DESCRIBED)
def test_a_query_is_described_in_words(text: str, words: str) -> None:
    query = read(text).query
    assert query is not None
    assert describe(query).startswith(words)
