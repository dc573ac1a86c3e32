"""Measures the Whoosh engine against bare Whoosh on the same real paragraphs: run it by hand.

    .venv/bin/python -m tests.benchmarks.measure_search [--articles 2000]

Both indexes are built from shared/data/articles beside the project. "Bare" is Whoosh as its manual has it: a TEXT field
with stems and no stop words, a query of its own classes, all matching documents scored, no facets, no filters. The
engine answers with totals, groups and all facets. Times are CPU time of one thread: the first asking (posting lists
come from disk) and the median of the next ones; the ratio is bare to the engine's median.
"""

import argparse
import gzip
import json
import random
import re
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

from whoosh import fields, index, query
from whoosh.analysis import StemmingAnalyzer

from search.engines.port import Batch, Document, EngineRequest, Filters
from search.engines.whoosh_engine.engine import WhooshEngine
from search.language.reading import read

ARTICLES = Path(__file__).resolve().parents[3] / "shared" / "data" / "articles" / "articles.jsonl.gz"
QUOTED = re.compile("“([^”]{20,})”")
REPEATS = 7
TERM = StemmingAnalyzer(stoplist=None)

QUERIES: dict[str, Callable[[], query.Query]] = {
    "rahami": lambda: words("rahami"),
    "china": lambda: words("china"),
    "the": lambda: words("the"),
    "government economy": lambda: query.And([words("government"), words("economy")]),
    "the of and to": lambda: query.And([words(word) for word in ("the", "of", "and", "to")]),
    "tax OR health OR trump": lambda: query.Or([words(word) for word in ("tax", "health", "trump")]),
    '"climate change"': lambda: query.Phrase("text", ["climat", "chang"]),
    '"of the"': lambda: query.Phrase("text", ["of", "the"]),
    "con*": lambda: query.Prefix("text", "con"),
}


def words(text: str) -> query.Query:
    """Whoosh's own query for a word."""
    return query.Term("text", next(TERM(text)).text)


def documents(articles: int) -> Iterator[list[Document]]:
    """Yield the documents of one article after the other; people and countries are drawn by lot."""
    lots, houses, number = random.Random(1), {}, 0  # noqa: S311  drawn alike each time
    with gzip.open(ARTICLES, "rt", encoding="utf-8") as lines:
        for article, line in enumerate(islice(lines, articles), 1):
            told = json.loads(line)
            house = houses.setdefault(told["source"], len(houses) + 1)
            found = []
            for part, text in [("title", told["title"] or "…"), *(("body", text) for text in told["paragraphs"])]:
                number += 1
                found += paragraph_documents(article, number, part, text, house, moment(told["published"]), lots)
            yield found


def paragraph_documents(article, number, part, text, house, published, lots) -> list[Document]:
    """One paragraph's document, and those of its quotations."""
    said = QUOTED.findall(text)
    common = {
        "article": article, "revision": 1, "paragraph": number, "part": part, "publisher": house,
        "published": published, "has_quotation": bool(said),
        "people": tuple({lots.randrange(1, 20_000) for _ in range(lots.randrange(4))}),
        "countries": tuple({lots.choice(("US", "CN", "RU", "UA", "GB")) for _ in range(lots.randrange(3))}),
        "speakers": (lots.randrange(1, 20_000),) if said else (),
    }  # fmt: skip
    quotations = [
        Document(unit="quotations", id=number * 100 + place, text=words, **common)
        for place, words in enumerate(said[:99])
    ]
    return [Document(unit="paragraphs", id=number, text=text, **common), *quotations]


def moment(published: str | None) -> datetime | None:
    """Read the day of a date, if it is one."""
    try:
        return datetime.fromisoformat((published or "")[:10]).replace(tzinfo=UTC)
    except ValueError:
        return None


def build_engine(path: Path, articles: int) -> WhooshEngine:
    engine = WhooshEngine(path)
    engine.rebuild((Batch(frozenset([found[0].article]), found, 1) for found in documents(articles)), 1)
    return engine


def build_bare(path: Path, articles: int) -> index.FileIndex:
    path.mkdir()
    bare = index.create_in(str(path), fields.Schema(id=fields.NUMERIC(stored=True), text=fields.TEXT(analyzer=TERM)))
    with bare.writer() as writer:
        for found in documents(articles):
            for document in found:
                writer.add_document(id=document.id, text=document.text)
    return bare


def cpu(work: Callable[[], object]) -> float:
    """Return the seconds of CPU that some work takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def ask_bare(searcher, made: query.Query) -> None:
    """Match and score everything, as a page with exact totals must."""
    matcher = made.matcher(searcher, searcher.boolean_context())
    while matcher.is_active():
        matcher.id()
        matcher.next()


def compare(engine: WhooshEngine, bare: index.FileIndex) -> None:
    print(
        f"{'query':26} {'found':>8} {'first ms':>9} {'median ms':>10} {'filtered ms':>12} {'bare ms':>9} {'ratio':>7}"
    )
    filters = Filters({"countries": frozenset(["CN", "US"]), "quotes": frozenset(["with"])})
    with bare.searcher() as searcher:
        for typed, made in QUERIES.items():
            asked = EngineRequest(read(typed).query)
            filtered = EngineRequest(read(typed).query, filters=filters)
            first = cpu(lambda asked=asked: engine.search(asked))
            median = statistics.median(cpu(lambda asked=asked: engine.search(asked)) for _ in range(REPEATS))
            narrowed = statistics.median(cpu(lambda asked=filtered: engine.search(asked)) for _ in range(REPEATS))
            alone = statistics.median(cpu(lambda made=made: ask_bare(searcher, made())) for _ in range(3))
            found = engine.search(asked).documents
            times = f"{first * 1e3:9.1f} {median * 1e3:10.1f} {narrowed * 1e3:12.1f} {alone * 1e3:9.1f}"
            print(f"{typed:26} {found:8} {times} {alone / median:7.1f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=2_000)
    articles = parser.parse_args().articles
    if not ARTICLES.exists():
        sys.exit(
            "There is no shared/data/articles/articles.jsonl.gz beside the project, so there is nothing to measure."
        )
    with tempfile.TemporaryDirectory() as folder:
        count = sum(len(found) for found in documents(articles))
        engine_seconds = cpu(lambda: build_engine(Path(folder, "engine"), articles))
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        bare_seconds = cpu(lambda: build_bare(Path(folder, "bare"), articles))
        print(f"{count:,} documents of {articles:,} articles; peak memory of the build {memory:,.0f} MB")
        print(
            f"indexing: {engine_seconds / count * 1e3:.2f} ms a document, bare {bare_seconds / count * 1e3:.2f}",
            end="; ",
        )
        print(f"ratio {bare_seconds / engine_seconds:.2f}\n")
        compare(WhooshEngine(Path(folder, "engine")), index.open_dir(str(Path(folder, "bare"))))


if __name__ == "__main__":
    main()
