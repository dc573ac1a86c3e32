"""The word lists in data/, read once: plain text, one entry or many a line, "#" begins a comment.

What belongs to a language is in the folder of its code (ISO 639-1), of which English is the first; what belongs to
none, names of people and of towns, lies in data/ itself. A list is asked for by its file's name, wherever it lies.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

DATA = Path(__file__).with_name("data")
ENGLISH = "en"


def lines_of(name: str) -> Iterator[str]:
    """Yield the lines of a data file without comments and blank lines."""
    return _lines(_path(name))


def rows_of(name: str) -> Iterator[list[str]]:
    """Yield the tab-separated fields of each line of a data file."""
    return fields_of(_path(name))


def fields_of(file: Path) -> Iterator[list[str]]:
    """Yield the tab-separated fields of each line of a list that lies anywhere, as of another language."""
    for line in _lines(file):
        yield line.split("\t")


def _lines(file: Path) -> Iterator[str]:
    for line in file.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line


def _path(name: str) -> Path:
    """Return where a list lies: in the folder of English or, if it has none so called, among those of no language."""
    english = DATA / ENGLISH / name
    return english if english.exists() else DATA / name


@cache
def words_in(name: str) -> frozenset[str]:
    """Return every blank-separated word of a data file."""
    return frozenset(word for line in lines_of(name) for word in line.split())


@cache
def kinds_in(name: str, divider: str | None = None) -> dict[str, frozenset[str]]:
    """Return the entries of a file of rows "kind, entries": blank-separated, or by the divider given."""
    kinds: dict[str, set[str]] = {}
    for kind, entries in rows_of(name):
        kinds.setdefault(kind, set()).update(filter(None, entries.split(divider)))
    return {kind: frozenset(entries) for kind, entries in kinds.items()}


COMMON_WORDS = words_in("common_words.txt")
PARTICLES = words_in("particles.txt")
SURNAME_WORDS = words_in("surname_words.txt")
GROUP_NOUNS = words_in("nouns.txt")

_ROLES = kinds_in("roles.tsv", "|")
HONORIFICS = _ROLES["honorific"]
TITLES = frozenset(word for title in _ROLES["title"] for word in title.split()) | HONORIFICS
TITLE_ENDS = frozenset(title.split()[-1] for title in _ROLES["title"]) | HONORIFICS  # "Minister", not "Foreign"
ADDRESSES = _ROLES["address"]  # beside honorifics: "Auntie"
OFFICES = _ROLES["office"]
POST_NOMINALS = _ROLES["post_nominal"]
ROLES = frozenset(word for role in _ROLES["role"] for word in role.split()) - _ROLES["role_link"]
MEN = _ROLES["honorific_m"] | _ROLES["role_m"]
WOMEN = _ROLES["honorific_f"] | _ROLES["role_f"]
LEADERS = _ROLES["leader"]
ANY_LEADER = _ROLES["any_leader"]  # means whichever of them a country has
ROLE_MODIFIERS = _ROLES["modifier"]
EPITHETS = _ROLES["epithet"]
PARTIES = _ROLES["party"]  # whose leader is no country's
GENERATIONS = _ROLES["generation"]  # "jr", "iii"
JUNIORS = _ROLES["junior"]
GENERATION_WORDS = _ROLES["generation_word"]
SURNAME_STARTS = kinds_in("surname_starts.tsv")

GRAMMAR = kinds_in("grammar.tsv")

MARKED = kinds_in("marked.tsv")  # in and beside quotation marks

CLAUSES = kinds_in("clauses.tsv")

PERSONS = kinds_in("pronouns.tsv")

SET_PHRASES = {
    kind: tuple(tuple(phrase.split()) for phrase in sorted(phrases))
    for kind, phrases in kinds_in("set_phrases.tsv", "|").items()
}

_NOTHING = "(?!)"  # what a regular expression matches where a language has no word of a kind
PATTERNS = {kind: f"(?:{alternatives or _NOTHING})" for kind, alternatives in rows_of("patterns.tsv")}

NOUNS = GROUP_NOUNS | ROLES  # for people, papers and bodies that speak

_ORGANISATIONS = kinds_in("organisations.tsv")
ORGANISATION_WORDS = _ORGANISATIONS["organisation"]
DOCUMENT_WORDS = _ORGANISATIONS["document"]
THING_WORDS = _ORGANISATIONS["thing"]
_NO_NAMES = ORGANISATION_WORDS | DOCUMENT_WORDS | THING_WORDS | {title + "s" for title in TITLES}
NO_NAMES = _NO_NAMES | {word.title() for word in _NO_NAMES if word.isupper()}  # words that no person's name has


@cache
def given_names() -> dict[str, str]:
    """Return each given name with the gender it shows: "m", "f" or "u" (either)."""
    genders = {"m": "m", "w": "m", "f": "f", "x": "f", "u": "u"}
    return {name: genders[kind] for kind, names in kinds_in("given_names.tsv").items() for name in names}


@cache
def doubtful_names() -> frozenset[str]:
    """Return the given names that are words or places too ("Grace", "Jordan")."""
    kinds = kinds_in("given_names.tsv")
    return kinds["w"] | kinds["x"]


@cache
def nicknames() -> dict[str, frozenset[str]]:
    """Return for each short form of a given name the full forms it may stand for."""
    fulls: dict[str, set[str]] = {}
    for full, shorts in rows_of("nicknames.tsv"):
        for short in shorts.split():
            fulls.setdefault(short, set()).add(full)
    return {short: frozenset(names) for short, names in fulls.items()}


@cache
def name_forms() -> dict[str, str]:
    """Return for each form of a given name ("Jon") the one that stands for all ("John")."""
    return {form: first for first, forms in rows_of("name_forms.tsv") for form in forms.split()}


@cache
def cue_kinds() -> dict[str, str]:
    """Return each form of each cue with its kind; the first kind in the file wins."""
    kinds: dict[str, str] = {}
    for kind, verbs in rows_of("cues.tsv"):
        for form in verbs.replace("|", " ").split():
            kinds.setdefault(form, kind)
    return kinds
