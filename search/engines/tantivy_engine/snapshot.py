"""A committed state of the index, opened. It never changes, so threads share it."""

import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import tantivy

from search.engines.port import IndexState, IndexUnavailable
from search.engines.tantivy_engine import queries as q
from search.engines.tantivy_engine.fields import STATE, UNITS, VERSION, open_index
from search.engines.tantivy_engine.files import META, Print, Prints, committed, prints, read_through

TRIES = 5  # a writer may clear files away between two steps of opening them
Key = tuple[str, Print]
WORDS = "words"
BETWEEN_WORDS = "\n"


@dataclass(frozen=True, eq=False)
class Snapshot:
    """What answers: the searcher of one committed state, and the files it lives on."""

    build: Path
    key: Key
    files: Prints
    searcher: tantivy.Searcher
    state: IndexState

    @cached_property
    def words(self) -> str:
        """All words of paragraphs and quotations, one after the other, each between two signs."""
        known = [word for word, _ in self.searcher.terms_with_prefix(WORDS, "")]
        return BETWEEN_WORDS.join(["", *known, ""])

    def read_through(self) -> None:
        """Read its files whole. Raises IndexUnavailable where one is not what was written, OSError where it is gone."""
        read_through(self.build, frozenset(one.name for one in self.files))

    def is_sound(self) -> bool:
        """Say whether its files are as they were when it was opened; those of a state gone by may be gone."""
        try:
            return prints(self.build, frozenset(one.name for one in self.files)) == self.files
        except IndexUnavailable:
            return False


def newest(build: Path) -> Key:
    """Name the newest state of a build; cheap enough to ask before every search."""
    (table_of_contents,) = prints(build, frozenset([META]))
    return build.name, table_of_contents


def told_state(build: Path) -> IndexState:
    """Ask a build what it is; its files are not proved to be as they were written."""
    return _state(open_index(str(build)).searcher())


def open_snapshot(build: Path, before: Snapshot | None = None) -> Snapshot:
    """Open the newest state of a build; files that the state before knows as they are need not be read again."""
    for tries_left in reversed(range(TRIES)):
        key = newest(build)
        try:
            snapshot = _open(build, key, before)
        except (IndexUnavailable, OSError, ValueError):
            if not tries_left or newest(build) == key:
                raise
            continue
        if newest(build) == key:
            return snapshot
    raise IndexUnavailable("The search index changes faster than it can be opened.")


def _open(build: Path, key: Key, before: Snapshot | None) -> Snapshot:
    names = committed(build)
    known = before.files if before is not None and before.build == build else frozenset()
    read_through(build, frozenset(one.name for one in prints(build, names) - known))
    files = prints(build, names)
    searcher = open_index(str(build)).searcher()
    return Snapshot(build, key, files, searcher, _state(searcher))


def _state(searcher: tantivy.Searcher) -> IndexState:
    found = searcher.search(q.term("unit", STATE), 1).hits
    if not found:
        raise IndexUnavailable("The search index does not say what it is.")
    told = json.loads(searcher.doc(found[0][1]).get_first("state") or "{}")
    if told.get("version") != VERSION:
        raise IndexUnavailable("The search index is of another version and must be rebuilt.")
    units = [UNITS["paragraphs"], UNITS["quotations"]]
    documents: int = searcher.search(q.one_of("unit", units), 1).count
    return IndexState(VERSION, told["reached"], documents, told["mark"])
