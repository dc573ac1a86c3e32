"""The parameters of an address → a search request. Never raises: what can't be read is left out, with a warning."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, TypeVar

from django.http import QueryDict

from articles.extraction.certainty import Certainty
from articles.filters.period import read_period
from articles.identity.publishers import publishers_called
from articles.identity.speakers import other_speakers_by_name
from articles.models import Paragraph
from articles.names.normalise import normalise
from articles.queries.entity_names import known_entities
from articles.sources.dates import UnreadableDateError
from search.engines.port import (
    CERTAINTIES,
    GROUPINGS,
    QUOTED,
    SORTS,
    SPEAKER_KINDS,
    UNNAMED,
    WITH_QUOTES,
    WITHOUT_QUOTES,
    Facet,
    Unit,
    Value,
)
from search.language.limits import LONGEST_QUERY
from search.language.parser import parse
from search.results.implied_unit import asked_unit
from search.results.request import EXCLUDE, PARAMETERS, Choices, SearchRequest, choices

Allowed = TypeVar("Allowed", bound=str)
UNITS: tuple[Unit, ...] = ("paragraphs", "quotations", "articles")
MAX_VALUES = 50  # of one filter
ID = re.compile(r"[1-9][0-9]{0,17}")
CODE = re.compile(r"[A-Z]{2}")
YEAR = re.compile(r"[1-9][0-9]{0,3}")
MONTH = re.compile(r"(?!0000)[0-9]{4}-(?:0[1-9]|1[0-2])")
MAX_TEXT = 300  # characters of a role, a cue or a name
KNOWN, UNSURE = "known", Certainty.UNSURE  # of certainty: all but the unsure
LEFT_OUT = "; it was left out."  # how a sentence ends about a value that is not taken
MAX_QUOTED = 40  # characters of what was typed that a sentence repeats


@dataclass
class ParsedParameters:
    """The request of an address, and a sentence for each of its values that was left out."""

    request: SearchRequest = field(default_factory=SearchRequest)
    warnings: list[str] = field(default_factory=list)


def parse_parameters(parameters: QueryDict) -> ParsedParameters:
    """Return the request that the parameters of an address ask for; unknown parameters are passed over.

    Once: q, unit, date_from, date_to, sort, by, copies, page; as often as wanted: quotations, quoted, certainty,
    person, speaker, speaker_kind, role, cue, about, about_country, candidate, country, publisher, section, kind, year,
    month, and each of these with not_ before it.
    """
    return _ParameterParser(parameters).parse()


class _ParameterParser:
    def __init__(self, parameters: QueryDict) -> None:
        self.parameters = parameters
        self.warnings: list[str] = []
        speak = self._given_in("speakers", "candidates")
        people = {int(value) for value in speak | self._given_in("people", "about") if ID.fullmatch(value)}
        countries = set(map(str.upper, self._given_in("countries", "about_countries"))) | set(
            filter(CODE.fullmatch, speak)
        )
        sections = self._given_in("sections")
        names = [one for one in speak if not ID.fullmatch(one) and not CODE.fullmatch(one)]
        self.known = known_entities(people, countries, sections)
        self.others = other_speakers_by_name(names) if names else {}
        self.publishers = {text: one.pk for text, one in publishers_called(self._given_in("publishers")).items()}

    def parse(self) -> ParsedParameters:
        request = SearchRequest(
            q=self._words(),
            unit=self._unit(),
            chosen=self._choices(""),
            excluded=self._choices(EXCLUDE),
            date_from=self._date("date_from"),
            date_to=self._date("date_to"),
            sort=self._one_of("sort", SORTS),
            group_by=self._one_of("by", GROUPINGS),
            copies_apart=bool(self._one_of("copies", ("apart",))),
            page=self._page(),
        )
        return ParsedParameters(request, self.warnings)

    def _words(self) -> str:
        words = self.parameters.get("q", "").replace("\x00", " ").strip()
        return words[: LONGEST_QUERY + 1]  # one too many, so that parsing says that it was cut

    def _unit(self) -> Unit | Literal[""]:
        """Return the unit given, as a request asks for it, so that one search has one address."""
        unit = self._one_of("unit", UNITS)
        return asked_unit(unit, parse(self._words()).query) if unit == "paragraphs" else unit

    def _one(self, name: str) -> str:
        return self.parameters.get(name, "").replace("\x00", " ").strip()

    def _one_of(self, name: str, allowed: tuple[Allowed, ...]) -> Allowed | Literal[""]:
        """Return the value given if it is allowed; else nothing, with a warning."""
        value = self._one(name)
        if value and value not in allowed:
            self._leave_out(name, value)
        return next((one for one in allowed if one == value), "")

    def _date(self, name: str) -> str:
        """Return a period in ISO 8601; nothing, with a warning, for what the lists would not take for one either."""
        value = self._one(name)
        try:
            return read_period(value).iso if value else ""
        except UnreadableDateError:
            self.warnings.append(f"“{value[:MAX_QUOTED]}” is not a date such as 2022, 2022-05 or 2022-05-17{LEFT_OUT}")
            return ""

    def _page(self) -> int:
        value = self._one("page") or "1"
        if not ID.fullmatch(value):
            self._leave_out("page", value)
            return 1
        return int(value)

    def _choices(self, prefix: str) -> Choices:
        """Read the values of every facet whose parameter's name begins like this."""
        return choices({facet: READ[facet](self, prefix + name) for facet, name in PARAMETERS.items()})

    def _people(self, name: str) -> tuple[int, ...]:
        """Return the people given, or whom they were merged into."""
        given = self._values(name, lambda numbers: [key for key in self.known.people if str(key) in numbers], int)
        return tuple(dict.fromkeys(self.known.people[key] for key in given))

    def _speakers(self, name: str) -> tuple[Value, ...]:
        """Return who speaks: people by number, countries by code in capitals, others by their whole name; UNNAMED."""
        known: dict[str, Value] = {str(key): self.known.people[key] for key in self.known.people}
        known |= {code: code for code in self.known.countries}
        known |= {text: normalise(text) for text, found in self.others.items() if normalise(text) in found}
        known[UNNAMED] = UNNAMED
        return tuple(dict.fromkeys(known[text] for text in self._values(name, known.keys().__and__)))

    def _publishers(self, name: str) -> tuple[int, ...]:
        """Return the publishers given, or those that they were merged into; a spelling will do for a number."""
        return self._called(name, self.publishers)

    def _sections(self, name: str) -> tuple[int, ...]:
        """Return the sections given, by number or by name."""
        return self._called(name, self.known.sections)

    def _called(self, name: str, known: Mapping[str, int]) -> tuple[int, ...]:
        return tuple(dict.fromkeys(known[text] for text in self._values(name, known.keys().__and__)))

    def _countries(self, name: str) -> tuple[str, ...]:
        return self._values(name, self.known.countries.intersection, str.upper)

    def _quotes(self, name: str) -> tuple[str, ...]:
        return self._values(name, {WITH_QUOTES, WITHOUT_QUOTES}.intersection)[-1:]

    def _certainty(self, name: str) -> tuple[str, ...]:
        given = self._values(name, {KNOWN, *CERTAINTIES}.intersection)
        return tuple(one for one in CERTAINTIES if one in given or (KNOWN in given and one != UNSURE))

    def _quoted(self, name: str) -> tuple[str, ...]:
        return self._values(name, set(QUOTED).intersection)

    def _speaker_kinds(self, name: str) -> tuple[str, ...]:
        return self._values(name, set(SPEAKER_KINDS).intersection)

    def _texts(self, name: str) -> tuple[str, ...]:
        """Return words of articles, folded; they may be any."""
        short = lambda texts: {text for text in texts if len(text) <= MAX_TEXT}  # noqa: E731
        return tuple(dict.fromkeys(text.casefold() for text in self._values(name, short)))

    def _kinds(self, name: str) -> tuple[str, ...]:
        return self._values(name, set(Paragraph.Kind.values).intersection)

    def _years(self, name: str) -> tuple[int, ...]:
        years = self._values(name, lambda years: {year for year in years if YEAR.fullmatch(year)})
        return tuple(int(year) for year in years)

    def _months(self, name: str) -> tuple[str, ...]:
        return self._values(name, lambda months: {month for month in months if MONTH.fullmatch(month)})

    def _values(
        self, name: str, known: Callable[[set[str]], Iterable[Value]], read: Callable[[str], Value] = str
    ) -> tuple[Any, ...]:
        """Return the values of a repeated parameter that the archive knows, each once, in the order given."""
        given = self._given(name)
        if len(given) > MAX_VALUES:
            self.warnings.append(f"Only the first {MAX_VALUES} values of the filter “{name}” were taken.")
            given = given[:MAX_VALUES]
        plain = {value: read(value) for value in given if read is not int or ID.fullmatch(value)}
        found = set(known({str(value) for value in plain.values()}))
        for value in given:
            if plain.get(value) not in found:
                self._leave_out(name, value)
        return tuple(dict.fromkeys(value for value in plain.values() if value in found))

    def _given(self, name: str) -> list[str]:
        values = (value.replace("\x00", " ").strip() for value in self.parameters.getlist(name))
        return list(dict.fromkeys(value for value in values if value))

    def _given_in(self, *facets: Facet) -> set[str]:
        """Return the values given to choose or to exclude in some facets, as many of each as are taken."""
        names = (side + PARAMETERS[facet] for facet in facets for side in ("", EXCLUDE))
        return {value for name in names for value in self._given(name)[:MAX_VALUES]}

    def _leave_out(self, name: str, value: str) -> None:
        self.warnings.append(f"The filter “{name}” has no value “{value[:MAX_QUOTED]}”{LEFT_OUT}")


READ: dict[Facet, Callable[[_ParameterParser, str], tuple[Any, ...]]] = {
    "quotes": _ParameterParser._quotes,
    "people": _ParameterParser._people,
    "speakers": _ParameterParser._speakers,
    "candidates": _ParameterParser._speakers,
    "speaker_kinds": _ParameterParser._speaker_kinds,
    "roles": _ParameterParser._texts,
    "cues": _ParameterParser._texts,
    "about": _ParameterParser._people,
    "about_countries": _ParameterParser._countries,
    "quoted": _ParameterParser._quoted,
    "countries": _ParameterParser._countries,
    "publishers": _ParameterParser._publishers,
    "sections": _ParameterParser._sections,
    "certainty": _ParameterParser._certainty,
    "kinds": _ParameterParser._kinds,
    "years": _ParameterParser._years,
    "months": _ParameterParser._months,
}
