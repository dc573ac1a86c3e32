"""The formats of files: a new one is a module that writes a Table, and a row here."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from articles.files.csv_table import write_csv
from articles.files.excel import write_excel
from articles.files.json_lines import write_json_lines
from articles.files.references import write_bibtex, write_csl_json, write_ris
from articles.files.table import Table

PIECES_PER_CHUNK = 500
EXCEL_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
RIS_TYPE = "application/x-research-info-systems; charset=utf-8"
CSL_TYPE = "application/vnd.citationstyles.csl+json"


@dataclass(frozen=True)
class Format:
    """A format: the end of its files' names, what menus call it and say of it, its media type, and what writes it.

    Of `references` are only tables that can be cited.
    """

    ending: str
    label: str
    suits: str
    media_type: str
    write: Callable[[Table], Iterator[str] | Iterator[bytes]]
    references: bool = False


FORMATS = {
    one.ending: one
    for one in (
        Format("csv", "CSV", "a table for any spreadsheet", "text/csv; charset=utf-8", write_csv),
        Format("xlsx", "Excel", "a workbook", EXCEL_TYPE, write_excel),
        Format("jsonl", "JSON Lines", "for programs", "application/jsonl; charset=utf-8", write_json_lines),
        Format("ris", "RIS", "for reference managers", RIS_TYPE, write_ris, True),
        Format("bib", "BibTeX", "for LaTeX", "application/x-bibtex; charset=utf-8", write_bibtex, True),
        Format("json", "CSL-JSON", "for Zotero and Pandoc", CSL_TYPE, write_csl_json, True),
    )
}


def formats_for(table_is_cited: bool) -> list[Format]:
    """Return the formats that suit a table, by whether what it has can be cited."""
    return [one for one in FORMATS.values() if table_is_cited or not one.references]


def chunks(table: Table, form: Format) -> Iterator[bytes]:
    """Yield the bytes of a file, some hundred lines at a time: a server sends each piece by itself."""
    lines: list[bytes] = []
    for piece in form.write(table):
        if isinstance(piece, bytes):
            yield piece
            continue
        lines.append(piece.encode())
        if len(lines) == PIECES_PER_CHUNK:
            yield b"".join(lines)
            lines.clear()
    if lines:
        yield b"".join(lines)
