"""The folders of languages in data/: which languages have one, what must be in it, and reading its lists.

A folder is called by the language's code (ISO 639-1, or 639-3 where it has none there). With the `PLAIN` lists a
language is read without rules: words between its marks are quotations of nobody known, and countries are found by name.
The lists of English beside them are what rules of quotations and of people stand on: a folder has none of them or all.
docs/languages.md says how a folder is made.
"""

from functools import cache
from pathlib import Path

from ..lexicons import DATA, ENGLISH, fields_of

PLAIN = {  # what every folder has, by the file's name, in words for who makes one
    "countries.tsv": "names of countries that papers use beside those of Unicode's CLDR",
    "function_words.txt": "small words by which the language is known",
    "marks.tsv": "its quotation marks, a pair a line",
}
OPTIONAL = {  # what some languages need
    "endings.tsv": "endings that names take when they are inflected",
    "prefixes.txt": "small words that are written together with the name behind them",
    "suffixes.txt": "small words that are written together with the name before them",
}
_BY_CODE = frozenset(("marks.tsv",))  # those of English are in text/, with the rules for apostrophes and lost marks


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
    rules = rules_lists()
    needed = PLAIN | rules if there & rules.keys() else PLAIN
    for name in sorted(needed.keys() - there - (_BY_CODE if folder.name == ENGLISH else set())):
        raise IncompleteLanguageError(f"The folder of the language “{folder.name}” lacks {name}: {needed[name]}.")


def rules_lists() -> dict[str, str]:
    """Return the lists that the rules stand on, by the file's name, with where it is said what each holds."""
    names = {file.name for file in (DATA / ENGLISH).iterdir()} - PLAIN.keys()
    return {name: f"the first lines of {DATA.name}/{ENGLISH}/{name} say what it holds" for name in names}


def rows_of_language(code: str, name: str) -> tuple[tuple[str, ...], ...]:
    """Return the tab-separated fields of each line of a language's list; none where it has no such list."""
    file = DATA / code / name
    return tuple(map(tuple, fields_of(file))) if code in languages() and file.exists() else ()


def words_of_language(code: str, name: str) -> frozenset[str]:
    """Return every blank-separated word of a language's list; none where it has no such list."""
    return frozenset(word for row in rows_of_language(code, name) for word in row[0].split())
