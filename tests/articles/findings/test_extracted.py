"""Findings are made outside the write lock, and made again where the text changed until they were to be stored."""

import pytest
from django.db import connection

from articles.content.paragraph_rows import stored_paragraphs
from articles.editing import corrections
from articles.editing.corrections import Edit, correct_value
from articles.extraction import extract
from articles.extraction.findings import Passage
from articles.findings import extracted, reextraction, store
from articles.findings.extracted import StaleFindingsError, again_where_stale, extract_from, with_heading
from articles.findings.reextraction import reextract
from articles.importing import importer
from articles.importing.importer import Outcome, import_article
from articles.models import Article, Change, Mention
from articles.paragraph_kinds import PassageKind
from tests.articles.conftest import TEXT

TITLE, STANDFIRST, BODY = PassageKind.TITLE, PassageKind.STANDFIRST, PassageKind.BODY
NEW_TITLE = "Ines Duarte opens a harbour"


@pytest.fixture
def meanwhile(monkeypatch):
    """Have something happen once, after the next extraction that a module asks for: `meanwhile(module, do)`."""

    def arrange(module, do) -> list[int]:
        happenings, extractions = [do], []

        def extract_then(passages, *known):
            found = extract_from(passages, *known)
            extractions.append(len(found.passages))
            if happenings:
                happenings.pop()()
            return found

        monkeypatch.setattr(module, "extract_from", extract_then)
        return extractions

    return arrange


@pytest.mark.django_db(transaction=True)
def test_nobody_waits_for_an_extraction(source, editor, monkeypatch):
    def extract_outside(passages, recogniser, **known):
        assert not connection.in_atomic_block
        return extract(passages, recogniser)

    monkeypatch.setattr(extracted, "extract", extract_outside)
    article = import_article(source()).article
    import_article(source(texts=TEXT[:2]))
    correct_value(article.pk, "title", Edit(NEW_TITLE, "better", editor, 2))
    reextract(article.pk)
    assert Change.objects.count() == 3


@pytest.mark.django_db
def test_a_title_corrected_while_an_import_extracts_stays_and_is_extracted_from(source, editor, meanwhile):
    article = import_article(source()).article
    edit = Edit(NEW_TITLE, "better", editor, 1)
    extractions = meanwhile(importer, lambda: correct_value(article.pk, "title", edit))
    updated = import_article(source(title="Another title", texts=TEXT[:2])).article
    assert updated.title == NEW_TITLE
    assert Mention.objects.filter(person__name="Ines Duarte", paragraph__kind="title").exists()
    assert len(extractions) == 2


@pytest.mark.django_db
def test_an_article_that_somebody_imported_meanwhile_is_left_as_it_is(source, meanwhile):
    meanwhile(importer, lambda: import_article(source()))
    assert import_article(source()).outcome == Outcome.UNCHANGED
    assert Change.objects.count() == 1


@pytest.mark.django_db
def test_a_text_imported_while_a_title_is_corrected_is_extracted_from(article, source, editor, meanwhile):
    text = "“Welcome,” said the mayor, Ines Duarte."
    meanwhile(corrections, lambda: import_article(source(texts=[text])))
    correct_value(article.pk, "title", Edit(NEW_TITLE, "better", editor, 1))
    assert Article.objects.get().quotations.said().get().text == "Welcome,"


@pytest.mark.django_db
def test_a_text_imported_while_it_is_extracted_again_is_extracted_from(article, source, meanwhile):
    meanwhile(reextraction, lambda: import_article(source(texts=["“Welcome,” said the mayor, Ines Duarte."])))
    reextract(article.pk)
    assert Article.objects.get().quotations.said().get().text == "Welcome,"


@pytest.mark.django_db
def test_findings_of_another_text_are_refused(article):
    with pytest.raises(StaleFindingsError):
        store.enrich(article, stored_paragraphs(article), None, extract_from([Passage("Another text.", BODY)], ""))


def test_what_never_comes_to_rest_ends_with_an_error():
    tries = []

    @again_where_stale
    def never():
        tries.append(1)
        raise StaleFindingsError

    with pytest.raises(StaleFindingsError):
        never()
    assert len(tries) == extracted.TIMES


@pytest.mark.parametrize(
    ("before", "kind", "text", "after"),
    [
        ([(BODY, "b")], TITLE, "t", [(TITLE, "t"), (BODY, "b")]),
        ([(TITLE, "t"), (BODY, "b")], TITLE, "", [(BODY, "b")]),
        ([(TITLE, "t"), (BODY, "b")], STANDFIRST, "s", [(TITLE, "t"), (STANDFIRST, "s"), (BODY, "b")]),
        ([(STANDFIRST, "s"), (BODY, "b")], TITLE, "t", [(TITLE, "t"), (STANDFIRST, "s"), (BODY, "b")]),
        ([(TITLE, "t"), (BODY, "b")], TITLE, "u", [(TITLE, "u"), (BODY, "b")]),
    ],
)
def test_a_heading_stands_where_it_belongs(before, kind, text, after):
    passages = with_heading([Passage(text, kind) for kind, text in before], kind, text)
    assert [(passage.kind, passage.text) for passage in passages] == after
