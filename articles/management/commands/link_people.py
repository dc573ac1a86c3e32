"""`manage.py link_people`: consider again which people of variant names are one, by what the archive knows by now."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from accounts.stopping import stopped_by_signals
from accounts.write_lock import NoTurnError
from articles.identity.reconsidering import open_candidates, reconsider_all


class Command(BaseCommand):
    """Merge the open candidates that two signs bear out by now."""

    help = (
        "Consider again the pairs of people whose names may be one person's: what the archive has read of both since "
        "may bear it out. Nothing that an editor decided is changed; stopped and run again, it goes on with the rest."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        """Consider all open candidates and say what became of them."""
        waiting = open_candidates().count()
        try:
            bar = tqdm(reconsider_all(), total=waiting, unit=" pairs", disable=None)
            with stopped_by_signals() as stop:
                merged = sum(decision is not None for decision in stop.until_asked(bar))
        except NoTurnError as busy:
            raise CommandError(f"Stopped, since {busy}; run again, it goes on with the rest.") from busy
        if stop.asked:
            raise CommandError("Stopped. The next run goes on with the rest.", returncode=stop.returncode)
        self.stdout.write(f"{waiting:,} pairs considered; {merged:,} of them are one person by now.")
