"""What an index is filled with: documents, in batches that replace whatever it holds of some articles."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from search.engines.port.request import Unit, Value

TITLE_WEIGHT, QUOTED_WEIGHT = 2.0, 1.05  # what the score of a title, of a paragraph with a quotation, is multiplied by


@dataclass(frozen=True, slots=True)
class Document:
    """One paragraph ("p12") or one quotation ("q7") with what it can be filtered by.

    A quotation carries what its first paragraph carries, but its own text and speakers. `published` is in UTC, to sort
    by; `day` is the calendar day as the article prints it, the first one where it prints a month or a year, and what
    every filter by time compares; a doubted date is neither. `kind` is the paragraph's: title, body, caption …. All ids
    are those of the database; countries are ISO codes. `authors` are the folded words of the article's byline. `story`
    is the article of which this one is a copy, itself where it is none (0 says so too).

    What follows is of the quotation, or of all that stand in the paragraph. `quoted` says of which kinds they are (one
    of QUOTED each), and `certainty` how sure it is who said them (one of CERTAINTIES each). `speakers` are people by
    their ids, countries by their codes, organisations and documents by their folded names (which no code is), and
    UNNAMED; `speaker_kinds` what they are, `roles` what the article calls them, folded. Of what is unsure nobody is a
    speaker: those with a name who may have said it are its `candidates`. `cues` are the words that report the saying,
    folded. `about` and `about_countries` are the people and countries spoken of. `spellings` has for a folded name,
    role or cue how the article writes it, in pairs; of what is written as it is folded there need be none.
    """

    unit: Literal["paragraphs", "quotations"]
    id: int
    article: int
    revision: int
    paragraph: int
    kind: str
    text: str
    publisher: int | None = None
    section: int | None = None
    published: datetime | None = None
    day: date | None = None
    has_quotation: bool = False
    people: tuple[int, ...] = ()
    countries: tuple[str, ...] = ()
    speakers: tuple[Value, ...] = ()
    speaker_kinds: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    about: tuple[int, ...] = ()
    about_countries: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()
    quoted: tuple[str, ...] = ()
    certainty: tuple[str, ...] = ()
    candidates: tuple[Value, ...] = ()
    spellings: tuple[tuple[str, str], ...] = ()
    authors: tuple[str, ...] = ()
    story: int = 0

    @property
    def weight(self) -> float:
        """What its score is multiplied by: titles come before quotations, and those before other paragraphs."""
        if self.kind == "title":
            return TITLE_WEIGHT
        return QUOTED_WEIGHT if self.has_quotation else 1.0


@dataclass(frozen=True, slots=True)
class Batch:
    """Documents that replace whatever the index holds of these articles, and how far into the journal that leads.

    All documents of an article come in one batch, one after the other. `reached` is the number of the last change in
    the journal that the batch brings. `journal_fingerprint` tells that journal from the one of any other database; an
    engine stores both and gives them back in its state, without reading anything into them. With `purge`, some of these
    articles were erased: once the batch is written, no file has a word of what the index held of them, or of any other
    document that it holds no more.
    """

    articles: frozenset[int]
    documents: Sequence[Document]
    reached: int
    journal_fingerprint: str = ""
    purge: bool = False


def document_id(unit: Unit, number: int) -> str:
    """Return the id of a document: "p12" for a paragraph or an article, "q7" for a quotation."""
    return f"{'q' if unit == 'quotations' else 'p'}{number}"
