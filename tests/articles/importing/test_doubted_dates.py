"""A date that can't be so is kept and doubted, until its source or an editor says what it is."""

import json

import pytest
from django.db import IntegrityError, transaction

from articles.editing.corrections import Edit, NothingToCorrectError, correct_value
from articles.importing.importer import Outcome, import_article
from articles.models import Article, Change, Correction
from articles.sources.json_lines import read_line

pytestmark = pytest.mark.django_db
AHEAD, SEVERAL = "7 June 2091", "03/04/2020"


def imported(number, published, text="The ferry left on time."):
    """Import an article with that date, and return the article as the database has it."""
    record = {"id": str(number), "title": f"Ferry {number}", "paragraphs": [text], "published": published}
    taken = import_article(read_line(json.dumps(record).encode(), "a.jsonl, line 1", "a.jsonl"))
    return Article.objects.get(pk=taken.article.pk), taken.outcome


@pytest.fixture
def ahead():
    return imported(1, AHEAD)[0]


@pytest.fixture
def correct(editor):
    """Correct the date of an article."""

    def corrected(article, value):
        article.refresh_from_db()
        correct_value(article.pk, "published", Edit(value, "the printed page says so", editor, article.revision))
        article.refresh_from_db()

    return corrected


def test_a_date_that_lies_ahead_is_kept_without_an_instant(ahead):
    assert (ahead.published, ahead.published_from) == ("2091-06-07", None)
    assert ahead.published_doubt.startswith("it lies ahead of the import")
    assert "date" in ahead.missing


def test_why_a_date_was_left_unknown_is_kept():
    article, _ = imported(1, SEVERAL)
    assert (article.published, article.published_from) == ("", None)
    assert article.published_doubt == "“03/04/2020” can be read as two dates, 3 April 2020 or 4 March 2020"


@pytest.mark.parametrize("published", [AHEAD, SEVERAL, ""])
def test_a_doubted_date_imported_again_changes_nothing(published):
    imported(1, published)
    changes = list(Change.objects.values())
    assert imported(1, published)[1] == Outcome.UNCHANGED
    assert list(Change.objects.values()) == changes


def test_a_source_that_takes_its_date_back_ends_the_doubt(ahead):
    article, outcome = imported(1, "7 June 2019")
    assert (outcome, article.published, article.published_doubt) == (Outcome.UPDATED, "2019-06-07", "")
    assert article.published_from


@pytest.mark.parametrize("value", ["2019-06-07", "2091-06-07"])
def test_an_editors_date_is_not_doubted_not_even_the_same(ahead, correct, value):
    correct(ahead, value)
    assert (ahead.published, ahead.published_doubt) == (value, "")
    assert ahead.published_from
    assert Correction.objects.get().after == value
    with pytest.raises(NothingToCorrectError):
        correct(ahead, value)


def test_an_editors_date_stays_on_top_of_a_doubted_one(ahead, correct):
    correct(ahead, "2019-06-07")
    article, outcome = imported(1, "8 June 2092")
    assert (outcome, article.published, article.published_doubt) == (Outcome.UPDATED, "2019-06-07", "")


def test_the_database_holds_no_instant_of_a_doubted_date(ahead):
    for values in ({"published_from": "2091-06-07T00:00Z"}, {"published_doubt": ""}):
        with transaction.atomic(), pytest.raises(IntegrityError):
            Article.objects.filter(pk=ahead.pk).update(**values)
