"""Below likely nobody's name stands on a quotation, wherever it is shown: the article's own words do."""

import pytest

from articles.extraction.certainty import LEAST_LIKELY
from articles.models import Quotation, WithheldPerson

TEXT = "Mara Quill met the press. “We never sink,” she said on Friday."


@pytest.fixture
def unsure(archive):
    """Words that may be Mara Quill's; the article says “she”."""
    return quotation_by(archive, "she")


def quotation_by(archive, words, *names):
    speakers = [{"kind": "person", "person": archive.person(name)} for name in names or ("Mara Quill",)]
    quotation = archive.quotation(archive.article(TEXT), "We never sink,", person=speakers.pop(0)["person"])
    for ordinal, speaker in enumerate(speakers, start=1):
        quotation.speakers.create(ordinal=ordinal, name=speaker["person"].name, words=words, **speaker)
    quotation.speakers.update(words=words)
    Quotation.objects.filter(pk=quotation.pk).update(confidence=LEAST_LIKELY - 0.01)
    return Quotation.objects.get(pk=quotation.pk)


def shown(client, address):
    return " ".join(client.get(address).content.decode().split())


@pytest.mark.parametrize(
    ("words", "shown_as"),
    [
        ("she", "“she”"),
        ("the ferry’s captain", "“the ferry’s captain”"),
        ("Quill", "unsure who said it"),
        ("Captain Quill", "unsure who said it"),
        ("QUILL", "unsure who said it"),
        ("", "unsure who said it"),
        ("<b>she</b>", "“&lt;b&gt;she&lt;/b&gt;”"),
    ],
)
def test_the_articles_words_stand_for_the_speaker_unless_they_are_the_name(client, archive, words, shown_as):
    quotation_by(archive, words)
    entry = shown(client, "/quotations/").partition('<ol class="entries"')[2].partition("</ol>")[0]
    assert f'<span class="unknown">{shown_as}</span>' in entry
    assert "Mara" not in entry


@pytest.mark.parametrize("held", ["corrected", "checked"])
def test_what_an_editor_looked_at_has_its_name_again(client, archive, unsure, held):
    Quotation.objects.filter(pk=unsure.pk).update(**{held: True})
    assert ">Mara Quill</a>" in shown(client, "/quotations/").partition('<ol class="entries"')[2]
    assert client.get(f"/quotations/?speaker={archive.person().pk}").context["listing"].total == 1


@pytest.mark.parametrize(
    ("filters", "found"), [("", 0), ("&certainty=known", 0), ("&certainty=unsure", 1), ("&certainty=", 0)]
)
@pytest.mark.parametrize("by", ["Mara Quill", "number"])
def test_a_speakers_list_leaves_out_what_may_be_somebody_elses(client, archive, unsure, filters, found, by):
    speaker = archive.person().pk if by == "number" else by
    assert client.get(f"/quotations/?speaker={speaker}{filters}").context["listing"].total == found


@pytest.mark.parametrize(
    ("asked", "leads_to"),
    [
        ("speaker=Mara+Quill&page=2", "?speaker=Mara+Quill&amp;certainty=unsure"),
        ("speaker=Mara+Quill&certainty=known", "?speaker=Mara+Quill&amp;certainty=unsure"),
        ("speaker=%22%3EMara&kind=", "?speaker=%22%3EMara&amp;kind=&amp;certainty=unsure"),
        ("speaker=Nobody+Atall", None),
        ("speaker=Mara+Quill&certainty=unsure", None),
        ("certainty=unsure", None),
        ("", None),
    ],
)
def test_a_speakers_list_leads_to_what_it_leaves_out(client, unsure, asked, leads_to):
    page = shown(client, f"/quotations/?{asked}")
    link = f'<a href="{leads_to}">what may be theirs</a>'
    assert (link in page) if leads_to else ("what may be theirs" not in page)
    assert ("These may be theirs" in page) == (asked == "speaker=Mara+Quill&certainty=unsure")


def test_without_a_speaker_all_are_listed_and_the_unsure_by_themselves(client, unsure):
    assert client.get("/quotations/").context["listing"].total == 1
    assert client.get("/quotations/?certainty=unsure").context["listing"].total == 1
    assert client.get("/quotations/?certainty=known").context["listing"].total == 0


@pytest.mark.parametrize("value", ["sure", "0", "%00", "unsure'--", "a" * 5000])
def test_a_certainty_that_there_is_not_is_said_to_be_wrong(client, unsure, value):
    answer = client.get(f"/quotations/?speaker=1&certainty={value}")
    assert answer.status_code == 200
    assert answer.context["listing"].total == 0
    assert "Fix this filter to see results" in answer.content.decode()


def test_its_own_page_names_the_candidates_in_the_why_alone(client, archive):
    quotation = quotation_by(archive, "she", "Mara Quill", "Ann Reed")
    mara, ann = archive.person(), archive.person("Ann Reed")
    page = shown(client, f"/quotations/{quotation.pk}/")
    links = [f'<a href="/quotations/?certainty=unsure&amp;speaker={who.pk}">{who.name}</a>' for who in (mara, ann)]
    assert f"Unsure who said it: perhaps {links[0]} or {links[1]}." in page
    assert '">Unsure who said it (“she”), quoted by Harbour Post</h1>' in page
    assert "– unsure who said it (“she”), quoted in" in page
    assert f'/people/{mara.pk}/"' not in page.partition("In its sentence")[0]


def test_in_its_article_it_stands_apart_from_the_voices(client, archive, unsure):
    page = shown(client, unsure.article.get_absolute_url())
    beside = page.partition('id="voices"')[2]
    assert '<span class="voice-name name">unsure who said it</span>' in beside
    assert "<span>“she”</span>" in beside
    assert 'title="Quotation, unsure who said it (“she”)"' in page
    assert "voice-name name name-person" not in beside


def test_a_joint_declaration_of_which_one_is_described_is_described_once(archive):
    quotation = quotation_by(archive, "they", "Mara Quill", "Ann Reed")
    assert quotation.described == "they"
    assert [one.person.name for one in quotation.candidates] == ["Mara Quill", "Ann Reed"]
    assert quotation.attributed == []


def test_a_hidden_candidate_is_named_nowhere(client, archive, unsure):
    WithheldPerson.objects.create(person=archive.person())
    for address in ("/quotations/", "/quotations/?certainty=unsure", f"/quotations/{unsure.pk}/"):
        said = shown(client, address).partition("In its sentence")[0]
        assert "unsure who said it" in said.casefold()
        assert "Mara" not in said
    assert "perhaps" not in shown(client, f"/quotations/{unsure.pk}/")
