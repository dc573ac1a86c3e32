"""`manage.py import_articles PATH…`: bring articles into the archive."""

from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError
from tqdm import tqdm

from articles.importing.importer import Outcome
from articles.importing.runs import ImportRun, RepeatedIdError, Upcoming, read_ahead
from articles.management.stopping import StopRequest, stopped_by_signals
from articles.sources import ENDINGS, RecordProblem, count, known, read
from articles.write_lock import NoTurnError


class Command(BaseCommand):
    help = f"Import articles from files or whole folders: {ENDINGS}. Importing twice changes nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a file, or a folder to look through")

    def handle(self, *args: Any, paths: list[Path], **options: Any) -> None:
        files = list(files_of(paths))
        if not files:
            raise CommandError(f"There is no file that ends in {ENDINGS} in {', '.join(map(str, paths))}.")
        tally: Counter[str] = Counter()
        self.run = ImportRun()
        try:
            stop = self.take_all(files, tally)
        except NoTurnError as busy:
            raise CommandError(f"Stopped, since {busy}; run again, it goes on with the rest. {report(tally)}") from busy
        self.stdout.write(report(tally))
        if stop.asked:
            raise CommandError("Stopped. Imported again, the same files go on.", returncode=stop.returncode)
        if tally["problem"]:
            raise CommandError(f"{tally['problem']:,} could not be imported; each is named above with its place.")

    def take_all(self, files: list[Path], tally: Counter[str]) -> StopRequest:
        """Import what is in these files until a signal asks to stop, and count what became of it."""
        total = sum(map(count, files))
        with stopped_by_signals() as stop, tqdm(total=total, unit=" articles", disable=None) as bar:
            for record in stop.until_asked(read_ahead(chain.from_iterable(map(read, files)))):
                tally[self.take(record)] += 1
                bar.update()
        return stop

    def take(self, record: Upcoming | RecordProblem) -> str:
        """Import one record, say what was wrong with it, and return what became of it."""
        if isinstance(record, RecordProblem):
            self.say(str(record))
            return "problem"
        source = record.source
        try:
            outcome = self.run.take(record)
        except RepeatedIdError as error:
            self.say(f"{source.place}: {error}")
            return "problem"
        except DatabaseError as error:
            self.say(f"{source.place}: the database refuses it: {error}")
            return "problem"
        if outcome != Outcome.UNCHANGED:
            for remark in source.remarks:
                self.say(f"{source.place}: {remark}")
        return outcome

    def say(self, sentence: str) -> None:
        """Write a line to standard error without tearing the progress bar."""
        with tqdm.external_write_mode(file=self.stderr._out):
            self.stderr.write(sentence)


def files_of(paths: list[Path]) -> Iterator[Path]:
    """Yield the files named and, of folders, every file in a known format; hidden ones are passed over.

    Raises CommandError before anything is read when a path does not exist or is in no format that is read here.
    """
    for path in paths:
        if path.is_dir():
            inside = (file for file in sorted(path.rglob("*")) if file.is_file() and known(file))
            yield from (file for file in inside if not any(p.startswith(".") for p in file.relative_to(path).parts))
        elif not path.exists():
            raise CommandError(f"{path}: there is no such file or folder.")
        elif not known(path):
            raise CommandError(f"{path}: only files that end in {ENDINGS} are read.")
        else:
            yield path


def report(tally: Counter[str]) -> str:
    """Say in one line what an import did."""
    parts = [f"{tally[outcome]:,} {outcome}" for outcome in Outcome]
    problems = tally["problem"]
    return ", ".join(parts) + (f", {problems:,} with a problem" if problems else "") + "."
