"""Each file of an index damaged: an engine answers right or says that it can't, lives on, and a sync heals it.

The engine is asked while it has the files open, and anew. It runs in a process of its own, since a file that is cut
while it is mapped into memory ends a process (SIGBUS).
"""

import shutil
from collections.abc import Callable
from dataclasses import replace
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import pytest

from search.engines import make_engine
from search.engines.port import Engine, EngineAnswer, EngineRequest, Filters, IndexUnavailable
from search.language.ast import And, Fuzzy, Not, Phrase, Prefix, Within, Word
from tests.reliability.damages import DAMAGES, Damage, files
from tests.reliability.harbours import halves, round_of
from tests.reliability.processes import OtherProcess

HIDDEN = "unavailable"
ASKED = (
    EngineRequest(None, sort="newest"),
    EngineRequest(Word("ferries")),
    EngineRequest(And((Word("harbour"), Not(Word("round1"))))),
    EngineRequest(Phrase("waited for the tide")),
    EngineRequest(Prefix("har"), filters=Filters({"countries": frozenset(["MA"])})),
    EngineRequest(Fuzzy("ferrymem")),
    EngineRequest(Within("titles", Word("quay")), group_by="publishers"),
    EngineRequest(Word("boat"), unit="quotations", group_by="speakers"),
    EngineRequest(Word("master"), unit="articles", filters=Filters(excluded={"people": frozenset([3])})),
)
OTHERS: tuple[Callable[[Engine], Any], ...] = (
    lambda engine: engine.completions("ferr", 5),
    lambda engine: engine.similar(["harbor"], 5),
    lambda engine: sorted(engine.iter_articles(), key=lambda one: one.article),
)


@pytest.fixture
def sound(name, folder):
    """An index that has seen a rebuild and writes, so that some of its documents are deleted ones."""
    engine = make_engine(name, folder)
    engine.write(round_of(1, range(1, 4)))
    engine.write(round_of(1, range(7, 9)))
    return folder


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_damage_is_noticed_and_heals(name, sound, damage, tmp_path):
    with OtherProcess(ask_once, name, sound) as helper:
        right = helper.received()
    assert HIDDEN not in right
    wrong = [
        f"{file} {what}"
        for number, file in enumerate(files(sound))
        for what in what_is_wrong(name, shutil.copytree(sound, tmp_path / str(number)), file, damage, right)
    ]
    assert wrong == []


def what_is_wrong(name: str, folder: Path, file: Path, damage: Damage, right: list[Any]) -> list[str]:
    """Say what an engine does wrong with one file of an index damaged while it is open."""
    with OtherProcess(meet_damage, name, folder) as helper:
        try:
            assert helper.received() == right
            damage(folder / file)
            said = helper.ask("damaged")
        except AssertionError as error:
            return [str(error)]
    shutil.rmtree(folder)
    wrong = [
        f"{when}: {_first_wrong(received, right)}" for when, received in said.items() if _first_wrong(received, right)
    ]
    healed = [_plain(one) for one in said["healed"]] == [_plain(one) for one in right]
    return [one for one in wrong if not one.startswith("healed")] + ([] if healed else ["does not heal"])


def _first_wrong(received: list[Any], right: list[Any]) -> str:
    """Return the first answer that is neither right nor missing."""
    return next(
        (f"told {one!r}"[:300] for one, due in zip(received, right, strict=True) if one not in (due, HIDDEN)), ""
    )


def _plain(answer: Any) -> Any:
    """Leave out what may differ between two indexes of the same documents.

    That is scores with the order they give, and how often words occur, where documents that were deleted still count.
    """
    if isinstance(answer, tuple):
        return [word.word for word in answer]
    if not isinstance(answer, EngineAnswer):
        return answer
    groups: Any = tuple(sorted((group.value, group.count) for group in answer.groups))
    return replace(answer, groups=groups if answer.pages == 1 else ())


def ask_once(line: Connection, name: str, folder: Path) -> None:
    """Tell what an engine answers."""
    line.send(answers(make_engine(name, folder)))


def meet_damage(line: Connection, name: str, folder: Path) -> None:
    """Tell what an engine answers; then, when told that something was damaged, what open and new engines do."""
    engine = make_engine(name, folder)
    line.send(answers(engine))
    line.recv()
    said = {"open": answers(engine), "anew": answers(make_engine(name, folder))}
    heal(make_engine(name, folder))
    line.send(said | {"healed": answers(engine)})


def answers(engine: Engine) -> list[Any]:
    """Ask an engine everything."""
    asked = [lambda engine, request=request: engine.search(request) for request in ASKED]
    return [_answer(engine, ask) for ask in (*asked, *OTHERS)]


def _answer(engine: Engine, ask: Callable[[Engine], Any]) -> Any:
    try:
        return ask(engine)
    except IndexUnavailable:
        return HIDDEN


def heal(engine: Engine) -> None:
    """Do what a sync does: follow, and where that can't be, build anew."""
    try:
        engine.state()
        engine.check()
        engine.write(round_of(1, range(2, 5)))
    except IndexUnavailable:
        engine.rebuild(halves(1), 1, "mark 1")
