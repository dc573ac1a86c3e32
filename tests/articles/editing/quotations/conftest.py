"""An article with a quotation, and what an editor sends about it."""

import pytest

from articles.editing.corrections import Edit
from articles.models import Article


@pytest.fixture
def quotation(article):
    """The only quotation that is found in the article: “Nobody will wait for a boat again,” in its second paragraph."""
    return article.quotations.get()


@pytest.fixture
def edit(article, editor):
    """Build what an editor sends from a form that was made from the article as it is now, or as it was once."""

    def build(after, seen=None, reason="I read it again") -> Edit:
        return Edit(after, reason, editor, Article.objects.get(pk=article.pk).revision if seen is None else seen)

    return build


@pytest.fixture
def chosen(article):
    """Choose words of a paragraph, as a form does."""

    def choose(words, anchor="p2", **other):
        text = article.paragraphs.get(number=int(anchor[1:])).text
        start = text.index(words)
        return {"paragraph": anchor, "start": start, "end": start + len(words), "words": words} | other

    return choose
