"""`manage.py withdraw_article`: take an article off all pages, or bring it back."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError

from accounts.write_lock import is_locked
from articles.models import Article, Withdrawal, WithdrawalKind
from articles.withdrawal.withdraw import Ground, restore, withdraw


class Command(BaseCommand):
    help = "Take an article, by its number, off all pages, out of search, files and the API; or, with --restore, back."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("article", type=int, metavar="NUMBER", help="as in the article's address")
        parser.add_argument("--reason", required=True, help="why, in words that editors read")
        what = parser.add_mutually_exclusive_group(required=True)
        what.add_argument("--kind", choices=WithdrawalKind.values, help="of which kind it is, which readers are told")
        what.add_argument("--restore", action="store_true", help="bring it back as it was")

    def handle(self, *args: Any, article: int, reason: str, kind: str | None, **options: Any) -> None:
        try:
            self.stdout.write(self._withdraw(article, kind, reason) if kind else self._restore(article, reason))
        except OperationalError as error:
            if not is_locked(error):
                raise
            raise CommandError(f"Article {article} is as it was, since the archive is busy; run again.") from error

    def _withdraw(self, article: int, kind: str, reason: str) -> str:
        try:
            withdraw(article, Ground(WithdrawalKind(kind), reason))
        except Article.DoesNotExist as error:
            raise CommandError(f"There is no article {article}, or it is withdrawn already.") from error
        return f"Article {article} is withdrawn, and stays out when its file is imported again."

    def _restore(self, article: int, reason: str) -> str:
        try:
            restore(article, reason)
        except Withdrawal.DoesNotExist as error:
            raise CommandError(f"Article {article} is not withdrawn.") from error
        return f"Article {article} is back as it was."
