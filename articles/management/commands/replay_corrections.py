"""`manage.py replay_corrections`: give corrections again that another installation of the same articles wrote."""

from argparse import ArgumentParser
from collections import Counter
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError

from accounts.write_lock import is_locked
from articles.editing.exchange.replay import Outcome, Replay


class Command(BaseCommand):
    help = "Give again what export_corrections wrote; what is known already is left, what does not fit is said by line."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="as export_corrections wrote it")

    def handle(self, *args: Any, file: Path, **options: Any) -> None:
        counts: Counter[Outcome] = Counter()
        try:
            with file.open(encoding="utf-8") as lines:
                for one in Replay().run(lines):
                    counts[one.outcome] += 1
                    if one.outcome == Outcome.REFUSED:
                        self.stderr.write(f"line {one.line}: {one.sentence}")
        except (OSError, UnicodeDecodeError) as error:
            raise CommandError(f"{file} can't be read: {error}") from error
        except OperationalError as error:
            if not is_locked(error):
                raise
            raise CommandError("The archive is busy; run again: what is given already is left as it is.") from error
        self.stdout.write(", ".join(f"{counts[one]:,} {one}" for one in Outcome) + ".")
