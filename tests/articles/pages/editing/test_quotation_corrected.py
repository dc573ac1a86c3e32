"""The pages on which a quotation is put right."""

import pytest

from articles.editing.corrections import Edit, correct_quotation
from articles.editing.quotation_parts import SPEAKERS
from articles.editing.quotations.standing import STANDING
from articles.editing.quotations.values import KIND
from articles.models import Correction, Quotation
from tests.articles.pages.signing_in import sign_in_from

pytestmark = pytest.mark.django_db

SENT = {
    "reject": {},
    "check": {},
    "correct-kind": {"value": "mixed"},
    "correct-cue": {"value": "warned"},
    "correct-words": {},
}
WHY = "I read the printed page"


@pytest.fixture
def quotation(archive):
    """“We never sink,” of Mara Quill, in the first paragraph."""
    return archive.full().quotations.get()


def words(quotation, text="never sink", **more):
    """What the form of the words sends: one row, the paragraph and its words."""
    name = f"correctwords-{quotation.pk}"
    row = {f"{name}-0-paragraph": "1", f"{name}-0-words": text, f"{name}-0-start": ""}
    return {f"{name}-TOTAL_FORMS": 1, f"{name}-INITIAL_FORMS": 0} | row | more


def sent(way, quotation, **more):
    form = words(quotation) if way == "correct-words" else SENT[way]
    return form | {"reason": WHY, "seen": quotation.article.revision} | more


def of(quotation, way):
    return f"/quotations/{quotation.pk}/{way}/"


@pytest.mark.parametrize("way", SENT)
def test_an_editor_gets_the_form_on_a_page_and_in_place(signed_in, quotation, way):
    page = signed_in.get(of(quotation, way)).content.decode()
    form = signed_in.get(of(quotation, way), headers={"HX-Request": "true"}).content.decode()
    for part in ("We never sink,", "Why", "<html"):
        assert part in page
    assert "<form" in form
    assert "<html" not in form


@pytest.mark.parametrize(
    ("way", "stands"),
    [
        ("reject", {"standing": "rejected"}),
        ("check", {"checked": True}),
        ("correct-kind", {"kind": "mixed"}),
        ("correct-cue", {"cue_words": "warned"}),
        ("correct-words", {"text": "never sink"}),
    ],
)
def test_what_is_sent_stands(signed_in, quotation, way, stands):
    answer = signed_in.post(of(quotation, way), sent(way, quotation))
    assert answer.status_code == 302
    assert Quotation.objects.filter(pk=quotation.pk, **stands).exists()
    assert Correction.objects.get().reason == WHY


@pytest.mark.parametrize(
    ("way", "change", "sentence"),
    [
        ("reject", {"reason": " "}, "Write in a few words why."),
        ("reject", {"reason": "…"}, "Say why, in words."),
        ("check", {"seen": "x"}, "which version it was made from"),
        ("correct-kind", {"value": "shouted"}, "Select a valid choice"),
        ("correct-cue", {"value": "x" * 201}, "at most 200 characters"),
        ("correct-cue", {"value": "…"}, "Write the cue in words"),
        ("correct-words", {"0-words": "words of another text"}, "do not stand in the paragraph"),
        ("correct-words", {"0-words": ""}, "Give the words of the quotation"),
        ("correct-words", {"0-words": " \u200b"}, "do not stand in the paragraph"),
        ("correct-words", {"0-words": "x" * 20_001}, "at most 20000 characters"),
        ("correct-words", {"0-paragraph": "99"}, "no such paragraph"),
        ("correct-words", {"0-paragraph": ""}, "Say in which paragraph"),
        ("correct-words", {"0-words": "ever sin"}, "begins or ends within a word"),
        ("correct-words", {"0-words": "We never sink,", "0-start": "-1"}, "what it says already"),
        ("correct-words", {"TOTAL_FORMS": "x"}, "came without its rows"),
        ("correct-words", {"0-words": "We never sink,"}, "what it says already"),
    ],
)
def test_what_is_wrong_gets_a_sentence_and_what_was_typed_is_kept(signed_in, quotation, way, change, sentence):
    if way == "correct-words":
        change = {f"correctwords-{quotation.pk}-{name}": value for name, value in change.items()}
    answer = signed_in.post(of(quotation, way), sent(way, quotation, **change))
    page = answer.content.decode()
    assert answer.status_code == 200
    assert sentence in page
    assert WHY in page or "reason" in change
    assert not Correction.objects.exists()


def test_a_doubtful_place_is_taken_when_it_is_meant(signed_in, quotation):
    page = signed_in.post(of(quotation, "correct-words"), words(quotation, "ever sin", reason=WHY, seen=1))
    assert 'name="anyway"' in page.content.decode()
    signed_in.post(of(quotation, "correct-words"), words(quotation, "ever sin", reason=WHY, seen=1, anyway="on"))
    assert Quotation.objects.get().text == "ever sin"


