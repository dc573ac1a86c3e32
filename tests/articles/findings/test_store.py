"""Indirect quotations in the archive: stored as what they are, in the article's words, where they are sure enough."""

import pytest

from articles.extraction.findings import Passage
from articles.extraction.processes import ExtractionTask, extract_one
from articles.findings import extracted
from articles.importing.importer import import_article
from articles.paragraph_kinds import PassageKind

pytestmark = pytest.mark.django_db


def stored(source, *texts):
    article = import_article(source(texts=texts)).article
    return [(quotation.kind, quotation.text) for quotation in article.quotations.all()]


def test_reported_words_are_stored_as_indirect(source):
    text = "Maria Keller said that the bridge was safe. “We wait,” she said."
    assert stored(source, text) == [("indirect", "that the bridge was safe"), ("direct", "We wait,")]


def test_words_around_their_attribution_are_joined_by_dots(source):
    text = "The old bridge, Maria Keller said, will be closed."
    assert stored(source, text) == [("indirect", "The old bridge … will be closed")]


def test_unsure_ones_are_not_kept(source, monkeypatch):
    monkeypatch.setattr(extracted, "LEAST_INDIRECT", 0.99)
    assert stored(source, "Maria Keller said that the bridge was safe.") == []


def test_they_count_as_quotations_of_the_article(source):
    article = import_article(source(texts=["Maria Keller said that the bridge was safe."])).article
    assert article.quotation_count == 1


def test_an_unsure_one_does_not_make_another_extraction_of_the_same_look_new(source, monkeypatch):
    monkeypatch.setattr(extracted, "LEAST_INDIRECT", 0.99)
    article = import_article(source(texts=["Maria Keller said that the bridge was safe."])).article
    rows = article.paragraphs.order_by("position").values_list("text", "kind")
    passages = tuple(Passage(text, PassageKind(kind)) for text, kind in rows)
    assert extract_one(
        ExtractionTask(article.pk, article.revision, passages, bytes(article.findings_digest or b""))
    ).unchanged
