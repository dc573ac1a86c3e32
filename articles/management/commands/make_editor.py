"""`manage.py make_editor`: make the first editor of an archive, with a random password that only its owner can read."""

import os
import secrets
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth.models import Group, Permission, User
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from articles.permissions import EDITORS

OWNER_ONLY = 0o600


class Command(BaseCommand):
    help = "Make an editor and say how to sign in. Run again, it changes nothing and says the same."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--name", default="editor", help="the name to sign in with (default: editor)")

    def handle(self, *args: Any, name: str, **options: Any) -> None:
        file = password_file(name)
        user = User.objects.filter(username=name).first() or make_editor(name, kept_password(file))
        if file.exists() and user.check_password(kept_password(file)):
            password = f"the password {kept_password(file)} (kept in {file})"
        else:
            password = f"the password that was set since (`manage.py changepassword {name}` sets another)"
        self.stdout.write(f"To correct, sign in at /sign-in/ as {name} with {password}.")


def password_file(name: str) -> Path:
    """Return where an editor's first password is kept. Raises CommandError for a name that cannot sign in."""
    try:
        User(username=name, password="unset").clean_fields()  # noqa: S106 -- checked, never saved
    except ValidationError as error:
        raise CommandError(f"“{name}” cannot be a name to sign in with: {' '.join(error.messages)}") from error
    return Path(settings.VAR_DIR) / f"{name}-password"


def kept_password(file: Path) -> str:
    """Return the password in the file; where there is none, make a strong one and keep it for the owner alone."""
    if not file.exists():
        with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ONLY), "w") as out:
            out.write(secrets.token_urlsafe(15) + "\n")
    return file.read_text().strip()


def make_editor(name: str, password: str) -> User:
    """Make the user and put them among the editors, who may add corrections."""
    editors, _ = Group.objects.get_or_create(name=EDITORS)
    may = Permission.objects.get(codename="add_correction", content_type__app_label="articles")
    editors.permissions.add(may)
    user = User.objects.create_user(name, password=password)
    user.groups.add(editors)
    return user
