"""Proves that the search index and the archive agree."""

from django.core.management.base import BaseCommand, CommandError, CommandParser

from search.engines.port import IndexBusy
from search.indexing.verify import Verdict, mend, verify
from search.management.progress import article_progress

MOST_SHOWN = 20


class Command(BaseCommand):
    help = "Compare every document of the search index with the archive; ends with status 1 where they differ."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--mend", action="store_true", help="bring the index in step where it differs")

    def handle(self, *args: object, **options: object) -> None:
        verdict = self._verify()
        if options["mend"] and not verdict.agrees:
            self._mend(verdict)
            verdict = self._verify()
        if not verdict.agrees:
            raise CommandError(str(verdict), returncode=1)
        self.stdout.write(str(verdict))

    def _verify(self) -> Verdict:
        with article_progress("Comparing") as progress:
            verdict = verify(progress)
        for difference in verdict.differences[:MOST_SHOWN]:
            self.stderr.write(f"Article {difference.article} {difference.sentence}.")
        return verdict

    def _mend(self, verdict: Verdict) -> None:
        self.stdout.write(f"{verdict} Mending.")
        try:
            mend(verdict)
        except (IndexBusy, OSError) as error:
            raise CommandError(str(error)) from error
