"""Pages in the language that a browser prefers, where the archive has it; in English where it has no other."""

import re

import pytest
from django.core.management import call_command
from django.utils import translation

from articles.importing.importer import import_article
from articles.sources import SourceArticle, SourceParagraph
from articles.sources.dates import read_date
from articles.templatetags.wording import date_words, day_words, times

GERMAN = {"HTTP_ACCEPT_LANGUAGE": "de-AT,de;q=0.9,en;q=0.5"}
TEXTS = (
    "The ferry minister, Amara Okafor, opened a new harbour in Lisbon on Monday.",
    "“Nobody will wait for a boat again,” Okafor told reporters.",
    "“We will sail,” said Joana Prata. “The boats are there,” said Joana Prata.",
)


@pytest.fixture
def harbour(db):
    """An article with a date, two speakers and a country, in the index."""
    article = import_article(
        SourceArticle(
            place="a place",
            file_name="a.txt",
            paragraphs=tuple(map(SourceParagraph, TEXTS)),
            title="New harbour opens",
            publisher="Harbour Post",
            published=read_date("2021-03-07"),
        )
    ).article
    call_command("sync_index")
    return article


@pytest.fixture
def in_two_languages(settings):
    """Offer German beside English, as INTERFACE_LANGUAGES=en-gb,de does."""
    settings.LANGUAGES = [("en-gb", "English"), ("de", "Deutsch")]
    before = settings.MIDDLEWARE.index("django.middleware.common.CommonMiddleware")
    locale = "django.middleware.locale.LocaleMiddleware"
    settings.MIDDLEWARE = [*settings.MIDDLEWARE[:before], locale, *settings.MIDDLEWARE[before:]]


def test_an_archive_of_one_language_has_no_other_and_varies_by_none(client, harbour):
    answer = client.get(f"/articles/{harbour.pk}/", **GERMAN)
    assert '<html lang="en-GB">' in answer.content.decode()
    assert "Accept-Language" not in answer.headers.get("Vary", "")


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/articles/{}/", ["Zitate", "Stimmen", "7. März 2021", "ohne Autorenzeile", "1 Minute Lesezeit"]),
        ("/articles/", ["Zum Inhalt springen", "Geordnet nach", "Neueste zuerst", "Anmelden"]),
        ("/search/?q=boat&unit=quotations", ["von Redakteuren berichtigt", "Sprecher", "Filter"]),
        ("/people/", ["Personen", "einmal zitiert"]),
        ("/search/?q=harbour", ["1 Artikel", "Wie gesucht wurde", "Absätze", "beste zuerst", "Medien"]),
        ("/cite/articles/{}/", ["Diesen Artikel zitieren", "Im Verzeichnis", "Herunterladen"]),
        ("/nowhere/", ["Diese Seite gibt es nicht"]),
    ],
)
def test_a_page_is_german_for_who_prefers_it(client, harbour, in_two_languages, path, words):
    answer = client.get(path.format(harbour.pk), **GERMAN)
    page = answer.content.decode()
    assert '<html lang="de">' in page
    assert [word for word in words if word not in page] == []
    assert "Accept-Language" in answer.headers["Vary"]
    assert "%(" not in page


def test_a_page_is_english_for_who_prefers_what_there_is_not(client, harbour, in_two_languages):
    page = client.get("/articles/", HTTP_ACCEPT_LANGUAGE="fi").content.decode()
    assert '<html lang="en-GB">' in page
    assert "Newest first" in page


def test_numbers_of_drawings_keep_their_point(client, harbour, in_two_languages):
    page = client.get("/search/?q=boat+OR+boats&unit=quotations&by=speakers", **GERMAN).content.decode()
    widths = re.findall(r'<rect class="bar-words" width="([^"]*)"', page)
    assert widths
    assert [width for width in widths if not re.fullmatch(r"[\d.]+", width)] == []


def test_dates_and_counts_are_written_as_the_language_does():
    with translation.override("de"):
        assert date_words("2021-03-07T13:00Z") == "7. März 2021, 13:00 UTC"
        assert day_words("2021-03") == "März 2021"
        assert times(1204) == "1.204-mal"
    assert date_words("2021-03-07") == "7 March 2021"
    assert date_words("2021") == "2021"
    assert times(1204) == "1,204 times"
