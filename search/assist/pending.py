"""Help that waits for answers of the engine, so that all help of a page can ask it in one call."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Generic, TypeVar

from search.engines.port import EngineAnswer, EngineRequest

Help = TypeVar("Help")
Answers = Sequence[EngineAnswer | None]  # None for what there was no time for


@dataclass(frozen=True, slots=True)
class Pending(Generic[Help]):
    """Help that asks the engine, and is made (`finish`) of the answers, which come in the order of the requests.

    `without_index` is what there is of it where nothing can be searched.
    """

    requests: Sequence[EngineRequest]
    finish: Callable[[Answers], Help]
    without_index: Help

    def made_of(self, answers: Iterator[EngineAnswer | None]) -> Help:
        """Take the answers to the requests, and no more, and return the help."""
        return self.finish(list(islice(answers, len(self.requests))))
