"""find_in [--contents] FILE.jsonl[.gz]: print what the extractor finds in each article, one JSON a line.

A line of the file is {"id", "text"}, with "language" and "authors" where they are known; what is printed is described
in articles/extraction/findings_json.py. A line that cannot be read is named on stderr and the run goes on; it then ends
with exit code 1.

As "quotes" it prints the words between quotation marks alone, so that they can be compared with what the marks hold.
With --contents it prints all that is reported to have been said, with or without marks.
"""

import json
import sys
import zlib
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from articles.extraction.findings_json import findings_of
from articles.findings.recogniser import recogniser
from articles.sources.files import FileLimits, lines_of, open_regular
from articles.sources.source_article import UnreadableRecordError


class Command(BaseCommand):
    """Print findings as JSON lines."""

    help = (
        "Prints the quotations, people and countries found in each article of a file of JSON lines: as quotations the"
        " words between quotation marks (direct and mixed), or with --contents all that is reported to have been said"
        " (direct, mixed as the whole reported clause, and indirect)."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the file's name and what to print of quotations."""
        parser.add_argument("file", type=Path, help="JSON lines with the keys id and text; may be gzipped")
        parser.add_argument(
            "--contents",
            action="store_true",
            help="print indirect quotations too, and of mixed ones the whole reported clause around the marks",
        )

    def handle(self, *args: Any, file: Path, contents: bool = False, **options: Any) -> None:
        """Print one line for each article that can be read."""
        bad = 0
        for number, line in _lines(file):
            try:
                article = _article(line)
            except ValueError as problem:
                self.stderr.write(f"{file}, line {number}: {problem}")
                bad += 1
            else:
                self.stdout.write(_printed(findings_of(article, contents, recogniser())))
        if bad:
            sys.exit(1)


def _lines(file: Path) -> Iterator[tuple[int, bytes]]:
    """Yield the numbered lines of a file, gzipped or not, without blank ones."""
    try:
        with open_regular(file) as stream:
            for number, line in enumerate(lines_of(stream, FileLimits()), 1):
                if line.strip():
                    yield number, line
    except (OSError, EOFError, zlib.error, UnreadableRecordError) as problem:
        raise CommandError(f"{file} cannot be read: {problem}") from problem


def _article(line: bytes) -> dict[str, Any]:
    """Return the article of one line, or raise ValueError with a sentence that says what is wrong."""
    try:
        article = json.loads(line)
    except (ValueError, RecursionError) as problem:
        raise ValueError(f"this is not JSON: {problem}") from problem
    if not isinstance(article, dict) or not isinstance(article.get("text"), str) or "id" not in article:
        raise ValueError('an article needs the keys "id" and "text", and its text must be a string')
    if isinstance(article["id"], (dict, list)):
        raise ValueError('an article\'s "id" must be a string or a number')
    if not _are_names(article.get("authors") or []):
        raise ValueError('an article\'s "authors" must be a list of names, or a byline')
    return article


def _are_names(authors: Any) -> bool:
    return isinstance(authors, str) or (isinstance(authors, list) and all(isinstance(one, str) for one in authors))


def _printed(findings: dict[str, Any]) -> str:
    """Return findings as one line of JSON; half a surrogate pair, which no file can hold, as it is escaped in JSON."""
    return json.dumps(findings, ensure_ascii=False).encode("utf-8", "backslashreplace").decode("utf-8")
