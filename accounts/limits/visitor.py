"""Who asks: an account where somebody is signed in or sends a token of it, else an address.

Behind proxies an address is what the header X-Forwarded-For says. Each proxy adds, on the right, whom it was asked by;
everything further left was written by whoever asked and may be made up. So exactly as many entries are trusted as
there are proxies (the setting PROXIES), counted from the right. A proxy's neighbours in IPv6 have 2^64 addresses each,
and count as one.
"""

from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

from django.conf import settings
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

NETWORK = 64  # the bits of an IPv6 address that say whose it is


@dataclass(frozen=True, slots=True)
class Visitor:
    """Whom requests are counted for: a key without name or address in it, and whether they are signed in."""

    key: str
    signed_in: bool


def identify(request: HttpRequest) -> Visitor:
    """Return who asks: the account of a token that holds, else of a session, where one is sent along."""
    if token_account := getattr(request, "token_account", None):
        return Visitor(secret_key("account", str(token_account)), signed_in=True)
    if settings.SESSION_COOKIE_NAME in request.COOKIES and request.user.is_authenticated:
        return Visitor(secret_key("account", str(request.user.pk)), signed_in=True)
    return Visitor(secret_key("address", address_of(request)), signed_in=False)


def address_of(request: HttpRequest) -> str:
    """Return the address that asks, as it is counted: IPv4 whole, the network of an IPv6 one; never raises."""
    return next(filter(None, map(_counted, _said(request))), "unknown")


def client_ip(request: HttpRequest) -> str:
    """Return the whole address that asks, 0.0.0.0 where none is known; never raises."""
    return next((str(one) for one in map(_parsed, _said(request)) if one), "0.0.0.0")  # noqa: S104 -- not bound to


def _said(request: HttpRequest) -> list[str]:
    """Return what says whom a request comes from, what is believed first before the rest."""
    hops = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
    trusted = hops[-settings.PROXIES :] if settings.PROXIES else []
    return [*trusted[:1], request.META.get("REMOTE_ADDR") or ""]


def secret_key(*parts: str) -> str:
    """Return what stands for names and addresses in the file of the counters: a keyed hash, that none can be read."""
    return salted_hmac("accounts.limits", "\x00".join(parts), algorithm="sha256").hexdigest()[:32]


def _counted(written: str) -> str:
    """Return an address in its one form; nothing where it is none."""
    address = _parsed(written)
    if isinstance(address, IPv6Address):
        return str(IPv6Network((int(address), NETWORK), strict=False))
    return str(address) if address else ""


def _parsed(written: str) -> IPv4Address | IPv6Address | None:
    """Return an address, an IPv4 one that was written as IPv6 as what it is."""
    try:
        address = ip_address(_without_port(written.strip()))
    except ValueError:
        return None
    return (isinstance(address, IPv6Address) and address.ipv4_mapped) or address


def _without_port(written: str) -> str:
    """Take off the port that some proxies write: 192.0.2.1:80, [2001:db8::1]:80."""
    if written.startswith("["):
        return written[1:].partition("]")[0]
    return written.partition(":")[0] if written.count(":") == 1 else written
