"""Django's system check of the engine: whether it can be had, and, as advice, whether it suits an archive of this size.

An index that is away is no matter of this check: pages say so, and the next sync brings it back.
"""

from django.conf import settings
from django.core.checks import CheckMessage, Error, Warning
from django.core.exceptions import ImproperlyConfigured

from search.engines import get_engine
from search.engines.port import IndexUnavailable

NO_ENGINE, OUTGROWN = "search.E001", "search.W001"
# Measured by tests/benchmarks/measure_search.py: the whoosh engine keeps an array of facts for every document in each
# process, and answers phrases of common words in more than 300 ms of CPU beyond this size.
WHOOSH_DOCUMENTS = 1_000_000
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
            f"The search index holds {documents:,} documents; the whoosh engine was measured up to "
            f"{WHOOSH_DOCUMENTS:,}, beyond which phrases take more than 300 ms and every process more memory.",
            hint="Install the package's extra “tantivy”, set SEARCH_ENGINE=tantivy, and run rebuild_index.",
            id=OUTGROWN,
        )
    ]


def _documents() -> int:
    try:
        return get_engine().state().documents
    except (IndexUnavailable, OSError):
        return 0
