"""Bare Whoosh with its own facets and filters, as its manual has them: `groupedby`, `filter` and `highlights`."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from whoosh import fields, index, query, sorting
from whoosh.analysis import StemmingAnalyzer

from search.engines.port import WITH_QUOTES, WITHOUT_QUOTES, Document, Facet, Filters
from search.language.ast import And, Fuzzy, Or, Phrase, Prefix, Query, Word
from tests.benchmarks.search.contender import TOP
from tests.benchmarks.search.corpus import Piece
from tests.benchmarks.search.queries import Question

STEMS = StemmingAnalyzer(stoplist=None)
LISTS = ("people", "speakers", "countries")
SINGLE = ("publishers", "quotes", "kinds", "years", "months")
MEGABYTES = 256  # for postings while it writes, by its own reckoning


def _schema() -> fields.Schema:
    schema = fields.Schema(
        id=fields.STORED(), article=fields.STORED(), text=fields.TEXT(analyzer=STEMS, stored=True, phrase=True)
    )
    for name in LISTS:
        schema.add(name, fields.KEYWORD())
    for name in SINGLE:
        schema.add(name, fields.ID(sortable=True))
    return schema


class BareWhoosh:
    """Two indexes, of paragraphs and of quotations."""

    lacks: frozenset[str] = frozenset()

    def __init__(self, folder: Path) -> None:
        self.folder, self.opened = folder, None

    def build(self, pieces: Iterator[Piece]) -> None:
        writers = {}
        for unit in ("paragraphs", "quotations"):
            (self.folder / unit).mkdir(parents=True)
            writers[unit] = index.create_in(str(self.folder / unit), _schema()).writer(limitmb=MEGABYTES)
        for piece in pieces:
            for document in piece.documents:
                writers[document.unit].add_document(**_result(document))
        for writer in writers.values():
            writer.commit()

    def _searcher(self) -> Any:
        if self.opened is None:
            self.opened = index.open_dir(str(self.folder / "paragraphs")).searcher()
        return self.opened

    def ask(self, question: Question) -> int:
        facets = {name: sorting.FieldFacet(name, allow_overlap=name in LISTS) for name in (*LISTS, *SINGLE)}
        results = self._searcher().search(
            made(question.query), limit=TOP, groupedby=facets, maptype=sorting.Count,
            filter=_one_of(question.filters.choices), mask=_one_of(question.filters.excluded),
        )  # fmt: skip
        for hit in results:
            hit.highlights("text")
        for name in facets:
            results.groups(name)
        return len(results)

    def best_articles(self, asked: Query, without: Filters) -> list[int]:
        results = self._searcher().search(made(asked), limit=100, mask=_one_of(without.excluded))
        return list(dict.fromkeys(hit["article"] for hit in results))[:TOP]


def made(asked: Query) -> query.Query:
    """Make Whoosh's own query."""
    match asked:
        case Word(text):
            return query.Term("text", next(STEMS(text)).text)
        case Phrase(text):
            return query.Phrase("text", [token.text for token in STEMS(text)])
        case Prefix(text):
            return query.Prefix("text", text)
        case Fuzzy(text):
            return query.FuzzyTerm("text", text, maxdist=1, prefixlength=0)
        case And(parts):
            return query.And(list(map(made, parts)))
        case Or(parts):
            return query.Or(list(map(made, parts)))
    raise ValueError(f"Whoosh has no way to ask for {asked}")


def _one_of(chosen: Mapping[Facet, Any]) -> query.Query | None:
    """Any of the values in each facet; for a mask, where there is one facet at the most, that is none of them."""
    parts = [
        query.Or([query.Term(facet, str(value)) for value in sorted(values, key=str)])
        for facet, values in chosen.items()
    ]
    return query.And(parts) if parts else None


def _result(document: Document) -> dict[str, Any]:
    result: dict[str, Any] = {name: " ".join(map(str, getattr(document, name))) for name in LISTS}
    result |= {"id": document.id, "article": document.article, "text": document.text}
    result |= {"publishers": str(document.publisher), "kinds": document.kind}
    result["quotes"] = WITH_QUOTES if document.has_quotation else WITHOUT_QUOTES
    if document.day:
        result |= {"years": str(document.day.year), "months": f"{document.day:%Y-%m}"}
    return result
