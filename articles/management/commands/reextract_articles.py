"""`manage.py reextract_articles`: bring every article's findings up to the extractor's present version."""

from argparse import ArgumentParser, ArgumentTypeError
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from accounts.stopping import StopRequest, stopped_by_signals
from accounts.write_lock import NoTurnError
from articles.content.standing_lines import count_anew
from articles.extraction.processes import cores
from articles.findings.recogniser import extractor_version
from articles.findings.reextraction import outdate_all, outdated, reextract_all
from articles.management.reextraction_report import ReextractionReport
from articles.models import Article


class Command(BaseCommand):
    help = (
        "Extract again from the articles whose findings are of another version, and say what changed. Corrections "
        "stay. Stopped and run again, it goes on where it was; after --all without --all."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--all", action="store_true", help="also those that are of the present version")
        parser.add_argument("--dry-run", action="store_true", help="say what would change, and change nothing")
        parser.add_argument(
            "--processes", type=_processes, default=cores(), metavar="N", help="how many extract (default: all cores)"
        )
        parser.add_argument("--report", type=Path, metavar="FILE", help="write what changed, one JSON an article")

    def handle(self, *args: Any, **options: Any) -> None:
        dry = options["dry_run"]
        articles = Article.objects.all() if options["all"] else outdated()
        try:
            if options["all"] and not dry:
                outdate_all()
            if not dry and articles.exists():
                count_anew()
            self.work(articles, dry, options)
        except (OSError, NoTurnError) as error:  # the report's disk is full, or others write without end
            raise CommandError(f"Stopped: {error}. The next run, without --all, goes on with the rest.") from error

    def work(self, articles: Any, dry: bool, options: dict[str, Any]) -> None:
        """Extract again, and tell what changed on the way and at the end. Raises OSError where it cannot be written."""
        with ExitStack() as entered:
            report = ReextractionReport(entered.enter_context(_open(options["report"])) if options["report"] else None)
            stop = entered.enter_context(stopped_by_signals())
            self.run(stop, articles, options["processes"], dry, report)
            if not stop.asked:
                report.close()
        self.tell(report, dry)
        if stop.asked:
            raise CommandError(
                "Stopped. The next run, without --all, goes on with the rest.", returncode=stop.returncode
            )
        if failed := report.sums["articles failed"]:
            raise CommandError(f"{failed:,} could not be extracted again; each is named above. Run again to try again.")

    def run(self, stop: StopRequest, articles: Any, processes: int, dry: bool, report: ReextractionReport) -> None:
        """Extract again from all these articles, or until asked to stop, naming those that fail."""
        with tqdm(total=articles.count(), unit=" articles", disable=None) as bar:
            for one in stop.until_asked(reextract_all(articles, processes, dry)):
                if problem := report.take(one):
                    with tqdm.external_write_mode(file=self.stderr._out):
                        self.stderr.write(problem)
                bar.update()

    def tell(self, report: ReextractionReport, dry: bool) -> None:
        """Print the table of what changed, and the sum."""
        for line in report.table():
            self.stdout.write(line)
        done = "would be" if dry else "were"
        self.stdout.write(f"By version {extractor_version()} of the extractor these {done} extracted again: {report}.")


def _processes(words: str) -> int:
    number = int(words) if words.isdecimal() else 0
    if not 1 <= number <= 256:
        raise ArgumentTypeError("give a number from 1 to 256")
    return number


def _open(path: Path) -> Any:
    try:
        return path.open("w", encoding="utf-8")
    except OSError as error:
        raise CommandError(f"{path} cannot be written: {error.strerror}.") from error
