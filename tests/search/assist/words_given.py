"""An engine whose words are given, so that a test says which words an index has; it searches as the one behind it."""

from dataclasses import dataclass

from search.engines import get_engine
from search.engines.port import SECONDS, EngineAnswer, EngineRequest, IndexUnavailable, WordCount


@dataclass(frozen=True)
class WordsGiven:
    """Completes with the words given, most frequent first, and finds those given alike; away, it does neither."""

    counts: dict[str, int]
    alike: dict[str, tuple[str, ...]]
    away: bool = False

    def search(self, request: EngineRequest) -> EngineAnswer:
        return get_engine().search(request)

    def completions(self, prefix: str, most: int, seconds: float = SECONDS) -> tuple[WordCount, ...]:
        if self.away:
            raise IndexUnavailable("There is no index.")
        found = sorted((-count, word) for word, count in self.counts.items() if word.startswith(prefix))
        return tuple(WordCount(word, -count) for count, word in found)[:most]

    def similar(self, word: str, most: int, seconds: float = SECONDS) -> tuple[WordCount, ...]:
        return tuple(WordCount(other, self.counts[other]) for other in self.alike.get(word, ()))[:most]
