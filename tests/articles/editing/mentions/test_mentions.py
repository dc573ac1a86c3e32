"""Whom a place in a text names, by an editor's word, beside every extractor."""

import pytest

from articles import queries
from articles.editing.corrections import ConflictError, Edit, NothingToCorrectError
from articles.editing.mentions.addition import MissedMention, add_mention
from articles.editing.mentions.values import CHECK, NAMED, STANDING, correct_mention, whom_named
from articles.editing.places import DoubtfulPlaceError
from articles.editing.reverting import revert
from articles.findings.reextraction import reextract
from articles.importing.importer import import_article
from articles.models import Article, Change, Correction, Mention, Person
from search.indexing.documents import documents_of

pytestmark = pytest.mark.django_db

OKAFOR = {"kind": "person", "name": "Amara Okafor", "identity": "amara okafor"}
MOROCCO = {"kind": "country", "name": "Morocco"}


@pytest.fixture
def edit(article, editor):
    def build(after, seen=None) -> Edit:
        return Edit(after, "I know", editor, Article.objects.get(pk=article.pk).revision if seen is None else seen)

    return build


@pytest.fixture
def okafor(article):
    """The first place that names Amara Okafor."""
    return Mention.objects.filter(paragraph__article=article, person__name="Amara Okafor").order_by(
        "paragraph", "start"
    )[0]


@pytest.fixture
def lisbon(article):
    """The first place that names Portugal, by Lisbon."""
    return Mention.objects.filter(paragraph__article=article, country="PT").order_by("paragraph", "start")[0]


def again(mention) -> Mention:
    return Mention.every.select_related("person", "country").get(pk=mention.pk)


@pytest.mark.parametrize("after", [{"kind": "person", "name": "Ines Duarte"}, MOROCCO])
def test_it_names_somebody_else_and_whom_the_extractor_found_lies_beneath(okafor, edit, article, after):
    correction = correct_mention(okafor.pk, NAMED, edit(after))
    row = again(okafor)
    assert (whom_named(row)["name"], row.corrected) == (after["name"], True)
    assert row.found == {"kind": "person", "name": "Amara Okafor"}
    assert (correction.before, correction.after["kind"], correction.mention) == (OKAFOR, after["kind"], row)
    assert Change.objects.last().fields == [f"named of mention {row.pk}"]
    reextract(article.pk)
    assert whom_named(again(okafor))["name"] == after["name"]


def test_what_names_nobody_is_gone_from_pages_and_search_and_comes_back(lisbon, edit, article):
    key = lisbon.paragraph_id
    correct_mention(lisbon.pk, STANDING, edit("rejected"))
    reextract(article.pk)
    row = again(lisbon)
    assert (row.standing, row.country) == ("rejected", None)
    [document] = [one for one in documents_of([article.pk]) if one.id == key and one.unit == "paragraphs"]
    assert "PT" not in document.countries
    assert row.pk not in {one.pk for p in queries.article_page(article).paragraphs for one in p.mentions.all()}
    correct_mention(lisbon.pk, STANDING, edit(Correction.objects.get().before))
    assert (again(lisbon).standing, again(lisbon).country_id) == ("stands", "PT")


def test_a_rejected_one_of_whom_an_editor_had_named_comes_back_with_them(okafor, edit):
    correct_mention(okafor.pk, NAMED, edit({"kind": "person", "name": "Ines Duarte"}))
    rejection = correct_mention(okafor.pk, STANDING, edit("rejected"))
    revert(rejection, edit(None))
    assert again(okafor).person.name == "Ines Duarte"


def test_one_that_is_checked_is_kept_and_names_who_it_named(okafor, edit, article):
    correct_mention(okafor.pk, CHECK, edit("checked"))
    reextract(article.pk)
    assert again(okafor).checked
    correct_mention(okafor.pk, CHECK, edit(""))
    assert not again(okafor).checked


def test_a_check_outlasts_a_rejection_that_is_taken_back(okafor, edit):
    correct_mention(okafor.pk, CHECK, edit("checked"))
    revert(correct_mention(okafor.pk, STANDING, edit("rejected")), edit(None))
    assert (again(okafor).standing, again(okafor).checked) == ("stands", True)


def test_one_whose_words_are_anothers_by_now_is_not_taken_back(okafor, edit, article):
    rejection = correct_mention(okafor.pk, STANDING, edit("rejected"))
    words = okafor.paragraph.text[okafor.start : okafor.end]
    add_mention(article.pk, edit(MissedMention(place(article, words, okafor.paragraph.number), MOROCCO)))
    with pytest.raises(ValueError, match="cannot stand again: these words lie over another name"):
        revert(rejection, edit(None))
    assert again(okafor).standing == "rejected"


