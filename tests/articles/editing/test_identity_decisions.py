"""Editors' decisions about two who may be one person."""

import pytest

from articles.editing.identity_decisions import DecidedMeanwhileError, MergeVerdict, decide
from articles.importing.importer import import_article
from articles.models import Change, Mention, MergeCandidate, MergeDecision, Person
from articles.models.correction import AppendOnlyError

pytestmark = pytest.mark.django_db


@pytest.fixture
def candidate(source):
    """Mohammed Attar and Muhammad Attar, each quoted in an article of their own."""
    for n, name in enumerate(("Mohammed Attar", "Muhammad Attar")):
        import_article(source([f"“It floats,” said {name}."], source_id=f"test:{n}", title=f"Pier {n}"))
    return MergeCandidate.objects.get()


@pytest.fixture
def say(candidate, editor):
    """Decide about the candidate, as a form that saw the state it has."""

    def build(state: str, **values) -> MergeDecision:
        candidate.refresh_from_db()
        verdict = {"state": state, "editor": editor, "seen": candidate.state, **values}
        return decide(candidate.pk, MergeVerdict(**verdict))

    return build


def shown() -> set[str]:
    return set(Mention.objects.filter(person__isnull=False).values_list("person__name", flat=True))


def test_one_person_by_the_name_that_the_editor_keeps(say, candidate):
    say("same", keep=candidate.second.pk, reason="the same desk")
    assert shown() == {"Muhammad Attar"}
    decision = MergeDecision.objects.get()
    assert (decision.kept, decision.reason, decision.editor.username) == (candidate.second, "the same desk", "edith")
    assert list(Change.objects.values_list("kind", flat=True)) == ["imported", "imported", "merged"]


@pytest.mark.parametrize("back", ["open", "different"])
def test_a_decision_is_taken_back_and_stays_on_record(say, candidate, back):
    say("same", keep=candidate.first.pk)
    say(back)
    assert shown() == {"Mohammed Attar", "Muhammad Attar"}
    assert list(MergeDecision.objects.values_list("state", flat=True)) == ["same", back]
    assert Change.objects.filter(kind="merged").count() == 2


def test_two_people_changes_no_article(say, candidate):
    say("different")
    candidate.refresh_from_db()
    assert candidate.state == "different"
    assert not Change.objects.filter(kind="merged").exists()


@pytest.mark.parametrize(
    ("state", "values", "sentence"),
    [("same", {}, "which of the two"), ("same", {"keep": 0}, "which of the two"), ("open", {}, "decided already")],
)
def test_a_senseless_decision_is_refused(say, state, values, sentence):
    with pytest.raises(ValueError, match=sentence):
        say(state, **values)
    assert not MergeDecision.objects.exists()


def test_who_comes_second_is_told(say, editor):
    say("different")
    with pytest.raises(DecidedMeanwhileError) as refused:
        say("same", seen="open")
    assert refused.value.last.editor == editor
    assert shown() == {"Mohammed Attar", "Muhammad Attar"}


def test_what_is_open_or_was_rejected_holds_for_who_is_kept(say, candidate, editor):
    third = Person.objects.create(name="Mohamed Attar", identity="mohamed attar")
    fourth = Person.objects.create(name="Mohamad Attar", identity="mohamad attar")
    MergeCandidate.objects.create(first=candidate.second, second=third, kind="spelling")
    MergeCandidate.objects.create(first=candidate.second, second=fourth, kind="spelling", state="different")
    say("same", keep=candidate.first.pk)
    of_kept = MergeCandidate.objects.filter(first=candidate.first).order_by("second").values_list("second", "state")
    assert list(of_kept) == [(candidate.second.pk, "same"), (third.pk, "open"), (fourth.pk, "different")]


def test_taking_back_separates_the_two_and_not_who_was_kept_from_a_third(say, candidate, editor):
    third = Person.objects.create(name="Mohamed Attar", identity="mohamed attar")
    say("same", keep=candidate.first.pk)
    later = MergeCandidate.objects.create(first=candidate.first, second=third, kind="spelling")
    decide(later.pk, MergeVerdict("same", editor, "open", keep=third.pk))
    say("open")
    merged = dict(Person.objects.exclude(merged_into=None).values_list("pk", "merged_into"))
    assert merged == {candidate.first.pk: third.pk}
    assert shown() == {"Mohamed Attar", "Muhammad Attar"}


def test_decisions_are_append_only(say):
    decision = say("different")
    with pytest.raises(AppendOnlyError):
        decision.save()
    with pytest.raises(AppendOnlyError):
        decision.delete()
    with pytest.raises(AppendOnlyError):
        MergeDecision.objects.update(reason="x")
