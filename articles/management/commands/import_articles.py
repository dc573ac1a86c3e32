"""`manage.py import_articles PATH…`: bring articles into the archive."""

from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError
from tqdm import tqdm

from accounts.stopping import StopRequest, stopped_by_signals
from accounts.write_lock import NoTurnError
from articles.importing.importer import Outcome
from articles.importing.runs import ImportRun, RepeatedIdError, Upcoming, read_ahead
from articles.sources import ENDINGS, FileLimits, RecordProblem, SourceArticle, count, found_in, known, read

GOES_ON = "run again, it goes on with the rest, and completes a long article that was under way."


class Command(BaseCommand):
    help = f"Import articles from files or whole folders: {ENDINGS}. Importing twice changes nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a file, or a folder to look through")

    def handle(self, *args: Any, paths: list[Path], **options: Any) -> None:
        files = list(files_of(paths))
        if not files:
            raise CommandError(f"There is no file that ends in {ENDINGS} in {', '.join(map(str, paths))}.")
        tally: Counter[str] = Counter()
        self.run, self.said = ImportRun(), 0
        try:
            stop = self.take_all(files, tally)
        except NoTurnError as busy:
            raise CommandError(f"Stopped, since {busy}; {GOES_ON} {report(tally)}") from busy
        self.stdout.write(report(tally))
        if stop.asked:
            raise CommandError("Stopped. Imported again, the same files go on.", returncode=stop.returncode)
        if tally["problem"]:
            named = "each is named" if self.said <= settings.IMPORT_PROBLEMS_SHOWN else "each of the first is named"
            raise CommandError(f"{tally['problem']:,} could not be imported; {named} above with its place.")

    def take_all(self, files: list[Path | RecordProblem], tally: Counter[str]) -> StopRequest:
        """Import what is in these files until a signal asks to stop, and count what became of it."""
        limits = FileLimits(settings.IMPORT_MAX_BYTES, settings.IMPORT_MAX_LINES)
        total = sum(1 if isinstance(file, RecordProblem) else count(file, limits) for file in files)
        with stopped_by_signals() as stop, tqdm(total=total, unit=" articles", disable=None) as bar:
            for record in stop.until_asked(read_ahead(records_of(files, limits))):
                tally[self.take(record)] += 1
                bar.update()
        if (more := self.said - settings.IMPORT_PROBLEMS_SHOWN) > 0:
            self.stderr.write(f"… and {more:,} more.")
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
        if outcome not in (Outcome.UNCHANGED, Outcome.STAYS_OUT):
            for remark in source.remarks:
                self.say(f"{source.place}: {remark}")
        return outcome

    def say(self, sentence: str) -> None:
        """Write a line to standard error without tearing the progress bar; of very many only the first ones."""
        self.said += 1
        if self.said > settings.IMPORT_PROBLEMS_SHOWN:
            return
        with tqdm.external_write_mode(file=self.stderr._out):
            self.stderr.write(sentence)


def records_of(files: list[Path | RecordProblem], limits: FileLimits) -> Iterator[SourceArticle | RecordProblem]:
    """Yield what is in the files, and what is wrong with those that are not read."""
    for file in files:
        yield from [file] if isinstance(file, RecordProblem) else read(file, limits)


def files_of(paths: list[Path]) -> Iterator[Path | RecordProblem]:
    """Yield the files named and, of folders, every file in a known format, or why it is not read.

    Raises CommandError before anything is read when a path does not exist, is in no format that is read here or is no
    regular file.
    """
    for path in paths:
        if path.is_dir():
            yield from found_in(path)
        elif not path.exists():
            raise CommandError(f"{path}: there is no such file or folder.")
        elif not known(path):
            raise CommandError(f"{path}: only files that end in {ENDINGS} are read.")
        elif not path.is_file():
            raise CommandError(f"{path}: it is a device, a pipe or a socket; only regular files are read.")
        else:
            yield path


def report(tally: Counter[str]) -> str:
    """Say in one line what an import did."""
    parts = [f"{tally[outcome]:,} {outcome}" for outcome in Outcome if outcome != Outcome.STAYS_OUT or tally[outcome]]
    problems = tally["problem"]
    return ", ".join(parts) + (f", {problems:,} with a problem" if problems else "") + "."
