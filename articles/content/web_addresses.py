"""Addresses of originals as editors type them: pages of the web, without a name or password in them."""

from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator

LONGEST_ADDRESS = URLValidator.max_length  # characters
_is_address = URLValidator(schemes=["http", "https"])


def normal_address(typed: str) -> str:
    """Return an address of the web as it is typed; "" stays so.

    Raises ValueError with a sentence where it is none, or too long, or names somebody before the host.
    """
    if len(typed) > LONGEST_ADDRESS:
        raise ValueError(f"an address has {LONGEST_ADDRESS:,} characters at the most; this one has {len(typed):,}")
    try:
        if typed:
            _is_address(typed)
    except ValidationError:
        raise ValueError(f"“{typed}” is not the address of a page: it begins with https:// or http://") from None
    if "@" in urlsplit(typed).netloc:
        raise ValueError("an address with a name or a password before its host would mislead: leave that part out")
    return typed
