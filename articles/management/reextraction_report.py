"""What a run of `reextract_articles` reports: a table of what changed, and a file with a line for each article.

The file has one JSON object a line: {"article", "title", "counts", "which"} for an article that changed,
{"article", "title", "problem"} for one that failed, and {"sums"} as the last line of a run that came to its end.
"""

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any, TextIO

from articles.findings.reextraction import Reextracted
from articles.models import Article

COLUMNS = ("added", "lost", "changed", "renamed")
ROWS = (
    "quotations",
    "speakers",
    "subjects",
    "people",
    "mentions of people",
    "countries",
    "mentions of countries",
    "roles",
    "boilerplate",
)


class ReextractionReport:
    """Sums what becomes of article after article; holds numbers alone, whatever their number."""

    def __init__(self, file: TextIO | None = None) -> None:
        self.file = file
        self.sums: Counter[str] = Counter()

    def take(self, one: Reextracted) -> str:
        """Add an article; return a sentence where it failed, else nothing."""
        self.sums[became(one)] += 1
        self.sums.update(one.differences.counts)
        if self.file and (one.problem or one.differences):
            self._write({"article": one.key, "title": _title(one.key), **_changes(one)})
        return f"Article {one.key} ({_title(one.key)}): {one.problem}." if one.problem else ""

    def close(self) -> None:
        """Write the sums, which say that the run came to its end."""
        self._write({"sums": +self.sums})

    def table(self) -> Iterator[str]:
        """Yield the lines of the table: what was added, lost, changed and renamed, a kind a row."""
        used = [column for column in COLUMNS if any(self.sums[f"{row} {column}"] for row in ROWS)]
        if used:
            yield f"{'':21}" + "".join(f"{column:>10}" for column in used)
        for row in ROWS:
            numbers = [self.sums[f"{row} {column}"] for column in used]
            if any(numbers):
                yield f"{row:21}" + "".join(f"{number or '–':>10}" for number in numbers)

    def __str__(self) -> str:
        counts = (f"{self.sums[f'articles {what}']:,} {what}" for what in ("changed", "unchanged", "failed"))
        return ", ".join(counts)

    def _write(self, record: dict[str, Any]) -> None:
        if self.file:
            self.file.write(json.dumps(record, ensure_ascii=False) + "\n")
            self.file.flush()


def became(one: Reextracted) -> str:
    """Say in one word what became of an article."""
    return f"articles {'failed' if one.problem else 'changed' if one.differences else 'unchanged'}"


def _changes(one: Reextracted) -> dict[str, Any]:
    if one.problem:
        return {"problem": one.problem}
    return {"counts": +one.differences.counts, "which": one.differences.which}


def _title(key: int) -> str:
    article = Article.objects.filter(pk=key).first()
    return str(article) if article else "deleted"
