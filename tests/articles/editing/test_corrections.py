"""What an editor decides stands, is written down, and never costs another editor's work."""

from dataclasses import replace

import pytest

from articles.editing.corrections import ConflictError, Edit, NothingToCorrectError, correct_quotation, correct_value
from articles.editing.quotation_parts import SPEAKERS, SUBJECTS
from articles.editing.releasing import release_quotation
from articles.findings.reextraction import reextract
from articles.importing.importer import import_article
from articles.models import Article, Change, Correction, Person, WithheldPerson
from articles.models.correction import AppendOnlyError
from tests.articles.conftest import TEXT

pytestmark = pytest.mark.django_db


@pytest.fixture
def edit(article, editor):
    """Build an edit made from the article as it is now."""

    def build(after, reason="the printed page says so", seen=None) -> Edit:
        return Edit(after, reason, editor, Article.objects.get(pk=article.pk).revision if seen is None else seen)

    return build


def person(name: str) -> list[dict[str, str]]:
    return [{"kind": "person", "name": name}]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", "The harbour is open"),
        ("standfirst", "Ferries twice a day."),
        ("byline", "Li Na"),
        ("published", "2024-03"),
        ("publisher", "The Harbour Times"),
        ("title", ""),
        ("language", "pt-PT"),
        ("url", "https://example.org/harbour"),
    ],
)
def test_a_correction_says_who_what_before_after_and_why(article, edit, editor, field, value):
    before = article.imported[field]
    correct_value(article.pk, field, edit(value))
    correction = Correction.objects.get()
    assert (correction.field, correction.before, correction.after) == (field, before, value)
    assert (correction.editor, correction.reason) == (editor, "the printed page says so")
    article.refresh_from_db()
    assert correction.revision == article.revision == 2
    assert Change.objects.last().fields == [field]


def test_a_corrected_title_is_text_that_is_searched(article, edit):
    correct_value(article.pk, "title", edit("Morocco’s ferries come to Lisbon"))
    title = article.paragraphs.get(kind="title")
    assert title.text == "Morocco’s ferries come to Lisbon"
    assert {mention.country_id for mention in title.mentions.all()} == {"MA", "PT"}
    correct_value(article.pk, "title", edit(""))
    assert not article.paragraphs.filter(kind="title").exists()


def test_a_date_that_is_none_changes_nothing(article, edit):
    with pytest.raises(ValueError, match="“soon” is not a date"):
        correct_value(article.pk, "published", edit("soon"))
    assert not Correction.objects.exists()


def test_a_value_that_stands_is_no_correction(article, edit):
    with pytest.raises(NothingToCorrectError):
        correct_value(article.pk, "title", edit(" New  harbour opens "))


def test_a_field_that_is_none_is_refused(article, edit):
    with pytest.raises(ValueError, match="not a value that can be corrected"):
        correct_value(article.pk, "content_hash", edit("x"))


def test_the_second_editor_of_a_value_sees_both_versions(article, edit):
    first = correct_value(article.pk, "title", edit("One", seen=1))
    with pytest.raises(ConflictError) as conflict:
        correct_value(article.pk, "title", edit("Other", seen=1))
    assert conflict.value.current == "One"
    assert conflict.value.last == first
    correct_value(article.pk, "title", edit("Other", seen=2))
    assert Article.objects.get().title == "Other"


def test_editors_of_two_values_do_not_stand_in_each_others_way(article, edit):
    correct_value(article.pk, "title", edit("One", seen=1))
    correct_value(article.pk, "byline", edit("Li Na", seen=1))
    assert Correction.objects.count() == 2


def test_a_new_version_of_the_value_in_the_source_is_a_conflict_too(article, edit, source):
    import_article(source(title="New harbour opened"))
    with pytest.raises(ConflictError) as conflict:
        correct_value(article.pk, "title", edit("Mine", seen=1))
    assert (conflict.value.current, conflict.value.last) == ("New harbour opened", None)


