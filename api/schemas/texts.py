"""The schemas of articles with their text: entries of lists, paragraphs with what they name, quotations in context."""

from typing import Literal

from pydantic.dataclasses import dataclass

from api.schemas.items import CONFIG, Article, Entity, Quotation


@dataclass(frozen=True, slots=True, config=CONFIG)
class Mention:
    """A place that names a person or a country: a half-open span of the paragraph's text, in Unicode code points."""

    start: int
    end: int
    kind: Literal["person", "country"]
    id: int | str
    """A person's number, a country's code."""
    name: str
    by: str | None
    """What names a country: its name, people, capital, government or a place in it."""


@dataclass(frozen=True, slots=True, config=CONFIG)
class Paragraph:
    """The unit of text: one paragraph of an article, in any part of it."""

    id: int
    article: int
    anchor: str
    """Its address within the article: `p12`, `title`, `standfirst`."""
    kind: str
    """The part of the article: `body`, `title`, `caption` …; `boilerplate` is no text of the article."""
    link: str
    """Its address that lasts, wherever its text goes."""
    fingerprint: str
    """Tells its text from others, whatever its case, spacing and punctuation."""
    text: str
    mentions: tuple[Mention, ...]
    quotations: tuple[int, ...]
    """The numbers of the quotations in it."""


@dataclass(frozen=True, slots=True, config=CONFIG)
class ParagraphEntry(Paragraph):
    """A paragraph with the article it stands in."""

    published_in: Article


@dataclass(frozen=True, slots=True, config=CONFIG)
class QuotationEntry(Quotation):
    """A quotation with the article it stands in."""

    published_in: Article


@dataclass(frozen=True, slots=True, config=CONFIG)
class EvidenceStep:
    """A step of the evidence for who said a quotation, and where it stands, if it stands on words."""

    step: str
    sentence: str
    paragraph: int | None
    start: int | None
    end: int | None


@dataclass(frozen=True, slots=True, config=CONFIG)
class QuotationWithEvidence(QuotationEntry):
    """A quotation with the evidence for who said it."""

    evidence: tuple[EvidenceStep, ...]
    """Nothing where it would name somebody who is not shown."""


@dataclass(frozen=True, slots=True, config=CONFIG)
class ArticleEntry(Article):
    """An article as lists have it."""

    standfirst: str | None
    quotation_count: int
    story: int
    """The article that this one is a near-identical copy of: the earliest of its story, itself where it is no copy."""
    people: tuple[Entity, ...]
    """Whom it names most often."""
    countries: tuple[Entity, ...]


@dataclass(frozen=True, slots=True, config=CONFIG)
class NamedInArticle(Entity):
    """Somebody or something that an article names, and how often."""

    times: int
    anchor: str
    """The paragraph that names it first."""
    role: str | None
    """What the article calls the person."""


@dataclass(frozen=True, slots=True, config=CONFIG)
class WholeArticle(Article):
    """An article with its text and all that was found in it."""

    standfirst: str | None
    quotation_count: int
    story: int
    copies: tuple[Article, ...]
    """The other articles of its story, the first of them."""
    copy_count: int
    paragraphs: tuple[Paragraph, ...]
    """In reading order, title and standfirst among them."""
    quotations: tuple[Quotation, ...]
    people: tuple[NamedInArticle, ...]
    """The most often named first."""
    countries: tuple[NamedInArticle, ...]
