"""What the extractor takes and gives: frozen records that pass from step to step.

Text goes in as `Passage`s, one a paragraph of the article, in reading order. Findings come out with spans that name
a passage by its index and a half-open range of code points in its text.
"""

from dataclasses import dataclass
from enum import StrEnum

from articles.kinds import PassageKind


class QuotationKind(StrEnum):
    """How an article reports somebody's words."""

    DIRECT = "direct"  # a whole quoted sentence
    MIXED = "mixed"  # a quoted part inside the article's own sentence
    INDIRECT = "indirect"  # reported without marks
    TERM = "term"  # marked words that nobody is reported to have said: a nickname, a title, a name for a thing


class SpeakerKind(StrEnum):
    """What sort of being said it."""

    PERSON = "person"
    COUNTRY = "country"
    ORGANISATION = "organisation"
    DOCUMENT = "document"
    UNNAMED = "unnamed"  # kept as the words of the article ("a senior defence official"), never guessed


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph as the extractor sees it."""

    text: str
    kind: PassageKind = PassageKind.BODY


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points, `text[start:end]`, in the passage with this index."""

    passage: int
    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span must be a non-empty range, not {self.start}:{self.end}")

    def of(self, passages: "list[Passage] | tuple[Passage, ...]") -> str:
        """Return the words that the span covers."""
        return passages[self.passage].text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class FoundPerson:
    """One human being of the article: the fullest name, the role the article gives, every place that names them.

    `full` says whether the article gives a given name and a surname (or their like elsewhere); a person known by
    one name alone ("Mr. Rahami") is not the same as their namesake in another article.
    `confidence` is between 0 and 1; `evidence` are short sentences for an editor to read.
    """

    name: str
    mentions: tuple[Span, ...]
    role: str | None = None
    full: bool = True
    confidence: float = 0.5
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FoundCountry:
    """One place that names a country, by what: "name", "people", "capital", "government" or "place"."""

    code: str  # ISO 3166-1 alpha-2
    mention: Span
    by: str
    confidence: float = 0.5
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FoundSpeaker:
    """Who said it.

    `words` and `span` are the words of the article that name the speaker ("he", "the Pentagon spokesman"); `name` is
    what they lead to: a person's full name as in `FoundPerson.name`, an organisation's or document's name, or None
    where it stays unnamed. `country` is the ISO 3166-1 alpha-2 code when the kind is COUNTRY.
    """

    kind: SpeakerKind
    words: str
    span: Span | None = None
    name: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class FoundQuotation:
    """Words that the article reports somebody to have said; spans are without their marks, in reading order.

    A quotation that runs over paragraphs has one span in each. Most have one speaker, a joint declaration has
    several, a term has none. Of one inside the article's own sentence `clause` is all that is reported to have been
    said, with the words around the marks and the marks themselves; empty where that is not known.
    """

    spans: tuple[Span, ...]
    kind: QuotationKind
    speakers: tuple[FoundSpeaker, ...] = ()
    cue: Span | None = None
    cue_words: str = ""
    confidence: float = 0.5
    evidence: tuple[str, ...] = ()
    clause: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Findings:
    """All that was found in one article, and by which version of the extractor."""

    version: str
    people: tuple[FoundPerson, ...] = ()
    countries: tuple[FoundCountry, ...] = ()
    quotations: tuple[FoundQuotation, ...] = ()
