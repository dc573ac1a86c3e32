"""Why a quotation has its speaker: the chain of evidence behind a disclosure, in lists and beside the text."""

import pytest

from articles.editing.corrections import Edit, correct_quotation
from articles.editing.quotation_parts import SPEAKERS, SUBJECTS
from articles.extraction.findings import EvidenceStep
from articles.models import Quotation
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


@pytest.fixture(params=["/quotations/", "/articles/{}/", "/people/{}/", "/countries/PE/"])
def page(request, quotation, client):
    """Each page that shows the quotation."""
    numbers = {"/articles/{}/": quotation.article_id, "/people/{}/": quotation.speakers.get().person_id}
    return lambda: shown(client.get(request.param.format(numbers.get(request.param))))


def test_the_chain_is_shown_in_order_with_the_words_it_stands_on(page):
    html = page()
    assert '<details class="why">' in html
    assert "captain Mara Quill <mark>told</mark> Peru’s harbour master." in html
    assert html.index("“told” reports the words.") < html.index("&lt;Quill&gt; is she.")
    assert html.index("&lt;Quill&gt; is she.") < html.index("“Peru” is beside.")


def test_confidence_is_told_in_words_and_numbers_with_the_version(page):
    assert "Sure: about 90 in 100 such findings are right. Extractor of an unknown version." in page()


def test_each_step_leads_to_its_place(client, quotation):
    article = quotation.article.get_absolute_url()
    assert f'<a href="{article}#p1">p1<' in shown(client.get("/quotations/"))
    assert '<a href="#p1">p1<' in shown(client.get(article))


@pytest.mark.parametrize(
    ("evidence", "sentence"),
    [
        (["The speaker goes on."], '<span class="step-name">Reason</span> The speaker goes on.'),
        ([], "The extractor kept no evidence."),
        ([{"step": "cue", "sentence": "Gone.", "paragraph": 999_999, "start": 0, "end": 4}], "Gone. </li>"),
        ([{"step": "cue", "sentence": "Beyond.", "paragraph": None, "start": 0, "end": 4}], "Beyond. </li>"),
    ],
)
def test_what_older_versions_wrote_and_what_is_gone_is_still_shown(client, quotation, evidence, sentence):
    Quotation.objects.update(evidence=evidence)
    assert sentence in shown(client.get("/quotations/"))


def test_every_step_has_a_name():
    assert set(NAMES) == set(EvidenceStep)


def test_a_step_beyond_its_paragraph_is_shown_without_its_place(client, quotation):
    paragraph = quotation.article.paragraphs.get(number=1)
    beyond = {"step": "cue", "sentence": "Beyond.", "paragraph": paragraph.pk, "start": 0, "end": 10_000}
    Quotation.objects.update(evidence=[beyond])
    assert "Beyond. </li>" in shown(client.get("/quotations/"))


def test_a_long_paragraph_is_cut_at_words(client, archive):
    text = "word " * 40 + "“We sink,” said Mara. " + "more " * 40
    article = archive.article(text)
    row = archive.quotation(article, "We sink,")
    start = text.index("said")
    place = {"paragraph": article.paragraphs.get(number=1).pk, "start": start, "end": start + 4}
    Quotation.objects.filter(pk=row.pk).update(evidence=[{"step": "cue", "sentence": "So.", **place}])
    html = shown(client.get("/quotations/"))
    assert "…word word" in html
    assert "<mark>said</mark> Mara. more" in html
    assert "more…" in html


def test_what_an_editor_corrected_is_told_and_what_had_been_found(client, quotation, editor):
    found = [{"kind": "person", "name": "Mara Quill", "words": "Mara Quill", "country": None}]
    Quotation.objects.update(found=found)
    correct_quotation(quotation.pk, SPEAKERS, Edit([{"kind": "person", "name": "Tom Reed"}], "it was Tom", editor, 1))
    html = shown(client.get("/quotations/"))
    assert "An editor corrected who said it on" in html
    assert "What the extractor had found: Mara Quill, by these steps." in html
    assert "it was Tom" not in html
    client.force_login(editor)
    assert "edith: it was Tom" in shown(client.get(quotation.article.get_absolute_url()))


def test_corrected_subjects_are_an_editors_word(client, quotation, editor):
    correct_quotation(quotation.pk, SUBJECTS, Edit([{"kind": "country", "name": "Chile"}], "it is Chile", editor, 1))
    html = shown(client.get("/quotations/"))
    assert "An editor corrected whom it is about on" in html
    assert "About Chile</span> by an editor’s word." in html
    assert '<a href="/countries/CL/">Chile</a>' in html


@pytest.mark.parametrize("address", ["/quotations/", "/articles/{}/"])
def test_more_evidence_costs_no_more_queries(archive, quotation, editor, queries_of, address):
    address = address.format(quotation.article_id)
    correct_quotation(quotation.pk, SUBJECTS, Edit([{"kind": "country", "name": "Chile"}], "so", editor, 1))
    one = queries_of(address)
    for n in range(8):
        more = archive.quotation(quotation.article, "captain Mara Quill")
        archive.about(more, person=archive.person(f"Person {n}"), evidence=quotation.evidence)
        Quotation.objects.filter(pk=more.pk).update(evidence=quotation.evidence)
    assert queries_of(address) == one
