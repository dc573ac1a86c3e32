"""The filters of the list of findings to look at."""

from django_filters import NumberFilter

from .base import ListFilter, SortFilter, sort_choices
from .things import PublisherFilter

SORTS = {
    "newest": ("Corrected last", ("-pk",)),
    "oldest": ("Corrected first", ("pk",)),
}


class LostFindingFilter(ListFilter):
    """Of which article, of which publisher's articles, and the order."""

    SORTS = SORTS

    article = NumberFilter(label="Article’s number", min_value=1, max_value=2**63 - 1)
    publisher = PublisherFilter(field_name="article__publisher", label="Publisher")
    sort = SortFilter(choices=sort_choices(SORTS))
