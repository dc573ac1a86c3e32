"""`manage.py train_people`: make the weights of the built-in recogniser of people from the training sets."""

import zlib
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from articles.extraction.recognisers.weights import SHIPPED
from articles.extraction.training.build import build_weights


class Command(BaseCommand):
    """Train, cross-validate for the calibration, and write the weights with their note."""

    requires_system_checks = ()  # they ask whether the weights fit the code, which is what this command mends
    help = (
        "Makes the weights of the built-in recogniser of people from the sets in a folder; takes about three minutes."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the folder of the sets and the one for the weights."""
        sets = settings.BASE_DIR.parent / "shared" / "data" / "people"
        parser.add_argument(
            "--folder", type=Path, default=sets, help="where the training sets are (JSON lines, gzipped)"
        )
        parser.add_argument("--to", type=Path, default=SHIPPED, help="where the weights are written")

    def handle(self, *args: Any, folder: Path, to: Path, **options: Any) -> None:
        """Write the weights."""
        try:
            note = build_weights(folder, to)
        except (OSError, EOFError, zlib.error) as problem:
            raise CommandError(f"The training sets cannot be read: {problem}") from problem
        except ValueError as problem:
            raise CommandError(f"Nothing was learnt and the old weights stay: {problem}.") from problem
        self.stdout.write(
            f"{note['articles']:,} articles with {note['names']:,} names learnt; weights written to {to}."
        )
