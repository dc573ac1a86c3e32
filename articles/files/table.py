"""What a file is made of: its columns and records, the same as references, and what it says of itself.

Everything a file says of itself stands at its end, with the number of its rows last: a file without that is not whole,
whatever broke it.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeVar

from articles.bibliography import CslItem

Cell = int | float | str | list[str]
Record = dict[str, Cell]
Row = TypeVar("Row")
GONE = "{:,} of {:,} were found by the index and are no longer in the archive as they were found."


class NotWhole(Exception):  # noqa: N818  a state of the world
    """What a file is made of broke off; the message is a sentence that says so, which closes the file."""


@dataclass(frozen=True, slots=True)
class About:
    """What a file says of itself.

    `query` says in words what was asked for, `address` is the whole address of the page that lists it. `engine` is what
    found it and in which state, "" for what no index was asked. `left_out` has a sentence for whatever is not in the
    file, though somebody might look for it there.
    """

    query: str
    address: str
    made: datetime
    engine: str = ""
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True)
class Table:
    """What a file is made of.

    `name` is the file's, without its ending. `records` and `items` begin to read anew at each call, and may raise
    NotWhole on the way; `items` are the same as references, None where it can't be cited. `expected` is how many rows
    there should be, where that is known beforehand.
    """

    name: str
    columns: tuple[str, ...]
    about: About
    records: Callable[[], Iterator[Record]]
    items: Callable[[], Iterator[CslItem]] | None = None
    expected: int | None = None


@dataclass
class Closing:
    """Counts the rows of a file as they are written, and knows what stands at its end."""

    table: Table
    rows: int = 0
    broken: str = ""
    notes: list[str] = field(default_factory=list)

    def counted(self, rows: Iterable[Row]) -> Iterator[Row]:
        """Yield rows and count them; where they break off by NotWhole, they end and the closing says why."""
        try:
            for row in rows:
                yield row
                self.rows += 1
        except NotWhole as error:
            self.broken = str(error)

    def record(self) -> Record:
        """Return what stands at the end: what the file says of itself, and `rows`, or why it is not whole in `cut`."""
        about = self.table.about
        said: Record = {
            "query": about.query,
            "address": about.address,
            "made": about.made.isoformat(timespec="seconds"),
        }
        if about.engine:
            said["engine"] = about.engine
        if left_out := [*about.left_out, *self._gone(), *self.notes]:
            said["left_out"] = left_out
        return said | ({"cut": self.broken} if self.broken else {"rows": self.rows})

    def lines(self) -> Iterator[str]:
        """Yield the same as lines, "rows: 12" the last."""
        for name, value in self.record().items():
            for one in value if isinstance(value, list) else [value]:
                yield f"{name.replace('_', ' ')}: {one}"

    def _gone(self) -> list[str]:
        expected = self.table.expected
        missing = 0 if expected is None or self.broken else expected - self.rows
        return [GONE.format(missing, expected)] if missing > 0 else []
