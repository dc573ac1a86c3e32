"""What each style makes of an article, a paragraph and a quotation, letter by letter, as its handbook has it."""

from datetime import date

import pytest
from lxml import etree

from articles.models import Paragraph, Publisher
from desk.citations.cited import Cited, cite_article, cite_paragraph
from desk.citations.styles import FOLDER, STYLES
from desk.citations.typeset import StyledCitation, in_style
from tests.articles.bibliography.references import HOSTILE, unsaved

DAY = date(2026, 11, 29)
PLACE = "https://news.example/articles/5/"
BY_KEY = {style.key: style for style in STYLES}


def whole(path: str) -> str:
    return f"https://news.example{path}"


def cited(**values) -> Cited:
    return cite_article(unsaved(**values), whole, DAY)


def set_in(key: str, **values) -> StyledCitation:
    return in_style(BY_KEY[key], cited(**values))


def paragraph(**values) -> Cited:
    article = unsaved(**values)
    return cite_paragraph(
        article, Paragraph(article=article, number=12, text="x", fingerprint="3fa9c1" * 5), whole, DAY
    )


REFERENCES = {
    "chicago": "Lind, Mara, and Jo van der Holm Jr. “New harbour opens.” Harbour Post, March 7, 2021. Newsroom. "
    f"Accessed November 29, 2026. {PLACE}.",
    "apa": "Lind, M., & van der Holm, J., Jr. (2021, March 7). New harbour opens. Harbour Post. Newsroom. "
    f"Retrieved November 29, 2026, from {PLACE}",
    "mla": "Lind, Mara, and Jo van der Holm Jr. “New harbour opens.” Harbour Post, 7 Mar. 2021. "
    f"Newsroom, {PLACE}. Accessed 29 Nov. 2026.",
}
OF_PARAGRAPHS = {
    "chicago": "Mara Lind and Jo van der Holm Jr, “New harbour opens,” Harbour Post, March 7, 2021, paragraph 12, "
    f"Newsroom, accessed November 29, 2026, {PLACE}p12-3fa9c1/.",
    "apa": "(Lind & van der Holm, 2021, para. 12)",
    "mla": "(Lind and van der Holm, par. 12)",
}
OF_NOBODY = {  # no byline, no date
    "chicago": f"Harbour Post. “New harbour opens.” n.d. Newsroom. Accessed November 29, 2026. {PLACE}.",
    "apa": f"New harbour opens. (n.d.). Harbour Post. Newsroom. Retrieved November 29, 2026, from {PLACE}",
    "mla": f"“New harbour opens.” Harbour Post, n.d. Newsroom, {PLACE}. Accessed 29 Nov. 2026.",
}
OF_NOTHING = {  # no title either, no publisher
    "chicago": f"“[The ferry minister opened a harbour.].” n.d. Newsroom. Accessed November 29, 2026. {PLACE}.",
    "apa": f"[The ferry minister opened a harbour.]. (n.d.). Newsroom. Retrieved November 29, 2026, from {PLACE}",
    "mla": f"“[The ferry minister opened a harbour.].” n.d. Newsroom, {PLACE}. Accessed 29 Nov. 2026.",
}
UNDATED = {"published": "", "published_from": None, "byline": ""}


@pytest.mark.parametrize("key", BY_KEY)
def test_an_article_with_everything_known(key):
    assert set_in(key).reference.text == REFERENCES[key]


@pytest.mark.parametrize("key", BY_KEY)
def test_a_paragraph_is_named_in_the_note_with_its_own_address(key):
    found = in_style(BY_KEY[key], paragraph())
    assert found.short.text == OF_PARAGRAPHS[key]
    assert f"{PLACE}p12-3fa9c1/" in found.reference.text


@pytest.mark.parametrize("key", BY_KEY)
def test_an_article_of_nobody_and_of_no_date(key):
    assert set_in(key, **UNDATED).reference.text == OF_NOBODY[key]


