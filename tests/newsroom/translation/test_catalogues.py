"""Catalogues of translations have all the words that are marked, and keep what is not words."""

from io import BytesIO

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from django.core.management import call_command
from django.template.loader import get_template

from newsroom.translation.catalogues import contradictions, languages, path_of, read, untranslated, up_to_date
from newsroom.translation.marked import marked_words
from tests.conftest import ROOT


def keys(catalogue: Catalog) -> set[tuple[object, object]]:
    return {(message.id, message.context) for message in catalogue if message.id}


def test_there_is_a_catalogue():
    assert "de" in languages()


def test_words_are_marked_in_templates_and_in_code():
    places = {one.where.partition("/")[0] for one in marked_words()}
    assert {"templates", "articles", "search"} <= places


@pytest.mark.parametrize("language", languages())
def test_a_catalogue_is_complete_and_has_nothing_else(language):
    assert keys(read(language)) == keys(up_to_date(language)), (
        "run manage.py translate_words, and translate what is new"
    )
    assert list(untranslated(read(language))) == []


@pytest.mark.parametrize("language", languages())
def test_placeholders_and_elements_are_those_of_the_words(language):
    assert list(contradictions(read(language))) == []


@pytest.mark.parametrize("language", languages())
def test_a_catalogue_is_compiled_as_it_is(language):
    compiled = BytesIO()
    write_mo(compiled, read(language))
    assert path_of(language).with_suffix(".mo").read_bytes() == compiled.getvalue()


@pytest.mark.parametrize(
    ("words", "translation"),
    [
        ("%(n)s minutes", "Minuten"),
        ("%(n)s minutes", "%(m)s Minuten"),
        ("<b>%(n)s</b> people", "%(n)s Personen"),
        ("People", "<script>Personen</script>"),
        (("%(n)s day", "%(n)s days"), ("%(n)s Tag", "Tage")),
    ],
)
def test_a_translation_with_other_parts_is_found(words, translation):
    catalogue = Catalog("de")
    catalogue.add(words, translation)
    assert len(list(contradictions(catalogue))) == 1


def test_what_is_not_translated_is_found():
    catalogue = Catalog("de")
    catalogue.add("People", "")
    catalogue.add(("day", "days"), ("Tag", ""))
    assert len(list(untranslated(catalogue))) == 2


def test_the_command_keeps_translations_and_takes_up_what_is_new(settings, tmp_path, capsys):
    settings.LOCALE_PATHS = [tmp_path]
    call_command("translate_words", "de")
    assert "not translated" in capsys.readouterr().out
    path = path_of("de")
    path.write_text(path.read_text().replace('msgid "Publishers"\nmsgstr ""', 'msgid "Publishers"\nmsgstr "Medien"'))
    call_command("translate_words")
    assert read("de").get("Publishers").string == "Medien"
    assert b"Medien" in path.with_suffix(".mo").read_bytes()


@pytest.mark.parametrize("path", sorted((ROOT / "templates").rglob("*.html")), ids=lambda path: path.name)
def test_a_template_loads_what_it_uses(path):
    assert get_template(path.relative_to(ROOT / "templates").as_posix())
