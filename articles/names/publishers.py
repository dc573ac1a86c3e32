"""Names of publishers: which spellings are one publisher's for sure, and which may be.

Sure is what differs in capitals, accents, blanks, dots and hyphens alone: "The Test Post", "THE TEST POST" and "The
Test-Post". Whether "Test Post", "testpost.com" or "The Tset Post" is the same paper is for an editor to say: there is a
Times and a Sun in many a town.
"""

import re
from enum import StrEnum

from rapidfuzz.distance import OSA

from .identity import name_identity

LONGEST_PUBLISHER = 300  # characters of the longest name that is stored
_ADDRESS = re.compile(r"(?:https?://)?(?:www\.)?(?P<name>[^\s/.][^\s/]*?)(?:\.(?:com?|org|net|gov|ac))?\.[a-z]{2,6}/?")
_ADDITION = re.compile(r"\s+[-–—]\s.*|\s*\([^()]*\)\s*$")
_ARTICLE = re.compile(r"^the ")
_INITIALS = 5  # letters in capitals that may be initials
_LONG = 9  # letters of a name in which one wrong letter may be a slip of the hand
_END = 4  # letters at either end of such a name: one slip leaves those at one end as they are


class PublisherVariant(StrEnum):
    """How two names differ that may be one publisher's, the surest first."""

    SPACING = "spacing"  # Test Post, Testpost
    ARTICLE = "article"  # The Test Post, Test Post
    ADDRESS = "address"  # Test Post, www.testpost.com
    ADDITION = "addition"  # Test Post, Test Post – Opinion, Test Post (Online)
    SLIP = "slip"  # one letter that differs


def publisher_variant(one: str, other: str) -> PublisherVariant | None:
    """Return by what two names may be one publisher's; None where they are one for sure, or two."""
    first, second = name_identity(one), name_identity(other)
    if first == second:
        return None
    if first.replace(" ", "") == second.replace(" ", ""):
        return PublisherVariant.SPACING
    if _ARTICLE.sub("", first) == _ARTICLE.sub("", second):
        return PublisherVariant.ARTICLE
    bare_one, bare_other = _bare(one), _bare(other)
    if bare_one == bare_other:
        return _kind(one) or _kind(other) or PublisherVariant.SPACING
    long = min(len(bare_one), len(bare_other)) >= _LONG
    return PublisherVariant.SLIP if long and OSA.distance(bare_one, bare_other, score_cutoff=1) <= 1 else None


def reads_better(name: str, than: str) -> bool:
    """Say whether a spelling is better to read than another: one in capitals or without any gives way to any other.

    Few letters in capitals may be initials, and stay: BBC is no Bbc.
    """
    if than.islower():
        return not name.islower()
    return than.isupper() and sum(map(str.isalpha, than)) > _INITIALS and not name.isupper() and not name.islower()


def publisher_keys(name: str) -> frozenset[str]:
    """Return the blocking keys of a name: every variant of it has at least one of them too; none for signs alone."""
    bare = _bare(name)
    ends = {f"{bare[:_END]}…", f"…{bare[-_END:]}"} if len(bare) >= _LONG else set()
    return frozenset({bare[:60], *ends} - {""})


def _bare(name: str) -> str:
    """Return the letters of a name without blanks, without "the" and additions, and of an address without www, .com."""
    address = _ADDRESS.fullmatch(name.strip().casefold())
    bare = name_identity(address["name"] if address else _ADDITION.sub("", name)) or name_identity(name)
    return _ARTICLE.sub("", bare).replace(" ", "")


def _kind(name: str) -> PublisherVariant | None:
    """Return what a name has besides the bare one, if it is more than a blank or an article."""
    if _ADDRESS.fullmatch(name.strip().casefold()):
        return PublisherVariant.ADDRESS
    return PublisherVariant.ADDITION if _ADDITION.search(name) else None
