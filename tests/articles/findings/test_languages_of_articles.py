"""The language that the archive has of an article goes with its text to the extractor, wherever it extracts."""

import pytest

from articles.editing.corrections import Edit, correct_value
from articles.findings.reextraction import outdate_all, outdated, reextract, reextract_all
from articles.importing.importer import import_article
from articles.models import Mention

GERMAN = {"title": "Sieg", "texts": ["Irland", "Polen"]}  # too short to show it by themselves


@pytest.fixture
def countries():
    """Return the codes of the countries that stand in the archive."""
    return lambda: set(Mention.objects.filter(country__isnull=False).values_list("country__code", flat=True))


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("language", "found"), [("de", {"IE", "PL"}), ("German", {"IE", "PL"}), ("", set()), ("?", set())]
)
def test_an_import_asks_the_source(source, countries, language, found):
    import_article(source(**GERMAN, language=language))
    assert countries() == found


@pytest.mark.django_db
def test_a_corrected_language_has_the_article_extracted_anew(source, editor, countries):
    article = import_article(source(**GERMAN)).article
    correct_value(article.pk, "language", Edit("de", "it is German", editor, 1))
    assert countries() == {"IE", "PL"}


@pytest.mark.django_db
def test_extracting_again_asks_for_the_language_too(source, editor, countries):
    article = import_article(source(**GERMAN, language="de")).article
    outdate_all()
    list(reextract_all(outdated(), processes=1))
    reextract(article.pk)
    assert countries() == {"IE", "PL"}
