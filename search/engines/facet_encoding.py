"""Encode facet values as integers, the same way in the index of every engine.

A country is the integer that its two letters make as bytes; a day is its digits (20160531), a month the first six, a
year the first four; of what there are few (kinds of paragraphs, say) it is the position among them; people, publishers
and sections are their ids. A folded text (a role, a cue) is a hash of it, from which the text is not to be had: an
index keeps it beside. Who speaks is a person, a country or a text, each in a range of its own.
"""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from hashlib import blake2b

from articles.paragraph_kinds import PassageKind
from search.engines.port import QUOTED, SPEAKER_KINDS, WITH_QUOTES, WITHOUT_QUOTES, Facet, Value

KINDS: tuple[str, ...] = tuple(PassageKind)
KIND_OF_PLACE = {"title": "title", "titles": "title", "captions": "caption"}  # what `in:titles` looks into
CERTAINTIES = ("likely", "unsure", "sure", "checked")  # an index of version 9 has known, unsure in the first places
ENUMERATED: dict[Facet, Sequence[str]] = {
    "quotes": (WITHOUT_QUOTES, WITH_QUOTES),
    "certainty": CERTAINTIES,
    "quoted": QUOTED,
    "speaker_kinds": SPEAKER_KINDS,
    "kinds": KINDS,
}
OF_COUNTRIES: tuple[Facet, ...] = ("countries", "about_countries")
OF_SPEAKERS: tuple[Facet, ...] = ("speakers", "candidates")
OF_TEXTS: tuple[Facet, ...] = ("roles", "cues")
LIMIT = 2**53  # ids are below it
FIRST_COUNTRY, FIRST_TEXT = 2**54, 2**56  # among who speaks
LETTERS_OF_CODE = 2


def encode(facet: Facet, value: Value) -> int | None:
    """Return the integer for a value of a facet, None for what can't be a value of it."""
    if facet in ENUMERATED:
        return ENUMERATED[facet].index(value) if value in ENUMERATED[facet] else None
    if facet in OF_TEXTS:
        return encode_text(str(value))
    if facet in OF_SPEAKERS:
        return encode_speaker(value)
    try:
        number = _encoded(facet, value)
    except ValueError:
        return None
    return number if 0 <= number < LIMIT else None


def _encoded(facet: Facet, value: Value) -> int:
    if facet in OF_COUNTRIES:
        return encode_country(str(value))
    return int(str(value).replace("-", "", 1)) if facet == "months" else int(value)


def decode(facet: Facet, number: int, text_of: Callable[[int], str]) -> Value:
    """Return the value of a facet that was encoded as this integer; `text_of` knows the texts of an index."""
    if facet in ENUMERATED:
        return ENUMERATED[facet][number]
    if facet in OF_TEXTS or (facet in OF_SPEAKERS and number >= FIRST_TEXT):
        return text_of(number)
    if facet in OF_SPEAKERS and number >= FIRST_COUNTRY:
        return decode_country(number - FIRST_COUNTRY)
    if facet == "months":
        return f"{number // 100:04d}-{number % 100:02d}"
    return decode_country(number) if facet in OF_COUNTRIES else int(number)


def is_text(facet: Facet, number: int) -> bool:
    """Say whether a value is a folded text, of which an index keeps the spellings."""
    return facet in OF_TEXTS or (facet in OF_SPEAKERS and number >= FIRST_TEXT)


def encode_speaker(who: Value) -> int | None:
    """Return the integer for a person by id, a country by its code in capitals, or whoever has a folded name."""
    if isinstance(who, int):
        return who if 0 <= who < LIMIT else None
    if len(who) == LETTERS_OF_CODE and who.isascii() and who.isupper():
        return FIRST_COUNTRY + encode_country(who)
    return encode_text(who)


def encode_text(text: str) -> int:
    """Return the integer for a folded text, beyond those of people and countries."""
    return FIRST_TEXT + hash_text(text)


def hash_text(text: str) -> int:
    """Hash a text to 56 bits, enough that no two texts meet."""
    return int.from_bytes(blake2b(text.encode(), digest_size=7).digest(), "big")


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
