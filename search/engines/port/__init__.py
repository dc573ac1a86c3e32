"""The contract between search and its engines, in plain data.

An engine keeps documents, matches a Query tree against them, filters, counts, groups and sorts. It shares no memory
with its caller: everything that passes here could be sent over a wire. Its failures are four exceptions:
IndexUnavailable (the index can't be read; pages go on without it), IndexBusy (another writer is at work),
IndexWriteFailed (what stores the index takes no more, as a full disk), SearchTooLong (a search went over its timeout).
A cursor that is none of its request is a BadCursor, the fault of who asks.

What is searched (the `unit`) is a paragraph, a quotation, or a whole article. A whole article is what its paragraphs
are together: it has a word, a person, a publisher where any of them has; a phrase or words near each other stand in
one paragraph, and so does what is asked `Within` a place; `AtLeast` counts through all of its paragraphs, and `Not` is
about the article. Its hits are the paragraphs with the best scores of those that have any part of the query.

documents.py     what an index is filled with
request.py       what an engine is asked
answer.py        what it answers
scan.py          everything that it finds, some of it at a time
index_state.py   what an index says of itself
errors.py        how an engine fails
engine.py        what every engine can do, with these
"""

from search.engines.port.answer import EngineAnswer, Group, Hit, MonthCount, SimilarWords, ValueCount, WordCount
from search.engines.port.documents import QUOTED_WEIGHT, TITLE_WEIGHT, Batch, Document, document_id
from search.engines.port.engine import Engine
from search.engines.port.errors import BadCursor, IndexBusy, IndexUnavailable, IndexWriteFailed
from search.engines.port.index_state import IndexState, ManifestEntry
from search.engines.port.request import (
    CERTAINTIES,
    DEFAULT_TIMEOUT,
    FACETS,
    GROUPINGS,
    QUOTED,
    SORTS,
    SPEAKER_KINDS,
    UNNAMED,
    WITH_QUOTES,
    WITHOUT_QUOTES,
    EngineRequest,
    Facet,
    Filters,
    Grouping,
    Sort,
    Unit,
    Value,
)
from search.engines.port.scan import EngineScan, ScanSlice

__all__ = [
    "CERTAINTIES",
    "DEFAULT_TIMEOUT",
    "FACETS",
    "GROUPINGS",
    "QUOTED",
    "QUOTED_WEIGHT",
    "SORTS",
    "SPEAKER_KINDS",
    "TITLE_WEIGHT",
    "UNNAMED",
    "WITHOUT_QUOTES",
    "WITH_QUOTES",
    "BadCursor",
    "Batch",
    "Document",
    "Engine",
    "EngineAnswer",
    "EngineRequest",
    "EngineScan",
    "Facet",
    "Filters",
    "Group",
    "Grouping",
    "Hit",
    "IndexBusy",
    "IndexState",
    "IndexUnavailable",
    "IndexWriteFailed",
    "ManifestEntry",
    "MonthCount",
    "ScanSlice",
    "SimilarWords",
    "Sort",
    "Unit",
    "Value",
    "ValueCount",
    "WordCount",
    "document_id",
]
