"""References as files for reference managers: RIS, BibTeX and CSL-JSON.

These formats have no place for what a file says of itself but one more reference. So the last one is the search (or
the list) itself, to be cited as what was looked through.
"""

from collections.abc import Iterable, Iterator

from articles.bibliography import CslItem, bibtex_entry, csl_json, ris_record
from articles.bibliography.items import ARCHIVE
from articles.files.table import Closing, Table


def write_ris(table: Table) -> Iterator[str]:
    """Yield the records of a table as RIS."""
    return map(ris_record, _items(table))


def write_bibtex(table: Table) -> Iterator[str]:
    """Yield the entries of a table as BibTeX."""
    return map(bibtex_entry, _items(table))


def write_csl_json(table: Table) -> Iterator[str]:
    """Yield the items of a table as CSL-JSON."""
    return csl_json(_items(table))


def _items(table: Table) -> Iterator[CslItem]:
    if table.items is None:
        raise ValueError(f"{table.name} has nothing that can be cited")
    closing, references = Closing(table), 0
    for item in _each_once(closing.counted(table.items())):
        yield item
        references += 1
    yield _about(closing, references)


def _each_once(items: Iterable[CslItem]) -> Iterator[CslItem]:
    """Yield items, of those that come one behind another for the same thing the first: paragraphs of one article."""
    before = ""
    for item in items:
        if item["id"] != before:
            yield item
        before = item["id"]


def _about(closing: Closing, references: int) -> CslItem:
    """Return the reference of what was searched, with all that the file says of itself."""
    about = closing.table.about
    return {
        "id": f"{closing.table.name}-{about.made:%Y%m%dT%H%M%S}",
        "type": "webpage",
        "title": about.query,
        "URL": about.address,
        "accessed": {"date-parts": [[about.made.year, about.made.month, about.made.day]]},
        "archive": ARCHIVE,
        "note": "\n".join([f"references: {references}", *closing.lines()]),
    }
