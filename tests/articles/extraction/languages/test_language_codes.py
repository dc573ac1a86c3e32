"""What a source says of an article's language, as a code."""

import pytest

from articles.extraction.languages.codes import known_code, language_name


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("de", "de"),
        ("DE", "de"),
        ("pt-BR", "pt"),
        ("zh-Hant-TW", "zh"),
        ("en_US.UTF-8", "en"),
        ("deu", "de"),
        ("ger", "de"),
        ("German", "de"),
        (" Japanese ", "ja"),
        ("nb-NO", "no"),
        ("iw", "he"),
        ("cmn", "zh"),
    ],
)
def test_a_tag_or_a_name_is_known(said, code):
    assert known_code(said) == code


@pytest.mark.parametrize("said", ["", "und", "mul", "zxx", "xx", "Klingonish", "1", "-", "\x00", "d" * 1000, "🇩🇪"])
def test_what_names_no_language_is_unknown(said):
    assert known_code(said) == ""


def test_a_language_is_called_by_its_english_name():
    assert (language_name("de"), language_name("")) == ("German", "an unknown language")
