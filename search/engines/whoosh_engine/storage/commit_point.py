"""A commit point of the index: its files, verified against their checksums, and watched from then on.

The state of the index needs no more than this; index/snapshot.py opens what the files hold.
"""

import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from search.engines.port import IndexState, IndexUnavailable
from search.engines.whoosh_engine.storage.checksums import load_checksums, verify
from search.engines.whoosh_engine.storage.directory import OTHER_VERSION, read_state, state_name
from search.engines.whoosh_engine.storage.schema import SCHEMA, layout_of
from search.engines.whoosh_engine.storage.segment_codec import (
    SegmentFiles,
    committed_segments,
    newest_generation,
    toc_name,
)

Key = tuple[str, int]  # name of the build, number of the generation
FileStamp = tuple[int, int, int]  # size, time of the last change of the file or its metadata, inode

NO_STAMP: FileStamp = (-1, -1, -1)
SETTLED_NS = 50_000_000  # nanoseconds: a file that changed later than that may change again without looking other


@dataclass
class Commit:
    """One generation of a build.

    `stamps` has, for each file, its stamp when its checksum was last found right; `damaged`, when it was found wrong.
    """

    build: Path
    key: Key
    state: IndexState
    segments: tuple[SegmentFiles, ...]
    stamps: dict[str, FileStamp]
    damaged: dict[str, FileStamp] = field(default_factory=dict)

    def watch(self) -> None:
        """Verify the checksums of the files whose stamp has changed since they were last read.

        Raises IndexUnavailable where one is not as it was written, FileNotFoundError where one is gone.
        """
        now = {name: stamp_of(self.build / name) for name in self.stamps}
        for name, seen in now.items():
            if self.damaged.get(name) == seen:
                raise IndexUnavailable(f"A file of the search index is damaged: {name}.")
        if changed := [name for name, seen in now.items() if seen != self.stamps[name]]:
            self.verify(changed)

    def check(self) -> None:
        """Verify the checksum of every file. Raises IndexUnavailable where one is wrong."""
        self.verify(list(self.stamps))

    def verify(self, names: Iterable[str]) -> None:
        """Verify the checksums of some files. Raises IndexUnavailable where one is wrong."""
        checksums = load_checksums(self.build)
        for name in names:
            seen = stamp_of(self.build / name)
            try:
                verify(self.build, name, checksums)
            except IndexUnavailable:
                if name in checksums:  # where it is not, the list was cut; the file may be sound
                    self.damaged[name] = seen
                raise
            self.stamps[name] = seen if time.time_ns() - seen[1] > SETTLED_NS else NO_STAMP


def newest(build: Path) -> Key:
    """Return the newest generation of a build; cheap enough to ask before every search."""
    return build.name, newest_generation(build)


def open_commit(build: Path, key: Key, previous: Commit | None) -> Commit:
    """Open a generation of a build, and verify its files, but for those whose stamp is that of the previous commit.

    Raises IndexUnavailable where the index is of another version or damaged, FileNotFoundError where a file is gone.
    """
    number = key[1]
    state = read_state(build, number)
    layout = layout_of(state.version)
    if layout is None:
        raise IndexUnavailable(OTHER_VERSION)
    commit = Commit(build, key, state, (), {})
    commit.verify([toc_name(number), state_name(number)])
    commit.segments, written = tuple(committed_segments(build, number, SCHEMA, layout)), load_checksums(build)
    seen = previous.stamps if previous is not None and previous.build == build else {}
    files = [name for segment in commit.segments for name in segment.files(written)]
    commit.stamps |= {name: seen.get(name, NO_STAMP) for name in files}
    commit.watch()
    return commit


def stamp_of(path: Path) -> FileStamp:
    """Return a file's stamp: where it is another than before, the contents may be others."""
    seen = path.stat()
    return seen.st_size, seen.st_ctime_ns, seen.st_ino
