"""What the settings allow: so many in a time, of each kind."""

from functools import cache

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from limits import RateLimitItem, parse_many

OFF = ("", "0", "off")
UNREADABLE = '{}={!r} is no limit: write "120/minute", "20/10 minutes", several with ";" between, or "0" for none.'

Rates = tuple[RateLimitItem, ...]


def rates() -> dict[str, Rates]:
    """Return the rates of the settings by their kind. Raises ImproperlyConfigured, with a sentence."""
    return _read(tuple(settings.LIMIT_RATES.items()))


@cache
def _read(written: tuple[tuple[str, str], ...]) -> dict[str, Rates]:
    return {kind: _parse(kind, text) for kind, text in written}


def _parse(kind: str, text: str) -> Rates:
    if text.strip().lower() in OFF:
        return ()
    try:
        found = tuple(parse_many(text))
    except ValueError:
        found = ()
    if not found or any(one.amount < 1 for one in found):
        raise ImproperlyConfigured(UNREADABLE.format(f"LIMIT_{kind.upper()}", text))
    return found


def times(rate: RateLimitItem, factor: int) -> RateLimitItem:
    """Return a rate of so many times as much."""
    return type(rate)(rate.amount * factor, rate.multiples)
