"""A correction is taken back by another one, and what stood before it stands again."""

import pytest

from accounts.write_lock import NoTurnError
from articles.editing.corrections import ConflictError, Edit, NothingToCorrectError, correct_quotation, correct_value
from articles.editing.paragraphs import correct_paragraph
from articles.editing.quotation_parts import SPEAKERS
from articles.editing.quotations.addition import MissedQuotation, add_quotation
from articles.editing.quotations.spans import WORDS
from articles.editing.quotations.standing import CHECK, STANDING
from articles.editing.quotations.values import CUE, KIND
from articles.editing.reverting import revert, standing_value, was_untouched_before
from articles.findings.identity import resolve
from articles.importing.importer import import_article
from articles.models import Article, Correction, Person

pytestmark = pytest.mark.django_db
PORT = [{"paragraph": "p3", "start": 0, "end": 20}]


@pytest.fixture
def edit(article, editor):
    """Build an edit made from the article as it is now."""

    def build(after=None) -> Edit:
        return Edit(after, "the printed page says so", editor, Article.objects.get(pk=article.pk).revision)

    return build


def test_the_first_correction_taken_back_leaves_the_source_s_value(article, edit, source):
    first = correct_value(article.pk, "byline", edit("Li Na"))
    back = revert(first, edit())
    assert (back.before, back.after, back.releases, back.reverts) == ("Li Na", "", True, first)
    import_article(source(byline="Ines Duarte"))
    article.refresh_from_db()
    assert article.byline == "Ines Duarte"


def test_a_later_one_taken_back_leaves_the_earlier_editor_s_word(article, edit, source):
    correct_value(article.pk, "byline", edit("Li Na"))
    back = revert(correct_value(article.pk, "byline", edit("Li Nan")), edit())
    assert (back.after, back.releases) == ("Li Na", False)
    import_article(source(byline="Ines Duarte"))
    article.refresh_from_db()
    assert article.byline == "Li Na"


def test_speakers_come_back_as_the_very_people_they_were(article, edit):
    quotation = article.quotations.get()
    namesake = Person.objects.create(name="Ines Duarte", identity=f"ines duarte@{article.pk}")
    for who in ({"name": "Ines Duarte", "identity": namesake.identity}, {"name": "Li Na"}):
        last = correct_quotation(quotation.pk, SPEAKERS, edit([{"kind": "person"} | who]))
    assert quotation.speakers.get().name == "Li Na"
    revert(last, edit())
    assert quotation.speakers.get().person == namesake


def test_nobody_s_word_left_means_the_extractor_s(article, edit):
    quotation = article.quotations.get()
    found = SPEAKERS.value(quotation)
    back = revert(correct_quotation(quotation.pk, SPEAKERS, edit([])), edit())
    assert SPEAKERS.value(quotation) == found == back.after
    quotation.refresh_from_db()
    assert not quotation.corrected


@pytest.mark.parametrize(
    ("value", "after"),
    [(KIND, "mixed"), (CUE, "insisted"), (WORDS, {"places": [{"paragraph": "p2", "start": 1, "end": 17}]})],
)
def test_what_was_found_of_a_quotation_shows_again(article, edit, value, after):
    quotation = article.quotations.get()
    found = value.value(quotation)
    correction = correct_quotation(quotation.pk, value, edit(after))
    assert value.value(article.quotations.get()) != found
    back = revert(correction, edit())
    assert value.value(article.quotations.get()) == found == back.after
    assert back.releases
    assert not article.quotations.get().is_held


@pytest.mark.parametrize(("value", "after"), [(STANDING, "rejected"), (CHECK, "checked")])
def test_a_rejection_and_a_check_are_taken_back(article, edit, value, after):
    quotation = article.quotations.get()
    before = value.value(quotation)
    revert(correct_quotation(quotation.pk, value, edit(after)), edit())
    quotation.refresh_from_db()
    assert value.value(quotation) == before
    assert not quotation.is_held
    assert quotation.spans.count() == 1