def test_who_vouches_for_it_has_seen_whom_it_names_now(okafor, edit):
    correct_mention(okafor.pk, NAMED, edit(MOROCCO))
    with pytest.raises(ConflictError):
        correct_mention(okafor.pk, CHECK, edit("checked", seen=1))


@pytest.mark.parametrize(
    ("value", "after", "sentence"),
    [
        (NAMED, {"kind": "country", "name": "Atlantis"}, "“Atlantis” is not a country"),
        (NAMED, {"kind": "person", "name": "\u200b"}, "give the name"),
        (NAMED, {"kind": "person", "name": "Ines Duarte", "who": 999_999}, "not in the archive any more"),
        (NAMED, None, "give the name"),
        (STANDING, "gone", "names somebody, or it is rejected"),
        (CHECK, "yes", "checked or it is not"),
    ],
)
def test_what_cannot_be_gets_a_sentence(okafor, edit, value, after, sentence):
    with pytest.raises(ValueError, match=sentence):
        correct_mention(okafor.pk, value, edit(after))
    assert not Correction.objects.exists()
    assert again(okafor).person.name == "Amara Okafor"


def test_what_stands_is_nothing_to_correct_and_what_is_rejected_names_nobody(okafor, edit):
    with pytest.raises(NothingToCorrectError):
        correct_mention(okafor.pk, NAMED, edit(OKAFOR))
    correct_mention(okafor.pk, STANDING, edit("rejected"))
    with pytest.raises(ValueError, match="take that back first"):
        correct_mention(okafor.pk, NAMED, edit(MOROCCO))


@pytest.mark.parametrize(("value", "after"), [(NAMED, MOROCCO), (STANDING, "rejected"), (CHECK, "checked")])
def test_a_correction_is_taken_back_and_whom_was_found_stands_again(okafor, edit, value, after):
    correction = correct_mention(okafor.pk, value, edit(after))
    back = revert(correction, edit(None))
    row = again(okafor)
    assert (row.person.name, row.standing, row.is_held, back.reverts) == ("Amara Okafor", "stands", False, correction)


def place(article, words, number=3):
    text = article.paragraphs.get(number=number).text
    start = text.index(words)
    return {"paragraph": f"p{number}", "start": start, "end": start + len(words), "words": words}


def test_one_that_was_missed_is_added_and_stays(article, edit):
    correction = add_mention(article.pk, edit(MissedMention(place(article, "Ferries"), OKAFOR)))
    reextract(article.pk)
    row = again(correction.mention)
    assert (row.person.name, row.added, row.checked) == ("Amara Okafor", True, True)
    assert (correction.before, correction.after["words"], correction.after["name"]) == ("", "Ferries", "Amara Okafor")
    back = revert(correction, edit(None))
    assert (back.field, again(row).standing) == ("mention", "rejected")


def test_it_is_added_within_a_word_or_over_another_name_on_purpose_alone(article, edit):
    for words, sentence in [("erries", "within a word"), ("from Morocco", "over another name, that of Morocco")]:
        with pytest.raises(DoubtfulPlaceError, match=sentence):
            add_mention(article.pk, edit(MissedMention(place(article, words), OKAFOR)))
        add_mention(article.pk, edit(MissedMention(place(article, words), OKAFOR, anyway=True)))


@pytest.mark.parametrize(
    ("change", "whom", "sentence"),
    [
        ({"end": 10_000}, OKAFOR, "outside of the paragraph"),
        ({"paragraph": "p9"}, OKAFOR, "no such paragraph"),
        ({"words": "Boats"}, OKAFOR, "changed meanwhile"),
        ({}, {"kind": "country", "name": "Atlantis"}, "is not a country"),
        ({}, {"kind": "person", "name": ""}, "give the name"),
    ],
)
def test_what_cannot_be_added_leaves_nothing_half_done(article, edit, change, whom, sentence):
    before = Mention.every.count(), Person.objects.count()
    with pytest.raises(ValueError, match=sentence):
        add_mention(article.pk, edit(MissedMention(place(article, "Ferries") | change, whom)))
    assert (Mention.every.count(), Person.objects.count()) == before
    assert not Correction.objects.exists()


def test_one_that_was_rejected_and_lost_its_words_is_said_to_be_gone(okafor, edit, source):
    rejection = correct_mention(okafor.pk, STANDING, edit("rejected"))
    import_article(source(texts=["Ferries from Morocco will call at the port of Lisbon twice a day."]))
    with pytest.raises(ValueError, match="its words no longer stand"):
        revert(rejection, edit(None))


def test_one_that_was_restored_stands_again_where_its_paragraph_is_back(lisbon, edit, source):
    rejection = correct_mention(lisbon.pk, STANDING, edit("rejected"))
    revert(rejection, edit(None))
    import_article(source(texts=["Rain fell on Oslo."]))
    assert again(lisbon).standing == "gone"
    import_article(source())
    assert (again(lisbon).standing, again(lisbon).country.name) == ("stands", "Portugal")
