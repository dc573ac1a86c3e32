"""What editors say of a person stands, is found, lasts when articles come again, and is taken back."""

import pytest

from articles.editing.corrections import ConflictError, Edit, NothingToCorrectError
from articles.editing.people.names import LEADS, REMOVED, correct_spelling, rename
from articles.editing.people.roles import FOUND, GIVEN, correct_role
from articles.editing.people.roles import REMOVED as ROLE_REMOVED
from articles.editing.people.withholding import (
    HIDDEN,
    NOBODY,
    PERSON,
    SHOWN,
    correct_hidden,
    correct_person,
)
from articles.editing.reverting import revert
from articles.editing.splitting import Splitting, split_person
from articles.findings.reextraction import reextract
from articles.identity.lookup import people_by_whole_name, people_called
from articles.identity.merge import merge, separate
from articles.identity.naming import NEW
from articles.importing.importer import import_article
from articles.models import Change, Correction, Mention, Person, Quotation, Speaker, Subject, WithheldPerson
from articles.queries import people_entries, person_page, roles_of
from articles.queries.joining import join_preview
from articles.queries.splitting import naming_entries

pytestmark = pytest.mark.django_db


@pytest.fixture
def okafor(article) -> Person:
    """Amara Okafor, ferry minister, as an article that was imported names and quotes her."""
    return Person.objects.get(identity="amara okafor")


@pytest.fixture
def edit(editor, okafor):
    """Build an edit of a person as they are now."""

    def build(after, seen=None, reason="she told me", person=okafor) -> Edit:
        return Edit(after, reason, editor, Person.objects.get(pk=person.pk).revision if seen is None else seen)

    return build


def role(words, kind, since=""):
    return [{"name": words, "kind": kind, "since": since}]


def spelling(name, kind):
    return [{"name": name, "kind": kind}]


def found(name) -> list[int]:
    return people_by_whole_name([name])[name]


def test_a_new_name_is_shown_the_old_one_leads_there_and_both_last(okafor, edit, article):
    correction = rename(okafor.pk, edit("Amara Obi"))
    assert (correction.before, correction.after, correction.person) == ("Amara Okafor", "Amara Obi", okafor)
    reextract(article.pk)
    okafor.refresh_from_db()
    assert okafor.name == "Amara Obi"
    assert found("Amara Okafor") == found("Amara Obi") == [okafor.pk]
    assert {str(speaker) for speaker in Speaker.objects.select_related("person")} == {"Amara Obi"}
    assert rename(okafor.pk, edit(correction.before)).after == "Amara Okafor"


def test_a_wrong_name_that_is_taken_back_leads_nowhere(okafor, edit):
    revert(rename(okafor.pk, edit("Mara Quill")), edit(None))
    okafor.refresh_from_db()
    assert (okafor.name, found("Mara Quill"), found("Amara Okafor")) == ("Amara Okafor", [], [okafor.pk])


@pytest.mark.parametrize("known", ["Okafor", "Mama Ferry"])  # the first by the article, the second by an editor
def test_a_spelling_of_before_stays_one_where_a_rename_to_it_is_taken_back(okafor, edit, known):
    if known == "Mama Ferry":
        correct_spelling(okafor.pk, edit(spelling(known, LEADS)))
    for _ in range(2):
        revert(rename(okafor.pk, edit(known)), edit(None))
        assert okafor.aliases.get(name=known).removed is False


@pytest.mark.parametrize(
    ("name", "sentence"),
    [("…", "letters or digits"), ("\u202e\u200b", "letters or digits"), ("x" * 201, "200 characters at the most")],
)
def test_a_name_that_is_none_is_refused(okafor, edit, name, sentence):
    with pytest.raises(ValueError, match=sentence):
        rename(okafor.pk, edit(name))


def test_invisible_and_reversing_signs_are_no_part_of_a_name(okafor, edit):
    assert rename(okafor.pk, edit("Amara\u200b \u202eObi")).after == "Amara Obi"


