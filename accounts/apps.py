"""What the archive knows of those who ask it."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class AccountsConfig(AppConfig):
    name = "accounts"
    verbose_name = "Accounts"

    def ready(self) -> None:
        """Read the limits, so that one that can't be read stops the program; and hear of sign-ins and migrations."""
        from accounts.groups import lay_groups
        from accounts.limits import sign_in  # noqa: F401  it listens to a signal
        from accounts.limits.rates import rates

        rates()
        post_migrate.connect(lay_groups, sender=self, dispatch_uid="accounts.groups")
