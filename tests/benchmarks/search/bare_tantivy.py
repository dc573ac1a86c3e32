"""Bare tantivy with the same facets: its own English stemmer, query parser, aggregations and snippets.

Prefixes and fuzzy words match its stems, the only terms it has. Chosen values narrow what is found and every facet
alike, in one pass.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import tantivy

from search.engines.port import WITH_QUOTES, WITHOUT_QUOTES, Document, Filters
from search.language.ast import And, Fuzzy, Or, Phrase, Prefix, Query, Word
from tests.benchmarks.search.contender import TOP, VALUES
from tests.benchmarks.search.corpus import Piece
from tests.benchmarks.search.queries import Question

NUMBERS = ("people", "speakers", "publishers", "years")
NAMES = ("countries", "quotes", "kinds", "months")
ALL_VALUES = 1_000  # of time, which a chart shows whole
COUNTS = {
    name: {"terms": {"field": name, "size": ALL_VALUES if name in ("years", "months") else VALUES}}
    for name in (*NUMBERS, *NAMES)
}


def _schema() -> tantivy.Schema:
    schema = tantivy.SchemaBuilder()
    schema.add_text_field("text", stored=True, tokenizer_name="en_stem")
    schema.add_unsigned_field("id", stored=True, indexed=True, fast=True)
    schema.add_unsigned_field("article", stored=True, indexed=True, fast=True)
    for name in NUMBERS:
        schema.add_unsigned_field(name, indexed=True, fast=True)
    for name in NAMES:
        schema.add_text_field(name, fast=True, tokenizer_name="raw", index_option="basic")
    return schema.build()


class BareTantivy:
    """Two indexes, of paragraphs and of quotations."""

    lacks: frozenset[str] = frozenset()

    def __init__(self, folder: Path) -> None:
        self.folder, self.schema = folder, _schema()
        self.opened: tuple[tantivy.Index, tantivy.Searcher] | None = None

    def build(self, pieces: Iterator[Piece]) -> None:
        writers = {}
        for unit in ("paragraphs", "quotations"):
            (self.folder / unit).mkdir(parents=True)
            writers[unit] = tantivy.Index(self.schema, str(self.folder / unit)).writer()
        for piece in pieces:
            for document in piece.documents:
                writers[document.unit].add_document(tantivy.Document.from_dict(_result(document), self.schema))
        for writer in writers.values():
            writer.commit()
            writer.wait_merging_threads()

    def _searcher(self) -> Any:
        if self.opened is None:
            index = tantivy.Index.open(str(self.folder / "paragraphs"))
            self.opened = index, index.searcher()
        return self.opened

    def ask(self, question: Question) -> int:
        _, searcher = self._searcher()
        words = self._query(question.query)
        query = self._narrowed(words, question.filters)
        found = searcher.search(query, TOP)
        searcher.aggregate(query, COUNTS)
        snippets = tantivy.SnippetGenerator.create(searcher, words, self.schema, "text")
        for _, address in found.hits:
            snippets.snippet_from_doc(searcher.doc(address)).to_html()
        return found.count

    def best_articles(self, query: Query, without: Filters) -> list[int]:
        _, searcher = self._searcher()
        found = searcher.search(self._narrowed(self._query(query), without), 100, count=False)
        addresses = [address for _, address in found.hits]
        return list(dict.fromkeys(searcher.fast_field_values("article", addresses)))[:TOP]

    def _narrowed(self, query: tantivy.Query, filters: Filters) -> tantivy.Query:
        parts = [(tantivy.Occur.Must, query)]
        for occur, chosen in ((tantivy.Occur.Must, filters.choices), (tantivy.Occur.MustNot, filters.excluded)):
            for facet, values in chosen.items():
                one_of = tantivy.Query.term_set_query(self.schema, facet, sorted(values))
                parts.append((occur, tantivy.Query.const_score_query(one_of, 0.0)))
        return tantivy.Query.boolean_query(parts) if len(parts) > 1 else query

    def _query(self, query: Query) -> tantivy.Query:
        index, _ = self._searcher()
        match query:
            case Word(text) | Phrase(text):
                return index.parse_query(f'"{text}"', ["text"])
            case Prefix(text):
                return tantivy.Query.regex_query(self.schema, "text", f"{text}.*")
            case Fuzzy(text):
                return tantivy.Query.fuzzy_term_query(self.schema, "text", text)
            case And(parts) | Or(parts):
                occur = tantivy.Occur.Must if isinstance(query, And) else tantivy.Occur.Should
                return tantivy.Query.boolean_query([(occur, self._query(part)) for part in parts])
        raise ValueError(f"tantivy has no way to ask for {query}")


def _result(document: Document) -> dict[str, Any]:
    result = {
        "text": document.text, "id": document.id, "article": document.article, "people": list(document.people),
        "speakers": list(document.speakers), "countries": list(document.countries), "kinds": [document.kind],
        "quotes": [WITH_QUOTES if document.has_quotation else WITHOUT_QUOTES], "publishers": [document.publisher],
    }  # fmt: skip
    day = document.day
    return result | ({"years": [day.year], "months": [f"{day:%Y-%m}"]} if day else {})
