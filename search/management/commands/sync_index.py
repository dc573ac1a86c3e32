"""Brings the search index in step with the archive."""

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import OperationalError, connections

from accounts.stopping import Stopped, StopRequest, stopped_by_signals
from search.engines.port import IndexBusy, IndexUnavailable, IndexWriteFailed
from search.indexing.rebuild import SyncReport, no_progress
from search.indexing.sync import sync
from search.management.progress import article_progress

POLL_INTERVAL = 1.0  # seconds


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
            with stopped_by_signals() as stop, article_progress("Indexing") as progress:
                self.stdout.write(str(sync(stop.checked(progress), thorough=True)))
        except Stopped as error:
            raise CommandError("Stopped. The next run goes on with the rest.", returncode=stop.returncode) from error
        except (IndexBusy, IndexUnavailable, IndexWriteFailed) as error:
            raise CommandError(str(error)) from error

    def _follow(self, interval: float) -> None:
        self.stdout.write("Keeping the index in step with the archive.")
        with stopped_by_signals() as stop:
            self._sync(stop, thorough=True)
            while not stop.asked:
                self._sync(stop)
                stop.wait(interval)
        self.stdout.write("Stopped.")

    def _sync(self, stop: StopRequest, thorough: bool = False) -> None:
        """Sync once; what may pass by itself (a busy writer or database, a full disk) is reported and tried again."""
        try:
            self._report(sync(stop.checked(no_progress), thorough))
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
