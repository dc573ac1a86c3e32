"""Brings the search index in step with the archive."""

import signal
import threading

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import OperationalError, close_old_connections

from search.engines.port import IndexBusy, IndexUnavailable
from search.management.progress import article_progress
from search.rebuilding import SyncReport
from search.sync import sync

SECONDS_BETWEEN_LOOKS = 1.0


class Command(BaseCommand):
    help = "Bring the search index in step with the archive: once, or with --follow until stopped."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--follow", action="store_true", help="keep in step, looking once a second, until stopped")

    def handle(self, *args: object, follow: bool, **options: object) -> None:
        if follow:
            self._follow()
            return
        try:
            self.stdout.write(str(_sync()))
        except (IndexBusy, IndexUnavailable) as error:
            raise CommandError(str(error)) from error

    def _follow(self) -> None:
        stopped = threading.Event()
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: stopped.set())
        self.stdout.write("Keeping the index in step with the archive.")
        while not stopped.is_set():
            self._look()
            stopped.wait(SECONDS_BETWEEN_LOOKS)
        self.stdout.write("Stopped.")

    def _look(self) -> None:
        """Sync once; what may pass by itself (a busy writer or database, a full disk) is told and tried again."""
        try:
            report = _sync()
        except (IndexBusy, IndexUnavailable, OperationalError, OSError) as error:
            self.stderr.write(f"Will try again: {error}")
        else:
            if report.did != "nothing":
                self.stdout.write(str(report))
        close_old_connections()


def _sync() -> SyncReport:
    with article_progress("Indexing") as progress:
        return sync(progress)
