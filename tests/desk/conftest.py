"""An archive with one article, as imported, and what is cited of it."""

from types import SimpleNamespace

import pytest

from articles.importing.importer import import_article
from articles.sources import SourceArticle, SourceParagraph
from articles.sources.dates import read_date

TEXTS = (
    "The ferry minister, Amara Okafor, opened a new harbour in Lisbon on Monday.",
    "“Nobody will wait for a boat again,” Okafor told reporters.",
)


@pytest.fixture
def harbour(db) -> SimpleNamespace:
    """An article with its second paragraph and the quotation in that."""
    article = import_article(
        SourceArticle(
            place="a place",
            file_name="a.txt",
            paragraphs=tuple(map(SourceParagraph, TEXTS)),
            title="New <i>harbour</i> opens",
            byline="By Mara Lind",
            publisher="Harbour Post",
            published=read_date("2021-03-07"),
        )
    ).article
    return SimpleNamespace(
        article=article, paragraph=article.paragraphs.get(number=2), quotation=article.quotations.said().get()
    )
