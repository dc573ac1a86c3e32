"""Scores what the extractor finds in the sets of the shared gold, by the scorers that lie beside the gold.

A set is found in once, its findings written as `find_in` prints them, and scored in a process of its own.
"""

import gzip
import json
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
ODD_MARKS = "''"  # doubled apostrophes used as quotation marks, which the gold of quotations does not read


def articles_of(name: str) -> list[dict[str, Any]]:
    """Return the articles of a set with their gold."""
    with gzip.open(SHARED / "data" / f"{name}.jsonl.gz", "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def has_odd_marks(article: dict[str, Any]) -> bool:
    """Say whether an article's marks are doubled apostrophes."""
    return article["text"].count(ODD_MARKS) > 1


@cache
def found_in(name: str) -> list[dict[str, Any]]:
    """Return the findings in each article of a set; of sets of contents all that is reported, as find_in --contents."""
    from articles.extraction.findings_json import findings_of

    contents = name.endswith("_contents")
    return [findings_of({"id": one["id"], "text": one["text"]}, contents) for one in articles_of(name)]


def quotations(name: str, *options: str, readable: bool = False) -> dict[str, Any]:
    """Return the figures of a set of quotations; `readable` leaves out articles whose marks the gold cannot read."""
    gold = [one for one in articles_of(name) if not (readable and has_odd_marks(one))]
    return json.loads(_score("score_quotes.py", gold, found_in(name), *options, "--json"))


def countries(name: str) -> dict[str, float]:
    """Return of a set of countries "article" (F1), "named" (recall) and "mention" (F1)."""
    line = _score("score_countries.py", articles_of(name), found_in(name))
    parts = {part.split()[0]: part.split()[-1] for part in line.split(" | ") if part.split()[0] in _COUNTRIES}
    return {kind: float(figure) for kind, figure in parts.items()}


_COUNTRIES = ("article", "named", "mention")


def _score(scorer: str, gold: list[dict[str, Any]], found: list[dict[str, Any]], *options: str) -> str:
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / "gold.jsonl", Path(folder) / "system.jsonl"]
        for path, lines in zip(paths, (gold, found), strict=True):
            path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
        command = [sys.executable, str(SHARED / "gold" / scorer), *map(str, paths), *options]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout
