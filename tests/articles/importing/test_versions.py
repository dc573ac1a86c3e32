"""Every version of an article that an import brings is kept as it came."""

import pytest

from articles.editing.corrections import Edit, correct_value
from articles.importing.importer import import_article
from articles.models import ArticleVersion
from tests.articles.conftest import TEXT

pytestmark = pytest.mark.django_db


def test_an_import_keeps_what_came(source):
    article = import_article(source(url="https://example.org/harbour", language="en", byline="Li Na")).article
    version = article.versions.get()
    content = version.unpacked()
    assert (version.number, version.content_hash, version.place) == (1, article.content_hash, "a place")
    assert content["values"] == article.imported
    assert content["values"]["url"] == "https://example.org/harbour"
    assert content["paragraphs"] == [["body", text] for text in TEXT]


def test_the_same_again_is_no_version(source):
    import_article(source())
    import_article(source(place="another place"))
    assert ArticleVersion.objects.count() == 1


def test_versions_count_up_and_know_no_correction(source, editor):
    article = import_article(source()).article
    correct_value(article.pk, "title", Edit("Mine", "the printed page says so", editor, article.revision))
    import_article(source(texts=TEXT[:2], place="p" * 500))
    first, second = article.versions.all()
    assert (first.number, second.number) == (1, 2)
    assert second.unpacked()["values"]["title"] == "New harbour opens"
    assert len(second.unpacked()["paragraphs"]) == 2
    assert ArticleVersion.latest_of(article.pk) == second
    assert second.place == "p" * 400
