"""The page on which a quotation that was missed is added, and the view of an article that leads there."""

import pytest

from articles.models import Correction, Person, Quotation
from tests.articles.pages.conftest import TEXT
from tests.articles.pages.signing_in import sign_in_from

pytestmark = pytest.mark.django_db

WHY = "It was missed, plainly."
NEW = {"addquotation-p1-speakers-0-who": "new", "addquotation-p1-speakers-0-asked": "Tom Reed"}


@pytest.fixture
def article(archive):
    """An article whose only paragraph has a quotation that nothing found."""
    article = archive.article()
    archive.person()
    return article


@pytest.fixture
def here(article):
    return f"/articles/{article.pk}/p1/add-quotation/"


def sent(words="We never sink,", speaker="", **more):
    """What the form sends; whom it names was chosen as somebody new."""
    name = "addquotation-p1"
    place = {f"{name}-words-0-paragraph": "1", f"{name}-words-0-words": words}
    row = {f"{name}-speakers-0-kind": "person", f"{name}-speakers-0-name": speaker}
    counts = {
        f"{name}-{one}-{what}_FORMS": n for one in ("words", "speakers") for what, n in (("TOTAL", 1), ("INITIAL", 0))
    }
    rest = {"kind": "direct", "cue": "told", "reason": WHY, "seen": 1}
    return place | row | counts | rest | more


def test_the_form_shows_the_paragraph_to_choose_from(signed_in, here):
    page = signed_in.get(here).content.decode()
    assert f'data-choose-from="1" aria-labelledby="addquotation-p1-p1">{TEXT}</p>' in page


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("?start=1&end=15", "We never sink,"),
        ("?start=1&end=99999", TEXT[1:]),
        ("?start=99&end=3", None),
        ("?start=x&end=15", None),
        ("?start=-1&end=15", None),
        ("?start=1&end=99999999999", None),
    ],
)
def test_words_that_were_selected_are_there_already(signed_in, here, query, words):
    page = signed_in.get(here + query).context["form"]
    assert page.places.forms[0]["words"].initial == words


def test_it_is_added_as_the_editor_says(signed_in, here, article):
    answer = signed_in.post(here, sent())
    row = Quotation.objects.get()
    assert answer.url == f"/articles/{article.pk}/?edit=1#p1"
    assert (row.text, row.kind, row.cue_words, row.added, row.checked) == (
        "We never sink,",
        "direct",
        "told",
        True,
        True,
    )
    page = signed_in.get(f"/quotations/{row.pk}/").content.decode()
    assert all(words in page for words in ("We never sink,", "no extractor had found it", "An editor added it"))
    assert "such findings are right" not in page


def test_who_is_meant_by_its_speaker_is_asked_first(signed_in, here):
    page = signed_in.post(here, sent(speaker="Mara Quil")).content.decode()
    for part in ("Did you mean", "Mara Quill", WHY, "We never sink,"):
        assert part in page
    assert not Quotation.objects.exists()
    person = Person.objects.get()
    choice = {"addquotation-p1-speakers-0-who": person.pk, "addquotation-p1-speakers-0-asked": "Mara Quill"}
    signed_in.post(here, sent(speaker="Mara Quill", **choice))
    assert Quotation.objects.get().speakers.get().person == person


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"words": ""}, "Give the words of the quotation."),
        ({"words": "No words of it"}, "do not stand in the paragraph"),
        ({"kind": "shouted"}, "Select a valid choice"),
        ({"kind": "term", "speaker": "Tom Reed", **NEW}, "leave the speaker out"),
        ({"cue": "…"}, "Write the cue in words"),
        ({"reason": ""}, "Write in a few words why."),
        ({"seen": "99"}, "Somebody changed this while your form was open"),
        ({"addquotation-p1-words-0-paragraph": "7"}, "no such paragraph"),
        ({"addquotation-p1-words-TOTAL_FORMS": ""}, "came without its rows"),
    ],
)
def test_what_is_wrong_gets_a_sentence_and_what_was_typed_is_kept(signed_in, here, change, sentence):
    page = signed_in.post(here, sent(**change)).content.decode()
    assert sentence in page
    assert WHY in page or "reason" in change
    assert not Correction.objects.exists()
    assert not Quotation.objects.exists()


def test_over_another_quotation_it_is_added_only_on_purpose(signed_in, here):
    signed_in.post(here, sent())
    page = signed_in.post(here, sent("never sink", seen=2)).content.decode()
    assert "lie over another quotation" in page
    signed_in.post(here, sent("never sink", seen=2, anyway="on"))
    assert Quotation.objects.count() == 2


def test_while_the_archive_is_busy_and_after_signing_in_again_nothing_typed_is_lost(client, editor, here, busy):
    sign_in_from(client, client.post(here, sent(speaker="Mara Quill")))
    page = client.get(here).content.decode()
    busy("articles.pages.editing.addition.add_quotation")
    held = client.post(
        here,
        sent(speaker="Tom Reed", **NEW),
    )
    assert held.status_code == 503
    assert all(words in page for words in (WHY, "We never sink,", "Mara Quill"))
    assert all(words in held.content.decode() for words in (WHY, "We never sink,", "Tom Reed"))


@pytest.mark.parametrize("anchor", ["p99", "standfirst", "q1", "p0", "p" + "9" * 30])
def test_no_such_paragraph(signed_in, article, anchor):
    assert signed_in.get(f"/articles/{article.pk}/{anchor}/add-quotation/").status_code == 404


def test_editors_alone_see_the_way_into_the_view_in_which_all_can_be_put_right(
    client, signed_in, archive, reader, queries_of
):
    article = archive.full()
    address = f"/articles/{article.pk}/"
    page = signed_in.get(address + "?edit=1").content.decode()
    for part in ("/p1/add-quotation/", "/title/add-quotation/", "reject/?article", 'id="selected"'):
        assert part in page
    assert "add-quotation" not in signed_in.get(address).content.decode()
    client.force_login(reader)
    assert "add-quotation" not in client.get(address + "?edit=1").content.decode()
