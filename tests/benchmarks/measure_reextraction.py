"""Measures how fast the archive is extracted again: plain extraction of the same texts, then 1, 2 … processes.

    python -m tests.benchmarks.measure_reextraction [NUMBER OF ARTICLES]

Every run starts from findings that an older version is said to have made, in an archive of real articles of its own.
Rates are wall time's, and beside them their ratio to plain extraction in the same run, since machines are noisy. Needs
the folder `shared` beside the project, and says so where it is absent.
"""

import itertools
import os
import resource
import sys
import tempfile
import time
from collections.abc import Iterable

from tests.benchmarks.measure_archive import ARTICLES


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
    from articles.importer import import_article
    from articles.models import Article
    from articles.reextraction import _tasks, outdate_all, outdated, reextract_all
    from articles.sources import read

    call_command("migrate", verbosity=0)
    for record in itertools.islice(read(ARTICLES), most):
        import_article(record)
    number = Article.objects.count()
    tasks = list(_tasks(Article.objects.all()))
    extract_one(tasks[0])  # reads the word lists
    bare = number / seconds(map(extract_one, tasks))
    tasks.clear()
    print(f"{number:,} articles, {cores()} cores\n\n                                  articles/s   of plain extraction")
    print(f"plain extraction {bare:27.0f} {1:21.2f}")
    for processes in range(1, cores() + 1):
        for what, outdate in (("finds the same", stamp_older), ("stores all again", outdate_all)):
            outdate()
            rate = number / seconds(reextract_all(outdated(), processes))
            print(f"{processes} process{'es' if processes > 1 else '  '}, {what:16} {rate:15.0f} {rate / bare:21.2f}")
    usage = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    print(f"\npeak memory {usage[0] / 1024:.0f} MiB, {usage[1] / 1024:.0f} MiB in the largest other process")


def stamp_older() -> None:
    """Say of all findings that an older version made them, which is all that differs."""
    from articles.models import Article

    Article.objects.update(extractor_version="older")


def seconds(given: Iterable) -> float:
    """Return the wall seconds that it takes to go through what is given out."""
    started = time.perf_counter()
    for _ in given:
        pass
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
