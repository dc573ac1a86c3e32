"""The tables of accounts, and what permissions are about."""

from accounts.models.archive import Archive

__all__ = ["Archive"]
