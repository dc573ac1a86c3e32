"""The words, the kind and the cue of a quotation, and one that was missed."""

from typing import Any

import pytest

from articles.editing.corrections import ConflictError, NothingToCorrectError, correct_quotation
from articles.editing.places import DoubtfulPlaceError, quotation_places
from articles.editing.quotations.addition import MissedQuotation, add_quotation
from articles.editing.quotations.spans import WORDS
from articles.editing.quotations.standing import CHECK, STANDING
from articles.editing.quotations.values import CUE, KIND
from articles.editing.reverting import revert
from articles.models import Article, Correction, Quotation
from articles.models.paragraph import fingerprint

pytestmark = pytest.mark.django_db


def places(*chosen, anyway=False):
    return {"places": list(chosen), "anyway": anyway}


@pytest.mark.parametrize(
    ("value", "after", "column"),
    [
        (KIND, "mixed", "kind"),
        (KIND, "term", "kind"),
        (CUE, " told\u202e them\u200b ", "cue_words"),
        (CUE, "", "cue_words"),
    ],
)
def test_a_value_is_corrected_and_what_was_found_lies_beneath(quotation, edit, value, after, column):
    found = getattr(quotation, column)
    correct_quotation(quotation.pk, value, edit(after))
    correct_quotation(quotation.pk, value, edit("indirect" if value is KIND else "warned"))
    quotation.refresh_from_db()
    assert (getattr(quotation, value.found), getattr(quotation, value.flag)) == (found, True)
    first, second = Correction.objects.all()
    assert (first.before, first.after, second.before) == (found, first.after, first.after)
    assert first.after == " ".join(after.replace("\u202e", "").replace("\u200b", "").split())


@pytest.mark.parametrize(
    ("value", "after", "sentence"),
    [
        (KIND, "shouted", "no such kind"),
        (KIND, None, "no such kind"),
        (CUE, "x" * 201, "at most 200"),
        (CUE, "…", "in words"),
        (CUE, "12", "in words"),
    ],
)
def test_a_value_that_cannot_be_gets_a_sentence(quotation, edit, value, after, sentence):
    with pytest.raises(ValueError, match=sentence):
        correct_quotation(quotation.pk, value, edit(after))
    assert not Correction.objects.exists()


def test_a_kind_that_counts_changes_the_count(quotation, edit):
    correct_quotation(quotation.pk, KIND, edit("term"))
    assert Article.objects.get().quotation_count == 0
    correct_quotation(quotation.pk, KIND, edit("direct"))
    assert Article.objects.get().quotation_count == 1


def test_other_words_are_laid_and_those_found_lie_beneath(quotation, edit, chosen):
    found = [[s.paragraph.anchor, s.paragraph.fingerprint, s.start, s.end] for s in quotation.spans.all()]
    correct_quotation(quotation.pk, WORDS, edit(places(chosen("wait for a boat"))))
    quotation.refresh_from_db()
    [span] = quotation.spans.all()
    assert quotation.text == span.paragraph.text[span.start : span.end] == "wait for a boat"
    assert (quotation.found_places, quotation.span_corrected) == (found, True)
    assert Correction.objects.get().after["words"] == "wait for a boat"


def test_what_a_correction_keeps_is_what_it_takes(quotation, edit, chosen):
    correct_quotation(quotation.pk, WORDS, edit(places(chosen("body will"), anyway=True)))
    done = Correction.objects.get()
    correct_quotation(quotation.pk, WORDS, edit(done.before))
    correct_quotation(quotation.pk, WORDS, edit(done.after))
    quotation.refresh_from_db()
    assert quotation.text == "body will"
    with pytest.raises(ValueError, match="has changed meanwhile"):
        correct_quotation(quotation.pk, WORDS, edit(done.before | {"words": "other words"}))


