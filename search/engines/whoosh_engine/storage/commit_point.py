"""A committed state of the index, as its files: found, checked against their sums, and watched from then on.

Telling what the index is takes no more than this; opening what the files hold is generation.py's.
"""

import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from search.engines.port import IndexState, IndexUnavailable
from search.engines.whoosh_engine.storage.checksums import check, remembered
from search.engines.whoosh_engine.storage.directory import read_state, state_name
from search.engines.whoosh_engine.storage.schema import SCHEMA, VERSION
from search.engines.whoosh_engine.storage.segment_codec import Written, newest_generation, toc_name, written_segments

Key = tuple[str, int]  # name of the build, number of the generation
Look = tuple[int, int, int]  # size, time of the last change of the file or what is told of it, inode

NEVER_SEEN: Look = (-1, -1, -1)
SETTLED = 50_000_000  # nanoseconds: a file that changed later than that may change again without looking other


@dataclass
class Commit:
    """One generation of a build.

    `looks` says how each file looked when it was last found to be as it was written; `damaged`, how each looked that
    was not.
    """

    build: Path
    key: Key
    state: IndexState
    segments: tuple[Written, ...]
    looks: dict[str, Look]
    damaged: dict[str, Look] = field(default_factory=dict)

    def watch(self) -> None:
        """Look at every file; those that look other than when they were read last are read again.

        Raises IndexUnavailable where one is not as it was written, FileNotFoundError where one is gone.
        """
        now = {name: look(self.build / name) for name in self.looks}
        for name, seen in now.items():
            if self.damaged.get(name) == seen:
                raise IndexUnavailable(f"A file of the search index is damaged: {name}.")
        if changed := [name for name, seen in now.items() if seen != self.looks[name]]:
            self.read_again(changed)

    def check(self) -> None:
        """Read every file. Raises IndexUnavailable where one is not as it was written."""
        self.read_again(list(self.looks))

    def read_again(self, names: Iterable[str]) -> None:
        """Read some files, and remember how they looked. Raises IndexUnavailable where one is not as it was written."""
        told = remembered(self.build)
        for name in names:
            seen = look(self.build / name)
            try:
                check(self.build, name, told)
            except IndexUnavailable:
                self.damaged[name] = seen
                raise
            self.looks[name] = seen if time.time_ns() - seen[1] > SETTLED else NEVER_SEEN


def newest(build: Path) -> Key:
    """Name the newest generation of a build; cheap enough to ask before every search."""
    return build.name, newest_generation(build)


def open_commit(build: Path, key: Key, previous: Commit | None) -> Commit:
    """Read what a generation of a build is, and check its files but for those that look as they did in the previous.

    Raises IndexUnavailable where the index is of another version or damaged, FileNotFoundError where a file is gone.
    """
    number = key[1]
    state = read_state(build, number)
    if state.version != VERSION:
        raise IndexUnavailable("The search index is of another version and must be rebuilt.")
    commit = Commit(build, key, state, (), {})
    commit.read_again([toc_name(number), state_name(number)])
    commit.segments, written = tuple(written_segments(build, number, SCHEMA)), remembered(build)
    seen = previous.looks if previous is not None and previous.build == build else {}
    files = [name for segment in commit.segments for name in segment.files(written)]
    commit.looks |= {name: seen.get(name, NEVER_SEEN) for name in files}
    commit.watch()
    return commit


def look(path: Path) -> Look:
    """Look at a file from outside: what looks other than at the last look may have other contents."""
    seen = path.stat()
    return seen.st_size, seen.st_ctime_ns, seen.st_ino
