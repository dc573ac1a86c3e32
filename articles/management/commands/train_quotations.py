"""`manage.py train_quotations`: make the weights of the decisions about quotations from annotated articles."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from articles.extraction.decisions.shipped import NAMES, WEIGHTS
from articles.extraction.training.quotations.build import build_decisions

SHARED = settings.BASE_DIR.parent / "shared"
GOLD = SHARED / "gold" / "audit_train.jsonl"


class Command(BaseCommand):
    """Learn from annotated articles and write the weights with their note."""

    requires_system_checks = ()
    help = "Makes the weights of the decisions about quotations from annotated articles; takes a few minutes."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the annotated articles, the decisions to make and the folder for the weights."""
        reports = SHARED / "data" / "quotes" / "polnear_train_contents.jsonl.gz"
        archive = SHARED / "data" / "articles" / "articles.jsonl.gz"
        parser.add_argument(
            "--gold", type=Path, action="append", help="annotated articles (JSON lines); may be given again"
        )
        parser.add_argument("--reports", type=Path, default=reports, help="news that others annotated (gzipped)")
        parser.add_argument("--archive", type=Path, default=archive, help="articles whose marked words were annotated")
        parser.add_argument("--to", type=Path, default=WEIGHTS, help="where the weights are written")
        parser.add_argument("decision", nargs="*", help=f"which decisions: {', '.join(NAMES)}; all where none is named")

    def handle(
        self,
        *args: Any,
        gold: list[Path] | None,
        reports: Path,
        archive: Path,
        to: Path,
        decision: list[str],
        **options: Any,
    ) -> None:
        """Write the weights; what further files would teach is not learnt where they are absent."""
        if unknown := [name for name in decision if name not in NAMES]:
            raise CommandError(f"There is no decision “{unknown[0]}”; there are {', '.join(NAMES)}.")
        try:
            lessons = build_decisions(
                gold or [GOLD], to, decision or NAMES, *(_present(file) for file in (reports, archive))
            )
        except OSError as problem:
            raise CommandError(f"The annotated articles cannot be read: {problem}") from problem
        except ValueError as problem:
            raise CommandError(f"Nothing was learnt and the old weights stay: {problem}.") from problem
        for name, count in sorted(lessons.items()):
            self.stdout.write(f"{name}: learnt from {count:,} claims.")


def _present(file: Path) -> Path | None:
    return file if file.is_file() else None
