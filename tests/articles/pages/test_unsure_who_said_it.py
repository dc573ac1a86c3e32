"""Below likely nobody's name stands on a quotation, wherever it is shown: the article's own words do."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.extraction.certainty import LEAST_LIKELY
from articles.models import Quotation, WithheldPerson
from search.indexing.rebuild import rebuild

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
def test_the_articles_words_stand_for_the_speaker_unless_they_are_the_name(search_quotations, archive, words, shown_as):
    quotation_by(archive, words)
    entry = search_quotations().page.partition('id="found"')[2].partition("</ol>")[0]
    assert f'<span class="unknown">{shown_as}</span>' in entry
    assert "Mara" not in entry


@pytest.mark.parametrize("held", ["corrected", "checked"])
def test_what_an_editor_looked_at_has_its_name_again(search_quotations, archive, unsure, held):
    Quotation.objects.filter(pk=unsure.pk).update(**{held: True})
    assert ">Mara Quill</a>" in search_quotations().page.partition('id="found"')[2]
    assert search_quotations(f"speaker={archive.person().pk}").total == 1


@pytest.mark.parametrize(
    ("filters", "found"), [("", 0), ("&certainty=known", 0), ("&certainty=unsure", 1), ("&certainty=", 0)]
)
@pytest.mark.parametrize("by", ["Mara Quill", "number"])
def test_a_speakers_list_leaves_out_what_may_be_somebody_elses(search_quotations, archive, unsure, filters, found, by):
    speaker = archive.person().pk if by == "number" else by
    assert search_quotations(f"/quotations/?speaker={speaker}{filters}").total == found


@pytest.mark.parametrize(
    ("asked", "leads_to"),
    [
        ("speaker={}", "?unit=quotations&amp;certainty=unsure&amp;candidate={}"),
        ("speaker={}&certainty=known&page=2", "?unit=quotations&amp;certainty=unsure&amp;candidate={}"),
        ("candidate={}", None),
        ("certainty=unsure", None),
        ("", None),
    ],
)
def test_a_search_of_a_speaker_leads_to_what_it_leaves_out(search_quotations, archive, unsure, asked, leads_to):
    mara = archive.person().pk
    page = " ".join(search_quotations(asked.format(mara)).page.split())
    assert ("what may be theirs" in page) == bool(leads_to)
    assert not leads_to or f'<a href="{leads_to.format(mara)}" rel="nofollow">what may be theirs</a>' in page
    assert ("These may be theirs" in page) == asked.startswith("candidate")


def test_without_a_speaker_all_are_found_and_the_unsure_by_themselves(search_quotations, unsure):
    assert search_quotations("/quotations/").total == search_quotations("/quotations/?certainty=unsure").total == 1
    assert search_quotations("/quotations/?certainty=known").total == 0


def test_its_own_page_names_the_candidates_in_the_why_alone(client, archive):
    quotation = quotation_by(archive, "she", "Mara Quill", "Ann Reed")
    mara, ann = archive.person(), archive.person("Ann Reed")
    page = shown(client, f"/quotations/{quotation.pk}/")
    links = [
        f'<a href="/search/?unit=quotations&amp;certainty=unsure&amp;candidate={who.pk}">{who.name}</a>'
        for who in (mara, ann)
    ]
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
    rebuild()
    for address in (
        "/search/?unit=quotations",
        "/search/?unit=quotations&certainty=unsure",
        f"/quotations/{unsure.pk}/",
    ):
        said = shown(client, address).partition("In its sentence")[0]
        assert "unsure who said it" in said.casefold()
        assert "Mara" not in said
    assert "perhaps" not in shown(client, f"/quotations/{unsure.pk}/")


@pytest.fixture
def in_doubt(archive):
    """Words that are likely Mara Quill's, or else Ida Holm's."""
    quotation = quotation_by(archive, "she")
    other = {"name": "Ida Holm", "confidence": 0.3, "person": archive.person("Ida Holm").pk}
    Quotation.objects.filter(pk=quotation.pk).update(confidence=LEAST_LIKELY + 0.1, found_candidates=[other])
    return quotation


@pytest.mark.parametrize("address", ["/articles/{0.article_id}/", "/quotations/{0.pk}/"])
def test_of_two_who_fit_both_are_named(client, in_doubt, address):
    page = re.sub(r"<[^>]+>| (?=,)", "", shown(client, address.format(in_doubt)))
    assert re.search(r"Mara Quill\s*, or perhaps\s+Ida Holm", page)


def test_below_likely_the_others_stand_with_the_evidence_alone(client, in_doubt):
    Quotation.objects.filter(pk=in_doubt.pk).update(confidence=LEAST_LIKELY - 0.1)
    assert "Ida Holm" not in shown(client, f"/articles/{in_doubt.article_id}/")
    page = shown(client, f"/quotations/{in_doubt.pk}/")
    assert "or perhaps" not in page
    assert "Ida Holm</a> (3 in 10)" in page


@pytest.mark.parametrize("decided", ["checked", "corrected"])
def test_what_an_editor_decided_names_nobody_else(client, in_doubt, decided):
    Quotation.objects.filter(pk=in_doubt.pk).update(**{decided: True})
    assert "Ida Holm" not in shown(client, f"/quotations/{in_doubt.pk}/")


def test_more_in_doubt_cost_no_more_queries(client, in_doubt, archive, django_assert_num_queries):
    address = f"/articles/{in_doubt.article_id}/"
    with CaptureQueriesContext(connection) as first:
        client.get(address)
    again = archive.quotation(in_doubt.article, "said on", person=archive.person("Mara Quill"))
    other = {"name": "Tom Reed", "confidence": 0.3, "person": archive.person("Tom Reed").pk}
    Quotation.objects.filter(pk=again.pk).update(confidence=LEAST_LIKELY, found_candidates=[other])
    with django_assert_num_queries(len(first)):
        page = client.get(address).content.decode()
    assert "Tom Reed" in page


def test_an_editor_takes_one_of_those_in_question_by_one_click(client, editor, in_doubt):
    client.force_login(editor)
    form = f"/quotations/{in_doubt.pk}/correct-speaker/"
    chip = r'<a class="chip" href="(\?taken=\d+)"[^>]*><span[^>]*>([^<]+)'
    suggested = re.findall(chip, client.get(form).content.decode())
    assert [name for _, name in suggested] == ["Mara Quill", "Ida Holm"]
    page = client.get(form + suggested[1][0]).content.decode()
    assert 'value="Ida Holm"' in page
    assert 'value="Mara Quill"' not in page


@pytest.mark.parametrize("taken", ["", "0", "-1", "x", "9" * 40, "%00"])
def test_nobody_else_can_be_taken(client, editor, in_doubt, taken):
    client.force_login(editor)
    page = client.get(f"/quotations/{in_doubt.pk}/correct-speaker/?taken={taken}").content.decode()
    assert 'value="Mara Quill"' in page
