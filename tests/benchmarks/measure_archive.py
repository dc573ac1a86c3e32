"""Measures the whole way at scale: import real articles, index them, and say what it took.

    python -m tests.benchmarks.measure_archive [NUMBER OF ARTICLES]

Prints one table a part. Times are given as ratios to reading and hashing the same articles in the same run, since
machines are noisy; the seconds beside them are this machine's. How cost grows is read from the rows, one for each
eighth of the articles. Needs the folder `shared` beside the project, and says so where it is absent.
"""

import itertools
import os
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
ARTICLES = ROOT.parent / "shared" / "data" / "articles" / "articles.jsonl.gz"
PARTS = 8


def main() -> None:
    """Measure in a folder of its own, which is gone afterwards."""
    if not ARTICLES.exists():
        sys.exit("The folder “shared” beside the project is absent: there are no articles to measure with.")
    with tempfile.TemporaryDirectory(prefix="newsroom-benchmark-") as folder:
        os.environ.update(DEBUG="0", SECRET_KEY="a key for a benchmark", ALLOWED_HOSTS="localhost", VAR_DIR=folder)
        os.environ.update(DJANGO_SETTINGS_MODULE="newsroom.settings", SEARCH_INDEX_DIR=f"{folder}/index")
        import django

        django.setup()
        measure(Path(folder), int(sys.argv[1]) if len(sys.argv) > 1 else None)


def measure(folder: Path, most: int | None) -> None:
    """Import, index, and print what each took."""
    from django.core.management import call_command

    from articles.importing.importer import import_article
    from articles.models import Article, Mention, Paragraph, Person, Quotation
    from articles.sources import read

    call_command("migrate", verbosity=0)
    started = time.process_time()
    records = list(itertools.islice(read(ARTICLES), most))
    for record in records:
        record.content_hash()
    bare = (time.process_time() - started) / len(records)
    print(f"{len(records):,} articles, read and hashed in {1000 * bare:.2f} ms each (the unit of the ratios)\n")
    print("articles in the archive   ms each   ratio   articles/s")
    for done, seconds in timed(records, import_article):
        print(f"{done:23,} {1000 * seconds:9.2f} {seconds / bare:7.1f} {1 / seconds:12.0f}")
    for table in (Article, Paragraph, Quotation, Mention, Person):
        print(f"{table.objects.count():12,} {table._meta.verbose_name_plural}")
    started = time.process_time()
    call_command("sync_index")
    took = time.process_time() - started
    units = Paragraph.objects.count() + Quotation.objects.count()
    print(f"\nindexed in {took:.0f} s of CPU, {1000 * took / units:.2f} ms a document")
    database, index = size(folder.glob("archive.sqlite3*")), size((folder / "index").rglob("*"))
    print(f"database {database / 1e6:.0f} MB, index {index / 1e6:.0f} MB")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB (all records held at once)")


def timed(records: list[Any], do) -> Iterator[tuple[int, float]]:
    """Do it with every record and yield, for each part, how many are done and the wall seconds each took."""
    for part in range(PARTS):
        share = records[len(records) * part // PARTS : len(records) * (part + 1) // PARTS]
        started = time.perf_counter()
        for record in share:
            do(record)
        yield len(records) * (part + 1) // PARTS, (time.perf_counter() - started) / max(1, len(share))


def size(files) -> int:
    """Return the bytes that these files take."""
    return sum(file.stat().st_size for file in files if file.is_file())


if __name__ == "__main__":
    main()
