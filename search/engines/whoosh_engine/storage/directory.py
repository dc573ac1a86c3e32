"""The folder of a build: a Whoosh index, and beside its own files

    sums           the checksum of every file
    state-7.json   what its generation 7 is: version, how far into which journal, how many documents

A generation becomes visible when Whoosh renames its table of contents into place. The state is written before, and
everything is on disk by then, so a crash or a power cut leaves either the old generation or the new one.
"""

import json
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any

from whoosh.filedb.filestore import FileStorage
from whoosh.index import FileIndex

from search.engines.builds import flush
from search.engines.port import IndexState, IndexUnavailable
from search.engines.whoosh_engine.storage.checksums import record_checksums
from search.engines.whoosh_engine.storage.schema import SCHEMA

OTHER_VERSION = "The search index is of another version and must be rebuilt."


class DurableStorage(FileStorage):
    """Files that are on disk before a table of contents names them; Whoosh itself never waits for the disk."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.written: set[str] = set()

    def create_file(self, name: str, **kwargs: Any) -> Any:
        """Create a file, and note that it is new."""
        self.written.add(name)
        return super().create_file(name, **kwargs)

    def rename_file(self, oldname: str, newname: str, safe: bool = False) -> None:
        """Rename a file after everything written before is on disk, with its checksum."""
        folder = Path(self.folder)
        record_checksums(
            folder, {name: folder / name for name in self.written - {oldname}} | {newname: folder / oldname}
        )
        for name in self.written | {oldname}:
            with suppress(FileNotFoundError):
                flush(folder / name)
        self.written.clear()
        super().rename_file(oldname, newname, safe=safe)
        flush(folder)


def open_index(build: Path) -> FileIndex:
    """Open the Whoosh index of a build, to write to it."""
    return FileIndex(DurableStorage(str(build)), schema=SCHEMA)


def create_index(build: Path) -> FileIndex:
    """Create an empty Whoosh index in a new build."""
    index: FileIndex = FileIndex.create(DurableStorage(str(build)), SCHEMA)
    return index


def read_state(build: Path, generation: int) -> IndexState:
    """Read the state of a generation of a build. Raises IndexUnavailable where another version wrote it."""
    fields = json.loads((build / state_name(generation)).read_text("ascii"))
    try:
        return IndexState(**fields)
    except TypeError as error:
        raise IndexUnavailable(OTHER_VERSION) from error


def write_state(storage: DurableStorage, generation: int, state: IndexState) -> None:
    """Write the state of a generation before it becomes visible, and delete the states of long past ones."""
    with storage.create_file(state_name(generation)) as file:
        file.write(json.dumps(asdict(state)).encode("ascii"))
    for past in Path(storage.folder).glob("state-*.json"):
        if int(past.stem.removeprefix("state-")) < generation - 2:
            past.unlink(missing_ok=True)


def state_name(generation: int) -> str:
    """Return the file name of a generation's state."""
    return f"state-{generation}.json"
