"""Catalogues of translations: brought up to date with what is marked, compiled, and what is wrong with them."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.conf import settings

from newsroom.translation.marked import marked_words

PLACEHOLDER = re.compile(r"%\(\w+\)s|%[sd]|\{\w*\}")
ELEMENT = re.compile(r"</?[a-z][^>]*>")
WIDTH = 120
HEADER = "# Words of the interface of Newsroom, under the licence of the program."
SINCE = datetime(2026, 11, 29, tzinfo=UTC)  # not the day of each run, so that equal words make an equal file


def path_of(language: str) -> Path:
    """Return where a language's catalogue is; compiled, it lies beside as .mo."""
    return Path(settings.LOCALE_PATHS[0]) / language / "LC_MESSAGES" / "django.po"


def languages() -> list[str]:
    """Return the languages that have a catalogue."""
    return sorted(path.parent.parent.name for path in Path(settings.LOCALE_PATHS[0]).glob("*/LC_MESSAGES/django.po"))


def read(language: str) -> Catalog:
    """Return a language's catalogue; an empty one where there is none."""
    path = path_of(language)
    if not path.exists():
        return Catalog(language, charset="utf-8")
    with path.open("rb") as file:
        return read_po(file, locale=language)


def up_to_date(language: str) -> Catalog:
    """Return a catalogue with all that is marked, in its order, and nothing else; what is new has no translation."""
    old = read(language)
    new = Catalog(
        language, header_comment=HEADER, creation_date=SINCE, revision_date=SINCE, charset="utf-8", fuzzy=False
    )
    for one in marked_words():
        known = old.get(one.key, one.context or None)
        new.add(
            one.key,
            known.string if known else None,
            locations=[(one.where, None)],  # type: ignore[list-item]  # Babel leaves out a number that is None
            context=one.context or None,
        )
    return new


def write(language: str, catalogue: Catalog) -> None:
    """Write a catalogue, as text and compiled."""
    path = path_of(language)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(file, catalogue, width=WIDTH, omit_header=False, include_lineno=False)
    with path.with_suffix(".mo").open("wb") as file:
        write_mo(file, catalogue)


def untranslated(catalogue: Catalog) -> Iterator[str]:
    """Yield the words that a catalogue leaves in English."""
    for message in _messages(catalogue):
        if not all(_forms(message.string)):
            yield str(message.id)


def contradictions(catalogue: Catalog) -> Iterator[str]:
    """Yield the translations that have other placeholders or elements than the words they translate."""
    for message in _messages(catalogue):
        allowed = [_parts(words) for words in _forms(message.id)]
        for translation in filter(None, _forms(message.string)):
            if _parts(translation) not in allowed:
                yield f"{message.id} → {translation}"


def _messages(catalogue: Catalog) -> Iterator[Message]:
    return (message for message in catalogue if message.id)


def _forms(words: object) -> tuple[str, ...]:
    return tuple(words) if isinstance(words, (list, tuple)) else (str(words or ""),)


def _parts(words: str) -> list[str]:
    return sorted([*PLACEHOLDER.findall(words), *ELEMENT.findall(words)])
