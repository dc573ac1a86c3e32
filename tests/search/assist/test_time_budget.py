"""However long the engine takes for it, the help of a page takes its time and no more, and is whole or not there."""

from collections.abc import Collection, Sequence
from types import SimpleNamespace

import pytest

from search import deadline
from search.assist import time_budget as budget
from search.deadline import SearchTooLong
from search.engines.port import DEFAULT_TIMEOUT, EngineAnswer, EngineRequest, SimilarWords, WordCount
from search.indexing.sync import sync
from tests.search.fake_engines import BeforeTheRealOne

pytestmark = pytest.mark.django_db


class SlowEngine(BeforeTheRealOne):
    """Answers a page's own question at once, and everything else after so many seconds of a clock that only it turns.

    It stops where it may take no more, as an engine does. `steps` has how long each took of what is help.
    """

    def __init__(self, cost: float) -> None:
        super().__init__()
        self.cost, self.steps = cost, list[float]()

    def spent(self) -> float:
        return sum(self.steps)

    def search_many(
        self, requests: Sequence[EngineRequest], timeout: float = DEFAULT_TIMEOUT
    ) -> tuple[EngineAnswer | None, ...]:
        left, answers = timeout, list[EngineAnswer | None]()
        for request in requests:
            self.steps.append(min(self.cost, left))
            left -= self.cost
            answers.append(super().search(request) if left >= 0 else None)
            left = max(left, 0)
        return tuple(answers)

    def completions(self, prefix: str, limit: int, timeout: float = DEFAULT_TIMEOUT) -> tuple[WordCount, ...]:
        self._take(timeout)
        return ()

    def similar(
        self,
        words: Collection[str],
        limit: int,
        most_documents: int | None = None,
        timeout: float = DEFAULT_TIMEOUT,
    ) -> dict[str, SimilarWords]:
        self._take(timeout)
        return {word: SimilarWords(0, (WordCount("silent", 9),)) for word in words if word == "slient"}

    def _take(self, timeout: float) -> None:
        self.steps.append(min(self.cost, timeout))
        if self.cost > timeout:
            raise SearchTooLong("It was stopped.")


@pytest.fixture
def slow(monkeypatch, use_engine, archive):
    """Have every question of help take so long: `slow(0.4)`."""
    sync()

    def made(cost: float) -> SlowEngine:
        engine = use_engine(SlowEngine(cost))
        monkeypatch.setattr(deadline, "time", SimpleNamespace(monotonic=engine.spent))
        return engine

    return made


ASKED = [
    "kirby",
    "slient",
    "slient zebra unheard tix kelt wards kirby",
    " ".join(f"word{number}" for number in range(32)),
]


@pytest.mark.parametrize("cost", [0.01, 0.4, 1.0, 100])
@pytest.mark.parametrize("words", ASKED)
def test_all_help_of_a_page_together_keeps_to_its_time(client, slow, words, cost):
    engine = slow(cost)
    assert client.get("/search/", {"q": words}).status_code == 200
    assert 0 < engine.spent() <= budget.TIMEOUT + 1e-9


@pytest.mark.parametrize("cost", [0.01, 1.0, 100])
def test_suggestions_keep_to_it_too_and_names_still_come(client, slow, cost):
    engine = slow(cost)
    named = client.get("/search/suggestions/", {"q": "Wérk"}, headers={"Accept": "application/json"})
    assert named.status_code == 200
    assert 0 < engine.spent() <= budget.TIMEOUT + 1e-9
    weekly = client.get("/search/suggestions/", {"q": "week"}, headers={"Accept": "application/json"})
    assert [one["name"] for one in weekly.json()["suggestions"]] == ["The Weekly"]


def shown(client, words: str) -> tuple[int, int, int]:
    """How many cards, other queries and relaxations a page has."""
    context = client.get("/search/", {"q": words}).context
    return len(context["cards"]), int(context["did_you_mean"] is not None), len(context["relaxations"])


@pytest.mark.parametrize(
    ("words", "cost", "help_given"),
    [
        ("kirby", 0.1, (1, 0, 0)),
        ("kirby", 0.6, (0, 0, 0)),  # two of the three figures would be there
        ("slient", 0.1, (0, 1, 0)),
        ("slient", 0.6, (0, 0, 0)),
        ("silent war", 0.1, (0, 0, 2)),
        ("silent war", 1.0, (0, 0, 0)),  # the words are looked at before
        ("slient", 100, (0, 0, 0)),
    ],
)
def test_what_help_there_is_is_whole(client, slow, words, cost, help_given):
    slow(cost)
    assert shown(client, words) == help_given
