"""Noting when something was used last, which no page waits for: now and then, and never beside another writer."""

import time
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import OperationalError
from django.db.models import QuerySet
from django.utils import timezone

from accounts.write_lock.database import is_locked

GIVES_UP_FOR = 60  # seconds, after the database was held by another writer


@dataclass
class Noting:
    """Notes a time in a column, once in a while of that length at most."""

    every: timedelta
    not_before: float = 0.0

    @property
    def is_held_off(self) -> bool:
        """Whether nothing is noted for now, since another writer held the database a short while ago."""
        return time.monotonic() < self.not_before

    def note(self, rows: QuerySet[Any], column: str, before: datetime | None) -> None:
        """Set a column of rows to now, unless it was noted a short while `before` or the database is held."""
        now = timezone.now()
        if self.is_held_off or (before is not None and now - before < self.every):
            return
        try:
            rows.update(**{column: now})
        except OperationalError as error:
            if not is_locked(error):
                raise
            self.not_before = time.monotonic() + GIVES_UP_FOR
