"""The pages of an article's imported versions."""

import pytest
from django.urls import reverse

from articles.editing.corrections import Edit, correct_value
from articles.importing.importer import import_article
from tests.articles.conftest import TEXT

pytestmark = pytest.mark.django_db


@pytest.fixture
def article(source, editor):
    """An article of three versions, whose title an editor corrected."""
    article = import_article(source()).article
    correct_value(article.pk, "title", Edit("Mine", "as printed", editor, article.revision))
    import_article(source(title="New harbour opened", texts=[TEXT[0], TEXT[1].replace("again", "ever again"), TEXT[2]]))
    import_article(source(title="New harbour opened", texts=["<i>New</i> words.", TEXT[0]]))
    return article


@pytest.fixture
def signed_in(client, editor):
    client.force_login(editor)
    return client


def page(client, name, *args, **query) -> str:
    return " ".join(client.get(reverse(name, args=args), query).content.decode().split())


def test_the_list_says_of_each_version_when_from_where_and_what_changed(signed_in, article):
    shown = page(signed_in, "article-versions", article.pk)
    assert shown.index("Version 3") < shown.index("Version 2") < shown.index("Version 1")
    assert "UTC</time> from a place" in shown
    assert "other values: title; 1 paragraph is new or worded otherwise, 1 is gone or was worded otherwise" in shown
    assert "the first that is kept: 3 paragraphs" in shown


def test_a_version_shows_word_by_word_what_changed_and_no_correction(signed_in, article):
    shown = page(signed_in, "article-version", article.pk, 2)
    assert "New harbour <del>" in shown
    assert "[added: </span>ever<" in shown
    assert "1 paragraph unchanged" in shown
    assert "Mine" not in shown.partition("Versions</a>")[2].partition("All of it")[0]


def test_the_first_version_is_shown_whole_and_text_is_text(signed_in, article):
    assert "What changed" not in page(signed_in, "article-version", article.pk, 1)
    assert "&lt;i&gt;New&lt;/i&gt; words." in page(signed_in, "article-version", article.pk, 3)


@pytest.mark.parametrize("number", [0, 4, 2**40])
def test_a_version_that_is_none_is_not_found(signed_in, article, number):
    assert signed_in.get(reverse("article-version", args=[article.pk, number])).status_code == 404


def test_the_pages_cost_the_same_however_many_versions_there_are(signed_in, article, source, queries_of):
    addresses = reverse("article-versions", args=[article.pk]), reverse("article-version", args=[article.pk, 2])
    few = [queries_of(address) for address in addresses]
    for n in range(20):
        import_article(source(texts=[TEXT[0], f"Version {n}."]))
    assert [queries_of(address) for address in addresses] == few
    assert "Page </span>2" in page(signed_in, "article-versions", article.pk)
    assert "the first that is kept" in page(signed_in, "article-versions", article.pk, page=2)
