"""The decisions that come with the project."""

from dataclasses import fields
from functools import cache
from pathlib import Path

from .decision import Decisions
from .logistic import read_decision

WEIGHTS = Path(__file__).with_name("weights")
NAMES = tuple(field.name for field in fields(Decisions))


@cache
def shipped_decisions(folder: Path = WEIGHTS) -> Decisions:
    """Return the decisions whose weights lie in a folder, read once; the rules decide what has none.

    Raises ValueError where a file is damaged.
    """
    files = {name: folder / f"{name}.json" for name in NAMES}
    return Decisions(**{name: read_decision(file) for name, file in files.items() if file.is_file()})
