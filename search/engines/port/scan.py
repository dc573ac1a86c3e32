"""Everything that a request finds, some of it at a time: what files are made of; and cursors, to go on from a place."""

import json
import math
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, is_dataclass
from hashlib import blake2b
from typing import Any

from search.engines.port.answer import Hit
from search.engines.port.errors import BadCursor
from search.engines.port.request import EngineRequest

SLICE = 500  # hits at a time, where nothing else is asked for
LARGEST = 2**63
OTHER = "This cursor is of another search, or not as it was given: begin without one."
Keys = tuple[int | float, ...]


@dataclass(frozen=True, slots=True)
class ScanSlice:
    """The next hits in their order, and the cursor that leads on behind the last of them."""

    hits: tuple[Hit, ...]
    cursor: str


@dataclass(frozen=True, slots=True)
class EngineScan:
    """What a request finds in all, and all of its hits behind the cursor, read as they are asked for.

    `documents` and `articles` count as an EngineAnswer does, whatever the cursor. `slices` may raise IndexUnavailable.
    """

    documents: int
    articles: int
    slices: Iterator[ScanSlice]
    outdated: bool = False


def write_cursor(request: EngineRequest, keys: Keys) -> str:
    """Return a place in the order of what a request finds, by the keys that it is sorted by, as letters and digits."""
    return urlsafe_b64encode(json.dumps([_digest(request), *keys]).encode()).decode()


def read_cursor(request: EngineRequest, cursor: str, size: int) -> Keys:
    """Return the keys of a place, of which there are `size`. Raises BadCursor where it is no cursor of this request."""
    try:
        digest, *keys = json.loads(urlsafe_b64decode(cursor.encode("ascii")))
    except (ValueError, TypeError, RecursionError) as error:
        raise BadCursor(OTHER) from error
    if digest != _digest(request) or len(keys) != size or not all(map(_is_key, keys)):
        raise BadCursor(OTHER)
    return tuple(keys)


def _is_key(key: object) -> bool:
    return type(key) in (int, float) and math.isfinite(key) and abs(key) < LARGEST  # type: ignore[arg-type]


def _digest(request: EngineRequest) -> str:
    """Return a short hash of what decides about the order: the query, the unit, the filters and the sort."""
    asked = [request.query, request.unit, request.filters, request.sort]
    return blake2b(repr(_plain(asked)).encode(), digest_size=8).hexdigest()


def _plain(value: Any) -> Any:
    """Return a value as lists in one order, the same in every process."""
    if is_dataclass(value) and not isinstance(value, type):
        return [type(value).__name__, *map(_plain, (getattr(value, name) for name in value.__dataclass_fields__))]
    if isinstance(value, Mapping):
        return sorted([key, _plain(one)] for key, one in value.items())
    if isinstance(value, frozenset | set):
        return sorted(map(repr, value))
    return list(map(_plain, value)) if isinstance(value, list | tuple) else repr(value)
