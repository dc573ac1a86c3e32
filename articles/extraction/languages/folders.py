"""The folders of languages in data/: which languages have one, what must be in it, and reading its lists.

A folder is called by the language's code (ISO 639-1, or 639-3 where it has none there). With `marks.tsv` and
`countries.tsv` a language is read without rules: words between its marks are quotations of nobody known, and countries
are found by name. With the lists of `RULES` beside them the rules of quotations and of people can run, as for English.
docs/languages.md says how a folder is made.
"""

from functools import cache
from pathlib import Path

from ..lexicons import DATA, ENGLISH, fields_of

PLAIN = {  # what every folder has, by the file's name, in words for who makes one
    "marks.tsv": "its quotation marks, a pair a line",
    "countries.tsv": "names of countries that papers use beside those of Unicode's CLDR",
    "function_words.txt": "small words by which the language is known",
}
RULES = {  # what the rules read besides; one of them in a folder asks for all
    "ambiguous_names.tsv": "names that two places share",
    "clauses.tsv": "small words around reported clauses",
    "common_words.txt": "words that are no part of a name",
    "cues.tsv": "words that report a saying",
    "grammar.tsv": "small words around names and cues",
    "guards.txt": "phrases that look like a country's name and are none",
    "idle_words.txt": "words of a role that tell nobody apart",
    "leaders.tsv": "heads of state and government named by the surname alone",
    "nouns.txt": "nouns for what newspapers let speak",
    "organisations.tsv": "words that show a name to be no person's",
    "person_signs.tsv": "small words that show what a name beside them names",
    "places.tsv": "places inside countries",
    "regions.tsv": "states and provinces that stand behind a town",
    "reports.tsv": "verbs that report without marks",
    "roles.tsv": "titles and roles of people",
    "subjects.tsv": "small words that tell of whom quoted words speak",
    "surname_words.txt": "words that are surnames too",
    "surroundings.tsv": "words beside a place's name that show what is meant",
    "verbs.tsv": "common verbs, by which a clause is known",
    "word_towns.txt": "towns that are called like a word",
}
OPTIONAL = {  # what some languages need
    "endings.tsv": "endings that names take when they are inflected",
    "prefixes.txt": "small words that are written together with the name behind them",
    "suffixes.txt": "small words that are written together with the name before them",
}
BY_CODE = frozenset(("marks.tsv",))  # those of English are in text/quotation_marks.py, with the rules for apostrophes


class IncompleteLanguageError(Exception):
    """A folder lacks a list; the message is a sentence that says which, and what it holds."""


@cache
def languages() -> tuple[str, ...]:
    """Return the codes of all languages that have a folder. Raises IncompleteLanguageError."""
    folders = sorted(folder for folder in DATA.iterdir() if folder.is_dir() and folder.name[0] not in "._")
    for folder in folders:
        refuse_an_incomplete(folder)
    return tuple(folder.name for folder in folders)


def refuse_an_incomplete(folder: Path) -> None:
    """Raise IncompleteLanguageError where a folder lacks a list that its language needs."""
    there = {file.name for file in folder.iterdir()}
    needed = PLAIN | RULES if there & RULES.keys() else PLAIN
    for name in sorted(needed.keys() - there - (BY_CODE if folder.name == ENGLISH else set())):
        raise IncompleteLanguageError(f"The folder of the language “{folder.name}” lacks {name}: {needed[name]}.")


def rows_of_language(code: str, name: str) -> tuple[tuple[str, ...], ...]:
    """Return the tab-separated fields of each line of a language's list; none where it has no such list."""
    file = DATA / code / name
    return tuple(map(tuple, fields_of(file))) if code in languages() and file.exists() else ()


def words_of_language(code: str, name: str) -> frozenset[str]:
    """Return every blank-separated word of a language's list; none where it has no such list."""
    return frozenset(word for row in rows_of_language(code, name) for word in row[0].split())
