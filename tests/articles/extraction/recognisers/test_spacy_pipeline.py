"""A spaCy pipeline as the recogniser: a tiny one, made here."""

import sys
from typing import Any

import pytest

from articles.extraction import EXTRACTOR_VERSION, extract
from articles.extraction.findings import Passage
from articles.extraction.recognisers import RecogniserError, recogniser_named

pytestmark = pytest.mark.slow(reason="spaCy takes a second to load")


@pytest.fixture
def pipeline(tmp_path):
    spacy = pytest.importorskip("spacy")
    made = spacy.blank("en")
    made.meta["name"], made.meta["version"] = "tiny", "1.0"
    ruler = made.add_pipe("entity_ruler")
    ruler.add_patterns(
        [
            {"label": "PERSON", "pattern": "Zorba Quint"},
            {"label": "PERSON", "pattern": "Quint"},
            {"label": "GPE", "pattern": "Rome"},
        ]
    )
    made.to_disk(tmp_path / "tiny")
    return f"spacy:{tmp_path / 'tiny'}"


def test_its_people_become_the_cast(pipeline):
    passages = [Passage("In Rome Mr. Zorba Quint spoke."), Passage("Quint’s boat sank.")]
    findings = extract(passages, recogniser_named(pipeline))
    (person,) = findings.people
    assert person.name == "Zorba Quint"
    assert [span.of(passages) for span in person.mentions] == ["Zorba Quint", "Quint"]


def test_the_version_names_the_pipeline(pipeline):
    assert extract([Passage("Rome.")], recogniser_named(pipeline)).version == f"{EXTRACTOR_VERSION}+spacy:en_tiny-1.0"


def test_a_text_longer_than_the_pipeline_takes_is_read_as_far_as_it_goes(pipeline):
    recogniser: Any = recogniser_named(pipeline)
    recogniser._pipeline.max_length = 20
    assert [person.name for person in extract([Passage("Zorba Quint spoke. " * 5)], recogniser).people] == [
        "Zorba Quint"
    ]


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("spacy:no_such_pipeline", "there is none of that name or folder"),
        ("spacy:", "is no recogniser"),
        ("guess", "is no recogniser"),
    ],
)
def test_a_recogniser_that_cannot_be_had_is_said_in_a_sentence(name, sentence):
    with pytest.raises(RecogniserError, match=sentence):
        recogniser_named(name)


def test_without_spacy_the_sentence_says_so(monkeypatch):
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(RecogniserError, match="spaCy is not installed"):
        recogniser_named("spacy:any")


def test_the_builtin_one_is_made_once():
    assert recogniser_named() is recogniser_named("builtin")
