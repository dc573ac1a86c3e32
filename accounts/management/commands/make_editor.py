"""`manage.py make_editor`: `make_account` for an editor, under the name that `make run` uses."""

from argparse import ArgumentParser
from typing import Any

from django.contrib.auth.models import User

from accounts.management.commands import make_account
from accounts.roles import EDITOR


class Command(make_account.Command):
    help = "Make an editor and say how to sign in; the first account of an archive becomes its administrator."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--name", default="editor", help="the name to sign in with (default: editor)")

    def handle(self, *args: Any, name: str, **options: Any) -> None:
        super().handle(name=name, role=None if User.objects.filter(username=name) else EDITOR.name)
