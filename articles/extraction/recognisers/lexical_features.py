"""Lexical features: what one word shows by itself, its classes in the lexicons, its shape, its beginning and end.

Classes are letters, so that one string names all that a word is: g given name, d given name that is a word too, s
surname that is a word too, a surname, f famous surname, e East Asian name, h honorific, t title, r role, o
organisation's word, w thing's word, p part of a country's or place's name, l city, c common word, n particle, i
initial, m month or day, v cue, x suffix (Jr), y number, z Chinese syllables.
"""

from functools import cache, lru_cache

from articles.names.normalise import unaccented

from ..candidates.spellings import SUFFIXES
from ..gazetteer.country_forms import country_phrases
from ..lexicons import (
    COMMON_WORDS,
    DOCUMENT_WORDS,
    GRAMMAR,
    HONORIFICS,
    NO_NAMES,
    ORGANISATION_WORDS,
    PARTICLES,
    ROLES,
    SURNAME_WORDS,
    TITLES,
    cue_kinds,
    doubtful_names,
    given_names,
    kinds_in,
    rows_of,
)

CITY_SIZE = 50  # thousands of people: smaller towns share their names with too many people
_KEPT = 50_000  # words remembered


@cache
def _large_towns() -> tuple[str, ...]:
    """Return the names of larger towns, from the gazetteer (GeoNames, CC BY 4.0)."""
    return tuple(name for name, namesakes in rows_of("towns.tsv") if _thousands(namesakes) >= CITY_SIZE)


def _thousands(namesakes: str) -> int:
    """Return the thousands of people of the largest town of a name: 18 of "US.OH:9|PL.72:18"."""
    return max(int(town.rpartition(":")[2]) for town in namesakes.split("|"))


@cache
def large_places() -> frozenset[str]:
    """Return the words in the names of larger towns."""
    return frozenset(word for name in _large_towns() for word in name.split())


@cache
def cities() -> frozenset[str]:
    """Return the names of one word of larger towns in small letters."""
    return frozenset(name.lower() for name in _large_towns() if " " not in name)


@cache
def surnames() -> dict[str, frozenset[str]]:
    """Return the surnames without accents by kind: "common", "world", "famous", "east_asian"."""
    return {kind: frozenset(map(unaccented, names)) for kind, names in kinds_in("surnames.tsv").items()}


@cache
def _bare_given() -> frozenset[str]:
    return frozenset(unaccented(name) for name in given_names())


@lru_cache(_KEPT)
def word_classes(text: str) -> str:
    """Return the classes of a word as a string of letters, "-" for none."""
    word = text.title() if len(text) > 3 and text.isupper() else text
    lower = word.lower().replace("’", "'")
    known = surnames()
    bare = unaccented(word)
    given = bare in _bare_given() or ("-" in bare and bare.split("-")[0] in _bare_given())
    signs = (
        ("g", given and word not in doubtful_names()),
        ("d", word in doubtful_names()),
        ("s", word in SURNAME_WORDS),
        ("a", bare in known["common"] or bare in known["world"]),
        ("f", bare in known["famous"]),
        ("e", word in known["east_asian"]),
        ("h", word in HONORIFICS),
        ("t", word in TITLES),
        ("r", lower in ROLES),
        ("o", word in ORGANISATION_WORDS or word in DOCUMENT_WORDS),
        ("w", word in NO_NAMES and word not in ORGANISATION_WORDS and lower not in GRAMMAR["time"]),
        ("p", word in country_phrases()),
        ("l", lower in cities()),
        ("c", lower in COMMON_WORDS),
        ("n", lower in PARTICLES),
        ("i", len(word.rstrip(".")) == 1 and word[0].isupper()),
        ("m", lower in GRAMMAR["time"]),
        ("v", lower in cue_kinds()),
        ("x", lower in SUFFIXES),
        ("y", word.isdigit()),
        ("z", pinyin(bare.lower())),
    )
    return "".join(letter for letter, holds in signs if holds) or "-"


_PINYIN = kinds_in("pinyin.tsv")
_SYLLABLES = frozenset(first + rest for first in {"", *_PINYIN["initial"]} for rest in _PINYIN["final"])
_LAST_LETTERS = frozenset(syllable[-1] for syllable in _SYLLABLES)


def pinyin(word: str) -> bool:
    """Say whether a word could be one or two Chinese syllables as they are spelt in Latin letters."""
    word = word.replace("-", "")
    if not 2 <= len(word) <= 12 or word[-1] not in _LAST_LETTERS:
        return False
    return word in _SYLLABLES or any(word[:cut] in _SYLLABLES and word[cut:] in _SYLLABLES for cut in range(1, 7))


@lru_cache(_KEPT)
def shape(text: str) -> str:
    """Return the outline of a word, repeated letters once: "McBride" is "XxXx", "U.S." is "X.X."."""
    outline: list[str] = []
    for letter in text[:20]:
        sign = "X" if letter.isupper() else "x" if letter.islower() else "d" if letter.isdigit() else letter
        if not outline or outline[-1] != sign:
            outline.append(sign)
    return "".join(outline)


def word_features(text: str) -> tuple[str, ...]:
    """Return the features of a word by itself."""
    lower = text.lower()
    all_kinds = word_classes(text)
    return (
        "w=" + lower,
        "3<" + lower[:3],
        "2>" + lower[-2:],
        "3>" + lower[-3:],
        "4>" + lower[-4:],
        "s=" + shape(text),
        "k=" + all_kinds,
        *("k:" + kind for kind in all_kinds),
    )


def neighbour_features(text: str, place: str) -> tuple[str, ...]:
    """Return the features that a word gives its neighbour; `place` says where it stands from there: "-1" or "+1"."""
    return (f"w{place}{text.lower()}", f"k{place}{word_classes(text)}", f"s{place}{shape(text)[:4]}")
