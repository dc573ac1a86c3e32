"""A quotation that an editor rejected is gone at once and comes back where it stood; a checked one is vouched for."""

import pytest

from articles import queries
from articles.editing.corrections import ConflictError, NothingToCorrectError, correct_quotation
from articles.editing.quotation_parts import SPEAKERS
from articles.editing.quotations.addition import MissedQuotation, add_quotation
from articles.editing.quotations.standing import CHECK, STANDING
from articles.editing.quotations.values import KIND
from articles.editing.reverting import revert
from articles.models import Article, Change, Correction, Quotation
from search.indexing.documents import documents_of
from tests.articles.conftest import TEXT

pytestmark = pytest.mark.django_db


@pytest.fixture
def rejected(quotation, edit):
    """The quotation, which an editor marked as none."""
    correct_quotation(quotation.pk, STANDING, edit("rejected"))
    quotation.refresh_from_db()
    return quotation


def test_one_that_is_rejected_is_gone_from_counts_pages_and_what_is_searched(rejected, article):
    article.refresh_from_db()
    assert (rejected.standing, article.quotation_count) == ("rejected", 0)
    assert not Quotation.objects.said().exists()
    assert queries.quotation_page(rejected.pk) is None
    assert queries.article_page(article).quotations == []
    assert not [one for one in documents_of([article.pk]) if one.unit == "quotations" or one.speakers]


def test_it_keeps_its_row_and_where_it_stood(rejected, article):
    paragraph = article.paragraphs.get(number=2)
    [(anchor, fingerprint, start, end)] = rejected.last_places
    assert (anchor, fingerprint, paragraph.text[start:end]) == ("p2", paragraph.fingerprint, rejected.text)
    assert not rejected.spans.exists()


def test_what_was_done_is_written_down_and_followed(rejected, article):
    correction = Correction.objects.get()
    assert (correction.field, correction.before, correction.after) == ("quotation", "stands", "rejected")
    assert correction.quotation == rejected
    assert Change.objects.last().fields == [f"quotation of quotation {rejected.pk}"]


def test_taken_back_it_stands_where_it_stood(rejected, article, edit):
    before = rejected.last_places
    correct_quotation(rejected.pk, STANDING, edit("stands"))
    rejected.refresh_from_db()
    article.refresh_from_db()
    [span] = rejected.spans.all()
    assert [[span.paragraph.anchor, span.paragraph.fingerprint, span.start, span.end]] == before
    assert (rejected.standing, rejected.last_places, article.quotation_count) == ("stands", None, 1)


def test_taken_back_it_stands_where_its_words_are_now(rejected, article, edit):
    article.paragraphs.filter(number=2).update(text="It was said: " + TEXT[1])
    correct_quotation(rejected.pk, STANDING, edit("stands"))
    [span] = rejected.spans.all()
    assert span.paragraph.text[span.start : span.end] == rejected.text


def test_one_whose_words_are_gone_is_not_taken_back(rejected, article, edit):
    article.paragraphs.filter(number=2).delete()
    with pytest.raises(ValueError, match="no longer stand in the article"):
        correct_quotation(rejected.pk, STANDING, edit("stands"))


def test_one_that_another_took_the_place_of_is_not_taken_back(rejected, article, edit, chosen):
    add_quotation(article.pk, edit(MissedQuotation([chosen("Nobody will wait")], "mixed")))
    with pytest.raises(ValueError, match="cannot stand again: these words lie over another quotation"):
        correct_quotation(rejected.pk, STANDING, edit("stands"))


def test_what_is_rejected_has_no_kind_to_correct_and_no_check(rejected, edit):
    with pytest.raises(ValueError, match="take that back first"):
        correct_quotation(rejected.pk, KIND, edit("mixed"))
    with pytest.raises(ValueError, match="take that back first"):
        correct_quotation(rejected.pk, CHECK, edit("checked"))


def test_to_reject_it_twice_is_nothing_to_do(rejected, edit):
    with pytest.raises(NothingToCorrectError):
        correct_quotation(rejected.pk, STANDING, edit("rejected", seen=1))


@pytest.mark.parametrize(("value", "after"), [(STANDING, "gone"), (STANDING, None), (CHECK, "yes"), (CHECK, None)])
def test_what_is_no_such_word_is_refused(quotation, edit, value, after):
    with pytest.raises(ValueError):
        correct_quotation(quotation.pk, value, edit(after))
    assert not Correction.objects.exists()


def test_a_check_is_kept_and_taken_away(quotation, edit):
    correct_quotation(quotation.pk, CHECK, edit("checked"))
    quotation.refresh_from_db()
    assert (quotation.checked, quotation.is_checked) == (True, True)
    correct_quotation(quotation.pk, CHECK, edit(""))
    quotation.refresh_from_db()
    assert not quotation.checked
    assert [(c.before, c.after) for c in Correction.objects.all()] == [("", "checked"), ("checked", "")]


def test_a_check_outlasts_a_rejection_that_is_taken_back(quotation, edit):
    correct_quotation(quotation.pk, CHECK, edit("checked"))
    revert(correct_quotation(quotation.pk, STANDING, edit("rejected")), edit(None))
    quotation.refresh_from_db()
    assert (quotation.standing, quotation.checked) == ("stands", True)


def test_who_vouches_for_it_has_seen_what_it_says_now(quotation, edit):
    correct_quotation(quotation.pk, SPEAKERS, edit([{"kind": "unnamed", "name": "a captain"}]))
    with pytest.raises(ConflictError):
        correct_quotation(quotation.pk, CHECK, edit("checked", seen=1))
    correct_quotation(quotation.pk, CHECK, edit("checked"))


def test_a_term_that_is_rejected_was_never_counted(quotation, article, edit):
    correct_quotation(quotation.pk, KIND, edit("term"))
    assert Article.objects.get().quotation_count == 0
    correct_quotation(quotation.pk, STANDING, edit("rejected"))
    assert Article.objects.get().quotation_count == 0
