"""Measures how copies are found: what it costs an import, and which articles are brought together.

    python -m tests.benchmarks.measure_copies [--pairs]

The first table: CPU per article of finding its copies, beside reading and hashing the same articles, for each eighth of
the archive; then for the same articles with their words in reverse, which are copies of none and as long, so that
growth with the archive shows row by row; then for all of them once more, which are copies. The second: the pairs that
share hashes, by the share of the shorter text that the longer one has; with --pairs, those nearest above and below the
threshold are printed by their titles, to be judged by a reader. Needs the folder `shared` beside the project.
"""

import os
import sys
import tempfile
import time
from collections import Counter, defaultdict
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
ARTICLES = ROOT.parent / "shared" / "data" / "articles" / "articles.jsonl.gz"
PARTS = 8
SHOWN = 30  # pairs on either side of the threshold


def main() -> None:
    """Measure in a folder of its own, which is gone afterwards."""
    if not ARTICLES.exists():
        sys.exit("The folder “shared” beside the project is absent: there are no articles to measure with.")
    with tempfile.TemporaryDirectory(prefix="newsroom-benchmark-") as folder:
        os.environ.update(DEBUG="0", SECRET_KEY="a key for a benchmark", ALLOWED_HOSTS="localhost", VAR_DIR=folder)
        os.environ.update(DJANGO_SETTINGS_MODULE="newsroom.settings")
        import django

        django.setup()
        measure("--pairs" in sys.argv)


def measure(with_pairs: bool) -> None:
    """Import texts and headings alone, find their copies, and print what it took and what was found."""
    from django.core.management import call_command

    from articles.sources import SourceArticle, read

    call_command("migrate", verbosity=0)
    started = time.process_time()
    records = [record for record in read(ARTICLES) if isinstance(record, SourceArticle)]
    for record in records:
        record.content_hash()
    print(f"read and hashed in {1000 * (time.process_time() - started) / len(records):.2f} ms of CPU an article\n")
    print("articles in the archive   words each   ms of CPU each to place")
    backwards = [replace(record, paragraphs=tuple(map(reversed_words, record.paragraphs))) for record in records]
    for done, those in enumerate((records, backwards, records)):
        place_all(those, done * len(records))
        print_stories()
    pairs = alike_pairs(records)
    histogram(pairs)
    if with_pairs:
        nearest(pairs, records)


def place_all(records: list[Any], done: int) -> None:
    """Lay the texts of the records and find their copies, and print for each part what the finding took."""
    for part in range(PARTS):
        share = records[len(records) * part // PARTS : len(records) * (part + 1) // PARTS]
        seconds = sum(placed(record) for record in share)
        words = sum(len(paragraph.text.split()) for record in share for paragraph in record.paragraphs)
        done += len(share)
        print(f"{done:23,} {words / max(1, len(share)):12.0f} {1000 * seconds / max(1, len(share)):26.2f}")


def reversed_words(paragraph):
    """Return a paragraph with its words in reverse."""
    return replace(paragraph, text=" ".join(reversed(paragraph.text.split())))


def placed(record) -> float:
    """Lay the text of an article without extracting from it, and return the seconds that finding its copies took."""
    from django.db import transaction

    from articles.content.paragraph_rows import upsert_text
    from articles.duplicates import clusters
    from articles.models import Article

    with transaction.atomic():
        article = Article.objects.create(title=record.title, content_hash="none")
        upsert_text(article, record.paragraphs)
        started = time.process_time()
        clusters.assign(article)
        return time.process_time() - started


def print_stories() -> None:
    """Print how many stories have copies."""
    from articles.models import Article, NearDuplicatePair, StoryMember

    sizes = Counter(StoryMember.objects.values_list("story", flat=True))
    several = [size for size in sizes.values() if size > 1]
    print(
        f"\n{Article.objects.count():,} articles, {NearDuplicatePair.objects.count():,} pairs;"
        f" {len(several):,} stories have copies, {sum(several):,} articles in them,"
        f" {max(several, default=1)} in the largest\n"
    )


def alike_pairs(records: list[Any]) -> list[tuple[float, float, int, int]]:
    """Return the pairs that share hashes: the share of the shorter text in the other, of their lengths, and both."""
    from articles.duplicates.shingles import SHARED_HASHES, shingles_of, sketch_of
    from articles.paragraph_kinds import PassageKind

    bodies = ("\n".join(p.text for p in record.paragraphs if p.kind == PassageKind.BODY) for record in records)
    shingled = [shingles_of(body) for body in bodies]
    articles_with: dict[int, list[int]] = defaultdict(list)
    for number, one in enumerate(shingled):
        for hash_ in sketch_of(one):
            articles_with[hash_].append(number)
    shared = Counter(pair for numbers in articles_with.values() for pair in combinations(numbers, 2))
    enough = (pair for pair, times in shared.items() if times >= SHARED_HASHES)
    return sorted((*likeness(shingled[a], shingled[b]), a, b) for a, b in enough)


def likeness(one: frozenset[int], other: frozenset[int]) -> tuple[float, float]:
    """Return the share of the shorter text that the longer has, and the share of the longer that the shorter is."""
    shorter, longer = sorted((len(one), len(other)))
    return len(one & other) / shorter, shorter / longer


def histogram(pairs: list[tuple[float, float, int, int]]) -> None:
    """Print how many pairs there are of each tenth."""
    print("share of the shorter text in the longer   pairs")
    counted = Counter(int(share * 10) / 10 for share, *_ in pairs)
    for tenth in sorted(counted):
        print(f"{tenth:39.1f} {counted[tenth]:7,}")


def nearest(pairs: list[tuple[float, float, int, int]], records: list[Any]) -> None:
    """Print the pairs nearest to the threshold, above and below."""
    from articles.duplicates.shingles import CONTAINMENT, SHORTEST

    above = [pair for pair in pairs if pair[0] >= CONTAINMENT and pair[1] >= SHORTEST]
    below = [pair for pair in pairs if pair not in above]
    for words, side in (("copies", above[:SHOWN]), ("no copies", below[-SHOWN:])):
        print(f"\nThe nearest to the threshold that are {words}:")
        for share, length, a, b in side:
            print(f"  {share:.2f} of it, {length:.2f} as long: {citation(records[a])}  |  {citation(records[b])}")


def citation(record) -> str:
    """Name an article."""
    return f"{record.publisher}, {record.published.iso if record.published else 'undated'}: {record.title}"


if __name__ == "__main__":
    main()
