"""Why a quotation has its speaker: the chain of evidence on its own page, where every list leads."""

import pytest

from articles.editing.corrections import Edit, correct_quotation
from articles.editing.quotation_parts import SPEAKERS, SUBJECTS
from articles.extraction import EXTRACTOR_VERSION
from articles.extraction.findings import EvidenceStep
from articles.models import Article, Quotation, WithheldPerson
from articles.queries import evidence
from articles.queries.evidence import NAMES

pytestmark = pytest.mark.django_db


def shown(answer) -> str:
    return " ".join(answer.content.decode().split())


@pytest.fixture
def quotation(archive):
    """A quotation with two links of evidence, and a subject with one."""
    row = archive.full().quotations.get()
    paragraph = row.article.paragraphs.get(number=1)

    def link(step, sentence, words):
        start = paragraph.text.index(words)
        place = {"paragraph": paragraph.pk, "start": start, "end": start + len(words)}
        return {"step": step, "sentence": sentence, **place}

    row.evidence = [link("cue", "“told” reports the words.", "told"), link("surname", "<Quill> is she.", "Quill")]
    row.save()
    row.about.filter(country="PE").update(evidence=[link("about", "“Peru” is beside.", "Peru")])
    return row


@pytest.fixture
def own_page(quotation, client):
    """The quotation's own page."""
    return lambda: shown(client.get(f"/quotations/{quotation.pk}/"))


@pytest.mark.parametrize("address", ["/articles/{}/", "/people/{}/", "/countries/PE/"])
def test_each_page_that_shows_it_leads_to_the_chain(client, quotation, address):
    numbers = {"/articles/{}/": quotation.article_id, "/people/{}/": quotation.speakers.get().person_id}
    page = shown(client.get(address.format(numbers.get(address))))
    assert f'<a href="/quotations/{quotation.pk}/"' in page
    assert ">Sure</span>" in page


def test_the_chain_is_shown_in_order_with_the_words_it_stands_on(own_page):
    html = own_page()
    assert '<mark class="evidence-cue" title="Cue">told</mark>' in html
    assert '<mark class="evidence-candidate" title="Name">Quill</mark><sup class="evidence-number">2</sup>' in html
    assert html.index("<span>reports the words.") < html.index("&lt;Quill&gt; is she.")
    assert "“Peru” is beside." in html


def test_a_speaker_who_is_not_shown_is_not_named_by_the_evidence(own_page, quotation):
    WithheldPerson.objects.create(person=quotation.speakers.get().person, kind=WithheldPerson.Kind.HIDDEN)
    html = own_page()
    assert "is she." not in html
    assert 'evidence-number">2' not in html
    assert "Who says it is not shown, and neither is how that is known." in html
    assert "“Peru” is beside." in html


def test_the_key_shows_the_words_as_they_are_marked(own_page):
    html = own_page()
    assert '<span class="visually-hidden">Cue: </span><span class="evidence-cue">told</span></span>' in html
    assert '<span class="evidence-candidate">Quill</span><sup class="evidence-number">2</sup></span>' in html


@pytest.mark.parametrize(
    ("version", "counted", "says"),
    [
        (EXTRACTOR_VERSION, (1057, 1160), "Sure: of 1,160 such findings, 1,057 were right. Found by extractor"),
        (EXTRACTOR_VERSION, None, "Sure. Found by extractor"),
        ("2020.1", (1057, 1160), "Sure. Found by extractor 2020.1."),
        ("", (1057, 1160), "Sure. Found by extractor of an unknown version."),
    ],
)
def test_of_a_confidence_its_word_is_told_and_what_was_counted_of_this_extractors_findings(
    own_page, quotation, monkeypatch, version, counted, says
):
    of = {("direct", quotation.confidence): counted}
    monkeypatch.setattr(evidence, "borne_out", lambda kind, confidence: of[kind, confidence])
    Article.objects.update(extractor_version=version)
    assert says in own_page()


def test_each_step_leads_to_its_place(own_page, quotation):
    article = quotation.article.get_absolute_url()
    assert own_page().count(f'href="{article}#p1">¶ 1<') == 3


@pytest.mark.parametrize(
    ("evidence", "sentence"),
    [
        (["The speaker goes on."], '<span class="evidence-key note">Reason</span> <span>The speaker goes on.</span>'),
        ([], "The extractor kept no evidence."),
        (
            [{"step": "cue", "sentence": "Gone.", "paragraph": 999_999, "start": 0, "end": 4}],
            "<span>Gone.</span> </li>",
        ),
        (
            [{"step": "cue", "sentence": "Beyond.", "paragraph": None, "start": 0, "end": 4}],
            "<span>Beyond.</span> </li>",
        ),
    ],
)
def test_what_older_versions_wrote_and_what_is_gone_is_still_shown(own_page, evidence, sentence):
    Quotation.objects.update(evidence=evidence)
    assert sentence in own_page()


def test_every_step_has_a_name():
    assert set(NAMES) == set(EvidenceStep)


def test_a_step_beyond_its_paragraph_is_shown_without_its_place(own_page, quotation):
    paragraph = quotation.article.paragraphs.get(number=1)
    beyond = {"step": "cue", "sentence": "Beyond.", "paragraph": paragraph.pk, "start": 0, "end": 10_000}
    Quotation.objects.update(evidence=[beyond])
    assert "<span>Beyond.</span> </li>" in own_page()


def test_what_an_editor_corrected_is_told_and_what_had_been_found(client, quotation, editor, own_page):
    found = [{"kind": "person", "name": "Mara Quill", "words": "Mara Quill", "country": None}]
    Quotation.objects.update(found=found)
    correct_quotation(quotation.pk, SPEAKERS, Edit([{"kind": "person", "name": "Tom Reed"}], "it was Tom", editor, 1))
    html = own_page()
    assert "An editor corrected who said it on" in html
    assert "What the extractor had found: Mara Quill, by these steps." in html
    assert "it was Tom" not in html
    client.force_login(editor)
    assert "edith: it was Tom" in own_page()


def test_corrected_subjects_are_an_editors_word(quotation, editor, own_page):
    correct_quotation(quotation.pk, SUBJECTS, Edit([{"kind": "country", "name": "Chile"}], "it is Chile", editor, 1))
    html = own_page()
    assert "An editor corrected whom it is about on" in html
    assert 'href="/countries/CL/">Chile</a> <span class="note">by an editor’s word</span>' in html


@pytest.mark.parametrize("address", ["/articles/{}/"])
def test_more_evidence_costs_no_more_queries(archive, quotation, editor, queries_of, address):
    address = address.format(quotation.article_id)
    correct_quotation(quotation.pk, SUBJECTS, Edit([{"kind": "country", "name": "Chile"}], "so", editor, 1))
    one = queries_of(address)
    for n in range(8):
        more = archive.quotation(quotation.article, "captain Mara Quill")
        archive.about(more, person=archive.person(f"Person {n}"), evidence=quotation.evidence)
        Quotation.objects.filter(pk=more.pk).update(evidence=quotation.evidence)
    assert queries_of(address) == one
