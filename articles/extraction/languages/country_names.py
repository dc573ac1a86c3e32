"""Names of countries in any language: Unicode CLDR's (package babel), with what the language's folder adds to them.

`countries.tsv` adds names that papers use and takes back those that are other words too; `endings.tsv` says how names
are inflected, `prefixes.txt` and `suffixes.txt` what is written together with them. In a text a name must be a word of
its own, but for scripts that set no blanks between words.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import islice, product

import ahocorasick
from babel import Locale, UnknownLocaleError
from babel.localedata import locale_identifiers

from ..gazetteer.country_forms import country_names
from ..lexicons import given_names
from .folders import rows_of_language, words_of_language

_MOST_FORMS = 80  # inflected forms of one name
_HALVES = re.compile(r"(.+?)\s*[(\[（]([^)\]）]+)[)\]）]")  # "Myanmar (Birma)"
_NO_BLANKS = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_KATAKANA = re.compile(r"[\u30a1-\u30fa\u30fc]")


class CountryNames:
    """The names of all countries in one language, found in a text in time linear in it."""

    def __init__(self, code: str) -> None:
        self._prefixes = words_of_language(code, "prefixes.txt")
        self._suffixes = words_of_language(code, "suffixes.txt")
        self._automaton = ahocorasick.Automaton()
        self._any = False
        for name, country in _forms(code):
            if name not in self._automaton:
                self._automaton.add_word(name, (len(name), country))
                self._any = True
        self._automaton.make_automaton()

    def found_in(self, text: str) -> list[tuple[int, int, str]]:
        """Return each place that names a country: the half-open range of code points, and the country's code."""
        if not self._any:
            return []
        found = [(end + 1 - size, end + 1, country) for end, (size, country) in self._automaton.iter(text)]
        chosen: list[tuple[int, int, str]] = []
        for start, end, country in sorted(found, key=lambda one: (one[0], -one[1])):
            if (not chosen or start >= chosen[-1][1]) and self._stands_alone(text, start, end):
                chosen.append((start, end, country))
        return [one for one in chosen if not _is_given_name(text, one[0], one[1])]

    def _stands_alone(self, text: str, start: int, end: int) -> bool:
        """Say whether a name is a word of its own, but for small words that are written together with it."""
        return (_begins_at(text, start) or self._behind_prefix(text, start)) and (
            _ends_before(text, end) or self._before_suffix(text, end)
        )

    def _behind_prefix(self, text: str, start: int) -> bool:
        return any(
            len(one) <= start and text.startswith(one, start - len(one)) and _begins_at(text, start - len(one))
            for one in self._prefixes
        )

    def _before_suffix(self, text: str, end: int) -> bool:
        return any(text.startswith(one, end) and _ends_before(text, end + len(one)) for one in self._suffixes)


@cache
def names_of_countries(code: str) -> CountryNames:
    """Return the names of all countries in a language; there are none where neither CLDR nor a folder knows it."""
    return CountryNames(code)


def _begins_at(text: str, start: int) -> bool:
    return start == 0 or not _goes_on(text[start], text[start - 1])


def _ends_before(text: str, end: int) -> bool:
    return end == len(text) or not _goes_on(text[end - 1], text[end])


def _goes_on(own: str, beside: str) -> bool:
    """Say whether the letter beside a name's first or last one belongs to the same word."""
    if _KATAKANA.match(own):
        return bool(_KATAKANA.match(beside))
    if _NO_BLANKS.match(own):
        return False
    return (beside.isalnum() or beside == "_" or _is_joined(beside)) and not _NO_BLANKS.match(beside)


def _is_joined(letter: str) -> bool:
    """Say whether a sign is written onto the letter before it: a vowel of Hindi, an accent of its own."""
    return "\u0300" <= letter <= "\u036f" or "\u064b" <= letter <= "\u0652" or "\u0900" <= letter <= "\u0dff"


def _is_given_name(text: str, start: int, end: int) -> bool:
    """Say whether a name of a country is somebody's given name here: a surname stands behind it."""
    behind = text[end : end + 2]
    return text[start:end] in given_names() and behind[:1] == " " and behind[1:].isupper()


def _forms(code: str) -> Iterator[tuple[str, str]]:
    """Yield each form of each name with its country's code, the folder's own first."""
    own = [(name, country) for country, names in rows_of_language(code, "countries.tsv") for name in names.split("|")]
    taken_back = {name[1:] for name, _ in own if name.startswith("-")}
    endings = _endings(code)
    for name, country in [*own, *_cldr_names(code)]:
        if name.startswith("-") or name in taken_back:
            continue
        for form in islice(_inflected(name, endings), _MOST_FORMS):
            yield form, country
            if "’" in form:
                yield form.replace("’", "'"), country


def _cldr_names(code: str) -> Iterator[tuple[str, str]]:
    for locale in _locales(code):
        names = {country: str(locale.territories.get(country, "")) for country in country_names()}
        halves = {country: match for country, name in names.items() if (match := _HALVES.fullmatch(name))}
        shared = Counter(match[1] for match in halves.values())
        for country, name in names.items():
            if name and country not in halves:
                yield name, country
            elif name and shared[halves[country][1]] == 1:
                yield from ((half, country) for half in halves[country].groups())


def _locales(code: str) -> list[Locale]:
    """Return what CLDR has of a language: itself, its other scripts, and the country it is called after (pt-PT)."""
    other = re.compile(rf"{code}_(?:[A-Z][a-z]{{3}}|{code.upper()})")
    try:
        return [Locale.parse(one) for one in (code, *sorted(filter(other.fullmatch, locale_identifiers())))]
    except (UnknownLocaleError, ValueError):
        return []


def _endings(code: str) -> dict[str, list[str]]:
    return {ending: others.split("|") for ending, others in rows_of_language(code, "endings.tsv")}


def _inflected(name: str, endings: dict[str, list[str]]) -> Iterator[str]:
    """Yield a name as it is and with each word's other endings."""
    if not endings:
        yield name
        return
    for words in product(*(_word_forms(word, endings) for word in name.split(" "))):
        yield " ".join(words)


def _word_forms(word: str, endings: dict[str, list[str]]) -> list[str]:
    """Return a word with each ending that it can take, by the longest of the list that it has."""
    for at in range(1 if len(word) > 3 else len(word), len(word) + 1):
        if word[at:] in endings and not word.isupper():
            return [word, *(word[:at] + ending for ending in endings[word[at:]])]
    return [word]
