"""An item as a record of RIS (Research Information Systems), which every reference manager reads.

RIS has no way to quote: a field is the rest of its line. So a value is one line, whatever its text had in it, and no
title can bring a field or a record of its own. Line ends are CR LF, as the format's description has them.
"""

from collections.abc import Iterable, Iterator

from articles.bibliography.authors import CslName, one_line
from articles.bibliography.items import CslDate, CslItem

LINE_END = "\r\n"
TYPES = {"article-newspaper": "NEWS", "webpage": "ELEC"}
Field = tuple[str, str]


def ris_record(item: CslItem) -> str:
    """Return an item as one record, from its TY to its ER."""
    fields = [("TY", TYPES[item["type"]]), *(field for field in _fields(item) if field[1]), ("ER", "")]
    return "".join(f"{tag}  - {one_line(value)}{LINE_END}" for tag, value in fields)


def _fields(item: CslItem) -> Iterator[Field]:
    yield "ID", item["id"]
    yield "TI", item.get("title", "")
    yield from (("AU", _name(name)) for name in item.get("author", ()))
    yield "T2", item.get("container-title", "")
    yield from _dates(item)
    yield "SE", item.get("section", "")
    yield "LA", item.get("language", "")
    yield from (("N1", line) for line in item.get("note", "").splitlines())
    yield "UR", item.get("URL", "")
    yield "DB", item.get("archive", "")


def _dates(item: CslItem) -> Iterable[Field]:
    """Return the year, and days as year/month/day, where what is not known is empty."""
    if issued := item.get("issued"):
        yield "PY", f"{issued['date-parts'][0][0]:04}"
        yield "DA", _slashed(issued)
    if accessed := item.get("accessed"):
        yield "Y2", _slashed(accessed)


def _slashed(when: CslDate) -> str:
    year, *rest = when["date-parts"][0]
    return "/".join([f"{year:04}", *(f"{part:02}" for part in rest), *[""] * (2 - len(rest))]) + "/"


def _name(name: CslName) -> str:
    """Return "family, given, suffix"; a name that is not taken apart has no comma, which would take it apart."""
    if "literal" in name:
        return name["literal"].replace(",", " ")
    family = " ".join(filter(None, [name.get("non-dropping-particle", ""), name["family"]]))
    return ", ".join(filter(None, [family, name["given"], name.get("suffix", "")]))
