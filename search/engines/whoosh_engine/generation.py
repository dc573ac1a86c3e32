"""A committed state of the index, opened: all its segments together.

Everything here is read-only once made, so threads share it. Segments never change but for their deletions, so a new
generation takes over what the one before has read of them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np

from search.engines.port import IndexState, Unit
from search.engines.whoosh_engine.codec import Written, newest_generation, toc_name, written_segments
from search.engines.whoosh_engine.coded import merged
from search.engines.whoosh_engine.folder import read_state, state_name
from search.engines.whoosh_engine.postings import PostingCache
from search.engines.whoosh_engine.schema import SCHEMA
from search.engines.whoosh_engine.segment import UNITS, Segment
from search.engines.whoosh_engine.space import ArticleSpace, Space
from search.engines.whoosh_engine.sums import Look, check, look, remembered

Key = tuple[str, int]


@dataclass(frozen=True)
class Opened:
    """The files of a generation, and how each looked when it was last found to be as it was written."""

    build: Path
    looks: dict[str, Look]

    def changed(self) -> list[str]:
        """Name the files that look other than when they were read. Raises FileNotFoundError where one is gone."""
        return [name for name, seen in self.looks.items() if look(self.build / name) != seen]

    def seen(self, names: list[str]) -> None:
        """Remember how files look that were found to be as they were written."""
        self.looks.update({name: look(self.build / name) for name in names})


class Generation:
    """The documents of one generation, by kind, and its articles."""

    def __init__(
        self,
        key: Key,
        state: IndexState,
        opened: Opened,
        segments: list[Segment],
        alive: list[np.ndarray],
        cache: PostingCache,
    ) -> None:
        self.key = key
        self.state = state
        self.opened = opened
        self.segments = segments
        self.cache = cache
        self.articles, self._article_maps = merged([segment.articles for segment in segments])
        self._homes = np.cumsum([0, *(len(segment.homes) for segment in segments)])
        self._alive = alive
        self.paragraphs, self.quotations = (self._space(unit) for unit in UNITS)

    def _space(self, unit: str) -> Space:
        parts = [segment.rows[unit] for segment in self.segments]
        alive = [alive[segment.documents(unit)] for alive, segment in zip(self._alive, self.segments, strict=True)]
        article = [places[part.article] for places, part in zip(self._article_maps, parts, strict=True)]
        home = [part.home + np.int32(offset) for part, offset in zip(parts, self._homes, strict=False)]
        nothing = np.zeros(0, np.int32)
        return Space(
            parts,
            np.concatenate([np.zeros(0, bool), *alive]),
            np.concatenate([nothing, *article]),
            np.concatenate([nothing, *home]),
        )

    @property
    def homes(self) -> int:
        """How many paragraphs there are for documents to lie in."""
        return int(self._homes[-1])

    @cached_property
    def whole_articles(self) -> ArticleSpace:
        """The articles as rows."""
        return ArticleSpace(self.paragraphs, self.articles)

    def space(self, unit: Unit) -> Space:
        """Return the rows of what is searched."""
        if unit == "articles":
            return self.whole_articles
        return self.quotations if unit == "quotations" else self.paragraphs


def newest(build: Path) -> Key:
    """Name the newest generation of a build; cheap enough to ask before every search."""
    return build.name, newest_generation(build)


def open_generation(build: Path, key: Key, previous: Generation | None, cache: PostingCache) -> Generation:
    """Open a generation of a build, with what the previous one has read of segments that are still there.

    Every file is checked against its sum before it is read, unless it looks as it did when it was checked before.
    Raises FileNotFoundError where a file is gone.
    """
    number = key[1]
    seen = dict(previous.opened.looks) if previous else {}
    own = [toc_name(number), state_name(number)]
    looks = _checked(build, own, {})
    state = read_state(build, number)
    written = written_segments(build, number, SCHEMA)
    all_written = remembered(build)
    looks |= _checked(build, [name for segment in written for name in segment.files(all_written)], seen)
    known = {segment.name: segment for segment in previous.segments} if previous else {}
    segments = [known.get(told.name) or Segment(told) for told in written]
    return Generation(key, state, Opened(build, looks), segments, [_alive(told) for told in written], cache)


def _checked(build: Path, names: list[str], seen: Mapping[str, Look]) -> dict[str, Look]:
    looks = {name: look(build / name) for name in names}
    check(build, (name for name, now in looks.items() if seen.get(name) != now))
    return looks


def _alive(written: Written) -> np.ndarray:
    alive = np.ones(written.documents, bool)
    alive[list(written.deleted)] = False
    return alive


def by_article(space: Space) -> Iterator[tuple[int, np.ndarray]]:
    """Yield, for each article in order, its number and the rows that are not deleted."""
    rows = np.flatnonzero(space.alive)
    rows = rows[np.argsort(space.article[rows], kind="stable")]
    begins = np.flatnonzero(np.diff(space.article[rows], prepend=-1))
    for some in np.split(rows, begins[1:]) if len(rows) else []:
        yield int(space.article[some[0]]), some
