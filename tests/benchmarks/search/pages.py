"""The whole page: addresses fetched by Django's test client, with database, templates and highlights."""

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from urllib.parse import urlencode

from search.results.request import SearchRequest, choices
from tests.benchmarks.search.archive import set_up
from tests.benchmarks.search.queries import Question
from tests.search.language.hostile_queries import HOSTILE_QUERIES

WARMING = "a word to load all that is loaded once"
TIMES = 3
SLOWEST = 5


def time_pages(folder: Path, engine: str, questions: list[Question]) -> list[tuple[str, float, float]]:
    """Return of each question its kind, and the seconds of CPU when asked first, and the median of the next times."""
    fetch = _fetcher(folder, engine)
    return [(one.kind, *timed(partial(fetch, address(one)))) for one in questions]


def time_hostile(folder: Path, engine: str) -> list[tuple[float, str]]:
    """Return the longest that the hostile queries of the tests took, in seconds by the clock, and their names."""
    fetch, took = _fetcher(folder, engine), []
    for name, typed in HOSTILE_QUERIES:
        started = time.perf_counter()
        fetch(urlencode({"q": typed.encode("utf-8", "surrogatepass")}))
        took.append((time.perf_counter() - started, name))
    return sorted(took, reverse=True)[:SLOWEST]


def time_correction(folder: Path, engine: str) -> tuple[float, float]:
    """Correct a paragraph and return the seconds, of CPU and by the clock, until a sync has brought it to be found."""
    set_up(folder, engine)
    from search.engines import get_engine
    from search.engines.port import EngineRequest
    from search.indexing.sync import sync
    from search.language.ast import Word

    get_engine().search(EngineRequest(Word("the")))  # a follower has the index open
    word = correct()
    started, clock = time.process_time(), time.perf_counter()
    sync()
    assert get_engine().search(EngineRequest(Word(word))).documents == 1
    return time.process_time() - started, time.perf_counter() - clock


def correct_in(folder: Path, engine: str) -> str:
    """Correct a title in the archive of a folder as an editor does; return a word that only the new title has."""
    set_up(folder, engine)
    return correct()


def correct() -> str:
    """Correct a title of this process's archive; return a word that only the new title has."""
    from articles import journal
    from articles.models import Article, Change

    word, article = f"corrected{journal.latest()}", Article.objects.order_by("pk")[10]
    article.revision += 1
    article.title = f"{word.capitalize()} by an editor"
    article.save()
    article.paragraphs.filter(kind="title").update(text=article.title)
    journal.record(article, Change.Kind.CORRECTED)
    return word


def _fetcher(folder: Path, engine: str) -> Callable[[str], None]:
    set_up(folder, engine)
    from django.test import Client

    client = Client()

    def fetch(parameters: str) -> None:
        page = client.get(f"/search/?{parameters}")
        assert page.status_code in (200, 400, 414, 503), page.status_code

    fetch(urlencode({"q": WARMING}))
    return fetch


def address(question: Question) -> str:
    """Return the parameters of a question's page."""
    chosen = {facet: tuple(sorted(values)) for facet, values in question.filters.choices.items()}
    excluded = {facet: tuple(sorted(values)) for facet, values in question.filters.excluded.items()}
    return SearchRequest(q=question.typed, chosen=choices(chosen), excluded=choices(excluded)).to_query()


def timed(ask: Callable[[], object], times: int = TIMES) -> tuple[float, float]:
    """Return the seconds of CPU when asked first, and the median of the next times."""
    first, *others = (cpu(ask) for _ in range(1 + times))
    return first, sorted(others)[times // 2]


def cpu(work: Callable[[], object]) -> float:
    """Return the seconds of CPU, of all threads, that some work takes."""
    started = time.process_time()
    work()
    return time.process_time() - started
