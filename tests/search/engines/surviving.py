"""Damages every file of an index in every way, and asks it each time in a process of its own, which may die.

Run as a program: the name of an engine, and a folder with its index. It prints a line for whatever is neither the right
answer nor IndexUnavailable.
"""

import os
import shutil
import signal
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

from search.engines import make_engine
from search.engines.port import Engine, EngineRequest, IndexUnavailable, Unit
from search.language.ast import Near, Not, Phrase, Prefix, Word
from tests.patience import PATIENCE

TREES = (Word("war"), Phrase("war of words"), Near("words war of", 3), Not(Word("war")), Prefix("wa"), None)
UNITS: tuple[Unit, ...] = ("paragraphs", "quotations", "articles")


def answers(engine: Engine) -> list[object]:
    """Ask an engine everything."""
    asked: list[object] = [engine.search(EngineRequest(tree, unit=unit)) for tree in TREES for unit in UNITS]
    return [
        *asked,
        engine.completions("wa", 5),
        engine.similar(["wra"], 5),
        engine.state(),
        list(engine.iter_articles()),
    ]


def cut(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 3)


def emptied(path: Path) -> None:
    os.truncate(path, 0)


def zeroed(path: Path) -> None:
    path.write_bytes(bytes(path.stat().st_size))


def gone(path: Path) -> None:
    path.unlink()


def flipped(share: float) -> Callable[[Path], None]:
    def flip(path: Path) -> None:
        content = bytearray(path.read_bytes())
        if content:
            content[int(share * (len(content) - 1))] ^= 4
            path.write_bytes(content)

    return flip


DAMAGES: dict[str, Callable[[Path], None]] = {
    "cut": cut,
    "emptied": emptied,
    "zeroed": zeroed,
    "gone": gone,
    **{f"flipped at {share}": flipped(share) for share in (0.0, 0.2, 0.5, 0.8, 1.0)},
}


def asked_after(
    name: str, folder: Path, damage: Callable[[Path], None], file: str, opened: bool, right: list[Any]
) -> str:
    """Damage a copy of the index before, or after, it is opened, and ask it; say what went wrong, or nothing."""
    copy = folder.with_name("damaged")
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(folder, copy)
    engine = make_engine(name, copy, wait_for_writer=0)
    if opened:
        answers(engine)
    damage(copy / file)
    try:
        return "" if answers(engine) == right else "another answer"
    except IndexUnavailable:
        return ""


def survives(*case) -> str:
    """Ask in a process of its own, and say what went wrong, or nothing."""
    child = os.fork()
    if not child:
        signal.setitimer(signal.ITIMER_REAL, PATIENCE)
        try:
            wrong = asked_after(*case)
        except BaseException:
            wrong = traceback.format_exc()
        if wrong:
            print(wrong, flush=True)
        os._exit(1 if wrong else 0)
    _, status = os.waitpid(child, 0)
    return "" if not status else f"it ended with {os.waitstatus_to_exitcode(status)}"


def main(name: str, folder: Path) -> None:
    copy = folder.with_name("whole")
    shutil.copytree(folder, copy)
    right = answers(make_engine(name, copy, wait_for_writer=0))
    files = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    for file in files:
        for kind, damage in DAMAGES.items():
            for opened in (False, True):
                if wrong := survives(name, folder, damage, file, opened, right):
                    print(f"{file} {kind}, {'opened before' if opened else 'opened after'}: {wrong}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
