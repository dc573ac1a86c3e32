"""A table as a file to download, in the format that the address names; and the menu of formats on a page."""

from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse

from articles.files.formats import FORMATS, Format, chunks, formats_for
from articles.files.table import Table

UNKNOWN = "There is no format “{}”. Files are made as {}."
NO_REFERENCES = "{} is a format of references, and what this list counts can't be cited. It can be had as {}."
LONGEST_SHOWN = 20  # characters of a format that nobody knows


def download(ending: str, make: Callable[[], Table]) -> HttpResponseBase:
    """Return the file of a table, streamed; where an ending is no format, or none of this table, a sentence (404)."""
    form = FORMATS.get(ending)
    if form is None:
        return _refused(unknown_format(ending))
    table = make()
    if form.references and table.items is None:
        return _refused(NO_REFERENCES.format(form.label, _named(formats_for(False))))
    headers = {"Content-Disposition": f'attachment; filename="{file_name(table.name, form)}"'}
    if table.expected is not None:
        headers["Search-Matches"] = str(table.expected)
    return StreamingHttpResponse(chunks(table, form), content_type=form.media_type, headers=headers)


def unknown_format(ending: str) -> str:
    """Say in a sentence that there is no format of a name, and which there are."""
    return UNKNOWN.format(ending[:LONGEST_SHOWN], _named(formats_for(True)))


def file_name(name: str, form: Format) -> str:
    """Return the name of a file."""
    return f"newsroom-{name}.{form.ending}"


def whole_addresses(request: HttpRequest) -> Callable[[str], str]:
    """Return what makes whole addresses of paths, cheaply: https:// and the host of a request before each."""
    host = request.build_absolute_uri("/").rstrip("/")
    return lambda path: f"{host}{path}"


def _named(formats: list[Format]) -> str:
    return ", ".join(one.ending for one in formats)


def _refused(sentence: str) -> HttpResponse:
    return HttpResponse(f"{sentence}\n", status=404, content_type="text/plain; charset=utf-8")


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """A format in the menu of a page, and where its file is."""

    form: Format
    href: str


@dataclass(frozen=True, slots=True)
class Menu:
    """The files of one table in the menu of a page: what they hold, where several stand in it, and the formats."""

    title: str
    entries: tuple[MenuEntry, ...]


def menu(view: str, query: str = "", title: str = "", *, cited: bool = False, **arguments: str) -> Menu:
    """Return the formats that suit a table, with the addresses of its files: those of a view that takes an `ending`.

    `cited` says that what the table holds can be cited.
    """
    ask = f"?{query}" if query else ""
    forms = formats_for(cited)
    entries = (MenuEntry(one, reverse(view, kwargs={**arguments, "ending": one.ending}) + ask) for one in forms)
    return Menu(title, tuple(entries))


def list_menu(view: str, request: HttpRequest, *, cited: bool = False) -> list[Menu]:
    """Return the menu of a list with the filters of its page, whichever page of it is looked at."""
    query = request.GET.copy()
    query.pop("page", None)
    return [menu(view, query.urlencode(), cited=cited)]
