"""The tables of accounts, and what permissions are about."""

from accounts.models.account_change import AccountChange
from accounts.models.api_token import ApiToken
from accounts.models.archive import Archive
from accounts.models.job import Job
from accounts.models.kept_file import KeptFile

__all__ = ["AccountChange", "ApiToken", "Archive", "Job", "KeptFile"]
