"""HTML becomes plain paragraphs; what is hostile in it is dropped or refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.sources.html_text import DEEPEST, LARGEST, MOST_ATTRIBUTES, paragraphs_of_html
from articles.sources.source_article import UnreadableRecordError
from tests.costs import cpu_cost


def texts(html: str) -> list[str]:
    return [paragraph.text for paragraph in paragraphs_of_html(html)]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>One</p><p>Two</p>", ["One", "Two"]),
        ("<p>One<p>Two", ["One", "Two"]),
        ("One<br>Two<br/>Three", ["One", "Two", "Three"]),
        ("<p>AT&amp;T &lt;b&gt; rose</p>", ["AT&T <b> rose"]),
        ("<p>a <em>fine</em>\n <a href='javascript:alert(1)'>line</a></p>", ["a fine line"]),
        ("<p>kept</p><script>alert('<p>x</p>')</script>", ["kept"]),
        ("<style>p{}</style><p onclick='x()'>kept</p>", ["kept"]),
        ("<noscript><p>gone</p></noscript><p>kept</p>", ["kept"]),
        ("<!-- <p>gone</p> --><p>kept</p><!-- open", ["kept"]),
        ("<!DOCTYPE html><?xml version='1.0'?><p>kept</p>", ["kept"]),
        ("<p>3 < 4 and 5 > 4</p>", ["3 < 4 and 5 > 4"]),
        ("<p>a tag <b that never closes", ["a tag <b that never closes"]),
        ("<p></p><div> </div>", []),
        ("&#0;&#8;<p>kept&#1;</p>", ["\ufffd", "kept"]),
    ],
)
def test_html_becomes_paragraphs(html, expected):
    assert texts(html) == expected


def test_headings_and_captions_keep_their_kind():
    html = "<h2>A subhead</h2><p>Text</p><figure><img src=x><figcaption>A caption</figcaption></figure>"
    assert [p.kind.value for p in paragraphs_of_html(html)] == ["subhead", "body", "caption"]


@pytest.mark.parametrize(
    ("html", "sentence"),
    [
        ("x" * (LARGEST + 1), "characters long"),
        ("<div>" * (DEEPEST + 1), "nested more than"),
        ("<p " + " ".join(f"a{n}=1" for n in range(MOST_ATTRIBUTES + 1)) + ">x</p>", "attributes"),
        (f"<p>&#1{'0' * 5000};</p>", "can't be read"),
    ],
)
def test_html_over_the_limits_is_refused(html, sentence):
    with pytest.raises(UnreadableRecordError, match=sentence):
        paragraphs_of_html(html)


PIECES = [
    *("<", "<a<", "< ", "é<", "<!--", "<![", "<!x", "<?", "]]>", '"', "&", "&#", "&#x26;", "&lt;"),
    *("</", "</p ", "<a ", "<a b='", "<a \"'", "<a /", "<p", "<p>", "<br>", "<p>a</p>", "<b>x</b>", "<div>"),
    *("<script>", "<script></", "<style><"),
]
AROUND = ("{}", "{}<p>the end</p>", "<a b='{}'>the end", "<{}>", "</a{}>")
LENGTH = 25_000  # characters


def read_or_refused(html: str) -> list[str]:
    try:
        return texts(html)
    except UnreadableRecordError as refusal:
        return [str(refusal)]


@pytest.fixture(scope="module")
def ordinary():
    """What short paragraphs of the same length together cost."""
    return cpu_cost(lambda: texts("<p>One boat</p>" * (LENGTH // 15)))


@pytest.mark.slow(reason="long texts are read several times")
@pytest.mark.parametrize("piece", PIECES)
@pytest.mark.parametrize("around", AROUND)
def test_hostile_html_costs_about_what_ordinary_html_costs(piece, around, ordinary):
    html = around.format(piece * (LENGTH // len(piece)))
    assert cpu_cost(lambda: read_or_refused(html)) < 5 * ordinary


SOUP = st.lists(
    st.sampled_from(["<p>", "</p>", "<script>", "</script>", "<!--", "-->", "<![CDATA[", "<!", "<?", ">", "<", "&lt;",
                     "<b", "'", '"', "=", " ", "word", "<svg>", "</svg>", "&#xD800;", "\x00"]),
    max_size=40,
).map("".join)  # fmt: skip


@given(SOUP)
def test_any_soup_of_tags_becomes_text_or_is_refused(html):
    try:
        found = texts(html)
    except UnreadableRecordError:
        return
    assert all(text == text.strip() and text for text in found)
    "".join(found).encode()  # no broken surrogates
