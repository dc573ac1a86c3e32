"""What the archive knows of those who ask it."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "accounts"
    verbose_name = "Accounts"

    def ready(self) -> None:
        """Read the limits, so that one that can't be read stops the program; and hear of those who signed in."""
        from accounts.limits import sign_in  # noqa: F401  it listens to a signal
        from accounts.limits.rates import rates

        rates()
