"""A citation as a file that reference managers read."""

from collections.abc import Callable
from dataclasses import dataclass

from articles.bibliography import CslItem, bibtex_entry, csl_json, ris_record


@dataclass(frozen=True, slots=True)
class FileFormat:
    """A format: what it is called, its media type, and what writes an item in it."""

    name: str
    media_type: str
    write: Callable[[CslItem], str]


FORMATS = {  # the end of a file's name → its format
    "bib": FileFormat("BibTeX", "application/x-bibtex", bibtex_entry),
    "ris": FileFormat("RIS", "application/x-research-info-systems", ris_record),
    "json": FileFormat("CSL-JSON", "application/vnd.citationstyles.csl+json", lambda item: "".join(csl_json([item]))),
}
