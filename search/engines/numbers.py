"""The numbers that stand for the values of facets in an index, the same for every engine.

A country is the number its two letters make; a day is its digits (20160531), a month the first six, a year the first
four; a kind is its place in PARTS; people and publishers are their ids.
"""

from collections.abc import Sequence
from datetime import date, datetime

from search.engines.port import WITH_QUOTES, WITHOUT_QUOTES, Facet, Value

PARTS = ("title", "standfirst", "body", "subhead", "caption", "credit", "image_description", "note")
PLACE_PARTS = {"title": "title", "titles": "title", "captions": "caption"}  # the part that a place of a query means
NAMES: dict[Facet, Sequence[str]] = {"quotes": (WITHOUT_QUOTES, WITH_QUOTES), "kinds": PARTS}
LARGEST = 2**53  # numbers below it are exact in every library on the way


def number_of(facet: Facet, value: Value) -> int | None:
    """Return the number that stands for a value, None for what is no value of the facet."""
    if facet in NAMES:
        return NAMES[facet].index(value) if value in NAMES[facet] else None
    try:
        number = _number(facet, value)
    except ValueError:
        return None
    return number if 0 <= number < LARGEST else None


def _number(facet: Facet, value: Value) -> int:
    if facet == "countries":
        return country_number(str(value))
    return int(str(value).replace("-", "", 1)) if facet == "months" else int(value)


def value_of(facet: Facet, number: int) -> Value:
    """Return the value that a number stands for."""
    if facet in NAMES:
        return NAMES[facet][number]
    if facet == "months":
        return f"{number // 100:04d}-{number % 100:02d}"
    return country_code(number) if facet == "countries" else int(number)


def country_number(code: str) -> int:
    """Turn an ISO code into the number that stands for it."""
    return int.from_bytes(code.encode("ascii"), "big")


def country_code(number: int) -> str:
    """Turn the number of a country back into its ISO code."""
    return int(number).to_bytes(2, "big").decode("ascii")


def seconds(moment: datetime) -> int:
    """Turn a moment into seconds since 1970."""
    return int(moment.timestamp())


def day_number(day: date) -> int:
    """Turn a day into the number its digits make; such numbers are in the order of their days."""
    return day.year * 10_000 + day.month * 100 + day.day
