"""The lists of articles, people, publishers and countries as tables: what each entry shows, in the list's order."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.timezone import now

from articles.bibliography import CslItem, article_item
from articles.files.article_values import article_values
from articles.files.table import About, Record, Table
from articles.filters import ListFilter
from articles.models import Article, Country
from articles.queries import article_entries, countries_with_counts, people_entries
from articles.queries.articles import ArticleEntry
from articles.queries.people import PersonEntry
from articles.queries.publishers import PublisherEntry, publisher_entries

READ_AT_ONCE = 500
WITHDRAWN = "{:,} article{} withdrawn from the archive, with all that only they name"
UNDATED = "{:,} without a known date, as a time was chosen"
UNSURE = "quotations of which it is unsure who said them are in nobody's number"

Whole = Callable[[str], str]  # a path → the whole address
Entry = TypeVar("Entry")


def articles_table(filters: ListFilter, said: str, whole: Whole) -> Table:
    """Return the articles that filters leave; `said` is the list's filters in words."""
    columns = ("article", "title", "publisher", "published", "published_doubt", "section", "byline", "language",
               "quotations", "address", "original")  # fmt: skip
    return Table(
        name="articles",
        columns=columns,
        about=_about("Articles", filters, said, whole("/articles/")),
        records=lambda: (_of_article(one, whole) for one in _entries(filters.rows, article_entries)),
        items=lambda: (_item(one.article, whole) for one in _entries(filters.rows, article_entries)),
        expected=filters.rows.count(),
    )


def people_table(filters: ListFilter, said: str, whole: Whole) -> Table:
    """Return the people that filters leave, with how often they are named and quoted."""
    return Table(
        name="people",
        columns=("person", "name", "role", "articles", "quotations", "address"),
        about=_about("People", filters, said, whole("/people/"), UNSURE),
        records=lambda: (_of_person(one, whole) for one in _entries(filters.rows, people_entries)),
        expected=filters.rows.count(),
    )


def publishers_table(filters: ListFilter, said: str, whole: Whole) -> Table:
    """Return the publishers that filters leave, with their articles, days and spellings."""
    return Table(
        name="publishers",
        columns=("name", "articles", "first", "last", "other_spellings", "address"),
        about=_about("Publishers", filters, said, whole("/publishers/")),
        records=lambda: (_of_publisher(one, whole) for one in _entries(filters.rows, publisher_entries)),
        expected=filters.rows.count(),
    )


def countries_table(whole: Whole) -> Table:
    """Return all countries that are named, with in how many places."""
    counted = countries_with_counts()
    return Table(
        name="countries",
        columns=("code", "name", "mentions", "address"),
        about=About("All countries that articles name", whole(reverse("countries")), now(), left_out=_withdrawn()),
        records=lambda: (_of_country(one.who, one.times, whole) for one in counted),
        expected=len(counted),
    )


def _about(what: str, filters: ListFilter, said: str, address: str, *left_out: str) -> About:
    query = filters.data.copy()
    query.pop("page", None)
    undated = filters.count_left_out()
    left = [*left_out, *([UNDATED.format(undated)] if undated else []), *_withdrawn()]
    return About(
        query=f"{what}: {said}" if said else f"All {what.lower()}",
        address=f"{address}?{query.urlencode()}" if query else address,
        made=now(),
        left_out=tuple(left),
    )


def _withdrawn() -> tuple[str, ...]:
    count = Article.every.filter(withdrawn=True).count()
    return (WITHDRAWN.format(count, "" if count == 1 else "s"),) if count else ()


def _entries(rows: "QuerySet[Any]", fetch: Callable[[Sequence[Any]], list[Entry]]) -> Iterator[Entry]:
    """Yield the entries of rows, some hundred at a time. The keys are read at once: a file is of one moment's list."""
    keys = list(rows.values_list("pk", flat=True))
    for begin in range(0, len(keys), READ_AT_ONCE):
        yield from fetch(keys[begin : begin + READ_AT_ONCE])


def _of_article(entry: ArticleEntry, whole: Whole) -> Record:
    article = entry.article
    return {
        **article_values(article),
        "quotations": article.quotation_count,
        "address": whole(article.get_absolute_url()),
        "original": article.url,
    }


def _item(article: Article, whole: Whole) -> CslItem:
    return article_item(article, whole(article.get_absolute_url()))


def _of_person(entry: PersonEntry, whole: Whole) -> Record:
    return {
        "person": entry.person.pk,
        "name": entry.person.name,
        "role": entry.role,
        "articles": entry.article_count,
        "quotations": entry.quotation_count,
        "address": whole(entry.person.get_absolute_url()),
    }


def _of_publisher(entry: PublisherEntry, whole: Whole) -> Record:
    return {
        "name": entry.publisher.name,
        "articles": entry.article_count,
        "first": entry.first or "",
        "last": entry.last or "",
        "other_spellings": entry.aliases,
        "address": whole(entry.publisher.get_absolute_url()),
    }


def _of_country(country: Country, times: int, whole: Whole) -> Record:
    return {
        "code": country.code,
        "name": country.name,
        "mentions": times,
        "address": whole(country.get_absolute_url()),
    }