def test_a_quotation_that_was_added_is_taken_back_by_a_rejection(article, edit):
    added = add_quotation(article.pk, edit(MissedQuotation(PORT, "indirect", anyway=True)))
    moved = correct_quotation(added.quotation.pk, CUE, edit("will"))
    assert revert(moved, edit()).after == ""
    assert not moved.releases
    revert(added, edit())
    added.quotation.refresh_from_db()
    assert added.quotation.standing == "rejected"


@pytest.mark.parametrize(("field", "after"), [("text", "Ferries will call in Lisbon."), ("paragraph kind", "note")])
def test_a_paragraph_s_text_and_kind_are_its_source_s_again(article, edit, field, after):
    before = standing_value(correct_paragraph(article.pk, 3, field, edit(after)))
    assert before == after
    back = revert(Correction.objects.get(), edit())
    assert standing_value(back) == back.after == Correction.objects.first().before
    paragraph = article.paragraphs.get(number=3)
    assert (paragraph.imported_text, paragraph.imported_kind) == ("", "")


def test_corrections_say_in_lasting_words_what_they_are_about(article, edit):
    quotation, paragraph = article.quotations.get(), article.paragraphs.get(number=3)
    made = [
        (correct_value(article.pk, "byline", edit("Li Na")), article),
        (correct_quotation(quotation.pk, CHECK, edit("checked")), quotation),
        (add_quotation(article.pk, edit(MissedQuotation(PORT, "indirect", anyway=True))), None),
        (correct_paragraph(article.pk, 3, "paragraph kind", edit("note")), paragraph),
    ]
    for correction, row in made:
        assert resolve(correction.identity) == (row or correction.quotation), correction


def test_taking_back_what_was_taken_back_says_that_nothing_is_to_do(article, edit):
    first = correct_value(article.pk, "byline", edit("Li Na"))
    second = correct_value(article.pk, "byline", edit("Li Nan"))
    revert(second, edit())
    with pytest.raises(NothingToCorrectError):
        revert(second, edit())
    assert was_untouched_before(first)
    assert Correction.objects.count() == 3


def test_a_value_changed_meanwhile_is_not_taken_back(article, edit):
    first = correct_value(article.pk, "byline", edit("Li Na"))
    stale = edit()
    correct_value(article.pk, "byline", edit("Somebody else"))
    with pytest.raises(ConflictError):
        revert(first, stale)
    article.refresh_from_db()
    assert article.byline == "Somebody else"


def test_the_source_s_value_is_the_one_there_is_when_it_is_saved(article, edit, source, monkeypatch):
    first = correct_value(article.pk, "byline", edit("Li Na"))
    seen = edit()

    def meanwhile(*_):
        import_article(source(byline="Ines Duarte"))

    monkeypatch.setattr("articles.editing.corrections._extracted_with", meanwhile)
    back = revert(first, seen)
    article.refresh_from_db()
    assert (back.after, article.byline) == ("Ines Duarte", "Ines Duarte")


def test_what_is_saved_is_no_error_where_others_write_without_end(article, edit, monkeypatch):
    first = correct_quotation(article.quotations.get().pk, CUE, edit("mumbled"))

    def in_vain(*_):
        raise NoTurnError

    monkeypatch.setattr("articles.editing.releasing.complete", in_vain)
    assert revert(first, edit()).after == "told"


def test_a_rejection_of_what_was_gone_is_taken_back_where_its_words_are_back(article, edit, source):
    quotation = article.quotations.get()
    import_article(source(texts=["Rain fell on Oslo."]))
    rejection = correct_quotation(quotation.pk, STANDING, edit("rejected"))
    assert rejection.before == "gone"
    with pytest.raises(ValueError, match="its words no longer stand in the article"):
        revert(rejection, edit())
    import_article(source())
    assert revert(rejection, edit()).after == "stands"
