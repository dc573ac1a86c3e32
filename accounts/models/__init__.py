"""The tables of accounts, and what permissions are about."""

from accounts.models.archive import Archive
from accounts.models.job import Job

__all__ = ["Archive", "Job"]