def test_a_role_is_given_and_taken_away_whatever_articles_say(okafor, edit, source):
    saying = source(["“It floats,” said ferry minister Amara Okafor."], source_id="test:2", title="Pier")
    article = import_article(saying).article
    found_words = roles_of([okafor.pk])[okafor.pk]
    correct_role(okafor.pk, edit(role("President of the port", GIVEN, "March 2024")))
    assert roles_of([okafor.pk]) == {okafor.pk: "President of the port"}
    latest = person_page(okafor).latest_role
    assert latest is not None
    assert (latest.words, latest.since) == ("President of the port", "2024-03")
    correct_role(okafor.pk, edit(role(found_words.upper(), ROLE_REMOVED)))
    reextract(article.pk)
    assert [one.words for one in person_page(okafor).roles] == ["President of the port"]
    correct_role(okafor.pk, edit(role(found_words, FOUND)))
    assert len(person_page(okafor).roles) == 2


def test_a_spelling_is_added_and_taken_away_and_no_import_brings_it_back(okafor, edit, source):
    correct_spelling(okafor.pk, edit(spelling("Mama Ferry", LEADS)))
    assert found("mama ferry") == [okafor.pk]
    correct_spelling(okafor.pk, edit(spelling("Mama Ferry", REMOVED)))
    assert found("mama ferry") == []
    rename(okafor.pk, edit("Amara Obi"))
    correct_spelling(okafor.pk, edit(spelling("Amara Okafor", REMOVED)))
    import_article(source(source_id="test:2", title="Another harbour opens"))
    assert found("Amara Okafor") == []
    assert "Amara Okafor" not in person_page(Person.objects.get(pk=okafor.pk)).aliases
    with pytest.raises(ValueError, match="rename the person first"):
        correct_spelling(okafor.pk, edit(spelling("Amara Obi", REMOVED)))


@pytest.mark.parametrize(
    ("correct", "gone", "back"), [(correct_person, NOBODY, PERSON), (correct_hidden, HIDDEN, SHOWN)]
)
def test_who_is_withheld_is_named_nowhere_and_comes_back_whole(okafor, edit, article, source, correct, gone, back):
    def counts():
        return tuple(table.objects.filter(person=okafor).count() for table in (Mention, Speaker, Subject))

    before = counts()
    assert before[0] > 0 < before[1]
    correct(okafor.pk, edit(gone))
    reextract(article.pk)
    import_article(source(source_id="test:2", title="Another harbour opens"))
    assert counts() == (0, 0, 0)
    assert not people_called("okafor").exists()
    assert okafor not in Person.objects.in_use()
    assert Change.objects.filter(kind="withheld", article_id=article.pk).count() == 1
    correct(okafor.pk, edit(back))
    assert counts()[0] == 2 * before[0]
    assert people_entries([okafor.pk])[0].article_count == 2
    assert not WithheldPerson.objects.exists()


def test_extracting_again_stores_the_same_for_a_withheld_person_and_no_more(okafor, edit, article):
    before = Mention.every.count(), Speaker.every.count()
    correct_hidden(okafor.pk, edit(HIDDEN))
    for _ in range(2):
        assert not reextract(article.pk)
    assert (Mention.every.count(), Speaker.every.count()) == before


def test_one_kind_of_withholding_at_a_time(okafor, edit):
    correct_person(okafor.pk, edit(NOBODY))
    with pytest.raises(ValueError, match="withheld already, as not a person"):
        correct_hidden(okafor.pk, edit(HIDDEN))


def test_whoever_was_merged_into_a_hidden_name_stays_hidden(okafor, edit):
    other = Person.objects.create(name="A. Okafor", identity="a okafor")
    merge(okafor, other)
    correct_hidden(okafor.pk, edit(HIDDEN))
    with pytest.raises(ValueError, match="is withheld: take that back first"):
        separate(Person.objects.get(pk=other.pk))


@pytest.mark.parametrize("kept_is_hidden", [True, False])
def test_whose_name_is_hidden_is_not_merged(okafor, edit, kept_is_hidden):
    other = Person.objects.create(name="A. Okafor", identity="a okafor")
    correct_hidden(okafor.pk, edit(HIDDEN))
    kept, merged = (okafor, other) if kept_is_hidden else (other, okafor)
    with pytest.raises(ValueError, match="do not show one of the two: take that back first"):
        merge(kept, merged)
    assert not Person.objects.filter(merged_into__isnull=False).exists()