def test_a_source_that_changes_under_a_standing_correction_is_no_conflict(article, edit, source):
    correct_value(article.pk, "title", edit("One"))
    import_article(source(title="New harbour opened"))
    correct_value(article.pk, "title", edit("Two", seen=2))
    assert Article.objects.get().title == "Two"


def test_a_speaker_is_corrected_to_a_person_of_the_archive(article, edit):
    known = Person.objects.get(name="Amara Okafor")
    quotation = article.quotations.get()
    correct_quotation(quotation.pk, SPEAKERS, edit([{"kind": "organisation", "name": "the port of Lisbon"}]))
    assert quotation.speakers.get().name == "the port of Lisbon"
    correct_quotation(quotation.pk, SPEAKERS, edit(person("amara okafor")))
    assert quotation.speakers.get().person == known


def test_a_speaker_is_kept_as_the_archive_calls_them(article, edit):
    quotation = article.quotations.get()
    correct_quotation(quotation.pk, SPEAKERS, edit([{"kind": "country", "name": "pt"}]))
    assert quotation.speakers.get().name == "Portugal"
    assert Correction.objects.get().after == [{"kind": "country", "name": "Portugal"}]
    correct_quotation(quotation.pk, SPEAKERS, edit(person("amara okafor")))
    with pytest.raises(NothingToCorrectError):
        correct_quotation(quotation.pk, SPEAKERS, edit(person("AMARA OKAFOR")))


def test_a_date_is_kept_in_its_one_form(article, edit):
    correct_value(article.pk, "published", edit("18 March 2022"))
    assert Article.objects.get().published == Correction.objects.get().after == "2022-03-18"


def test_a_speaker_nobody_knew_is_added(article, edit):
    correct_quotation(article.quotations.get().pk, SPEAKERS, edit(person("Ines Duarte")))
    assert Person.objects.get(name="Ines Duarte").spoken.count() == 1


def test_a_country_is_named_or_coded_or_refused(article, edit):
    quotation = article.quotations.get()
    correct_quotation(quotation.pk, SPEAKERS, edit([{"kind": "country", "name": "Morocco"}]))
    assert quotation.speakers.get().country_id == "MA"
    with pytest.raises(ValueError, match="“Atlantis” is not a country"):
        correct_quotation(quotation.pk, SPEAKERS, edit([{"kind": "country", "name": "Atlantis"}]))
    assert quotation.speakers.get().country_id == "MA"


def test_several_speakers_and_none(article, edit):
    quotation = article.quotations.get()
    correct_quotation(quotation.pk, SPEAKERS, edit([*person("Ines Duarte"), {"kind": "unnamed", "name": "a captain"}]))
    assert [s["name"] for s in SPEAKERS.value(quotation)] == ["Ines Duarte", "a captain"]
    correct_quotation(quotation.pk, SPEAKERS, edit([]))
    assert SPEAKERS.value(quotation) == []


@pytest.mark.parametrize("part", [SPEAKERS, SUBJECTS])
def test_a_hidden_persons_place_in_a_list_outlasts_its_correction(article, edit, part):
    quotation = article.quotations.get()
    correct_quotation(quotation.pk, part, edit([*person("Ines Duarte"), *person("Tomas Reis")]))
    hidden = WithheldPerson.objects.create(person=Person.objects.get(name="Ines Duarte"), kind="hidden")
    correct_quotation(quotation.pk, part, edit([*person("Tomas Reis"), {"kind": "country", "name": "France"}]))
    assert [one["name"] for one in part.value(quotation)] == ["Tomas Reis", "France"]
    hidden.delete()
    assert [one["name"] for one in part.value(quotation)] == ["Tomas Reis", "France", "Ines Duarte"]
    assert list(part.model.every.filter(quotation=quotation).values_list("ordinal", flat=True)) == [0, 1, 2]


