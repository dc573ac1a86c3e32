"""Who is measured, by name, as far as what they need is installed."""

from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from search.engines import ENGINES
from tests.benchmarks.search.contender import Contender

RIVALS = {
    "bare whoosh": ("tests.benchmarks.search.bare_whoosh", "BareWhoosh", "whoosh"),
    "fts5": ("tests.benchmarks.search.fts5", "Fts5", "sqlite3"),
    "bare tantivy": ("tests.benchmarks.search.bare_tantivy", "BareTantivy", "tantivy"),
}
SAMPLED = {"bare whoosh": 2}  # questions of a kind; it takes seconds for each


def absent(name: str) -> str:
    """Say why somebody can't be measured, or nothing."""
    if name in RIVALS:
        library = RIVALS[name][2]
        return "" if find_spec(library) else f"the package {library} is not installed"
    return "" if name in ENGINES else "there is no such engine"


def made(name: str, size: Path) -> Contender:
    """Make a contender on its folder among the indexes of one size."""
    folder = size / name.replace(" ", "-")
    if name in RIVALS:
        module, maker, _ = RIVALS[name]
        build: Callable[[Path], Contender] = getattr(import_module(module), maker)
        return build(folder)
    from tests.benchmarks.search.ours import Ours

    return Ours(name, folder)


def folder_of(name: str, size: Path) -> Path:
    """Return where a contender keeps its index."""
    return size / name.replace(" ", "-")


def bare_library_of(name: str) -> str:
    """Name the bare library of an engine."""
    return f"bare {name}"
