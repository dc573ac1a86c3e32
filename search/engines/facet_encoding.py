"""Encode facet values as integers, the same way in the index of every engine.

A country is the integer that its two letters make as bytes; a day is its digits (20160531), a month the first six, a
year the first four; a kind of paragraph is its position among the kinds, a certainty among the two; people, publishers
and sections are their ids.
"""

from collections.abc import Sequence
from datetime import date, datetime

from articles.paragraph_kinds import PassageKind
from search.engines.port import KNOWN, UNSURE, WITH_QUOTES, WITHOUT_QUOTES, Facet, Value

KINDS: tuple[str, ...] = tuple(PassageKind)
KIND_OF_PLACE = {"title": "title", "titles": "title", "captions": "caption"}  # what `in:titles` looks into
CERTAINTIES: tuple[str, ...] = (KNOWN, UNSURE)
ENUMERATED: dict[Facet, Sequence[str]] = {
    "quotes": (WITHOUT_QUOTES, WITH_QUOTES),
    "certainty": CERTAINTIES,
    "kinds": KINDS,
}
LIMIT = 2**53  # integers below it are exact in every library on the way


def encode(facet: Facet, value: Value) -> int | None:
    """Return the integer for a value of a facet, None for what can't be a value of it."""
    if facet in ENUMERATED:
        return ENUMERATED[facet].index(value) if value in ENUMERATED[facet] else None
    try:
        number = _encoded(facet, value)
    except ValueError:
        return None
    return number if 0 <= number < LIMIT else None


def _encoded(facet: Facet, value: Value) -> int:
    if facet == "countries":
        return encode_country(str(value))
    return int(str(value).replace("-", "", 1)) if facet == "months" else int(value)


def decode(facet: Facet, number: int) -> Value:
    """Return the value of a facet that was encoded as this integer."""
    if facet in ENUMERATED:
        return ENUMERATED[facet][number]
    if facet == "months":
        return f"{number // 100:04d}-{number % 100:02d}"
    return decode_country(number) if facet == "countries" else int(number)


def encode_country(code: str) -> int:
    """Return the integer for an ISO country code of two letters."""
    return int.from_bytes(code.encode("ascii"), "big")


def decode_country(number: int) -> str:
    """Return the ISO country code that was encoded as this integer."""
    return int(number).to_bytes(2, "big").decode("ascii")


def encode_day(day: date) -> int:
    """Return the integer that the digits of a day make; such integers sort as their days do."""
    return day.year * 10_000 + day.month * 100 + day.day


def epoch_seconds(moment: datetime) -> int:
    """Return the whole seconds from 1970 (UTC) to a moment that knows its time zone."""
    return int(moment.timestamp())
