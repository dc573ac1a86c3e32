"""Measures how long an editor waits beside two imports, and beside one of an article of 10,000 paragraphs.

    python -m tests.benchmarks.measure_waiting [ARTICLES OF EACH IMPORT] [PARAGRAPHS]

An editor saves a correction over and over, with a short pause between two. Shown is how long a save takes alone (its
median is the unit of the ratios) and beside the imports, how many were turned away, and how many articles came in. The
texts are made for it. DATABASE_URL may name another database than an SQLite file of its own.
"""

import json
import os
import random
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median, quantiles
from subprocess import DEVNULL, Popen

from tests.conftest import ROOT

EACH, PARAGRAPHS = 150, 10_000
PAUSE = 0.05  # seconds between an editor's saves
SYLLABLES = (
    "ka",
    "ro",
    "mi",
    "ta",
    "lu",
    "ven",
    "dor",
    "sal",
    "pe",
    "nis",
    "bar",
    "gol",
    "he",
    "ji",
    "mo",
    "ran",
    "tel",
)
SENTENCES = (
    "The ferry minister, {a}, opened a harbour in Lisbon on Monday, beside {b} of Morocco.",
    "“Nobody will wait for a boat again,” {a} told reporters, while {b} said that it would take years.",
    "The port of Oslo said that ferries would call twice a day; {a} doubts it.",
)


def main() -> None:
    """Measure in a folder of its own, which is gone afterwards."""
    each, paragraphs = [*map(int, sys.argv[1:]), *(EACH, PARAGRAPHS)[len(sys.argv) - 1 :]]
    with tempfile.TemporaryDirectory(prefix="newsroom-benchmark-") as folder:
        os.environ.update(DEBUG="0", SECRET_KEY="a key for a benchmark", ALLOWED_HOSTS="localhost", VAR_DIR=folder)
        os.environ.update(DJANGO_SETTINGS_MODULE="newsroom.settings", SEARCH_INDEX_DIR=f"{folder}/index")
        import django

        django.setup()
        measure(Path(folder), each, paragraphs)


def measure(folder: Path, each: int, paragraphs: int) -> None:
    """Save beside nothing, two imports, and a long article; print what it took."""
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    drawn = random.Random(1)  # noqa: S311  drawn alike each time
    save = saving()
    alone = [save() for _ in range(50)]
    unit = median(alone)
    print(f"{'':34}{'saves':>7}{'median':>9}{'p95':>9}{'longest':>9} s{'p95 ratio':>11}{'refused':>9}{'took':>8} s")
    print(row("alone", alone, unit, 0.0))
    files = [article_file(folder, f"import{n}", [short(drawn, n, one) for one in range(each)]) for n in range(2)]
    print(row(f"two imports of {each}", *beside(files, save, unit)))
    long: dict[str, object] = {"id": "long", "paragraphs": [f"“Yes,” said {name(drawn)}." for _ in range(paragraphs)]}
    print(row(f"an article of {paragraphs:,} paragraphs", *beside([article_file(folder, "long", [long])], save, unit)))
    from articles.models import Article

    print(f"{Article.objects.count() - 1:,} of {2 * each + 1:,} articles came in")


def saving() -> Callable[[], float]:
    """Return what saves one correction more and returns the seconds it took, or -1 where it was refused."""
    from django.contrib.auth.models import User
    from django.db import OperationalError

    from articles.editing.corrections import Edit, correct_value
    from articles.importing.importer import import_article
    from articles.models import Article
    from articles.sources import SourceArticle, SourceParagraph

    editor = User.objects.create_user("edith")
    key = import_article(SourceArticle("a place", "a.txt", (SourceParagraph("Rain fell on Oslo."),))).article.pk

    def save() -> float:
        seen = Article.objects.values_list("revision", flat=True).get(pk=key)
        started = time.perf_counter()
        try:
            correct_value(key, "byline", Edit(f"Pen {seen}", "as printed", editor, seen))
        except OperationalError:
            return -1.0
        return time.perf_counter() - started

    return save


def beside(files: list[Path], save: Callable[[], float], unit: float) -> tuple[list[float], float, float]:
    """Import files, each by a process, and save until they have ended; return the seconds of the saves and of all."""
    command = [sys.executable, "manage.py", "import_articles"]
    started = time.perf_counter()
    processes = [Popen([*command, str(file)], cwd=ROOT, stdout=DEVNULL, stderr=DEVNULL) for file in files]
    saves = []
    while any(process.poll() is None for process in processes):
        saves.append(save())
        time.sleep(PAUSE)
    return saves, unit, time.perf_counter() - started


def row(what: str, saves: list[float], unit: float, took: float) -> str:
    """Return a line of the table."""
    waits = [one for one in saves if one >= 0] or [0.0]
    high = quantiles(waits, n=20)[-1] if len(waits) > 1 else waits[0]
    refused = len(saves) - len(waits)
    head = f"{what:34}{len(saves):7,}{median(waits):9.3f}{high:9.3f}{max(waits):9.3f}"
    return f"{head}  {high / unit:11.1f}{refused:9,}{took:8.1f}"


def short(drawn: random.Random, number: int, one: int) -> dict[str, object]:
    texts = [drawn.choice(SENTENCES).format(a=name(drawn), b=name(drawn)) for _ in range(20)]
    return {"id": f"{number}:{one}", "title": f"Harbour {one}", "paragraphs": texts}


def name(drawn: random.Random) -> str:
    return " ".join("".join(drawn.choices(SYLLABLES, k=3)).capitalize() for _ in range(2))


def article_file(folder: Path, stem: str, records: list[dict[str, object]]) -> Path:
    """Write records as JSON lines."""
    file = folder / f"{stem}.jsonl"
    file.write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    return file


if __name__ == "__main__":
    main()
