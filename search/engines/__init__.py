"""Engines behind one port (port/); which one answers is a setting."""

from functools import lru_cache
from importlib import import_module
from pathlib import Path
from types import ModuleType

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from search.engines.port import Engine

ENGINES = {"whoosh": "search.engines.whoosh_engine.engine.WhooshEngine"}


def get_engine() -> Engine:
    """Return the engine of the settings, on their index folder; the same object for a whole process.

    Raises ImproperlyConfigured where the engine is unknown or its package is missing.
    """
    return _engine_at(settings.SEARCH_ENGINE, Path(settings.SEARCH_INDEX_DIR))


@lru_cache(maxsize=4)
def _engine_at(name: str, path: Path) -> Engine:
    return make_engine(name, path)


def make_engine(name: str, path: Path, **options: float) -> Engine:
    """Return a new engine, by its name in ENGINES, on an index folder.

    Raises ImproperlyConfigured where it is unknown or its package is missing.
    """
    if name not in ENGINES:
        raise ImproperlyConfigured(f"SEARCH_ENGINE is {name!r}; known are {', '.join(ENGINES)}.")
    module, _, engine = ENGINES[name].rpartition(".")
    made: Engine = getattr(_imported(name, module), engine)(path, **options)
    return made


def _imported(name: str, module: str) -> ModuleType:
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        raise ImproperlyConfigured(f"SEARCH_ENGINE is {name!r}, whose package is missing: {error.name}.") from error
