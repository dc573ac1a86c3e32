"""The newest matches of a search as an Atom feed.

An entry's id is the address of what is searched, which does not change: its paragraph, its quotation or its article.

It follows a search: whatever the order of the list, the feed has the newest articles first.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from django.contrib.syndication.views import Feed
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.views.decorators.http import require_safe

from articles.pages.xml_text import xml_text
from articles.templatetags.wording import who_said
from search.pages.addresses import list_address
from search.pages.errors import errors_as_text, prepare_strictly
from search.results.scan import Scan, ScanRow, scan

MAX_ENTRIES = 50


@require_safe
@errors_as_text
def feed(request: HttpRequest) -> HttpResponse:
    """Give the newest matches as a feed."""
    return SearchFeed()(request, scan(prepare_strictly(request.GET, sort="newest"), MAX_ENTRIES))


class SearchFeed(Feed):  # type: ignore[type-arg]  # it can't be subscripted at run time
    """What was found, as Django's syndication framework asks for it."""

    feed_type = Atom1Feed

    def get_object(self, request: HttpRequest, found: Scan) -> Scan:
        self.request, self.unit = request, found.unit
        return found

    def title(self, found: Scan) -> str:
        return xml_text(f"{found.request.q or 'Everything'} – Newsroom")

    def subtitle(self, found: Scan) -> str:
        what = found.unit if found.documents != 1 else found.unit[:-1]
        whole = f" The newest {MAX_ENTRIES} are here." if found.documents > MAX_ENTRIES else ""
        return f"{found.documents:,} {what} found.{whole}"

    def link(self, found: Scan) -> str:
        return list_address(found.request)

    def feed_url(self, found: Scan) -> str:
        asked = replace(found.request, sort="").to_query()
        return f"{reverse('feed')}?{asked}"

    def items(self, found: Scan) -> Iterator[ScanRow]:
        return found.rows

    def item_title(self, row: ScanRow) -> str:
        return xml_text(str(row.article))

    def item_description(self, row: ScanRow) -> str:
        """The words that were found, as HTML: that is what Django's Atom says a summary is."""
        who = _who_said(row)
        return escape(xml_text(f"{who}: “{row.text}”" if who else row.text))

    def item_link(self, row: ScanRow) -> str:
        return row.address

    def item_guid(self, row: ScanRow) -> str:
        return self.request.build_absolute_uri(self._path_of_what_is_searched(row))

    def _path_of_what_is_searched(self, row: ScanRow) -> str:
        if row.quotation:
            return reverse("quotation", args=[row.quotation.pk])
        there = f"#{row.paragraph.anchor}" if row.paragraph and self.unit != "articles" else ""
        return row.article.get_absolute_url() + there  # by its number, so that a word touched up makes no new entry

    def item_author_name(self, row: ScanRow) -> str | None:
        return xml_text(row.article.byline) or None

    def item_categories(self, row: ScanRow) -> list[str]:
        """Name its publisher and its section, as far as they are known."""
        return [xml_text(str(thing)) for thing in (row.article.publisher, row.article.section) if thing]

    def item_pubdate(self, row: ScanRow) -> datetime | None:
        return row.article.published_from

    def item_updateddate(self, row: ScanRow) -> datetime:
        return row.article.published_from or row.article.imported_at


def _who_said(row: ScanRow) -> str:
    """Return who said a row's words: speakers; that it is unsure, where it is; nothing where they are nobody's."""
    if row.quotation and row.quotation.is_unsure:
        return who_said(row.quotation)
    return ", ".join(row.speakers) if row.quotation else ""
