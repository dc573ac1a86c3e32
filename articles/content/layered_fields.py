"""The layered values of an article: imported beneath, corrected on top, one JSON form for both.

The JSON form of every value is a text: the name of a publisher or a section, an ISO date, the words themselves; "" is
unknown.
"""

from collections.abc import Callable
from dataclasses import dataclass

from articles.identity.publishers import set_publisher, shown_publisher
from articles.identity.sections import set_section, shown_section
from articles.models import Article, Correction
from articles.sources import SourceArticle
from articles.sources.cleaning import one_line
from articles.sources.dates import read_date

LAYERED = ("title", "standfirst", "byline", "publisher", "published", "section")


@dataclass(frozen=True)
class Thing:
    """A value that is a row of its own: how an article is given the one of a name, and the name that pages show."""

    set: Callable[[Article, str], None]
    shown: Callable[[str], str]


THINGS = {"publisher": Thing(set_publisher, shown_publisher), "section": Thing(set_section, shown_section)}


def imported_values(source: SourceArticle) -> dict[str, str]:
    """Return the layered values as the source tells them."""
    texts = {name: getattr(source, name) for name in LAYERED if name != "published"}
    return {**texts, "published": source.published.iso if source.published else ""}


def value_of(article: Article, name: str) -> str:
    """Return the value that pages show, in its JSON form."""
    return str(getattr(article, name) or "")


def normal_value(name: str, value: str) -> str:
    """Return a value as somebody typed it in its JSON form; a date that is none raises ValueError."""
    value = one_line(value)
    if name in THINGS:
        return THINGS[name].shown(value)
    return read_date(value).iso if name == "published" and value else value


def set_value(article: Article, name: str, value: str) -> None:
    """Set the value that pages show from its JSON form; the caller saves."""
    if name in THINGS:
        THINGS[name].set(article, value)
    elif name == "published":
        article.published = value
        article.published_from = read_date(value).start if value else None
    else:
        setattr(article, name, value)


def apply_imported(article: Article, imported: dict[str, str]) -> list[str]:
    """Set the imported values, the layer beneath, and return the names of those that changed in their source.

    Where an editor corrected one, the correction stays on top.
    """
    changed = [name for name in LAYERED if imported[name] != article.imported.get(name, "")]
    corrected = corrected_fields(article) if article.pk else ()
    article.imported = imported
    for name in LAYERED:
        if name not in corrected:
            set_value(article, name, imported[name])
    return changed


def corrected_fields(article: Article) -> set[str]:
    """Return the names of the values that an editor corrected, which stay on top."""
    return set(Correction.objects.filter(article_id=article.pk).values_list("field", flat=True))
