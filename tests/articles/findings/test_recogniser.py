"""The setting PEOPLE_RECOGNISER: who finds the people, and what is said where nobody can."""

from articles.extraction import EXTRACTOR_VERSION
from articles.findings.recogniser import check_recogniser, extractor_version, recogniser


def test_the_builtin_recogniser_is_the_default():
    assert recogniser().name == "builtin"
    assert extractor_version() == EXTRACTOR_VERSION
    assert check_recogniser() == []


def test_one_that_cannot_be_had_is_an_error_of_the_check(settings):
    settings.PEOPLE_RECOGNISER = "spacy:no_such_pipeline"
    (problem,) = check_recogniser()
    assert "no_such_pipeline" in problem.msg
