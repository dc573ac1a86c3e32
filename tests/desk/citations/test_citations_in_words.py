"""The plain line and the Markdown of a citation."""

from datetime import date

from desk.citations.cited import Cited, cite_article, cite_quotation
from desk.citations.wording import markdown, plain
from tests.articles.bibliography.references import unsaved

DAY = date(2026, 11, 29)


def whole(path: str) -> str:
    return f"https://news.example{path}"


def cited(**values) -> Cited:
    return cite_article(unsaved(published="2021-03-07", **values), whole, DAY)


def test_a_plain_line_has_all_that_is_known_the_lasting_address_and_the_day():
    assert plain(cited(byline="By Mara Lind")) == (
        "“New harbour opens”, By Mara Lind, Harbour Post, 7 March 2021. "
        "Newsroom, https://news.example/articles/5/, accessed 29 November 2026."
    )


def test_what_is_unknown_is_said():
    bare = cited(title="", byline="", publisher=None, published_from=None)
    assert plain(bare).startswith(
        "An untitled article (“The ferry minister opened a harbour.”), publisher unknown, date unknown. "
    )


def test_markdown_links_the_title():
    assert markdown(cited(byline="By Mara Lind")) == (
        "[“New harbour opens”](<https://news.example/articles/5/>), By Mara Lind, Harbour Post, 7 March 2021. "
        "Newsroom, accessed 29 November 2026."
    )


def test_nothing_that_is_cited_is_markup():
    line = markdown(cited(title="](javascript:x) **bold** <b> `code`\n# head", byline="1. _Mara_"))
    assert "\n" not in line
    assert r"\]\(javascript".replace(r"\(", "(") in line
    assert r"\*\*bold\*\* \<b\> \`code\` \# head" in line
    assert r"1\. \_Mara\_" in line


def test_a_quotation_is_a_block_quote_with_who_said_it(harbour):
    quotation = cite_quotation(harbour.quotation, whole, DAY)
    said, _, source = markdown(quotation).partition("\n>\n> — ")
    assert said == "> “Nobody will wait for a boat again,”"
    assert source.startswith("Amara Okafor, quoted in [“New ")
    assert f"/quotations/{harbour.quotation.pk}/>)" in source
    assert "paragraph 2. Newsroom, accessed" in source
    assert plain(quotation).startswith("“Nobody will wait for a boat again,” – Amara Okafor, quoted in “New ")
