"""Measures how fast the archive is extracted again: by 1, 2 … processes.

    python -m tests.benchmarks.measure_reextraction [NUMBER OF ARTICLES]

Every run starts from findings that an older version is said to have made, in an archive of real articles of its own:
once the same is found everywhere, once all is stored again as if all had changed. Rates are wall time's, and beside
them their ratio to plain extraction of a sample right before, since machines are noisy; CPU time says what one process
that stores and several that extract would reach on cores of their own. Needs the folder `shared` beside the project,
and says so where it is absent.
"""

import itertools
import os
import resource
import sys
import tempfile
import time
from collections.abc import Iterable
from typing import Any

from tests.benchmarks.measure_archive import ARTICLES

SAMPLE = 200
HEAD = f"{'':30}{'articles/s':>10}{'of plain':>16}{'own CPU ms':>12}{'others CPU ms':>14}"


def main() -> None:
    """Measure in a folder of its own, which is gone afterwards; DATABASE_URL may name another database."""
    if not ARTICLES.exists():
        sys.exit("The folder “shared” beside the project is absent: there are no articles to measure with.")
    with tempfile.TemporaryDirectory(prefix="newsroom-benchmark-") as folder:
        os.environ.update(DEBUG="0", SECRET_KEY="a key for a benchmark", ALLOWED_HOSTS="localhost", VAR_DIR=folder)
        os.environ.update(DJANGO_SETTINGS_MODULE="newsroom.settings", SEARCH_INDEX_DIR=f"{folder}/index")
        import django

        django.setup()
        measure(int(sys.argv[1]) if len(sys.argv) > 1 else 2_000)


def measure(most: int) -> None:
    """Import the articles, then extract from them once barely and again with 1, 2 … processes."""
    from django.core.management import call_command

    from articles.extraction.processes import cores, extract_one
    from articles.findings.reextraction import _tasks, outdate_all, outdated, reextract_all
    from articles.importing.importer import import_article
    from articles.models import Article
    from articles.sources import SourceArticle, read

    call_command("migrate", verbosity=0)
    for record in itertools.islice(read(ARTICLES), most):
        assert isinstance(record, SourceArticle)
        import_article(record)
    number = Article.objects.count()
    sample = list(itertools.islice(_tasks(Article.objects.all()), SAMPLE))
    extract_one(sample[0])  # reads the word lists
    print(f"{number:,} articles, {cores()} cores\n\n{HEAD}")
    for processes in range(1, cores() + 1):
        for what, outdate in (("finds the same", stamp_older), ("stores all again", outdate_all)):
            outdate()
            bare = taken(map(extract_one, sample))
            wall, own, others = (spent / number for spent in taken(reextract_all(outdated(), processes)))
            result = f"{processes} process{'es' if processes > 1 else ''}, {what}"
            share = bare[0] / len(sample) / wall
            print(f"{result:30}{1 / wall:10.0f}{share:16.2f}{1000 * own:12.1f}{1000 * others:14.1f}")
    plain = bare[1] / len(sample)
    print(f"\nplain extraction: {1000 * plain:.1f} ms of CPU an article")
    usage = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    print(f"peak memory {usage[0] / 1024:.0f} MiB, {usage[1] / 1024:.0f} MiB in the largest other process")


def stamp_older() -> None:
    """Say of all findings that an older version made them, which is all that differs."""
    from articles.models import Article

    Article.objects.update(extractor_version="older")


def taken(given: Iterable[Any]) -> tuple[float, float, float]:
    """Go through what is given out; return the seconds: by the wall, of this process's CPU, of others it started."""
    started, before = time.perf_counter(), os.times()
    for _ in given:
        pass
    after = os.times()
    own = after.user + after.system - before.user - before.system
    others = after.children_user + after.children_system - before.children_user - before.children_system
    return time.perf_counter() - started, own, others


if __name__ == "__main__":
    main()
