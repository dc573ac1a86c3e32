"""The byline that the archive has of an article goes with its text to the extractor: it says who "I" is."""

import pytest

from articles.editing.corrections import Edit, correct_quotation, correct_value
from articles.editing.quotation_parts import SPEAKERS
from articles.extraction.processes import extract_all
from articles.findings import reextraction
from articles.findings.reextraction import outdate_all, outdated, reextract, reextract_all
from articles.importing.importer import import_article
from articles.models import Mention, Person, Speaker

FIRST_PERSON = {
    "title": "The last ferry",
    "texts": ["Ida Holm runs the ferries of the bay.", "“Will they ever sail again?” I asked her on the quay."],
}


def _said():
    return [(one.kind, str(one), one.words) for one in Speaker.objects.all()]


AUTHORS, NOBODYS = [("person", "Mara Lind", "I")], [("unnamed", "I", "I")]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("byline", "said"),
    [("Mara Lind", AUTHORS), ("By Mara Lind, Reuters", AUTHORS), ("Reuters", NOBODYS), ("", NOBODYS)],
)
def test_an_import_asks_the_source(source, byline, said):
    import_article(source(**FIRST_PERSON, byline=byline))
    assert _said() == said


@pytest.mark.django_db
def test_the_author_is_a_person_of_the_archive_whom_no_place_in_the_text_names(source):
    import_article(source(**FIRST_PERSON, byline="Mara Lind"))
    author = Person.objects.in_use().get(name="Mara Lind")
    assert not Mention.objects.filter(person=author).exists()
    assert author == Person.objects.get(identity=Person.identity_of("Mara Lind"))


@pytest.mark.django_db
def test_a_corrected_byline_has_the_article_extracted_anew(source, editor):
    article = import_article(source(**FIRST_PERSON, byline="Reuters")).article
    correct_value(article.pk, "byline", Edit("Mara Lind", "it is signed", editor, 1))
    assert _said() == AUTHORS


@pytest.mark.django_db
def test_a_byline_of_the_same_author_has_nothing_extracted(source, editor, monkeypatch):
    article = import_article(source(**FIRST_PERSON, byline="Mara Lind")).article
    asked = []
    monkeypatch.setattr("articles.editing.corrections.extract_from", lambda *args: asked.append(args))
    correct_value(article.pk, "byline", Edit("By Mara Lind, Reuters", "as printed", editor, 1))
    assert asked == []


@pytest.mark.django_db
def test_extracting_again_asks_for_the_byline_too(source, monkeypatch):
    article = import_article(source(**FIRST_PERSON, byline="Mara Lind")).article
    outdate_all()
    asked = []

    def read(tasks, processes):
        asked.extend(tasks)
        return extract_all(iter(asked), processes)

    monkeypatch.setattr(reextraction, "extract_all", read)
    list(reextract_all(outdated(), processes=1))
    reextract(article.pk)
    assert [task.byline for task in asked] == ["Mara Lind"]
    assert _said() == AUTHORS


@pytest.mark.django_db
def test_what_an_editor_said_of_the_speaker_stays(source, editor):
    article = import_article(source(**FIRST_PERSON, byline="Reuters")).article
    holm = {"kind": "organisation", "name": "Ida Holm Ferries"}
    correct_quotation(article.quotations.get().pk, SPEAKERS, Edit([holm], "it says so", editor, article.revision))
    article.refresh_from_db()
    correct_value(article.pk, "byline", Edit("Mara Lind", "it is signed", editor, article.revision))
    assert [str(one) for one in Speaker.objects.all()] == ["Ida Holm Ferries"]
