"""Languages and addresses as editors type them come in one form, or with a sentence on what is wrong."""

import pytest

from articles.content.layered_fields import normal_value

LONG = "https://example.org/" + "a" * 2048


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("", ""),
        (" EN ", "en"),
        ("pt-br", "pt-BR"),
        ("zh_hant_tw", "zh-Hant-TW"),
        ("es-419", "es-419"),
        ("sr-LATN", "sr-Latn"),
        ("e\u202en", "en"),  # signs that nobody sees are left out of whatever is typed
    ],
)
def test_a_language_has_one_form(typed, kept):
    assert normal_value("language", typed) == kept


@pytest.mark.parametrize("typed", ["English", "xx", "en-", "-", "en-XQ", "en en", "de-1996", "x-mine", "1", "en" * 99])
def test_what_is_no_language_is_said(typed):
    with pytest.raises(ValueError, match="is not the tag of a language"):
        normal_value("language", typed)


@pytest.mark.parametrize("typed", ["", "https://example.org/a?b=c#d", "http://[::1]/", "https://bücher.example/ä"])
def test_an_address_stays_as_it_is_typed(typed):
    assert normal_value("url", f" {typed} ") == typed


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("javascript:alert(1)", "is not the address of a page"),
        ("ftp://example.org/", "is not the address of a page"),
        ("example.org", "is not the address of a page"),
        ("https://", "is not the address of a page"),
        ("https://exa mple.org/", "is not the address of a page"),
        ("https://[::1", "is not the address of a page"),
        ("https://example.org@other.example/", "would mislead"),
        (LONG, "2,048 characters at the most; this one has 2,068"),
    ],
)
def test_what_is_no_address_is_said(typed, said):
    with pytest.raises(ValueError, match=said):
        normal_value("url", typed)
