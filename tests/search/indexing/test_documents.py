"""Articles → index documents."""

import pytest

from articles.models import Person, Quotation, QuotationSpan, Role, StoryMember
from search.indexing.documents import batches, documents_of

pytestmark = pytest.mark.django_db


def test_every_paragraph_is_a_document_with_what_it_can_be_filtered_by(archive):
    first, _ = archive
    title, quoted, plain = [document for document in documents_of([first.pk]) if document.unit == "paragraphs"]
    kirby = Person.objects.get(name="Kirby").pk
    assert (title.kind, title.text) == ("title", "Talks on tax")
    assert (quoted.people, quoted.countries, quoted.speakers) == ((kirby,), ("CN",), (kirby,))
    assert (quoted.publisher, quoted.published, quoted.revision) == (first.publisher_id, first.published_from, 1)
    assert quoted.has_quotation
    assert not plain.has_quotation
    assert (plain.people, plain.countries, plain.speakers) == ((), (), ())


def test_a_quotation_is_a_document_that_knows_its_paragraph(archive):
    first, _ = archive
    (said,) = [document for document in documents_of([first.pk]) if document.unit == "quotations"]
    assert said.text == "No war with China"
    assert said.id == Quotation.objects.get(article=first).pk
    assert said.paragraph == first.paragraphs.get(number=1).pk
    assert said.countries == ("CN",)


def test_who_is_no_person_speaks_by_code_or_folded_name(archive, speaks):
    first, _ = archive
    speaks(first.quotations.get(), "France", code="FR")
    speaks(first.quotations.get(), "State Department")
    speaks(first.quotations.get(), "a spokesman", kind="unnamed")
    documents = [document for document in documents_of([first.pk]) if document.has_quotation]
    assert {document.unit for document in documents} == {"paragraphs", "quotations"}
    kirby = Person.objects.get(name="Kirby").pk
    assert {document.speakers for document in documents} == {(kirby, "FR", "state department", "unnamed")}
    assert {document.speaker_kinds for document in documents} == {("country", "organisation", "person", "unnamed")}
    assert {dict(document.spellings)["state department"] for document in documents} == {"State Department"}


def test_a_quotation_and_its_paragraphs_know_of_whom_it_speaks(archive, speaks_of, add_person):
    first, _ = archive
    speaks_of(first.quotations.get(), "China", code="CN")
    speaks_of(first.quotations.get(), "Xi")
    documents = [document for document in documents_of([first.pk]) if document.has_quotation]
    assert {document.unit for document in documents} == {"paragraphs", "quotations"}
    assert {(document.about, document.about_countries) for document in documents} == {((add_person("Xi").pk,), ("CN",))}


def test_a_term_is_nobodys_quotation(archive):
    documents = documents_of([archive[1].pk])
    assert {document.unit for document in documents} == {"paragraphs"}
    assert not any(document.has_quotation for document in documents)


@pytest.mark.parametrize("kind", ["direct", "mixed", "indirect"])
def test_every_kind_of_quotation_is_a_document_that_says_which_it_is(archive, kind):
    first, _ = archive
    first.quotations.update(kind=kind)
    documents = [document for document in documents_of([first.pk]) if document.has_quotation]
    assert {(document.unit, document.quoted) for document in documents} == {
        ("paragraphs", (kind,)),
        ("quotations", (kind,)),
    }


@pytest.mark.parametrize("standing", ["rejected", "gone", "withdrawn"])
def test_what_stands_no_more_is_no_document(archive, standing):
    first, _ = archive
    first.quotations.update(standing=standing)
    assert not any(document.has_quotation for document in documents_of([first.pk]))


def test_a_quotation_has_its_cue_and_what_the_article_calls_its_speaker(archive):
    first, second = archive
    kirby = Person.objects.get(name="Kirby")
    first.quotations.update(cue_words="Warned of")
    Role.objects.create(person=kirby, article=first, words="Pentagon spokesman")
    Role.objects.create(person=kirby, article=second, words="Admiral")
    for document in documents_of([first.pk]):
        held = (document.roles, document.cues, dict(document.spellings))
        spelled = {"pentagon spokesman": "Pentagon spokesman", "warned of": "Warned of"}
        assert held == ((("pentagon spokesman",), ("warned of",), spelled) if document.has_quotation else ((), (), {}))


@pytest.mark.parametrize(
    ("row", "certainty"),
    [
        ({"checked": True, "confidence": 0.1}, "checked"),
        ({"corrected": True, "confidence": 0.1}, "checked"),
        ({"confidence": 0.95}, "sure"),
        ({"confidence": 0.7}, "likely"),
        ({"confidence": 0.5}, "unsure"),
    ],
)
def test_a_quotation_has_its_certainty_and_what_is_unsure_has_candidates_alone(archive, row, certainty):
    first, _ = archive
    first.quotations.update(**row)
    kirby = Person.objects.get(name="Kirby").pk
    for document in (one for one in documents_of([first.pk]) if one.has_quotation):
        assert document.certainty == (certainty,)
        unsure = certainty == "unsure"
        assert (document.speakers, document.candidates) == (((), (kirby,)) if unsure else ((kirby,), ()))
        assert document.speaker_kinds == (() if unsure else ("person",))


def test_a_quotation_that_runs_on_marks_all_its_paragraphs(archive):
    first, _ = archive
    paragraph = first.paragraphs.get(number=2)
    QuotationSpan.objects.create(quotation=first.quotations.get(), ordinal=1, paragraph=paragraph, start=0, end=5)
    documents = documents_of([first.pk])
    assert [document.has_quotation for document in documents if document.paragraph == paragraph.pk] == [True]
    assert len([document for document in documents if document.unit == "quotations"]) == 1


def test_a_copy_knows_its_story(archive, add_article):
    first, second = archive
    StoryMember.objects.create(article=first, story=first, version=1)
    StoryMember.objects.create(article=second, story=first, version=1)
    third = add_article("Never compared", "text")
    documents = documents_of([first.pk, second.pk, third.pk])
    assert {document.unit for document in documents} == {"paragraphs", "quotations"}
    assert {document.article: document.story for document in documents} == {
        first.pk: first.pk,
        second.pk: first.pk,
        third.pk: third.pk,
    }


def test_reading_takes_the_same_queries_for_one_article_or_many(archive, add_article, django_assert_num_queries):
    articles = [add_article(f"Article {number}", "text").pk for number in range(5)]
    with django_assert_num_queries(10):
        documents_of([archive[0].pk])
    with django_assert_num_queries(10):
        documents_of([archive[0].pk, archive[1].pk, *articles])


def test_the_archive_comes_in_bounded_batches(archive, add_article):
    third = add_article("Third", "text")
    found = [sorted(batch.articles) for batch in batches(9, "", articles_per_batch=2)]
    assert found == [[archive[0].pk, archive[1].pk], [third.pk]]
