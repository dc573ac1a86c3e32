"""What a recogniser of people's names is: the one interface between an analysed article and the people found in it."""

from typing import Protocol

from ..records import record
from ..text.analysis import AnalysedArticle

BUILTIN = "builtin"


class RecogniserError(ValueError):
    """A recogniser that was asked for cannot be had; the message is one sentence that says what to do."""


@record(order=True)
class NameSpan:
    """A span that names a person: half-open word range in its paragraph, without title and possessive.

    `confidence` is between 0 and 1: how likely it is that exactly these words name a person.
    """

    paragraph: int
    first: int
    last: int
    confidence: float


class Recogniser(Protocol):
    """Finds the spans that name people; `name` says in the archive's records who found them."""

    name: str

    def names_in(self, article: AnalysedArticle) -> list[NameSpan]:
        """Return the spans that name people, in order, none over another; in time linear in the article's length."""
        ...
