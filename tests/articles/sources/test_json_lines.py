"""One article a line; what is wrong with a line is said with its number, and the others are read."""

import gzip
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.sources import RecordProblem, SourceArticle, count, read
from articles.sources.json_lines import read_json_lines, read_line

GOOD = {"id": "x:1", "title": "Bridge to close", "paragraphs": ["The bridge closes.", " ", "Ferries run."]}


def line(**changed) -> bytes:
    return json.dumps({**GOOD, **changed}).encode()


def test_a_line_becomes_an_article():
    found = read_line(
        line(
            authors=["Ama Boateng", "Li Na"],
            published="2012-04-25 12:42:14 -0400",
            source="The Harbour Times",
            section="city",
            language="en",
            url="https://example.org/1",
            standfirst=None,
            origin="a set",
        ),
        "a.jsonl, line 1",
        "a.jsonl",
    )
    assert (found.source_id, found.title, found.standfirst) == ("x:1", "Bridge to close", "")
    assert (found.byline, found.publisher, found.section) == ("Ama Boateng, Li Na", "The Harbour Times", "city")
    assert found.published.iso == "2012-04-25T12:42:14-04:00"
    assert [paragraph.text for paragraph in found.paragraphs] == ["The bridge closes.", "Ferries run."]


def test_text_that_came_as_html_is_cleaned():
    found = read_line(line(paragraphs=None, html="<p>One</p><script>x</script><p>Two</p>"), "p", "n")
    assert [paragraph.text for paragraph in found.paragraphs] == ["One", "Two"]


def test_plain_text_keeps_what_looks_like_a_tag():
    found = read_line(line(paragraphs=["General Motors <GM> rose."]), "p", "n")
    assert found.paragraphs[0].text == "General Motors <GM> rose."


@pytest.mark.parametrize(
    ("bad", "sentence"),
    [
        (b"{", "not JSON"),
        (b"[]", "not a JSON object"),
        (b"\xff\xfe", "not UTF-8"),
        (b"[" * 100_000, "nested too deep"),
        (b'{"a": ' + b"9" * 5000 + b"}", "number too long"),
        (line(paragraphs="text"), "“paragraphs” is not a list of texts"),
        (line(paragraphs=[1]), "“paragraphs” is not a list of texts"),
        (line(paragraphs=[]), "no text in it"),
        (line(paragraphs=["\x00"]), "no text in it"),
        (line(paragraphs=[], html=7), "“html” is not a text"),
        (line(title=["a"]), "“title” is not a text"),
        (line(authors="Ama"), "“authors” is not a list"),
        (line(id="x" * 501), "its source id is longer than 500"),
        (line(source="x" * 301), "its publisher is longer than 300"),
    ],
)
def test_a_bad_line_is_a_problem_with_its_place_and_the_run_goes_on(bad, sentence):
    problem, good = read_json_lines([bad, line()], "a.jsonl")
    assert isinstance(problem, RecordProblem)
    assert sentence in str(problem)
    assert str(problem).startswith("a.jsonl, line 1: ")
    assert isinstance(good, SourceArticle)


def test_a_date_that_is_none_stays_unknown_with_a_remark():
    found = read_line(line(published="soon"), "p", "n")
    assert found.published is None
    assert "“soon” is not a date" in found.remarks[0]


def test_an_id_may_be_a_number():
    assert read_line(line(id=17), "p", "n").source_id == "17"


def test_broken_surrogates_are_replaced():
    assert read_line(b'{"paragraphs": ["a \\ud800 b"]}', "p", "n").paragraphs[0].text == "a \ufffd b"


def test_the_hash_tells_content_from_place():
    one, same = read_line(line(), "p", "n"), read_line(line(), "q", "m")
    other = read_line(line(title="Bridge to open"), "p", "n")
    assert one.content_hash() == same.content_hash() != other.content_hash()


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(max_size=9), st.lists, max_leaves=5))
def test_any_value_in_any_key_is_read_or_refused(value):
    for key in [*GOOD, "authors", "published", "html", "source"]:
        (record,) = read_json_lines([json.dumps({**GOOD, key: value}).encode()], "a.jsonl")
        assert isinstance(record, SourceArticle | RecordProblem)


def test_a_compressed_file_is_read(tmp_path):
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(line() + b"\n\n" + line(id="x:2") + b"\n"))
    assert count(path) == 2
    assert [record.place for record in read(path)] == ["a.jsonl.gz, line 1", "a.jsonl.gz, line 3"]


def test_a_file_that_breaks_off_gives_what_it_holds_and_a_problem(tmp_path):
    path = tmp_path / "a.jsonl.gz"
    lines = b"\n".join(line(id=f"x:{n}", title=f"{n * 7919}") for n in range(20_000))
    path.write_bytes(gzip.compress(lines)[:-2000])
    *articles, problem = read(path)
    assert len(articles) > 1000
    assert isinstance(problem, RecordProblem)
    assert "cannot be read to its end" in str(problem)