def test_words_that_stand_more_than_once_are_chosen(signed_in, archive):
    article = archive.article("“No, no, no,” said Mara.")
    quotation = archive.quotation(article, "No, no, no,")
    page = signed_in.post(of(quotation, "correct-words"), words(quotation, "no", reason=WHY, seen=1)).content.decode()
    assert page.count('type="radio"') == 2
    start = {f"correctwords-{quotation.pk}-0-start": "9"}
    signed_in.post(of(quotation, "correct-words"), words(quotation, "no", reason=WHY, seen=1, **start))
    [span] = Quotation.objects.get().spans.all()
    assert (span.start, span.end) == (9, 11)


@pytest.mark.parametrize("way", SENT)
def test_while_the_archive_is_busy_nothing_typed_is_lost(signed_in, quotation, busy, way):
    busy("articles.pages.editing.quotation.correct_quotation")
    answer = signed_in.post(of(quotation, way), sent(way, quotation))
    page = answer.content.decode()
    assert answer.status_code == 503
    for part in ("The archive is busy", WHY, *([] if way in ("reject", "check") else [kept(way)])):
        assert part in page


def kept(way):
    return "never sink" if way == "correct-words" else SENT[way]["value"]


@pytest.mark.parametrize("way", SENT)
def test_who_was_signed_out_meanwhile_gets_their_words_back(client, editor, quotation, way):
    page = client.post(of(quotation, way), sent(way, quotation))
    assert sign_in_from(client, page).url == of(quotation, way)
    again = client.get(of(quotation, way)).content.decode()
    assert WHY in again
    assert way in ("reject", "check") or kept(way) in again
    assert not Correction.objects.exists()


@pytest.fixture
def otto(quotation, django_user_model):
    """Somebody else, who corrects the quotation while the form is open."""
    user = django_user_model.objects.create_user("otto")
    return lambda value, after: correct_quotation(quotation.pk, value, Edit(after, "Otto knows", user, 1))


def test_two_editors_of_its_kind_see_both(signed_in, quotation, otto):
    otto(KIND, "indirect")
    answer = signed_in.post(of(quotation, "correct-kind"), sent("correct-kind", quotation))
    page = answer.content.decode()
    assert answer.status_code == 409
    for part in ("Two versions", "Otto knows", WHY, "indirect", "mixed"):
        assert part in page
    assert Quotation.objects.get().kind == "indirect"


def test_who_confirms_what_was_changed_meanwhile_looks_again(signed_in, quotation, otto):
    otto(SPEAKERS, [{"kind": "country", "name": "Peru"}])
    answer = signed_in.post(of(quotation, "check"), sent("check", quotation))
    page = answer.content.decode()
    assert answer.status_code == 409
    for part in ("Somebody changed this while your form was open", WHY, "Peru", 'value="2"'):
        assert part in page
    assert not Quotation.objects.get().checked
    assert signed_in.post(of(quotation, "check"), sent("check", quotation, seen=2)).status_code == 302


def test_what_somebody_else_rejected_meanwhile_is_said(signed_in, quotation, otto):
    otto(STANDING, "rejected")
    for way in ("correct-kind", "check"):
        page = signed_in.post(of(quotation, way), sent(way, quotation)).content.decode()
        assert "take that back first" in page


def test_what_was_rejected_is_taken_back(signed_in, quotation, otto):
    otto(STANDING, "rejected")
    assert of(quotation, "restore") in signed_in.get(f"/quotations/{quotation.pk}/").content.decode()
    answer = signed_in.post(of(quotation, "restore"), {"reason": WHY, "seen": 2})
    assert answer.url == f"/quotations/{quotation.pk}/"
    assert Quotation.objects.get().spans.count() == 1


def test_a_confirmation_is_taken_back(signed_in, quotation):
    signed_in.post(of(quotation, "check"), sent("check", quotation))
    signed_in.post(of(quotation, "uncheck"), sent("check", quotation, seen=2))
    assert [c.after for c in Correction.objects.all()] == ["checked", ""]


def test_who_came_from_the_article_goes_back_there(signed_in, quotation):
    article = quotation.article.get_absolute_url()
    answer = signed_in.post(of(quotation, "check") + "?article", sent("check", quotation))
    assert answer.url == f"{article}?edit=1#q{quotation.pk}"
    answer = signed_in.post(of(quotation, "reject"), sent("reject", quotation, seen=2))
    assert answer.url == f"{article}#p1"


@pytest.mark.parametrize(
    ("way", "said"),
    [
        ("check", "An editor confirmed it"),
        ("correct-kind", "corrected its kind"),
        ("correct-words", "corrected its words"),
    ],
)
def test_its_page_says_what_was_done(signed_in, quotation, way, said):
    signed_in.post(of(quotation, way), sent(way, quotation))
    assert said in signed_in.get(f"/quotations/{quotation.pk}/").content.decode()


@pytest.mark.parametrize("way", [*SENT, "restore", "uncheck"])
def test_no_such_quotation(signed_in, way):
    assert signed_in.get(f"/quotations/999999/{way}/").status_code == 404
    assert signed_in.post(f"/quotations/99999999999999999999/{way}/").status_code == 404
