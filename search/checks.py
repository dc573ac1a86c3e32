"""Django's system check of the engine: whether it can be had, and, as advice, whether it suits an archive of this size.

An index that is away is no matter of this check: pages say so, and the next sync brings it back.
"""

from django.core.checks import CheckMessage, Error, Warning
from django.core.exceptions import ImproperlyConfigured

from search.engines import get_engine
from search.engines.port import Engine, IndexUnavailable

NO_ENGINE, OUTGROWN = "search.E001", "search.W001"
BENCHMARK = "python -m tests.benchmarks.measure_search"
HINT = "Set SEARCH_ENGINE to an engine that is known, or install the package that it lacks."


def engine_suits(app_configs: object, **options: object) -> list[CheckMessage]:
    """Say that the engine asked for cannot be had, or pass on its advice where the archive has outgrown it."""
    try:
        engine = get_engine()
    except ImproperlyConfigured as problem:
        return [Error(str(problem), hint=HINT, id=NO_ENGINE)]
    documents = _documents(engine)
    if not (advice := engine.advice(documents)):
        return []
    return [
        Warning(
            f"The search index holds {documents:,} documents. {advice}",
            hint=f"“{BENCHMARK} --paragraphs {documents}” measures it at about this size, on this machine.",
            id=OUTGROWN,
        )
    ]


def _documents(engine: Engine) -> int:
    """Return how many documents the index says it has: reading through it would take seconds at every command."""
    try:
        return engine.state(verify=False).documents
    except IndexUnavailable:
        return 0
