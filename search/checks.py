"""Django's system check of the engine: whether it can be had, and, as advice, whether it suits an archive of this size.

An index that is away is no matter of this check: pages say so, and the next sync brings it back.
"""

from django.conf import settings
from django.core.checks import CheckMessage, Error, Warning
from django.core.exceptions import ImproperlyConfigured

from search.engines import get_engine
from search.engines.port import IndexUnavailable

NO_ENGINE, OUTGROWN = "search.E001", "search.W001"
# The most documents that the benchmark was run with over the whoosh engine, and what it printed there, to be said after
# the number. Both change together, and only with a new run.
WHOOSH_DOCUMENTS = 1_000_000
WHOOSH_FIGURE = ", where one search in twenty takes more than 64 ms of CPU and one page in twenty more than 126"
BENCHMARK = "python -m tests.benchmarks.measure_search"
HINT = "Set SEARCH_ENGINE to another, or install the package's extra of the engine's name."


def engine_suits(app_configs: object, **options: object) -> list[CheckMessage]:
    """Say that the engine asked for cannot be had, or warn when the archive has outgrown it."""
    try:
        get_engine()
    except ImproperlyConfigured as problem:
        return [Error(str(problem), hint=HINT, id=NO_ENGINE)]
    if settings.SEARCH_ENGINE != "whoosh" or (documents := _documents()) <= WHOOSH_DOCUMENTS:
        return []
    return [
        Warning(
            f"The search index holds {documents:,} documents. The whoosh engine was measured up to "
            f"{WHOOSH_DOCUMENTS:,}{WHOOSH_FIGURE}; with each more, its searches and every process's memory grow.",
            hint="Install the package's extra “tantivy”, set SEARCH_ENGINE=tantivy, and run rebuild_index. "
            f"“{BENCHMARK} --paragraphs {documents}” compares them at about this size.",
            id=OUTGROWN,
        )
    ]


def _documents() -> int:
    """Return how many documents the index says it has: reading through it would take seconds at every command."""
    try:
        return get_engine().glance().documents
    except (IndexUnavailable, OSError):
        return 0
