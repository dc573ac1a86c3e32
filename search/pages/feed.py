"""The newest matches of a search as an Atom feed.

An entry's id is the address of what is searched, which does not change: its paragraph, its quotation or its article.

It follows a search: whatever the order of the list, the feed has the newest articles first.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from django.contrib.syndication.views import Feed
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.views.decorators.http import require_safe

from search.pages.addresses import list_address
from search.pages.errors import or_a_sentence, understood
from search.results.scan import Everything, Row, everything

MOST_ENTRIES = 50
NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # what XML 1.0 has no place for


@require_safe
@or_a_sentence
def feed(request: HttpRequest) -> HttpResponse:
    """Give the newest matches as a feed."""
    asked = replace(understood(request.GET), sort="newest")
    return SearchFeed()(request, everything(asked, MOST_ENTRIES))


class SearchFeed(Feed):
    """What was found, as Django's syndication framework asks for it."""

    feed_type = Atom1Feed

    def get_object(self, request: HttpRequest, found: Everything) -> Everything:
        self.request, self.unit = request, found.unit
        return found

    def title(self, found: Everything) -> str:
        return _plain(f"{found.request.q or 'Everything'} – Newsroom Archive")

    def subtitle(self, found: Everything) -> str:
        what = found.unit if found.documents != 1 else found.unit[:-1]
        whole = f" The newest {MOST_ENTRIES} are here." if found.documents > MOST_ENTRIES else ""
        return f"{found.documents:,} {what} found.{whole}"

    def link(self, found: Everything) -> str:
        return list_address(found.request)

    def feed_url(self, found: Everything) -> str:
        asked = replace(found.request, sort="").to_query()
        return f"{reverse('feed')}?{asked}"

    def items(self, found: Everything) -> Iterator[Row]:
        return found.rows

    def item_title(self, row: Row) -> str:
        return _plain(str(row.article))

    def item_description(self, row: Row) -> str:
        """The words that were found, as HTML: that is what Django's Atom says a summary is."""
        said = f"{', '.join(row.speakers)}: “{row.text}”" if row.quotation and row.speakers else row.text
        return escape(_plain(said))

    def item_link(self, row: Row) -> str:
        return row.address

    def item_guid(self, row: Row) -> str:
        return self.request.build_absolute_uri(self._path_of_what_is_searched(row))

    def _path_of_what_is_searched(self, row: Row) -> str:
        if row.quotation:
            return reverse("quotation", args=[row.quotation.pk])
        return row.article.get_absolute_url() if self.unit == "articles" else row.address

    def item_author_name(self, row: Row) -> str | None:
        return _plain(row.article.byline) or None

    def item_categories(self, row: Row) -> list[str]:
        return [_plain(str(row.article.publisher))] if row.article.publisher else []

    def item_pubdate(self, row: Row) -> datetime | None:
        return row.article.published_from

    def item_updateddate(self, row: Row) -> datetime:
        return row.article.published_from or row.article.imported_at


def _plain(text: str) -> str:
    """Return a text without what can't stand in XML; for XML it is escaped when it is written."""
    return NO_XML.sub("", text)
