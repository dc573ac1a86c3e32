"""An item as an entry of BibTeX, in UTF-8, which LaTeX reads since 2018 without a package.

A value stands between braces. BibTeX counts braces even behind a backslash, so those of a text are written by name,
and so is every sign that LaTeX takes for a command.
"""

import re
from collections.abc import Iterable, Iterator

from articles.bibliography.authors import CslName, one_line
from articles.bibliography.items import CslDate, CslItem

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")  # macros of BibTeX
SIGNS = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{sign: f"\\{sign}" for sign in "#$%&_"},
    }
)
OF_ADDRESSES = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C", " ": "%20"})  # url takes all others as they are
LIGATURES = re.compile(r"([-'`<>])(?=\1)|([?!])(?=`)")  # -- is a dash to LaTeX, << a mark
ENTRIES = {"article-newspaper": "article", "webpage": "misc"}  # the type of an item → of its entry
CONTAINERS = {"article-newspaper": "journal", "webpage": "howpublished"}  # and the field of what it is a part of
Field = tuple[str, str]


def bibtex_entry(item: CslItem) -> str:
    """Return an item as one entry, with a blank line behind it."""
    fields = "".join(f",\n  {name} = {value}" for name, value in _fields(item))
    return f"@{ENTRIES[item['type']]}{{{item['id']}{fields}\n}}\n\n"


def _fields(item: CslItem) -> Iterator[Field]:
    if names := item.get("author"):
        yield "author", f"{{{' and '.join(map(_name, names))}}}"
    yield "title", f"{{{_braced(item['title'])}}}"  # twice: no style changes its capitals
    texts = {CONTAINERS[item["type"]]: "container-title", "language": "language"}
    yield from ((name, _braced(item[key])) for name, key in texts.items() if key in item)  # type: ignore[literal-required]
    if issued := item.get("issued"):
        yield from _dates(issued)
    if "URL" in item:
        yield "url", f"{{{one_line(item['URL']).translate(OF_ADDRESSES)}}}"
    if accessed := item.get("accessed"):
        yield "urldate", f"{{{'-'.join(f'{part:02}' for part in accessed['date-parts'][0])}}}"
    if notes := [*_section(item), *item.get("note", "").splitlines()]:
        yield "note", _braced(". ".join(notes))


def _dates(issued: CslDate) -> Iterable[Field]:
    year, *rest = issued["date-parts"][0]
    yield "year", f"{{{year:04}}}"
    if rest:
        yield "month", MONTHS[rest[0] - 1]
    if rest[1:]:
        yield "day", f"{{{rest[1]}}}"


def _section(item: CslItem) -> list[str]:
    return [f"Section: {item['section']}"] if "section" in item else []


def _name(name: CslName) -> str:
    if "literal" in name:
        return _braced(name["literal"])
    family = " ".join(filter(None, [name.get("non-dropping-particle", ""), name["family"]]))
    return ", ".join(_whole(part) for part in (family, name.get("suffix", ""), name["given"]) if part)


def _whole(part: str) -> str:
    """Return a part of a name; between braces where BibTeX would divide it."""
    return _braced(part) if "," in part or "and" in part.lower().split() else _escaped(part)


def _braced(text: str) -> str:
    return f"{{{_escaped(text)}}}"


def _escaped(text: str) -> str:
    return LIGATURES.sub(r"\g<0>{}", one_line(text).translate(SIGNS))