def test_a_quotation_may_have_several_stretches_in_reading_order(quotation, edit, chosen):
    stretches = places(chosen("twice a day", "p3"), chosen("Nobody"), chosen("wait"))
    correct_quotation(quotation.pk, WORDS, edit(stretches))
    quotation.refresh_from_db()
    assert quotation.text == "Nobody … wait\ntwice a day"
    assert [span.ordinal for span in quotation.spans.all()] == [0, 1, 2]


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("“Nobody will wait for a boat again,” ", "Nobody will wait for a boat again,"),
        ("“Nobody will", "“Nobody will"),
        (" wait for ", "wait for"),
    ],
)
def test_blanks_and_marks_around_the_words_are_left_out(article, chosen, words, kept):
    [place] = quotation_places(article, [chosen(words)])
    assert place.words == kept


def test_offsets_are_code_points(article, quotation, edit):
    row = article.paragraphs.get(number=3)
    row.mentions.all().delete()
    row.text = "🚢🚢 “Ahoy 🚢 there” was heard."
    row.fingerprint = fingerprint(row.text)
    row.save()
    start = row.text.index("Ahoy")
    correct_quotation(quotation.pk, WORDS, edit(places({"paragraph": "p3", "start": start, "end": start + 12})))
    quotation.refresh_from_db()
    assert quotation.text == "Ahoy 🚢 there"[:12]


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"start": -1}, "outside of the paragraph"),
        ({"end": 10_000}, "outside of the paragraph"),
        ({"start": 5, "end": 5}, "outside of the paragraph"),
        ({"start": "5"}, "outside of the paragraph"),
        ({"end": None}, "outside of the paragraph"),
        ({"words": "other words"}, "changed meanwhile"),
        ({"paragraph": "p99"}, "no such paragraph"),
        ({"paragraph": "p" + "9" * 40}, "no such paragraph"),
        ({"paragraph": "standfirst"}, "no such paragraph"),
        ({"paragraph": "corrections"}, "no such paragraph"),
        ({"paragraph": None}, "no such paragraph"),
        ({"start": 0, "end": 1, "words": "“"}, "choose words"),
    ],
)
def test_places_that_cannot_be_get_a_sentence(article, quotation, edit, chosen, change, sentence):
    for act in (
        lambda sent: correct_quotation(quotation.pk, WORDS, edit(places(sent, anyway=True))),
        lambda sent: add_quotation(article.pk, edit(MissedQuotation([sent], "direct", anyway=True))),
    ):
        with pytest.raises(ValueError, match=sentence):
            act(chosen("Nobody will wait") | change)
    assert not Correction.objects.exists()
    assert Quotation.objects.count() == 1


@pytest.mark.parametrize("none", [[], [{}] * 61])
def test_no_stretch_and_too_many_are_refused(quotation, edit, none):
    with pytest.raises(ValueError, match=r"choose the words|at most 60"):
        correct_quotation(quotation.pk, WORDS, edit(places(*none)))


def test_stretches_of_one_quotation_do_not_overlap(quotation, edit, chosen):
    with pytest.raises(ValueError, match="stretches of the quotation overlap"):
        correct_quotation(quotation.pk, WORDS, edit(places(chosen("Nobody will"), chosen("will wait"), anyway=True)))


def test_a_word_is_cut_only_where_that_is_meant(quotation, edit, chosen):
    with pytest.raises(DoubtfulPlaceError, match="within a word"):
        correct_quotation(quotation.pk, WORDS, edit(places(chosen("body will"))))
    correct_quotation(quotation.pk, WORDS, edit(places(chosen("body will"), anyway=True)))


def test_words_that_stand_already_are_nothing_to_correct(quotation, edit, chosen):
    with pytest.raises(NothingToCorrectError):
        correct_quotation(quotation.pk, WORDS, edit(places(chosen(quotation.text))))


