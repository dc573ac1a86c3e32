"""Engines that stand before the real one in a test: `use_engine(Failing(SearchTooLong("too long")))`."""

from dataclasses import dataclass
from typing import Any

from search.engines import get_engine
from search.engines.port import DEFAULT_TIMEOUT, Engine, EngineAnswer, EngineRequest, IndexUnavailable, WordCount


class BeforeTheRealOne:
    """Asks the engine of the settings, as it was when this one was made, whatever it does not answer itself."""

    def __init__(self) -> None:
        self.real: Engine = get_engine()

    def search(self, request: EngineRequest) -> EngineAnswer:
        return self.real.search(request)

    def __getattr__(self, name: str) -> Any:
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


@dataclass
class Answering:
    """Gives one answer to every search, and remembers what it was asked."""

    answer: EngineAnswer
    asked: list[EngineRequest]

    def search(self, request: EngineRequest) -> EngineAnswer:
        self.asked.append(request)
        return self.answer


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

    def similar(self, word: str, limit: int, timeout: float = DEFAULT_TIMEOUT) -> tuple[WordCount, ...]:
        return tuple(WordCount(other, self.counts[other]) for other in self.alike.get(word, ()))[:limit]
