"""An archive of before versions were kept: every article gets its first one, from what it holds."""

from datetime import UTC, datetime

import pytest
from django.utils.timezone import now

from articles.models import ArticleVersion
from tests.articles.models.migrating import migrated

BEFORE = [("articles", "0022_corrections_of_everything")]
AT = datetime(2024, 5, 6, tzinfo=UTC)

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.slow(reason="the database is migrated back and forth"),
]


def filled(model):
    """One article of before, imported again once, its title corrected; and one with a version already."""
    values = {"title": "As it came", "section": ""}
    article = model("articles", "Article").objects.create(
        title="Corrected",
        content_hash="h",
        file_name="a.txt",
        url="https://example.org/",
        language="en",
        imported=values,
    )
    paragraphs = model("articles", "Paragraph").objects
    paragraphs.create(article=article, kind="title", position=-2, text="Corrected", fingerprint="t")
    for number, (kind, text) in enumerate((("subhead", "One"), ("body", "Two")), start=1):
        paragraphs.create(article=article, kind=kind, number=number, position=number, text=text, fingerprint="f")
    change = model("articles", "Change").objects.create(article_id=article.pk, revision=2, kind="updated")
    model("articles", "Change").objects.filter(pk=change.pk).update(at=AT)
    other = model("articles", "Article").objects.create(title="Other", content_hash="o")
    model("articles", "ArticleVersion").objects.create(
        article=other, number=1, content_hash="o", at=now(), content=b"as it is"
    )


def test_each_article_without_a_version_gets_one_and_going_back_and_forth_adds_none(latest):
    filled(migrated(BEFORE))
    model = migrated(latest)
    article = model("articles", "Article").objects.get(title="Corrected")
    version = model("articles", "ArticleVersion").objects.get(article=article)
    values = {"title": "As it came", "section": "", "url": "https://example.org/", "language": "en"}
    assert article.imported == values
    assert (version.number, version.content_hash, version.place, version.at) == (1, "h", "a.txt", AT)
    content = ArticleVersion(content=version.content).unpacked()
    assert content == {"values": values, "paragraphs": [["subhead", "One"], ["body", "Two"]]}
    migrated(BEFORE)
    versions = migrated(latest)("articles", "ArticleVersion").objects
    assert versions.count() == 2
    assert bytes(versions.get(article__title="Other").content) == b"as it is"