def test_two_quotations_of_an_article_do_not_conflict(source, edit, article):
    import_article(source(texts=[*TEXT, "“Welcome,” said the mayor, Ines Duarte."]))
    one, other = article.quotations.all()
    correct_quotation(one.pk, SPEAKERS, edit(person("One Name"), seen=2))
    correct_quotation(other.pk, SPEAKERS, edit(person("Other Name"), seen=2))
    with pytest.raises(ConflictError):
        correct_quotation(other.pk, SPEAKERS, edit(person("Third Name"), seen=2))


def test_extracting_again_keeps_a_corrected_speaker(article, edit):
    correct_quotation(article.quotations.get().pk, SPEAKERS, edit(person("Ines Duarte")))
    reextract(article.pk)
    quotation = article.quotations.get()
    assert quotation.speakers.get().name == "Ines Duarte"
    assert quotation.found[0]["name"] == "Amara Okafor"


def test_a_corrected_quotation_outlives_its_text(article, edit, source):
    correct_quotation(article.quotations.get().pk, SPEAKERS, edit(person("Ines Duarte")))
    import_article(source(texts=[TEXT[0], TEXT[2]]))
    quotation = article.quotations.get()
    assert (quotation.standing, quotation.speakers.get().name) == ("gone", "Ines Duarte")
    import_article(source(texts=TEXT))
    assert article.quotations.get().standing == "stands"


def test_corrections_are_append_only(article, edit):
    correction = correct_value(article.pk, "title", edit("One"))
    correction.reason = "another"
    for change in [correction.save, correction.delete, Correction.objects.all().delete]:
        with pytest.raises(AppendOnlyError):
            change()
    with pytest.raises(AppendOnlyError):
        Correction.objects.update(reason="another")


@pytest.mark.parametrize("seen", [99, 2**31 - 1])
def test_a_form_cannot_have_seen_what_is_yet_to_come(article, edit, seen):
    with pytest.raises(ConflictError):
        correct_value(article.pk, "title", edit("Other", seen=seen))


@pytest.mark.parametrize("kind", ["person", "organisation", "document", "unnamed"])
@pytest.mark.parametrize("name", ["", "\x01", "\u200b", "…"])
def test_a_speaker_needs_a_name_that_can_be_read(article, edit, kind, name):
    with pytest.raises(ValueError, match="give the speaker's name"):
        correct_quotation(article.quotations.get().pk, SPEAKERS, edit([{"kind": kind, "name": name}]))


@pytest.mark.parametrize("reason", ["", " ", "\x01", "…"])
def test_a_correction_says_why(article, edit, reason):
    with pytest.raises(ValueError, match="say why"):
        correct_value(article.pk, "title", edit("Other", reason=reason))


@pytest.mark.parametrize("field", ["title", "published"])
def test_a_released_value_is_its_source_s_again(article, edit, source, field):
    other = {"title": "Another title", "published": "2024-03"}[field]
    correction = correct_value(article.pk, field, edit(other))
    released = correct_value(article.pk, field, replace(edit("whatever"), releases=True, reverts=correction))
    assert (released.after, released.releases, released.reverts) == (article.imported[field], True, correction)
    import_article(source(title="A third title"))
    article.refresh_from_db()
    assert (article.title, article.published) == ("A third title", "")


def test_a_corrected_value_stays_after_one_that_was_released_before_it(article, edit, source):
    correct_value(article.pk, "title", edit("Another title"))
    correct_value(article.pk, "title", replace(edit(""), releases=True))
    correct_value(article.pk, "title", edit("The last word"))
    import_article(source(title="A third title"))
    article.refresh_from_db()
    assert article.title == "The last word"


@pytest.mark.parametrize("part", [SPEAKERS, SUBJECTS])
def test_a_released_list_is_what_the_extractor_finds(article, edit, part):
    quotation = article.quotations.get()
    found = part.value(quotation)
    correct_quotation(quotation.pk, part, edit(person("Ines Duarte")))
    release_quotation(quotation.pk, part, replace(edit([]), releases=True))
    quotation.refresh_from_db()
    last = Correction.objects.last()
    assert part.value(quotation) == found == last.after
    assert not getattr(quotation, part.flag)
    assert last.before == person("Ines Duarte")
