"""The database under the pages: the rows of the same articles, laid in bulk under the ids that the index has.

Nothing is imported or extracted, so a database of a million paragraphs is there in minutes. Rows: articles,
paragraphs, quotations with their places and speakers, people with their spellings, countries, publishers. Mentions are
left out: no page of search reads them.
"""

import os
import sqlite3
import warnings
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from tests.benchmarks.search.corpus import CODES, PEOPLE, Piece, pieces

AT_ONCE = 1_000  # articles
GIVEN = ("Ana", "Bram", "Chidi", "Dalia", "Emre", "Farah", "Goran", "Hana", "Ilan", "Jorun", "Kofi", "Lena", "Mikael")
SYLLABLES = ("ba", "den", "fo", "gar", "hol", "jin", "kov", "lam", "mor", "nik", "pel", "ros", "sul", "tam", "ver")


def set_up(folder: Path, engine: str) -> None:
    """Be Django on the archive of a folder."""
    os.environ.update(settings_of(folder, engine))
    warnings.filterwarnings("ignore", "No directory at")  # whitenoise: no static files are collected here
    import django
    from django.conf import settings

    settings.DEBUG = False  # read after the storage of static files was chosen, which wants them collected otherwise
    django.setup()


def settings_of(folder: Path, engine: str) -> dict[str, str]:
    """Return the environment of a process on the archive of a folder."""
    return {
        "DEBUG": "1",
        "SECRET_KEY": "a key for benchmarks",
        "ALLOWED_HOSTS": "testserver",
        "LIMITS": "0",
        "VAR_DIR": str(folder),
        "DATABASE_URL": f"sqlite:///{folder / 'archive.sqlite3'}",
        "SEARCH_ENGINE": engine,
        "SEARCH_INDEX_DIR": str(folder / engine),
        "DJANGO_SETTINGS_MODULE": "newsroom.settings",
    }


def bring_up(folder: Path) -> None:
    """Bring the tables of a folder's database to what the program expects, whether they are there or not."""
    set_up(folder, "whoosh")
    from django.core.management import call_command

    call_command("migrate", verbosity=0)


def lay(folder: Path, paragraphs: int) -> int:
    """Make the database of a folder and return how many paragraphs it has."""
    bring_up(folder)
    from django.db import connection

    from articles.models import Paragraph

    with connection.cursor() as cursor:
        cursor.execute("PRAGMA synchronous=OFF")
    _lay_names(pieces(paragraphs))
    found = pieces(paragraphs)
    while some := list(islice(found, AT_ONCE)):
        _lay_some(some)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return Paragraph.objects.count()


def person_name(number: int) -> str:
    """Return the invented name of a person."""
    first, second, third = number % 15, number // 15 % 15, number // 225
    surname = (
        SYLLABLES[first] + SYLLABLES[second] + SYLLABLES[third % 15] + (SYLLABLES[third // 15] if third >= 15 else "")
    )
    return f"{GIVEN[number % len(GIVEN)]} {surname.title()}"


def _lay_names(found: Iterable[Piece]) -> None:
    from articles.models import Alias, Country, Person, Publisher, PublisherAlias, Section
    from articles.names.identity import name_identity
    from articles.names.normalise import normalise

    names = {number: person_name(number) for number in range(1, PEOPLE + 1)}
    Person.objects.bulk_create(
        Person(pk=pk, name=name, identity=f"{normalise(name)}@{pk}") for pk, name in names.items()
    )
    Alias.objects.bulk_create(Alias(person_id=pk, name=name, folded=normalise(name)) for pk, name in names.items())
    Country.objects.bulk_create(Country(code=code, name=f"Country {code}") for code in CODES)
    houses: dict[int, str] = {}
    sections: dict[int | None, str] = {}
    for piece in found:
        houses[piece.publisher] = piece.house or f"House {piece.publisher}"
        sections[piece.documents[0].section] = piece.section
    sections.pop(None, None)
    Publisher.objects.bulk_create(
        Publisher(pk=pk, name=name, identity=name_identity(name), slug=f"house-{pk}") for pk, name in houses.items()
    )
    PublisherAlias.objects.bulk_create(PublisherAlias(publisher_id=pk, name=name) for pk, name in houses.items())
    Section.objects.bulk_create(Section(pk=pk, name=name, identity=f"section {pk}") for pk, name in sections.items())


def _lay_some(some: list[Piece]) -> None:
    from articles import models

    models.Article.objects.bulk_create(_article(piece) for piece in some)
    rows = [row for piece in some for row in _rows(piece)]
    tables: tuple[Any, ...] = (models.Paragraph, models.Quotation, models.QuotationSpan, models.Speaker)
    for model in tables:
        model.objects.bulk_create(row for row in rows if isinstance(row, model))


def _article(piece: Piece) -> Any:
    from articles.models import Article

    return Article(
        pk=piece.id,
        source_id=f"benchmark:{piece.id}",
        content_hash=f"{piece.id}",
        title=piece.title,
        byline=piece.byline,
        section_id=piece.documents[0].section,
        publisher_id=piece.publisher,
        published=piece.published,
        published_from=piece.documents[0].published,
        revision=1,
    )


def _rows(piece: Piece) -> Iterator[Any]:
    from articles.models import Paragraph, Quotation, QuotationSpan, Speaker

    position, texts = -1, {}
    for one in piece.documents:
        if one.unit == "paragraphs":
            position, texts[one.id] = position + 1, one.text
            number = None if one.kind == "title" else position
            yield Paragraph(
                pk=one.id, article_id=one.article, number=number, position=position, kind=one.kind, text=one.text,
                fingerprint=f"{one.id}",
            )  # fmt: skip
            continue
        start = texts[one.paragraph].index(one.text)
        yield Quotation(
            pk=one.id, article_id=one.article, ordinal=one.id % 100, kind="direct", text=one.text, confidence=1
        )
        yield QuotationSpan(
            quotation_id=one.id, ordinal=0, paragraph_id=one.paragraph, start=start, end=start + len(one.text)
        )
        for place, person in enumerate(speaker for speaker in one.speakers if isinstance(speaker, int)):
            name = person_name(person)
            yield Speaker(quotation_id=one.id, ordinal=place, kind="person", person_id=person, name=name)


def paragraph_texts(database: sqlite3.Connection, ids: list[int]) -> list[str]:
    """Return the texts of paragraphs."""
    places = ", ".join("?" * len(ids))
    rows = database.execute(f"SELECT text FROM articles_paragraph WHERE id IN ({places})", ids)  # noqa: S608
    return [text for (text,) in rows]
