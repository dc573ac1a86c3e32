"""The layered values of an article: imported beneath, corrected on top, one JSON form for both.

The JSON form of every value is a text: the name of a publisher or a section, an ISO date, the words themselves; "" is
unknown. Beside an imported date that is doubted lies why; an editor's is never doubted.
"""

from collections.abc import Callable
from dataclasses import dataclass

from articles.content.language_tags import normal_language
from articles.content.source_conflicts import CorrectedValue
from articles.content.web_addresses import normal_address
from articles.identity.publishers import set_publisher, shown_publisher
from articles.identity.sections import set_section, shown_section
from articles.models import Article, Correction
from articles.names.visible import visible_text
from articles.sources import SourceArticle
from articles.sources.cleaning import one_line
from articles.sources.dates import read_date

LAYERED = ("title", "standfirst", "byline", "publisher", "published", "section", "language", "url")
DOUBT = "published_doubt"
NORMAL: dict[str, Callable[[str], str]] = {
    "published": lambda typed: read_date(typed).iso if typed else "",
    "publisher": shown_publisher,
    "section": shown_section,
    "language": normal_language,
    "url": normal_address,
}
THINGS: dict[str, Callable[[Article, str], None]] = {  # values that are rows of their own
    "publisher": set_publisher,
    "section": set_section,
}


def imported_values(source: SourceArticle) -> dict[str, str]:
    """Return the layered values as the source tells them, and why its date is doubted, where it is."""
    texts = {name: getattr(source, name) for name in LAYERED if name != "published"}
    doubt = {DOUBT: source.published_doubt} if source.published_doubt else {}
    return {**texts, "published": source.published.iso if source.published else "", **doubt}


def value_of(article: Article, name: str) -> str:
    """Return the value that pages show, in its JSON form."""
    return str(getattr(article, name) or "")


def is_doubted(article: Article, name: str) -> bool:
    """Say whether a value is shown, but as one that can't be so; an editor may say that it is so."""
    return name == "published" and bool(article.published and article.published_doubt)


def normal_value(name: str, value: str) -> str:
    """Return a value as somebody typed it in its JSON form.

    A date, a language or an address that is none raises ValueError with a sentence, and so does what nobody sees.
    """
    typed = one_line(value)
    value = visible_text(typed).strip()
    if typed and not value:
        raise ValueError("there is nothing to be seen in these words: type them anew")
    return NORMAL[name](value) if name in NORMAL else value


def set_value(article: Article, name: str, value: str) -> None:
    """Set the value that pages show from its JSON form; the caller saves."""
    if name in THINGS:
        THINGS[name](article, value)
    elif name == "published":
        article.published = value
        article.published_from = read_date(value).start if value else None
        article.published_doubt = ""
    else:
        setattr(article, name, value)


def imported_value(article: Article, name: str) -> str:
    """Return the value that the source tells, the layer beneath, in its JSON form."""
    return str(article.imported.get(name, ""))


def release_value(article: Article, name: str) -> None:
    """Have the imported value show again; the caller saves the article and a correction that releases the value."""
    set_value(article, name, imported_value(article, name))
    if name == "published":
        _doubt_date(article, article.imported.get(DOUBT, ""))


@dataclass(frozen=True, slots=True)
class ValuesUpdate:
    """What a new version changed: the names of values that the source says otherwise, and those corrected."""

    touched: list[str]
    corrected: list[CorrectedValue]


def apply_imported(article: Article, imported: dict[str, str]) -> ValuesUpdate:
    """Set the imported values, the layer beneath; where an editor corrected one, the correction stays on top."""
    changed = [name for name in LAYERED if imported[name] != article.imported.get(name, "")]
    corrected = corrected_fields(article) if article.pk else set()
    beneath = [_beneath(article, name, imported[name]) for name in changed if name in corrected]
    article.imported = imported
    for name in LAYERED:
        if name not in corrected:
            set_value(article, name, imported[name])
    if "published" not in corrected:
        _doubt_date(article, imported.get(DOUBT, ""))
    return ValuesUpdate(changed, beneath)


def _beneath(article: Article, name: str, theirs: str) -> CorrectedValue:
    """Return a corrected value beside its source's, each as pages show it: spellings of one thing are the same."""
    before = imported_value(article, name)
    return CorrectedValue(name, 0, value_of(article, name), shown_value(name, before), shown_value(name, theirs))


def shown_value(name: str, imported: str) -> str:
    """Return an imported value as pages show it."""
    return NORMAL[name](imported) if name in THINGS else imported


def _doubt_date(article: Article, doubt: str) -> None:
    """Keep why its date is doubted; such a date begins at no moment that anything is ordered or found by."""
    article.published_doubt = doubt
    if doubt:
        article.published_from = None


def corrected_fields(article: Article) -> set[str]:
    """Return the names of the values that an editor corrected and has not released since, which stay on top."""
    of_article = Correction.objects.filter(article_id=article.pk, field__in=LAYERED)
    last = dict(of_article.order_by("pk").values_list("field", "releases"))
    return {field for field, releases in last.items() if not releases}
