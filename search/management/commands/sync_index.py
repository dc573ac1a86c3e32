"""Brings the search index in step with the archive."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import OperationalError, connections

from search.engines.port import IndexBusy, IndexUnavailable, IndexWriteFailed
from search.indexing.rebuild import Progress, SyncReport, no_progress
from search.indexing.sync import sync
from search.management.progress import article_progress

POLL_INTERVAL = 1.0  # seconds


class Stopped(Exception):  # noqa: N818  it is asked for
    """A signal asked to stop while the index was being brought in step."""


class Command(BaseCommand):
    help = "Bring the search index in step with the archive: once, or with --follow until stopped."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--follow", action="store_true", help="keep in step until stopped")
        parser.add_argument(
            "--interval",
            type=float,
            default=POLL_INTERVAL,
            help="seconds from look to look with --follow",
        )

    def handle(self, *args: object, follow: bool, interval: float, **options: object) -> None:
        if follow:
            self._follow(interval)
            return
        try:
            with article_progress("Indexing") as progress:
                self.stdout.write(str(sync(progress, thorough=True)))
        except (IndexBusy, IndexUnavailable, IndexWriteFailed) as error:
            raise CommandError(str(error)) from error

    def _follow(self, interval: float) -> None:
        self.stdout.write("Keeping the index in step with the archive.")
        with stopped_by_signals() as stopped:
            self._sync(stopped, thorough=True)
            while not stopped.is_set():
                self._sync(stopped)
                stopped.wait(interval)
        self.stdout.write("Stopped.")

    def _sync(self, stopped: threading.Event, thorough: bool = False) -> None:
        """Sync once; what may pass by itself (a busy writer or database, a full disk) is reported and tried again."""
        try:
            self._report(sync(_until(stopped, no_progress), thorough))
        except Stopped:
            return
        except (IndexBusy, IndexUnavailable, IndexWriteFailed) as error:
            self.stderr.write(f"Will try again: {error}")
        except OperationalError as error:
            self.stderr.write(f"Will try again: {error}")
            connections.close_all()

    def _report(self, report: SyncReport) -> None:
        if report.did != "nothing":
            self.stdout.write(str(report))


def _until(stopped: threading.Event, progress: Progress) -> Progress:
    """Stop between two batches: what is committed stays, and a rebuild that is not done leaves nothing behind."""

    def checked(articles: int) -> None:
        if stopped.is_set():
            raise Stopped
        progress(articles)

    return checked


@contextmanager
def stopped_by_signals() -> Iterator[threading.Event]:
    """Give an event that SIGINT and SIGTERM set; a second one ends the process at once."""
    stopped = threading.Event()
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}

    def stop(number: int, frame: object) -> None:
        stopped.set()
        signal.signal(number, before[signal.Signals(number)])

    for number in before:
        signal.signal(number, stop)
    try:
        yield stopped
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