def test_whose_name_is_hidden_is_not_split(okafor, edit, editor, article, source):
    import_article(source(source_id="test:2", title="Another harbour opens"))
    correct_hidden(okafor.pk, edit(HIDDEN))
    with pytest.raises(ValueError, match="do not show this person: take that back first"):
        split_person(okafor.pk, Splitting([article.pk], "Amara Okafor", NEW, "two of them", editor))
    assert Person.objects.filter(name="Amara Okafor").count() == 1


def test_what_was_rejected_counts_for_nobody(okafor, article):
    other = Person.objects.create(name="A. Okafor", identity="a okafor")
    quotation = Quotation.objects.filter(speakers__person=okafor).first()
    Subject.objects.filter(quotation=quotation).delete()
    Subject.objects.create(quotation=quotation, ordinal=1, person=okafor, way=Subject.Way.NAMED, confidence=1)

    def counted():
        sides = {one.side.pk: one for one in join_preview(okafor, other).sides}
        return sides[okafor.pk].about, naming_entries(okafor, [article.pk])[0].quotations

    before = counted()
    Quotation.objects.filter(pk=quotation.pk).update(standing=Quotation.Standing.REJECTED)
    assert counted() == (before[0] - 1, before[1] - 1)


def test_edited_roles_follow_a_merge_and_come_back(okafor, edit):
    other = Person.objects.create(name="Mama Ferry", identity="mama ferry")
    correct_role(other.pk, edit(role("harbour queen", GIVEN), person=other))
    merge(okafor, Person.objects.get(pk=other.pk))
    assert "harbour queen" in [one.words for one in person_page(okafor).roles]
    separate(Person.objects.get(pk=other.pk))
    assert "harbour queen" not in [one.words for one in person_page(okafor).roles]
    assert roles_of([other.pk]) == {other.pk: "harbour queen"}


def test_two_editors_of_one_value_meet_and_of_two_values_do_not(okafor, edit):
    rename(okafor.pk, edit("Amara Obi", seen=0))
    correct_role(okafor.pk, edit(role("pilot", GIVEN), seen=0))
    correct_spelling(okafor.pk, edit(spelling("Mama", LEADS), seen=0))
    correct_spelling(okafor.pk, edit(spelling("Papa", LEADS), seen=0))
    with pytest.raises(ConflictError) as refused:
        rename(okafor.pk, edit("Amara Other", seen=0))
    assert refused.value.last is not None
    assert (refused.value.current, refused.value.last.editor.username) == ("Amara Obi", "edith")
    with pytest.raises(ConflictError):
        correct_spelling(okafor.pk, edit(spelling("Mama", REMOVED), seen=0))


@pytest.mark.parametrize(
    ("correct", "after", "more", "error"),
    [
        (rename, "Amara Okafor", {}, NothingToCorrectError),
        (rename, "Amara Obi", {"reason": "…"}, ValueError),
        (rename, "Amara Obi", {"seen": 9}, ConflictError),
        (correct_role, role("…", GIVEN), {}, ValueError),
        (correct_role, role("pilot", "x"), {}, ValueError),
        (correct_role, role("pilot", GIVEN, "the day after"), {}, ValueError),
        (correct_person, "x", {}, ValueError),
        (correct_person, PERSON, {}, NothingToCorrectError),
    ],
)
def test_what_is_senseless_is_refused(okafor, edit, correct, after, more, error):
    with pytest.raises(error):
        correct(okafor.pk, edit(after, **more))
    assert not Correction.objects.exists()


def test_who_was_joined_meanwhile_is_said(okafor, edit):
    other = Person.objects.create(name="Mama Ferry", identity="mama ferry")
    merge(okafor, other)
    with pytest.raises(ValueError, match="Mama Ferry was joined with Amara Okafor meanwhile"):
        rename(other.pk, edit("Mama", person=other))
