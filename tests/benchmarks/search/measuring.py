"""One size measured: everything is built once and kept, every measurement is made in a process of its own."""

import json
import shutil
from dataclasses import asdict, dataclass
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import Any

from search.engines.port import IndexUnavailable
from tests.benchmarks.search import archive, known_items, pages
from tests.benchmarks.search.apart import Measured, Reading, apart
from tests.benchmarks.search.contenders import SAMPLED, folder_of, made
from tests.benchmarks.search.corpus import Piece, pieces
from tests.benchmarks.search.queries import Question

Times = list[tuple[str, float, float]]  # kind, seconds of CPU the first time, and the median of the next


@dataclass(frozen=True)
class Built:
    """What building an index took: documents, seconds of CPU without reading the corpus, the most memory in MB."""

    documents: int
    seconds: float
    megabytes: float

    @property
    def rate(self) -> float:
        """Documents a second."""
        return self.documents / self.seconds


def database(size: Path, paragraphs: int) -> None:
    """Make the database under the pages, once; one that was kept may lack tables that came since."""
    done = size / "archive.done"
    if done.exists():
        apart(archive.bring_up, size)
    else:
        size.mkdir(parents=True, exist_ok=True)
        for left in size.glob("archive.sqlite3*"):
            left.unlink()
        done.write_text(f"{apart(archive.lay, size, paragraphs).result}")


def built(name: str, size: Path, paragraphs: int) -> Built:
    """Build the index of a contender, once, and tell what that took."""
    outcome = size / f"{folder_of(name, size).name}.json"
    if not (outcome.exists() and apart(_answers, name, size).result):
        shutil.rmtree(folder_of(name, size), ignore_errors=True)
        measured = apart(_build, name, size, paragraphs)
        documents, seconds = measured.result
        outcome.write_text(json.dumps(asdict(Built(documents, measured.seconds - seconds, measured.megabytes))))
    return Built(**json.loads(outcome.read_text()))


def _answers(name: str, size: Path) -> bool:
    """Say whether an index that was kept still can be read."""
    contender: Any = made(name, size)
    try:
        return not hasattr(contender, "engine") or bool(contender.engine.state())
    except IndexUnavailable:
        return False


def _build(name: str, size: Path, paragraphs: int) -> tuple[int, float]:
    """Build, and return how many documents there are, and the seconds that reading them took."""
    counted = _Counted(pieces(paragraphs))
    made(name, size).build(counted)
    return counted.documents, counted.seconds


class _Counted(Reading[Piece]):
    documents = 0

    def __next__(self) -> Any:
        piece = super().__next__()
        self.documents += len(piece.documents)
        return piece


def engine_times(name: str, size: Path, questions: list[Question]) -> Measured[Times]:
    """Ask a contender everything, or its sample."""
    return apart(_engine_times, name, size, sampled(questions, SAMPLED.get(name, len(questions))))


def _engine_times(name: str, size: Path, questions: list[Question]) -> Times:
    contender = made(name, size)
    contender.ask(questions[-1])  # what is loaded once
    asked = [one for one in questions if one.kind not in contender.lacks]
    times = 1 if name in SAMPLED else pages.TIMES
    return [(one.kind, *pages.timed(partial(contender.ask, one), times)) for one in asked]


def sampled(questions: list[Question], of_each: int) -> list[Question]:
    """Return the first questions of each kind."""
    return [one for _, kind in groupby(questions, lambda question: question.kind) for one in list(kind)[:of_each]]


def page_times(name: str, size: Path, questions: list[Question]) -> Measured[Times]:
    """Fetch the page of every question."""
    return apart(pages.time_pages, size, name, questions)


def hostile_times(name: str, size: Path) -> list[tuple[float, str]]:
    """Return the slowest of the hostile queries, through the page, by the clock."""
    return apart(pages.time_hostile, size, name).result


def correction(name: str, size: Path) -> tuple[float, float]:
    """Return the seconds, of CPU and by the clock, that a correction takes to be found."""
    return apart(pages.time_correction, size, name).result


def known(name: str, size: Path, items: list[known_items.Item]) -> dict[str, float]:
    """Return MRR@10 of the known items."""
    return apart(_known, name, size, items).result


def _known(name: str, size: Path, items: list[known_items.Item]) -> dict[str, float]:
    return known_items.mean_reciprocal_ranks(made(name, size), items)
