"""Asking the engine, with a sentence for readers where it has no answer."""

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

from search.deadline import SearchTooLong
from search.engines import get_engine
from search.engines.port import EngineAnswer, EngineRequest, EngineScan, IndexUnavailable, ScanSlice

log = logging.getLogger(__name__)

UNAVAILABLE = "The search index is being prepared, so nothing can be searched at the moment. Please try again soon."
TOO_LONG = (
    "This search was stopped because it takes longer than {:g} seconds. Use fewer words that end in * or ~, or choose a"
    " publisher, a person or a time."
)


class SearchUnavailable(Exception):  # noqa: N818  a state of the world, not a slip of the program
    """Nothing could be searched: there is no index, or it took too long. The message is a sentence for readers."""


def ask_engine(request: EngineRequest) -> EngineAnswer:
    """Return the engine's answer to a request. Raises SearchUnavailable, with a sentence for readers."""
    with _said_to_readers(request):
        return get_engine().search(request)


def scan_engine(request: EngineRequest, after: str, slice_size: int) -> EngineScan:
    """Return all that a request finds behind a cursor, in slices.

    Raises SearchUnavailable, with a sentence for readers, as reading the slices may; and BadCursor.
    """
    with _said_to_readers(request):
        found = get_engine().scan(request, after, slice_size)
    return replace(found, slices=_slices(request, found))


def _slices(request: EngineRequest, found: EngineScan) -> Iterator[ScanSlice]:
    with _said_to_readers(request):
        yield from found.slices


@contextmanager
def _said_to_readers(request: EngineRequest) -> Iterator[None]:
    try:
        yield
    except IndexUnavailable as error:
        raise _no_index(error) from error
    except SearchTooLong as error:
        log.warning("A search was stopped after %g seconds: %s", request.timeout, error)
        raise SearchUnavailable(TOO_LONG.format(request.timeout)) from error


def ask_engine_many(requests: Sequence[EngineRequest], timeout: float) -> tuple[EngineAnswer | None, ...]:
    """Return the engine's answers to requests in their order, all of them together within so many seconds.

    None stands for what there was no time for. The engine is not asked where there are no requests. Raises
    SearchUnavailable, with a sentence for readers, where there is no index.
    """
    try:
        return get_engine().search_many(requests, timeout) if requests else ()
    except IndexUnavailable as error:
        raise _no_index(error) from error


def _no_index(error: IndexUnavailable) -> SearchUnavailable:
    log.warning("A search found no index: %s", error, exc_info=error.__cause__)
    return SearchUnavailable(UNAVAILABLE)
