"""What is written as RIS, BibTeX and CSL-JSON is read back as it was, by parsers of others, whatever a text holds."""

import json

import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import LatexDecodingMiddleware, MonthIntMiddleware
from hypothesis import given
from hypothesis import strategies as st

from articles.bibliography import article_item, bibtex_entry, csl_json, ris_record
from articles.bibliography.authors import one_line
from tests.articles.bibliography.references import HOSTILE, unsaved
from tests.examples import examples

ADDRESS = "https://news.example/articles/5/"
TEXTS = st.text(st.characters(codec="utf-8"), min_size=1).filter(one_line)


def item_of(**values):
    return article_item(unsaved(**values), ADDRESS)


def from_ris(*items):
    return rispy.loads("".join(map(ris_record, items)))


def from_bibtex(*items):
    written = "".join(map(bibtex_entry, items))
    read = parse_string(written, append_middleware=[LatexDecodingMiddleware(), MonthIntMiddleware()])
    assert read.failed_blocks == []
    return [{"id": entry.key} | {field.key: field.value for field in entry.fields} for entry in read.entries]


def unbraced(value):
    """Take braces away: those that only hold a value together stay in what the parser decodes, and ^ is its ˆ."""
    return value.replace("{", "").replace("}", "").replace("ˆ", "^")


def test_ris_of_an_article():
    assert ris_record(item_of()).splitlines() == [
        "TY  - NEWS",
        "ID  - article-5",
        "TI  - New harbour opens",
        "AU  - Lind, Mara",
        "AU  - van der Holm, Jo, Jr",
        "T2  - Harbour Post",
        "PY  - 2021",
        "DA  - 2021/03/07/",
        "SE  - Shipping",
        "LA  - en",
        "N1  - Original: https://post.example/harbour?a=1&b=%7e",
        "UR  - https://news.example/articles/5/",
        "DB  - Newsroom",
        "ER  - ",
    ]


def test_bibtex_of_an_article():
    assert bibtex_entry(item_of()).splitlines() == [
        "@article{article-5,",
        "  author = {Lind, Mara and van der Holm, Jr, Jo},",
        "  title = {{New harbour opens}},",
        "  journal = {Harbour Post},",
        "  language = {en},",
        "  year = {2021},",
        "  month = mar,",
        "  day = {7},",
        "  url = {https://news.example/articles/5/},",
        r"  note = {Section: Shipping. Original: https://post.example/harbour?a=1\&b=\%7e}",
        "}",
        "",
    ]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_values_are_one_record_of_ris(text):
    first, second = from_ris(item_of(title=text, byline=text), item_of())
    assert first["title"] == one_line(text)
    assert second["title"] == "New harbour opens"


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_values_are_one_entry_of_bibtex(text):
    first, second = from_bibtex(item_of(title=text, byline=text), item_of(pk=6))
    assert unbraced(first["title"]) == unbraced(one_line(text))
    assert (second["id"], second["month"]) == ("article-6", 3)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_values_are_one_item_of_csl_json(text):
    first, second = json.loads("".join(csl_json([item_of(title=text), item_of()])))
    assert first["title"] == one_line(text)
    assert second["title"] == "New harbour opens"


@given(title=TEXTS, byline=st.text(max_size=60))
@examples(1)
def test_any_text_is_one_record(title, byline):
    item = item_of(title=title, byline=byline)
    assert len(from_ris(item, item_of(pk=6))) == 2
    assert len(from_bibtex(item, item_of(pk=6))) == 2


def test_braces_of_a_text_are_kept_and_balanced():
    entry = bibtex_entry(item_of(title="Two { open, one } closed {"))
    assert entry.count("{") == entry.count("}")
    assert r"{{Two \textbraceleft{} open, one \textbraceright{} closed \textbraceleft{}}}" in entry


def test_signs_of_several_code_points_stay_whole():
    title = "Ferry ⛴️ and 👩🏽‍✈️"
    item = item_of(title=title)
    assert [from_ris(item)[0]["title"], unbraced(from_bibtex(item)[0]["title"])] == [title, title]


def test_no_items_are_an_empty_array():
    assert json.loads("".join(csl_json([]))) == []


@pytest.mark.parametrize(("published", "day"), [("2016", "2016///"), ("2016-09", "2016/09//")])
def test_days_of_ris_have_three_strokes(published, day):
    assert f"DA  - {day}\r\n" in ris_record(item_of(published=published))
