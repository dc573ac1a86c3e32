"""SQLite FTS5 with the same facets: one pass for what matches, then GROUP BY over tables with an index each.

Words are stemmed by its Porter tokenizer. It has no fuzzy search. Chosen values narrow what is found and every facet
alike: that a facet leaves its own choice out would take it further passes, and is not asked of it.
"""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from search.engines.port import WITH_QUOTES, WITHOUT_QUOTES, Document, Filters
from search.language.ast import And, Or, Phrase, Prefix, Query, Word
from tests.benchmarks.search.contender import TOP, VALUES
from tests.benchmarks.search.corpus import Piece
from tests.benchmarks.search.queries import Question

LISTS = ("people", "speakers", "countries")
SINGLE = {"publishers": "publisher", "quotes": "quotes", "kinds": "kind", "years": "year", "months": "month"}
TABLES = (
    "PRAGMA synchronous=OFF",
    "CREATE VIRTUAL TABLE texts USING fts5(text, tokenize='porter unicode61 remove_diacritics 2')",
    "CREATE VIRTUAL TABLE quotations USING fts5(text, tokenize='porter unicode61 remove_diacritics 2')",
    "CREATE TABLE facts(id INTEGER PRIMARY KEY, article, publisher, quotes, kind, year, month)",
    *(f"CREATE TABLE {name}(id INTEGER, value, PRIMARY KEY (id, value)) WITHOUT ROWID" for name in LISTS),
)


class Fts5:
    """One database file."""

    lacks = frozenset(["fuzzy"])

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.database = sqlite3.connect(folder / "fts5.sqlite3")

    def build(self, pieces: Iterator[Piece]) -> None:
        with self.database:
            for statement in TABLES:
                self.database.execute(statement)
            for piece in pieces:
                for document in piece.documents:
                    self._add(document)
        self.database.execute("INSERT INTO texts(texts) VALUES ('optimize')")
        self.database.commit()

    def _add(self, document: Document) -> None:
        run = self.database.execute
        table = "texts" if document.unit == "paragraphs" else "quotations"
        run(f"INSERT INTO {table}(rowid, text) VALUES (?, ?)", (document.id, document.text))  # noqa: S608
        if document.unit == "paragraphs":
            quotes, day = WITH_QUOTES if document.has_quotation else WITHOUT_QUOTES, document.day
            time = (day.year, f"{day:%Y-%m}") if day else (None, None)
            result = (document.id, document.article, document.publisher, quotes, document.kind, *time)
            run("INSERT INTO facts VALUES (?, ?, ?, ?, ?, ?, ?)", result)
            for name in LISTS:
                for value in getattr(document, name):
                    run(f"INSERT INTO {name} VALUES (?, ?)", (document.id, value))  # noqa: S608

    def ask(self, question: Question) -> int:
        match, run = written(question.query), self.database.execute
        narrow = " AND ".join([*_narrowing(question.filters), "TRUE"])
        run("DROP TABLE IF EXISTS temp.found")
        run(
            "CREATE TEMP TABLE found AS SELECT facts.*, bm25(texts) AS score"  # noqa: S608
            f" FROM texts JOIN facts ON facts.id = texts.rowid WHERE texts MATCH ? AND {narrow}",
            [match],
        )
        best = [str(key) for (key,) in run(f"SELECT id FROM found ORDER BY score LIMIT {TOP}")]  # noqa: S608
        run(
            "SELECT highlight(texts, 0, '<', '>') FROM texts"  # noqa: S608
            f" WHERE texts MATCH ? AND rowid IN ({', '.join(best)})",
            [match],
        ).fetchall()
        for name in LISTS:
            run(
                f"SELECT value, count(*) FROM found JOIN {name} USING (id)"  # noqa: S608
                f" GROUP BY value ORDER BY 2 DESC LIMIT {VALUES}"
            ).fetchall()
        for column in SINGLE.values():
            run(f"SELECT {column}, count(*) FROM found GROUP BY {column} ORDER BY 2 DESC").fetchall()  # noqa: S608
        return run("SELECT count(*), count(DISTINCT article) FROM found").fetchone()[0]

    def best_articles(self, query: Query, without: Filters) -> list[int]:
        found = self.database.execute(
            "SELECT article FROM texts JOIN facts ON facts.id = texts.rowid"
            " WHERE texts MATCH ? AND kind <> 'title' ORDER BY rank LIMIT 100",
            [written(query)],
        )
        return list(dict.fromkeys(article for (article,) in found))[:TOP]


def written(query: Query) -> str:
    """Write a query in FTS5's own language."""
    match query:
        case Word(text) | Phrase(text):
            return f'"{text}"'
        case Prefix(text):
            return f'"{text}"*'
        case And(parts) | Or(parts):
            between = " AND " if isinstance(query, And) else " OR "
            return "(" + between.join(map(written, parts)) + ")"
    raise ValueError(f"FTS5 has no way to ask for {query}")


def _narrowing(filters: Filters) -> Iterator[str]:
    for sign, chosen in (("", filters.choices), ("NOT ", filters.excluded)):
        for facet, values in chosen.items():
            listed = ", ".join(repr(value) for value in sorted(values, key=str))
            if facet in SINGLE:
                yield f"{sign}{SINGLE[facet]} IN ({listed})"
            else:
                yield f"{sign}facts.id IN (SELECT id FROM {facet} WHERE value IN ({listed}))"  # noqa: S608
