"""The schemas of what the API's answers are about: articles, their passages, quotations, people and countries.

Frozen dataclasses, from which answers are written as JSON and described in the OpenAPI document: the sentence below a
field is its description there.
"""

from typing import Literal

from pydantic import ConfigDict
from pydantic.dataclasses import dataclass

CONFIG = ConfigDict(use_attribute_docstrings=True)

QuotationKind = Literal["direct", "mixed", "indirect", "term"]
Certainty = Literal["checked", "sure", "likely", "unsure"]
SpeakerKind = Literal["person", "country", "organisation", "document", "unnamed"]


@dataclass(frozen=True, slots=True, config=CONFIG)
class Span:
    """A half-open span of the text beside it, in Unicode code points: `text[start:end]`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, config=CONFIG)
class Entity:
    """Somebody or something the archive has a page for."""

    id: int | str
    """A number, or of a country its code in ISO 3166-1."""
    name: str
    link: str


@dataclass(frozen=True, slots=True, config=CONFIG)
class Speaker:
    """Who said a quotation."""

    kind: SpeakerKind
    name: str
    """Whom the words lead to; of the unnamed, the article's own words."""
    person: int | None
    country: str | None
    words: str | None
    """The article's own words for who said it: “the spokesman”."""
    role: str | None
    """What the article calls the person."""


@dataclass(frozen=True, slots=True, config=CONFIG)
class Stretch:
    """Where a part of a quotation stands: a half-open span of its paragraph's text, in Unicode code points."""

    paragraph: int
    anchor: str
    """The paragraph's address within the article: `p12`, `title`, `standfirst`."""
    link: str
    """The paragraph's address that lasts."""
    start: int
    end: int


@dataclass(frozen=True, slots=True, config=CONFIG)
class OtherSpeaker:
    """Another person who may have said a quotation."""

    person: int
    name: str
    confidence: float
    """How probable that is, from 0 to 1."""


@dataclass(frozen=True, slots=True, config=CONFIG)
class Quotation:
    """Words that an article reports somebody to have said."""

    id: int
    """Its number, which it keeps for good."""
    kind: QuotationKind
    link: str
    """The address of its page, which lasts."""
    text: str
    """Its words: of several stretches joined by a line break between paragraphs, by dots within one."""
    article: int
    stretches: tuple[Stretch, ...]
    """Where it stands, in reading order."""
    speakers: tuple[Speaker, ...]
    """Nobody where it is unsure who said it."""
    about: tuple[Entity, ...]
    """The people and countries that it speaks of."""
    cue: str | None
    """The words that report the saying: “said”, “according to”."""
    confidence: float
    """How sure the extractor was of it, from 0 to 1."""
    certainty: Certainty
    """How sure it is who said it: an editor checked it, or by the confidence."""
    checked: bool
    """Whether an editor vouches for who said it."""
    candidates: tuple[Speaker, ...]
    """Who may have said it, where that is unsure."""
    perhaps: tuple[OtherSpeaker, ...]
    """Who may have said it in the place of the speaker whose name stands on it, the likeliest first."""
    speaker_words: str | None
    """The article's own words for who said it, where that is unsure and as far as they name nobody."""


@dataclass(frozen=True, slots=True, config=CONFIG)
class Passage:
    """A paragraph that matches, or the quotation in it where quotations were searched."""

    id: int
    """The paragraph's number in the archive."""
    article: int
    anchor: str
    """Its address within the article: `p12`, `title`, `standfirst`."""
    kind: str
    link: str
    text: str
    """The paragraph, or the quotation's own words."""
    marks: tuple[Span, ...]
    """What matched in the text."""
    quotation: Quotation | None
    people: tuple[Entity, ...]
    """Whom the paragraph names."""
    countries: tuple[Entity, ...]


@dataclass(frozen=True, slots=True, config=CONFIG)
class Article:
    """One published piece. What is not known of it is null."""

    id: int
    link: str
    title: str | None
    byline: str | None
    publisher: Entity | None
    published: str | None
    """In ISO 8601, as exact as it is known: a year, a month, a day or an instant."""
    published_doubt: str | None
    """Why the date that its source gives is unknown, or can't be so; it counts as none in every order and filter."""
    section: str | None
    """Its readable name: “Politics” for us-news/politics."""
    language: str | None
    url: str | None
    """Where it was published."""
