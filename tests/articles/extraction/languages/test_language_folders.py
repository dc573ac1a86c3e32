"""The folders of languages are complete, and one that is not says in a sentence what it lacks."""

import pytest
from babel import Locale

from articles.extraction.gazetteer.country_forms import country_names
from articles.extraction.languages.conventions import convention_of
from articles.extraction.languages.folders import (
    OPTIONAL,
    PLAIN,
    IncompleteLanguageError,
    languages,
    refuse_an_incomplete,
    rows_of_language,
    rules_lists,
    words_of_language,
)
from articles.extraction.lexicons import DATA

OTHERS = [code for code in languages() if code != "en"]


@pytest.fixture
def folder(tmp_path):
    """Return a folder of a language with these files."""

    def made(*names):
        for name in names:
            (tmp_path / name).write_text("", encoding="utf-8")
        return tmp_path

    return made


def test_a_folder_with_the_plain_lists_is_complete(folder):
    refuse_an_incomplete(folder(*PLAIN))  # would raise, as the next tests show


@pytest.mark.parametrize("missing", PLAIN)
def test_one_sentence_says_which_list_is_missing_and_what_it_holds(folder, missing):
    with pytest.raises(IncompleteLanguageError, match=f"lacks {missing}: {PLAIN[missing]}"):
        refuse_an_incomplete(folder(*(PLAIN.keys() - {missing})))


def test_one_list_of_the_rules_asks_for_all(folder):
    with pytest.raises(IncompleteLanguageError, match=r"lacks abbreviations\.txt"):
        refuse_an_incomplete(folder(*PLAIN, "cues.tsv"))


def test_every_list_of_a_folder_is_one_that_is_read():
    unread = {
        file.name
        for code in languages()
        for file in (DATA / code).iterdir()
        if file.name not in PLAIN | rules_lists() | OPTIONAL
    }
    assert unread == set()


@pytest.mark.parametrize("code", OTHERS)
def test_a_folder_is_of_a_known_language_and_holds_what_its_lists_promise(code):
    assert code in Locale("en").languages
    assert convention_of(code).closing
    assert len(words_of_language(code, "function_words.txt")) >= 10
    assert {row[0] for row in rows_of_language(code, "countries.tsv")} <= country_names().keys()
    assert {len(row) for name in ("countries.tsv", "endings.tsv") for row in rows_of_language(code, name)} <= {2}
    assert {len(mark) for row in rows_of_language(code, "marks.tsv") for mark in row} == {1}
