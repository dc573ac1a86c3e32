"""The styles of citations. Each is a file of CSL (Citation Style Language) of this project's own, in styles/.

They are short, since an archive of news cites articles and its own pages alone. The collection that Zotero and others
share covers every kind of work, by macros that citeproc-py does not follow in all: there a title without an author
comes twice, and an article has an “Edition”. Reading a file takes milliseconds and importing the processor a tenth of a
second, so both wait until somebody cites.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "styles"


@dataclass(frozen=True, slots=True)
class Style:
    """A style: its name and the edition it follows, what its short form is for, and how it says that one is quoted.

    `title_in_quotes` says that titles stand between quotation marks, so that those within become single ones.
    """

    key: str
    name: str
    edition: str
    short_form: str
    quoted_in: str
    title_in_quotes: bool = True


STYLES = (
    Style("chicago", "Chicago", "Manual of Style, 18th edition", "Note", "{}, quoted in "),
    Style("apa", "APA", "7th edition", "In the text", "{}, as cited in ", title_in_quotes=False),
    Style("mla", "MLA", "Handbook, 9th edition", "In the text", "{}, qtd. in "),
)


@cache
def loaded(key: str) -> Any:
    """Return the processor's form of a style, which is read once a process."""
    from citeproc import CitationStylesStyle

    return CitationStylesStyle(str(FOLDER / f"{key}.csl"), validate=False)
