"""Joining any two people on a person's page, and taking them apart."""

import pytest

from articles.editing.identity_decisions import MergeVerdict
from articles.editing.joining import join
from articles.models import Mention, MergeCandidate, MergeDecision

pytestmark = pytest.mark.django_db


@pytest.fixture
def two(archive):
    """Mara Quill, whom two articles name, and the Duchess, whom one does: no names that are alike."""
    archive.full(0)
    archive.full(1)
    article = archive.article("Then the Duchess of Harwich sang.", title="Songs")
    archive.mention(article, "Duchess of Harwich", person=archive.person("Duchess of Harwich"))
    return archive.person("Mara Quill"), archive.person("Duchess of Harwich")


@pytest.fixture
def signed_in(client, editor):
    client.force_login(editor)
    return client


def text(answer) -> str:
    return " ".join(answer.content.decode().replace("&#x27;", "’").split())


def address(one, other=None, name="") -> str:
    asked = f"?other-name={name or other}&other-asked={name or other}&other-who={other.pk if other else ''}"
    return f"/people/{one.pk}/join/{asked if other or name else ''}"


def sent(one, two, **more):
    return {"other": two.pk, "keep": one.pk, "seen": "", "reason": "her title"} | more


def test_the_other_one_is_asked_for_and_both_are_shown(signed_in, two):
    mara, duchess = two
    assert "Look at both" in text(signed_in.get(address(mara)))
    page = text(signed_in.get(address(mara, name="duchess")))
    assert "Who is “" in page
    page = text(signed_in.get(address(mara, duchess, "duchess")))
    for words in (
        "2 times in 2 articles",
        "in 2 quotations, spoken of in 2",
        "captain",
        "1 time in 1 article",
        "sang.",
    ):
        assert words in page
    assert f'value="{mara.pk}" checked' in page


@pytest.mark.parametrize("keep", [0, 1])
def test_two_are_joined_under_either_name_and_taken_apart_again(signed_in, two, keep):
    kept, other = two[keep], two[1 - keep]
    answer = signed_in.post(address(*two), sent(*two, keep=kept.pk), follow=True)
    assert answer.redirect_chain[-1][0] == f"/people/{kept.pk}/"
    page = text(answer)
    assert "are one person now." in page
    assert f'<span dir="auto">{other}</span> was taken together with this person by edith' in page
    assert "(“her title”)" in page
    assert signed_in.get(f"/people/{other.pk}/").url == f"/people/{kept.pk}/"
    assert Mention.objects.filter(person=kept).count() == 3
    pair = MergeCandidate.objects.get()
    assert f"/people/merge-candidates/{pair.pk}/" in page
    signed_in.post(f"/people/merge-candidates/{pair.pk}/", {"state": "different", "seen": "same", "alone": "1"})
    assert [Mention.objects.filter(person=one).count() for one in two] == [2, 1]
    assert [decision.state for decision in MergeDecision.objects.all()] == ["same", "different"]


def test_what_was_decided_before_is_said(signed_in, two, editor):
    mara, duchess = two
    pair = MergeCandidate.objects.create(first=mara, second=duchess, kind="editor", state="different")
    MergeDecision.objects.create(candidate=pair, state="different", editor=editor, reason="I asked her")
    page = text(signed_in.get(address(mara, duchess)))
    assert "Decided before: two people, by edith" in page
    assert "I asked her" in page
    assert signed_in.post(address(mara, duchess), sent(mara, duchess, seen="different")).status_code == 302


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"keep": ""}, "Say which of the two names stays."),
        ({"keep": "999999"}, "Say which of the two names the archive is to go by."),
        ({"reason": " "}, "Write in a few words why."),
        ({"other": "999999"}, "Choose two people of the archive."),
        ({"other": "x"}, "the form was not understood"),
    ],
)
def test_what_is_wrong_gets_a_sentence_and_the_input_is_kept(signed_in, two, more, sentence):
    answer = signed_in.post(address(*two), sent(*two, **more))
    assert sentence in text(answer)
    assert more.get("reason", "her title").strip() in text(answer)
    assert not MergeDecision.objects.exists()


def test_nobody_is_joined_with_themselves_or_with_nobody(signed_in, two):
    mara, _ = two
    assert "is the one whom you want to join" in text(signed_in.get(address(mara, mara)))
    page = signed_in.get(f"/people/{mara.pk}/join/?other-name=Ida&other-asked=Ida&other-who=new")
    assert "Choose somebody whom the archive has." in text(page)
    assert "Choose two people" in text(signed_in.post(address(*two), sent(mara, mara)))


def test_who_comes_second_is_told_by_whom(signed_in, two, django_user_model):
    mara, duchess = two
    otto = django_user_model.objects.create_user("otto")
    join(mara.pk, duchess.pk, MergeVerdict("same", otto, "", mara.pk, "I know her"))
    answer = signed_in.post(address(*two), sent(*two), follow=True)
    assert "Nothing was saved: otto has decided about these two meanwhile." in text(answer)
    pair = MergeCandidate.objects.get()
    signed_in.post(f"/people/merge-candidates/{pair.pk}/", {"state": "open", "seen": "same"})
    answer = signed_in.post(address(*two), sent(*two))
    assert answer.status_code == 409
    assert "edith has decided about these two meanwhile" in text(answer)
    assert 'value="open"' in text(answer)


def test_a_third_one_meanwhile_is_said(signed_in, two, archive, editor):
    duchess = two[1]
    third = archive.person("Ida Vale")
    join(duchess.pk, third.pk, MergeVerdict("same", editor, "", third.pk, "the same"))
    answer = signed_in.post(address(*two), sent(*two))
    assert "Duchess of Harwich was joined with Ida Vale meanwhile: begin with Ida Vale." in text(answer)
