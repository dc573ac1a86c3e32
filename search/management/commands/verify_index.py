"""Proves that the search index and the archive agree."""

from django.core.management.base import BaseCommand, CommandError, CommandParser

from search.engines.port import IndexBusy, IndexWriteFailed
from search.indexing.verify import Verification, repair, verify
from search.management.progress import article_progress

MAX_SHOWN = 20


class Command(BaseCommand):
    help = "Compare every document of the search index with the archive; ends with status 1 where they differ."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--repair", "--mend", action="store_true", help="bring the index in step where it differs")

    def handle(self, *args: object, **options: object) -> None:
        verification = self._verify()
        if options["repair"] and not verification.agrees:
            self._repair(verification)
            verification = self._verify()
        if not verification.agrees:
            raise CommandError(str(verification), returncode=1)
        self.stdout.write(str(verification))

    def _verify(self) -> Verification:
        with article_progress("Comparing") as progress:
            verification = verify(progress)
        for difference in verification.differences[:MAX_SHOWN]:
            self.stderr.write(f"Article {difference.article} {difference.sentence}.")
        return verification

    def _repair(self, verification: Verification) -> None:
        self.stdout.write(f"{verification} Repairing.")
        try:
            repair(verification)
        except (IndexBusy, IndexWriteFailed) as error:
            raise CommandError(str(error)) from error
