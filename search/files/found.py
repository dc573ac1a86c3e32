"""All that a request finds, as a table: as many rows as its page counts, in the order of its list."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from articles.files.table import NotWhole, Table
from search.files.about import about_search
from search.files.records import COLUMNS, Whole, items, records
from search.results.ask_engine import SearchUnavailable
from search.results.prepared_query import PreparedQuery
from search.results.scan import Scan, ScanRow, scan

STOPPED = "This file is not whole: the search stopped before its end. Please try again."

Made = TypeVar("Made")


def found_table(prepared: PreparedQuery, whole: Whole) -> Table:
    """Return the table of all that a prepared query finds; `whole` makes the whole address of a path.

    Raises EmptyRequest or SearchUnavailable before anything is read.
    """
    found = scan(prepared)
    begun = [found]  # the first to read goes on with it, any other one searches anew
    return Table(
        name=found.unit,
        columns=COLUMNS,
        about=about_search(prepared, whole("/").rstrip("/")),
        records=lambda: _made(prepared, begun, lambda rows: records(rows, found.unit, whole)),
        items=lambda: _made(prepared, begun, lambda rows: items(rows, whole)),
        expected=found.documents,
    )


def _made(
    prepared: PreparedQuery, begun: list[Scan], make: Callable[[Iterable[ScanRow]], Iterable[Made]]
) -> Iterator[Made]:
    """Yield what is made of the rows, batch by batch. Raises NotWhole where the index goes away on the way."""
    try:
        for batch in (begun.pop() if begun else scan(prepared)).batches:
            yield from make(batch.rows)
    except SearchUnavailable as error:
        raise NotWhole(STOPPED) from error
