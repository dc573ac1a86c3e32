"""An address → a search request. Never raises: what can't be understood is left out and gets a sentence."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Literal, TypeVar

from django.db.models import Model
from django.http import QueryDict

from articles.models import Country, Paragraph, Person, Publisher
from articles.queries import shown_people
from search.engines.port import SORTS, Value
from search.language.dates import read_date
from search.language.limits import LONGEST_QUERY
from search.request import QUOTES, SearchRequest

Known = TypeVar("Known", bound=str)
MOST_VALUES = 50  # of one filter
ID = re.compile(r"[1-9][0-9]{0,17}")
SHOWN = 40  # letters of what was typed that a sentence repeats


@dataclass
class FilterReading:
    """The request, and a sentence for each thing in the address that was left out."""

    request: SearchRequest = field(default_factory=SearchRequest)
    problems: list[str] = field(default_factory=list)


def read_filters(parameters: QueryDict) -> FilterReading:
    """Read the parameters of an address.

    Once: q, quotes, after, before, sort, page; as often as wanted: person, speaker, country, publisher, kind.
    """
    return _FilterReader(parameters).read()


class _FilterReader:
    def __init__(self, parameters: QueryDict) -> None:
        self.parameters = parameters
        self.problems: list[str] = []

    def read(self) -> FilterReading:
        request = SearchRequest(
            q=self._words(),
            quotes=self._one_of("quotes", QUOTES),
            people=self._people("person"),
            speakers=self._people("speaker"),
            countries=self._countries(),
            publishers=self._ids("publisher", Publisher),
            kinds=self._values("kind", lambda kinds: set(Paragraph.Kind.values) & kinds),
            after=self._date("after"),
            before=self._date("before"),
            sort=self._one_of("sort", SORTS),
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
        value = self._one(name)
        if value and read_date(value) is None:
            self.problems.append(
                f"“{value[:SHOWN]}” is not a date such as 2022, 2022-05 or 2022-05-17; it was left out."
            )
            return ""
        return value

    def _page(self) -> int:
        value = self._one("page") or "1"
        if not ID.fullmatch(value):
            self._leave_out("page", value)
            return 1
        return int(value)

    def _people(self, name: str) -> tuple[int, ...]:
        """Return the people given, or whom they were merged into."""
        given = self._ids(name, Person)
        return tuple(shown_people(given)) if given else ()

    def _ids(self, name: str, model: type[Model]) -> tuple[int, ...]:
        def known(values: set[str]) -> set[int]:
            ids = {int(value) for value in values if ID.fullmatch(value)}
            return set(model.objects.filter(pk__in=ids).values_list("pk", flat=True)) if ids else set()

        return self._values(name, known, int)

    def _countries(self) -> tuple[str, ...]:
        def known(codes: set[str]) -> set[str]:
            return set(Country.objects.filter(pk__in=codes).values_list("pk", flat=True))

        return self._values("country", known, str.upper)

    def _values(self, name: str, known: Callable[[set], Iterable[Value]], read: Callable[[str], Value] = str) -> tuple:
        """Return the values of a repeated parameter that the archive knows, each once, in the order given."""
        given = [value.replace("\x00", " ").strip() for value in self.parameters.getlist(name)]
        given = list(dict.fromkeys(value for value in given if value))[:MOST_VALUES]
        if not given:
            return ()
        plain = {value: read(value) for value in given if read is not int or ID.fullmatch(value)}
        found = set(known({str(value) for value in plain.values()}))
        for value in given:
            if plain.get(value) not in found:
                self._leave_out(name, value)
        return tuple(dict.fromkeys(value for value in plain.values() if value in found))

    def _leave_out(self, name: str, value: str) -> None:
        self.problems.append(f"The filter “{name}” knows no “{value[:SHOWN]}”; it was left out.")
