"""The schemas of people, countries and publishers."""

from pydantic.dataclasses import dataclass

from api.schemas.items import CONFIG, Entity


@dataclass(frozen=True, slots=True, config=CONFIG)
class CountedEntity(Entity):
    """Somebody or something, and in how many places, paragraphs or quotations something is so of them."""

    times: int


@dataclass(frozen=True, slots=True, config=CONFIG)
class RoleUse:
    """What articles call a person, or what an editor says they are."""

    words: str
    times: int
    """How many articles call them so; 0 where an editor says it."""
    first: str | None
    """The first month or year in which they do."""
    last: str | None
    since: str | None
    """Since when it is so by an editor's word; null where that is unknown, or articles say it."""


@dataclass(frozen=True, slots=True, config=CONFIG)
class PersonEntry(Entity):
    """A person as lists have them."""

    aliases: tuple[str, ...]
    """The other spellings that lead to them."""
    role: str | None
    """The latest by an editor's word, else the one that most articles give."""
    article_count: int
    """Articles that name them."""
    quotation_count: int
    """Quotations that are surely or likely theirs."""


@dataclass(frozen=True, slots=True, config=CONFIG)
class Person(PersonEntry):
    """A person with what the archive knows of them."""

    roles: tuple[RoleUse, ...]
    about_count: int
    """Quotations that speak of them, of which it is known who said them."""
    unsure_count: int
    """Quotations that may be theirs; they are in no other number."""
    speaks_about: tuple[CountedEntity, ...]
    about_by: tuple[CountedEntity, ...]
    """Who speaks of them most."""
    countries: tuple[CountedEntity, ...]
    """Those most named in the same paragraphs."""


@dataclass(frozen=True, slots=True, config=CONFIG)
class Country(Entity):
    """A country with what the archive knows of it."""

    article_count: int
    said_count: int
    """Quotations that are surely or likely its own."""
    about_count: int
    unsure_count: int
    """Quotations that may be its own; they are in no other number."""
    about_by: tuple[CountedEntity, ...]
    """Who speaks of it most."""
    people: tuple[CountedEntity, ...]
    """Those most named in the same paragraphs."""
    ways: dict[str, int]
    """By what articles name it, in words, and in how many places."""


@dataclass(frozen=True, slots=True, config=CONFIG)
class PublisherEntry(Entity):
    """A publisher as lists have it."""

    aliases: tuple[str, ...]
    """The other spellings that lead to it."""
    article_count: int
    first: str | None
    """The day of its first article, as exact as it is known."""
    last: str | None


@dataclass(frozen=True, slots=True, config=CONFIG)
class SectionCount:
    """A section, and how many articles of a publisher stand in it."""

    id: int
    name: str
    articles: int


@dataclass(frozen=True, slots=True, config=CONFIG)
class YearCount:
    """How many articles of a publisher are of a year or, where years are many, of ten or more."""

    first: str
    last: str
    articles: int


@dataclass(frozen=True, slots=True, config=CONFIG)
class Publisher(PublisherEntry):
    """A publisher with what the archive has of it."""

    quotation_count: int
    sections: tuple[SectionCount, ...]
    speakers: tuple[CountedEntity, ...]
    """Whom it quotes most."""
    years: tuple[YearCount, ...]
