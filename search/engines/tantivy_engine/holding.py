"""What the index holds of every article, for proving it against the database."""

from collections import defaultdict
from collections.abc import Iterator

from search.engines.port import Indexed, document_id
from search.engines.tantivy_engine import queries as q
from search.engines.tantivy_engine.fields import UNITS
from search.engines.tantivy_engine.reader import Reader

ARTICLES_AT_A_TIME = 2_000
WITH_REVISIONS = [UNITS["paragraphs"], UNITS["quotations"]]


def held(reader: Reader) -> Iterator[Indexed]:
    """Tell what is held of every article, in the order of article ids."""
    documents = q.one_of("unit", WITH_REVISIONS)
    articles = sorted(reader.all_values(documents, "article"))
    for begin in range(0, len(articles), ARTICLES_AT_A_TIME):
        some = articles[begin : begin + ARTICLES_AT_A_TIME]
        yield from _of_some(reader, q.all_of([documents, q.between("article", some[0], some[-1] + 1)]))


def _of_some(reader: Reader, query) -> Iterator[Indexed]:
    addresses = [address for _, address in reader.best(query, reader.searcher.num_docs, "newest")]
    columns = (reader.values(name, addresses) for name in ("article", "revision", "unit", "id"))
    ids: dict[int, set[str]] = defaultdict(set)
    revisions: dict[int, set[int]] = defaultdict(set)
    for article, revision, unit, number in zip(*columns, strict=True):
        ids[article].add(document_id("quotations" if unit == UNITS["quotations"] else "paragraphs", number))
        revisions[article].add(revision)
    for article in sorted(ids):
        yield Indexed(article, frozenset(revisions[article]), frozenset(ids[article]))
