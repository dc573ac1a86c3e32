"""`manage.py export_corrections`: write all that editors decided as JSON Lines, for another installation."""

import json
from typing import Any

from django.core.management.base import BaseCommand

from articles.editing.exchange.records import records


class Command(BaseCommand):
    help = "Write every correction and decision of editors to standard output, a JSON object a line, the oldest first."

    def handle(self, *args: Any, **options: Any) -> None:
        for record in records():
            self.stdout.write(json.dumps(record, ensure_ascii=False))
