"""`manage.py erase_article`: delete an article for good."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError

from accounts.write_lock import is_locked
from articles.models import Article, WithdrawalKind
from articles.withdrawal.erase import erase
from articles.withdrawal.withdraw import Ground


class Command(BaseCommand):
    help = "Delete an article, by its number, for good, with its versions, findings, corrections; it can't come back."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("article", type=int, metavar="NUMBER", help="as in the article's address")
        parser.add_argument("--confirm", type=int, required=True, metavar="NUMBER", help="the same number once more")
        parser.add_argument("--kind", required=True, choices=WithdrawalKind.values, help="of which kind the reason is")
        parser.add_argument("--reason", required=True, help="why, in words that editors read; say nothing that it said")

    def handle(self, *args: Any, article: int, confirm: int, kind: str, reason: str, **options: Any) -> None:
        if confirm != article:
            raise CommandError(f"--confirm says {confirm}, not {article}: nothing was done.")
        try:
            erased = erase(article, Ground(WithdrawalKind(kind), reason))
        except Article.DoesNotExist as error:
            raise CommandError(f"There is no article {article}.") from error
        except OperationalError as error:
            if not is_locked(error):
                raise
            busy = f"Article {article} is as it was, since the archive is busy; run again."
            raise CommandError(busy) from error
        self.stdout.write(
            f"Article {article} is erased, with {erased.corrections} corrections; the index follows soon."
        )
