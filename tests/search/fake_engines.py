"""Engines that stand before the real one in a test: `use_engine(Failing(SearchTooLong("too long")))`."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from search.engines import get_engine
from search.engines.port import (
    DEFAULT_TIMEOUT,
    Engine,
    EngineAnswer,
    EngineRequest,
    EngineScan,
    IndexUnavailable,
    ScanSlice,
    SimilarWords,
    WordCount,
)
from search.language.ast import Word


class BeforeTheRealOne:
    """Asks the engine of the settings, as it was when this one was made, whatever it does not answer itself."""

    def __init__(self) -> None:
        self.real: Engine = get_engine()

    def search(self, request: EngineRequest) -> EngineAnswer:
        return self.real.search(request)

    def search_many(
        self, requests: Sequence[EngineRequest], timeout: float = DEFAULT_TIMEOUT
    ) -> tuple[EngineAnswer | None, ...]:
        return tuple(map(self.search, requests))

    def __getattr__(self, name: str) -> Any:
        return getattr(self.real, name)


class Counting:
    """The real engine, and the names of the methods that were called."""

    def __init__(self) -> None:
        self.real: Engine = get_engine()
        self.calls: list[str] = []

    def __getattr__(self, name: str) -> Any:
        self.calls.append(name)
        return getattr(self.real, name)


class Failing(BeforeTheRealOne):
    """Answers the first few searches, then fails with an error."""

    def __init__(self, error: Exception, answers: int = 0) -> None:
        super().__init__()
        self.error, self.answers = error, answers

    def search(self, request: EngineRequest) -> EngineAnswer:
        if not self.answers:
            raise self.error
        self.answers -= 1
        return super().search(request)

    def scan(self, request: EngineRequest, *how: Any) -> EngineScan:
        raise self.error


class BreakingOff(BeforeTheRealOne):
    """Begins every scan, and fails with an error after a few slices."""

    def __init__(self, error: Exception, slices: int) -> None:
        super().__init__()
        self.error, self.slices = error, slices

    def scan(self, request: EngineRequest, *how: Any) -> EngineScan:
        found = self.real.scan(request, *how)
        return replace(found, slices=self._first(found.slices))

    def _first(self, slices: Iterator[ScanSlice]) -> Iterator[ScanSlice]:
        yield from islice(slices, self.slices)
        raise self.error


@dataclass
class Answering:
    """Gives one answer to every search, and remembers what it was asked."""

    answer: EngineAnswer
    asked: list[EngineRequest]

    def search(self, request: EngineRequest) -> EngineAnswer:
        self.asked.append(request)
        return self.answer

    def search_many(
        self, requests: Sequence[EngineRequest], timeout: float = DEFAULT_TIMEOUT
    ) -> tuple[EngineAnswer | None, ...]:
        return tuple(map(self.search, requests))

    def similar(self, words: Collection[str], *limits: float | None) -> dict[str, SimilarWords]:
        return {}


class WordsGiven(BeforeTheRealOne):
    """Completes with the words given, most frequent first, and finds those given alike; away, it does neither."""

    def __init__(self, counts: dict[str, int], alike: dict[str, tuple[str, ...]], away: bool) -> None:
        super().__init__()
        self.counts, self.alike, self.away = counts, alike, away

    def completions(self, prefix: str, limit: int, timeout: float = DEFAULT_TIMEOUT) -> tuple[WordCount, ...]:
        if self.away:
            raise IndexUnavailable("There is no index.")
        found = sorted((-count, word) for word, count in self.counts.items() if word.startswith(prefix))
        return tuple(WordCount(word, -count) for count, word in found)[:limit]

    def similar(
        self,
        words: Collection[str],
        limit: int,
        most_documents: int | None = None,
        timeout: float = DEFAULT_TIMEOUT,
    ) -> dict[str, SimilarWords]:
        found = {word: SimilarWords(self._paragraphs_with(word), self._like(word)[:limit]) for word in words}
        return {
            word: like for word, like in found.items() if most_documents is None or like.documents <= most_documents
        }

    def _paragraphs_with(self, word: str) -> int:
        return self.real.search(EngineRequest(Word(word))).documents

    def _like(self, word: str) -> tuple[WordCount, ...]:
        return tuple(WordCount(other, self.counts[other]) for other in self.alike.get(word, ()))
