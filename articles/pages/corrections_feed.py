"""The newest corrections as an Atom feed, as readers are told of them."""

from collections.abc import Iterable
from datetime import datetime

from django.contrib.syndication.views import Feed
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.views.decorators.http import require_safe

from articles.pages.xml_text import xml_text
from articles.queries.public_corrections import PublicCorrection, newest_public

MAX_ENTRIES = 50


@require_safe
def corrections_feed(request: HttpRequest) -> HttpResponse:
    """Give the newest corrections as a feed."""
    return CorrectionsFeed()(request)


class CorrectionsFeed(Feed):  # type: ignore[type-arg]  # it can't be subscripted at run time
    """What was put right, the latest first. An entry's id names the correction, and does not change."""

    feed_type = Atom1Feed
    title = "Corrections – Newsroom"
    subtitle = "What was put right in the articles of this archive."

    def get_object(self, request: HttpRequest) -> None:
        """Keep the request, by which addresses are made whole."""
        self.request = request

    def link(self) -> str:
        return reverse("articles")

    def feed_url(self) -> str:
        return reverse("corrections-feed")

    def items(self) -> Iterable[PublicCorrection]:
        return newest_public(MAX_ENTRIES)

    def item_title(self, item: PublicCorrection) -> str:
        return xml_text(str(item.article))

    def item_description(self, item: PublicCorrection) -> str:
        """The sentence, as HTML: that is what Django's Atom says a summary is."""
        return escape(item.sentence)

    def item_link(self, item: PublicCorrection) -> str:
        return item.address

    def item_guid(self, item: PublicCorrection) -> str:
        whole = self.request.build_absolute_uri(item.article.get_absolute_url())
        return f"{whole}#correction-{item.key}"

    def item_pubdate(self, item: PublicCorrection) -> datetime:
        return item.at

    def item_updateddate(self, item: PublicCorrection) -> datetime:
        return item.at
