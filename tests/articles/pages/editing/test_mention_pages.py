"""The pages on which an editor says whom a place in a text names."""

import pytest

from articles.editing.corrections import Edit
from articles.editing.mentions.values import NAMED, correct_mention
from articles.models import Correction, Mention
from tests.articles.pages.signing_in import sign_in_from

pytestmark = pytest.mark.django_db

WHY = "Another man of this name"
PERU = ("country", "Peru")
TOM = ("person", "Tom Reed")


@pytest.fixture
def mention(archive):
    """“Mara Quill” in the first paragraph, which names her."""
    return archive.full().paragraphs.get(number=1).mentions.get(person__isnull=False)


def of(mention, way="correct"):
    return f"/mentions/{mention.pk}/{way}/"


def row(prefix, whom):
    """The row of a form that names somebody; Tom Reed was chosen as somebody new."""
    kind, words = whom
    new = {f"{prefix}-0-who": "new", f"{prefix}-0-asked": words} if whom == TOM else {}
    counts = {f"{prefix}-TOTAL_FORMS": 1, f"{prefix}-INITIAL_FORMS": 0}
    return counts | {f"{prefix}-0-kind": kind, f"{prefix}-0-name": words} | new


def sent(mention, whom=TOM, **more):
    return row(f"mention-{mention.pk}", whom) | {"reason": WHY, "seen": 1} | more


def test_the_page_shows_the_words_in_their_sentence_and_all_that_can_be_said(signed_in, mention):
    page = signed_in.get(of(mention)).content.decode()
    for part in ("<mark>Mara Quill</mark>", 'value="Mara Quill"', of(mention, "reject"), of(mention, "check")):
        assert part in page


@pytest.mark.parametrize("whom", [TOM, PERU])
def test_whom_is_sent_is_named(signed_in, mention, whom):
    answer = signed_in.post(of(mention), sent(mention, whom))
    named = Mention.objects.get(pk=mention.pk)
    assert answer.url == f"{mention.stands_in.article.get_absolute_url()}?edit=1#p1"
    assert str(named.person or named.country) == whom[1]


def test_what_names_nobody_is_listed_and_taken_back(signed_in, mention):
    signed_in.post(of(mention, "reject"), {"reason": WHY, "seen": 1})
    page = signed_in.get(mention.stands_in.article.get_absolute_url()).content.decode()
    assert "Names nobody: “Mara Quill”" in page
    assert of(mention, "restore") in page
    signed_in.post(of(mention, "restore"), {"reason": WHY, "seen": 2})
    assert Mention.objects.get(pk=mention.pk).person == mention.person


def test_it_is_confirmed_and_that_is_taken_back(signed_in, mention):
    signed_in.post(of(mention, "check"), {"reason": WHY, "seen": 1})
    assert of(mention, "uncheck") in signed_in.get(of(mention)).content.decode()
    signed_in.post(of(mention, "uncheck"), {"reason": WHY, "seen": 2})
    assert [one.after for one in Correction.objects.all()] == ["checked", ""]


@pytest.mark.parametrize(
    ("whom", "more", "sentence"),
    [
        (("person", "Mara Quil"), {}, "Did you mean"),
        (("country", "Atlantis"), {}, "“Atlantis” is not a country"),
        (("person", ""), {}, "Give the name of whom it names"),
        (("organisation", "Harbour Board"), {}, "Select a valid choice"),
        (("person", "\u200b"), {}, "nothing to be seen in this name"),
        (PERU, {"reason": ""}, "Write in a few words why."),
        (PERU, {"seen": "x"}, "which version it was made from"),
    ],
)
def test_what_is_wrong_gets_a_sentence_and_what_was_typed_is_kept(signed_in, mention, whom, more, sentence):
    page = signed_in.post(of(mention), sent(mention, whom, **more)).content.decode()
    assert sentence in page
    assert WHY in page or "reason" in more
    assert not Correction.objects.exists()


def test_two_editors_see_both(signed_in, mention, django_user_model):
    otto = django_user_model.objects.create_user("otto")
    correct_mention(mention.pk, NAMED, Edit({"kind": "country", "name": "Chile"}, "Otto knows", otto, 1))
    answer = signed_in.post(of(mention), sent(mention))
    assert answer.status_code == 409
    assert all(part in answer.content.decode() for part in ("Two versions", "Chile", "Otto knows", WHY, "Tom Reed"))


def test_while_it_is_busy_and_after_signing_in_again_nothing_typed_is_lost(client, editor, mention, busy):
    sign_in_from(client, client.post(of(mention), sent(mention)))
    page = client.get(of(mention)).content.decode()
    busy("articles.pages.editing.mention.correct_mention")
    held = client.post(of(mention), sent(mention))
    assert held.status_code == 503
    assert all(part in words for words in (page, held.content.decode()) for part in (WHY, 'value="Tom Reed"'))


def test_a_name_that_was_missed_is_added(signed_in, archive):
    article = archive.article()
    address = f"/articles/{article.pk}/p1/add-name/"
    page = signed_in.get(f"{address}?start=25&end=35").content.decode()
    assert 'value="Mara Quill"' in page
    words = {"addmention-p1-words-0-paragraph": "1", "addmention-p1-words-0-words": "Mara Quill"}
    counts = {"addmention-p1-words-TOTAL_FORMS": 1, "addmention-p1-words-INITIAL_FORMS": 0}
    form = row("addmention-p1-named", TOM) | words | counts | {"reason": WHY, "seen": 1}
    none = signed_in.post(address, form | {"addmention-p1-words-0-words": ""}).content.decode()
    assert "Give the words that name somebody." in none
    signed_in.post(address, form)
    added = Mention.objects.get()
    assert (added.person.name, added.start, added.end) == ("Tom Reed", 25, 35)


def test_where_editors_put_an_article_right_its_names_lead_to_their_corrections(signed_in, mention):
    address = mention.stands_in.article.get_absolute_url()
    assert of(mention) in signed_in.get(address + "?edit=1").content.decode()
    assert of(mention) not in signed_in.get(address).content.decode()


@pytest.mark.parametrize("way", ["correct", "reject", "restore", "check", "uncheck"])
def test_no_such_mention(signed_in, way):
    assert signed_in.get(f"/mentions/999999/{way}/").status_code == 404
    assert signed_in.get(f"/mentions/99999999999999999999/{way}/").status_code == 404


def test_one_that_is_taken_out_while_it_is_saved_is_not_found(signed_in, mention, monkeypatch):
    def taken_out(key, *rest):
        Mention.every.filter(pk=key).delete()
        return correct_mention(key, *rest)

    monkeypatch.setattr("articles.pages.editing.mention.correct_mention", taken_out)
    assert signed_in.post(of(mention), sent(mention)).status_code == 404
