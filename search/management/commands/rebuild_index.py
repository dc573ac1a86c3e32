"""Builds the search index anew."""

from django.core.management.base import BaseCommand, CommandError

from accounts.stopping import Stopped, stopped_by_signals
from search.engines.port import IndexBusy, IndexWriteFailed
from search.indexing.rebuild import rebuild
from search.management.progress import article_progress


class Command(BaseCommand):
    help = "Build the search index anew; searches go on in the present one until the new one takes its place."

    def handle(self, *args: object, **options: object) -> None:
        try:
            with stopped_by_signals() as stop, article_progress("Indexing") as progress:
                report = rebuild(stop.checked(progress))
        except Stopped as error:
            raise CommandError("Stopped. The present index is as it was.", returncode=stop.returncode) from error
        except (IndexBusy, IndexWriteFailed) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(str(report))
