"""Articles of the tests' own, written for them."""

from dataclasses import replace

import pytest

from accounts.groups import give_role
from accounts.roles import EDITOR
from articles.importing.importer import import_article
from articles.sources import SourceArticle, SourceParagraph

TEXT = (
    "The ferry minister, Amara Okafor, opened a new harbour in Lisbon on Monday.",
    "“Nobody will wait for a boat again,” Okafor told reporters.",
    "Ferries from Morocco will call at the port of Lisbon twice a day.",
)


@pytest.fixture
def source():
    """Build a source article: `source(title="…", texts=["…"])`."""

    def build(texts=TEXT, **values) -> SourceArticle:
        article = SourceArticle(
            place="a place",
            file_name="a.txt",
            paragraphs=tuple(SourceParagraph(text) for text in texts),
            source_id="test:1",
            title="New harbour opens",
        )
        return replace(article, **values)

    return build


@pytest.fixture
def article(db, source):
    """An article of the archive, imported like any other."""
    return import_article(source()).article


@pytest.fixture
def editor(db, django_user_model):
    """Somebody who may correct."""
    user = django_user_model.objects.create_user("edith", password="a long enough password")
    give_role(user, EDITOR)
    return user
