"""Who else may have said a quotation is stored with it, and read as pages may show it."""

import pytest

from articles.editing.corrections import Edit, correct_quotation
from articles.editing.quotation_parts import SPEAKERS
from articles.extraction.findings import Findings, FoundCandidate, FoundPerson, FoundQuotation, Span
from articles.findings.reextraction import reextract
from articles.findings.slices import SLICE, sliced
from articles.importing.importer import import_article
from articles.models import Person, WithheldPerson
from articles.queries.other_candidates import read_other_candidates

pytestmark = pytest.mark.django_db

TWO_MEN = "Peter Novak, the mayor, spoke first. Jon Aster, the head of the port, spoke after him."
SAID = "“The quay is shut for good,” he said."


@pytest.fixture
def in_doubt(source):
    """A quotation of Jon Aster, or perhaps of Peter Novak."""
    return import_article(source(texts=[TWO_MEN, SAID])).article.quotations.get()


def _others(quotation):
    quotation.refresh_from_db()
    read_other_candidates([quotation])
    return [one.person.name for one in quotation.other_candidates]


def test_the_other_is_kept_with_the_key_of_the_person(in_doubt):
    novak = Person.objects.get(name="Peter Novak")
    assert in_doubt.found_candidates == [{"name": "Peter Novak", "confidence": 0.2, "person": novak.pk}]
    assert _others(in_doubt) == ["Peter Novak"]


def test_what_is_clear_keeps_nobody(source):
    article = import_article(source(texts=[TWO_MEN, "“The quay is shut for good,” said Aster."])).article
    assert article.quotations.get().found_candidates is None


def test_a_new_version_that_is_clear_takes_them_away(in_doubt, source):
    import_article(source(texts=[TWO_MEN, SAID.replace("he said", "said Aster")]))
    in_doubt.refresh_from_db()
    assert in_doubt.found_candidates is None


def test_extracting_again_writes_nothing_anew(in_doubt):
    assert not reextract(in_doubt.article_id)
    assert _others(in_doubt) == ["Peter Novak"]


def test_where_an_editor_said_who_it_was_nobody_else_is_in_question(in_doubt, editor):
    speaker = {"kind": "organisation", "name": "Harbour Board"}
    edit = Edit([speaker], "it says so", editor, in_doubt.article.revision)
    correct_quotation(in_doubt.pk, SPEAKERS, edit)
    reextract(in_doubt.article_id)
    assert [str(one) for one in in_doubt.speakers.all()] == ["Harbour Board"]
    assert _others(in_doubt) == []


def test_whom_pages_leave_out_is_none_of_them(in_doubt):
    WithheldPerson.objects.create(person=Person.objects.get(name="Peter Novak"), kind="hidden")
    assert _others(in_doubt) == []


@pytest.mark.parametrize(("into", "others"), [("Piotr Novák", ["Piotr Novák"]), ("Jon Aster", [])])
def test_whom_they_were_merged_into_stands_for_them_unless_it_is_the_speaker(in_doubt, into, others):
    other, _ = Person.objects.get_or_create(name=into, defaults={"identity": into})
    Person.objects.filter(name="Peter Novak").update(merged_into=other)
    assert _others(in_doubt) == others


def test_a_slice_of_a_long_article_has_the_people_who_are_in_question(in_doubt):
    spans = (Span(SLICE, 0, 5),)
    found = FoundQuotation(spans, in_doubt.kind, candidates=(FoundCandidate("Peter Novak", 0.2),))
    person = FoundPerson("Peter Novak", (Span(0, 0, 11),))
    slices = sliced(Findings("1", (person,), (), (found,)), SLICE + 1)
    assert [[one.name for one in part.findings.people] for part in slices] == [["Peter Novak"]] * 2
