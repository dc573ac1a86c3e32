"""`manage.py run_jobs`: does the work that outlasts a request."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from accounts.jobs.worker import work
from accounts.stopping import stopped_by_signals


class Command(BaseCommand):
    help = (
        "Do the jobs that were asked for on the pages, one after the other, until stopped. Stopped between two steps "
        "or killed, what was begun goes on where it was."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--until-empty", action="store_true", help="end where no job is left to take up")

    def handle(self, *args: Any, until_empty: bool, **options: Any) -> None:
        if not until_empty:
            self.stdout.write("Waiting for jobs.")
        with stopped_by_signals() as stop:
            work(stop, until_empty, self.stdout.write, self.stderr.write)
        if stop.asked and until_empty:
            raise CommandError("Stopped. The next run goes on with the rest.", returncode=stop.returncode)
        if stop.asked:
            self.stdout.write("Stopped.")
