"""`manage.py make_account`: make an account with a role, and a random password that only its owner can read."""

import os
import secrets
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from accounts.groups import in_role, role_of
from accounts.managing import LastAdministratorError, change_role
from accounts.roles import ADMINISTRATOR, BY_NAME, READER, Role

OWNER_ONLY = 0o600


class Command(BaseCommand):
    help = (
        "Make an account and say how to sign in. The first one becomes the archive's administrator. "
        "Run again, it changes nothing and says the same; with --role it changes the role of an account that is there."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("name", help="the name to sign in with")
        parser.add_argument("--role", choices=BY_NAME, help="its role (default: reader)")

    def handle(self, *args: Any, name: str, role: str | None, **options: Any) -> None:
        file = password_file(name)
        user = User.objects.filter(username=name).first()
        if user is None:
            user = User.objects.create_user(name, password=kept_password(file))
        given = wanted_role(user, role)
        try:
            change_role(user, given)
        except LastAdministratorError as error:
            raise CommandError(str(error)) from error
        if file.exists() and user.check_password(kept_password(file)):
            password = f"the password {kept_password(file)} (kept in {file})"
        else:
            password = f"the password that was set since (`manage.py changepassword {name}` sets another)"
        self.stdout.write(f"Sign in at /sign-in/ as {name}, {given.with_article}, with {password}.")


def wanted_role(user: User, asked: str | None) -> Role:
    """Return the role that an account is to have; where the archive has no administrator, it becomes that one."""
    if not in_role(ADMINISTRATOR).exists():
        return ADMINISTRATOR
    return BY_NAME[asked] if asked else role_of(user) or READER


def password_file(name: str) -> Path:
    """Return where an account's first password is kept. Raises CommandError for a name that cannot sign in."""
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
