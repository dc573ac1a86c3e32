"""An address → a search request. Never raises: what can't be understood is left out and gets a sentence."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Literal, TypeVar

from django.db.models import Model
from django.http import QueryDict

from articles.filters.period import read_period
from articles.models import Country, Paragraph, Person, Publisher
from articles.queries import shown_people
from articles.sources.dates import UnreadableDateError
from search.engines.port import GROUPINGS, SORTS, WITH_QUOTES, WITHOUT_QUOTES, Facet, Unit, Value
from search.language.limits import LONGEST_QUERY
from search.results.request import EXCLUDE, PARAMETERS, Choices, SearchRequest, choices

Known = TypeVar("Known", bound=str)
UNITS: tuple[Unit, ...] = ("paragraphs", "quotations", "articles")
MOST_VALUES = 50  # of one filter
ID = re.compile(r"[1-9][0-9]{0,17}")
YEAR = re.compile(r"[1-9][0-9]{0,3}")
MONTH = re.compile(r"(?!0000)[0-9]{4}-(?:0[1-9]|1[0-2])")
SHOWN = 40  # letters of what was typed that a sentence repeats


@dataclass
class FilterReading:
    """The request, and a sentence for each thing in the address that was left out."""

    request: SearchRequest = field(default_factory=SearchRequest)
    problems: list[str] = field(default_factory=list)


def read_filters(parameters: QueryDict) -> FilterReading:
    """Read the parameters of an address.

    Once: q, unit, date_from, date_to, sort, by, copies, page; as often as wanted: quotations, person, speaker,
    country, publisher, kind, year, month, and each of these with not_ before it.
    """
    return _FilterReader(parameters).read()


class _FilterReader:
    def __init__(self, parameters: QueryDict) -> None:
        self.parameters = parameters
        self.problems: list[str] = []

    def read(self) -> FilterReading:
        request = SearchRequest(
            q=self._words(),
            unit=self._one_of("unit", UNITS),
            chosen=self._choices(""),
            excluded=self._choices(EXCLUDE),
            date_from=self._date("date_from"),
            date_to=self._date("date_to"),
            sort=self._one_of("sort", SORTS),
            group_by=self._one_of("by", GROUPINGS),
            copies_apart=bool(self._one_of("copies", ("apart",))),
            page=self._page(),
        )
        return FilterReading(request, self.problems)

    def _words(self) -> str:
        words = self.parameters.get("q", "").replace("\x00", " ").strip()
        return words[: LONGEST_QUERY + 1]  # one too many, so that reading it says that it was cut

    def _one(self, name: str) -> str:
        return self.parameters.get(name, "").replace("\x00", " ").strip()

    def _one_of(self, name: str, known: tuple[Known, ...]) -> Known | Literal[""]:
        """Return the one of the known values that is given; nothing, and a sentence, where it is none of them."""
        value = self._one(name)
        if value and value not in known:
            self._leave_out(name, value)
        return next((one for one in known if one == value), "")

    def _date(self, name: str) -> str:
        """Return a period in ISO 8601; nothing, and a sentence, where it is none that the lists would take either."""
        value = self._one(name)
        try:
            return read_period(value).iso if value else ""
        except UnreadableDateError:
            self.problems.append(
                f"“{value[:SHOWN]}” is not a date such as 2022, 2022-05 or 2022-05-17; it was left out."
            )
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
        given = self._ids(name, Person)
        return tuple(shown_people(given)) if given else ()

    def _ids(self, name: str, model: type[Model]) -> tuple[int, ...]:
        def known(values: set[str]) -> set[int]:
            ids = {int(value) for value in values if ID.fullmatch(value)}
            return set(model.objects.filter(pk__in=ids).values_list("pk", flat=True)) if ids else set()

        return self._values(name, known, int)

    def _publishers(self, name: str) -> tuple[int, ...]:
        return self._ids(name, Publisher)

    def _countries(self, name: str) -> tuple[str, ...]:
        def known(codes: set[str]) -> set[str]:
            return set(Country.objects.filter(pk__in=codes).values_list("pk", flat=True))

        return self._values(name, known, str.upper)

    def _quotes(self, name: str) -> tuple[str, ...]:
        return self._values(name, {WITH_QUOTES, WITHOUT_QUOTES}.intersection)[-1:]

    def _kinds(self, name: str) -> tuple[str, ...]:
        return self._values(name, set(Paragraph.Kind.values).intersection)

    def _years(self, name: str) -> tuple[int, ...]:
        years = self._values(name, lambda years: {year for year in years if YEAR.fullmatch(year)})
        return tuple(int(year) for year in years)

    def _months(self, name: str) -> tuple[str, ...]:
        return self._values(name, lambda months: {month for month in months if MONTH.fullmatch(month)})

    def _values(self, name: str, known: Callable[[set], Iterable[Value]], read: Callable[[str], Value] = str) -> tuple:
        """Return the values of a repeated parameter that the archive knows, each once, in the order given."""
        given = [value.replace("\x00", " ").strip() for value in self.parameters.getlist(name)]
        given = list(dict.fromkeys(value for value in given if value))
        if not given:
            return ()
        if len(given) > MOST_VALUES:
            self.problems.append(f"Only the first {MOST_VALUES} values of the filter “{name}” were taken.")
            given = given[:MOST_VALUES]
        plain = {value: read(value) for value in given if read is not int or ID.fullmatch(value)}
        found = set(known({str(value) for value in plain.values()}))
        for value in given:
            if plain.get(value) not in found:
                self._leave_out(name, value)
        return tuple(dict.fromkeys(value for value in plain.values() if value in found))

    def _leave_out(self, name: str, value: str) -> None:
        self.problems.append(f"The filter “{name}” knows no “{value[:SHOWN]}”; it was left out.")


READ: dict[Facet, Callable[[_FilterReader, str], tuple]] = {
    "quotes": _FilterReader._quotes,
    "people": _FilterReader._people,
    "speakers": _FilterReader._people,
    "countries": _FilterReader._countries,
    "publishers": _FilterReader._publishers,
    "kinds": _FilterReader._kinds,
    "years": _FilterReader._years,
    "months": _FilterReader._months,
}