@pytest.mark.parametrize("key", BY_KEY)
def test_an_article_of_which_nothing_is_known(key):
    assert set_in(key, **UNDATED, title="", publisher=None).reference.text == OF_NOTHING[key]


@pytest.mark.parametrize(
    ("key", "short"),
    [
        ("chicago", f"“New harbour opens,” Harbour Post, n.d., Newsroom, accessed November 29, 2026, {PLACE}."),
        ("apa", "(“New harbour opens,” n.d.)"),
        ("mla", "(“New harbour opens”)"),
    ],
)
def test_a_note_without_author_goes_by_the_title(key, short):
    assert set_in(key, **UNDATED).short.text == short


@pytest.mark.parametrize(
    ("key", "said"), [("chicago", "Harbour Post, March 2021. "), ("apa", "(2021, March)."), ("mla", "Mar. 2021.")]
)
def test_a_date_is_as_exact_as_the_article_says(key, said):
    assert said in set_in(key, published="2021-03").reference.text


@pytest.mark.parametrize("key", BY_KEY)
def test_an_organisation_is_not_taken_apart(key):
    assert set_in(key, byline="Reuters").reference.text.startswith("Reuters. ")


@pytest.mark.parametrize("byline", ["李明", "محمد علي"])
@pytest.mark.parametrize("key", BY_KEY)
def test_a_name_of_a_script_without_capitals_stays_whole(key, byline):
    assert set_in(key, byline=byline).reference.text.startswith(f"{byline}. ")


def test_three_authors_are_first_and_others_where_a_style_says_so():
    three = "By Mara Lind, Jo Holm and Ana Roe"
    assert set_in("mla", byline=three).reference.text.startswith("Lind, Mara, et al. ")
    assert set_in("apa", byline=three).reference.text.startswith("Lind, M., Holm, J., & Roe, A. ")
    assert set_in("apa", byline=three).short.text == "(Lind et al., 2021)"
    assert set_in("chicago", byline=three).short.text.startswith("Mara Lind et al., ")


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Will it sail?", "“Will it sail?” Harbour"),
        ("She said “no”", "“She said ‘no’.” Harbour"),
        ('She said "no"', "“She said ‘no’.” Harbour"),
        ("新港口开放。", "“新港口开放。” Harbour"),
    ],
)
def test_a_title_keeps_its_own_end_and_marks_within_marks_are_single(title, expected):
    assert expected in set_in("chicago", title=title).reference.text
    assert expected in set_in("mla", title=title).reference.text


@pytest.mark.parametrize(
    "hostile", [*HOSTILE, "<script>alert(1)</script>", "</bdi><img src=x onerror=alert(1)>", "\ue000\ue003"]
)
@pytest.mark.parametrize("key", BY_KEY)
def test_what_comes_from_outside_is_text(key, hostile):
    found = set_in(key, title=hostile, byline=hostile, publisher=Publisher(name=hostile))
    for html in (found.reference.html, found.short.html):
        tree = etree.fromstring(f"<p>{html}</p>")
        assert {element.tag for element in tree.iter()} <= {"p", "i", "bdi"}
    assert not any("\ue000" <= sign <= "\uf8ff" for sign in found.reference.text)


def test_a_title_has_its_own_direction_and_the_publication_is_italic():
    html = set_in("mla", title="افتتاح ميناء").reference.html
    assert '<bdi dir="auto">افتتاح ميناء</bdi>' in html
    assert "<i>Harbour Post</i>" in html


def test_a_very_long_title_is_whole_in_the_list_and_short_in_the_text():
    title = "Harbour " * 3000
    found = set_in("apa", title=title, byline="")
    assert found.reference.text.count("Harbour") == 3001
    assert found.short.text == "(“Harbour Harbour Harbour Harbour Harbour Harbour,” 2021)"


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.csl")), ids=lambda path: path.stem)
def test_a_style_says_under_which_licence_it_is(path):
    rights = etree.parse(str(path)).find(".//{http://purl.org/net/xbiblio/csl}rights")
    assert rights.get("license")
    assert path.stem in BY_KEY
