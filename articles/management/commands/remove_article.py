"""`manage.py remove_article`: take an article out of the archive."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db.models import ProtectedError

from accounts.write_lock import NoTurnError
from articles.importing.withdrawal import remove_article
from articles.models import Article


class Command(BaseCommand):
    help = "Take an article, by its number, out of the archive with all that was found in it. It can't be undone."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("article", type=int, metavar="NUMBER", help="as in the article's address")

    def handle(self, *args: Any, **options: Any) -> None:
        key = options["article"]
        try:
            remove_article(key)
        except Article.DoesNotExist as error:
            raise CommandError(f"There is no article {key}.") from error
        except ProtectedError as error:
            raise CommandError(f"Article {key} stays: editors corrected it, and corrections are never lost.") from error
        except NoTurnError as busy:
            raise CommandError(f"Article {key} stays, since {busy}; run again.") from busy
        self.stdout.write(f"Article {key} is removed. Import its file again, and it comes back.")