def test_the_second_editor_of_the_words_sees_those_of_the_first(quotation, edit, chosen):
    correct_quotation(quotation.pk, WORDS, edit(places(chosen("wait for a boat"))))
    with pytest.raises(ConflictError) as conflict:
        correct_quotation(quotation.pk, WORDS, edit(places(chosen("a boat again")), seen=1))
    assert conflict.value.current["words"] == "wait for a boat"


MISSED: dict[str, Any] = {"kind": "mixed", "cue": "opened", "speakers": [{"kind": "person", "name": "Amara Okafor"}]}


def test_one_that_was_missed_is_added(article, edit, chosen, editor):
    correction = add_quotation(article.pk, edit(MissedQuotation([chosen("twice a day", "p3")], **MISSED)))
    row = Quotation.objects.get(text="twice a day")
    assert (row.kind, row.cue_words, row.added, row.checked, row.standing) == ("mixed", "opened", True, True, "stands")
    assert row.speakers.get().person.name == "Amara Okafor"
    assert (correction.field, correction.before, correction.quotation) == ("quotation", "", row)
    assert (correction.after["words"], correction.after["cue"]) == ("twice a day", "opened")
    assert Article.objects.get().quotation_count == 2


def test_it_is_numbered_where_it_stands(article, quotation, edit, chosen):
    add_quotation(article.pk, edit(MissedQuotation([chosen("twice a day", "p3")], "mixed")))
    add_quotation(article.pk, edit(MissedQuotation([chosen("opened", "p1")], "term")))
    ordinals = {row.text: row.ordinal for row in article.quotations.all()}
    assert ordinals == {"opened": 0, quotation.text: 1, "twice a day": 2}
    assert Article.objects.get().quotation_count == 2


def test_it_is_not_added_over_another_by_a_slip(article, edit, chosen):
    over = MissedQuotation([chosen("wait for a boat")], "direct")
    with pytest.raises(DoubtfulPlaceError, match="lie over another quotation, “Nobody will wait"):
        add_quotation(article.pk, edit(over))
    add_quotation(article.pk, edit(MissedQuotation(over.places, "direct", anyway=True)))


def test_a_form_of_an_article_yet_to_come_adds_nothing(article, edit, chosen):
    with pytest.raises(ConflictError):
        add_quotation(article.pk, edit(MissedQuotation([chosen("twice a day", "p3")], "mixed"), seen=99))
    assert Quotation.objects.count() == 1


def test_an_unknown_speaker_leaves_nothing_half_done(article, edit, chosen):
    with pytest.raises(ValueError, match="“Atlantis” is not a country"):
        add_quotation(
            article.pk,
            edit(
                MissedQuotation([chosen("twice a day", "p3")], "mixed", "", [{"kind": "country", "name": "Atlantis"}])
            ),
        )
    assert (Quotation.objects.count(), Correction.objects.count(), Article.objects.get().revision) == (1, 0, 1)


@pytest.mark.parametrize(
    ("value", "after"), [(KIND, "term"), (CUE, "warned"), (WORDS, None), (STANDING, "rejected"), (CHECK, "checked")]
)
def test_a_correction_is_taken_back_and_what_was_found_stands_again(quotation, edit, chosen, value, after):
    before = value.value(quotation)
    correction = correct_quotation(quotation.pk, value, edit(after or places(chosen("wait for a boat"))))
    back = revert(correction, edit(None))
    again = Quotation.objects.get()
    assert (value.value(again), back.reverts, back.after, again.is_held) == (before, correction, before, False)
    assert not any([again.kind_corrected, again.cue_corrected, again.span_corrected])
    assert (again.found_kind, again.found_cue, again.found_places) == ("", "", None)


def test_one_that_was_added_is_taken_back_by_rejecting_it(article, edit, chosen):
    correction = add_quotation(article.pk, edit(MissedQuotation([chosen("twice a day", "p3")], **MISSED)))
    back = revert(correction, edit(None))
    assert (correction.quotation.standing, back.quotation.standing) == ("stands", "rejected")
