"""The filters of the list of open conflicts."""

from .base import ListFilter, SortFilter, sort_choices
from .things import PublisherFilter

SORTS = {
    "newest": ("Newest first", ("-at", "-pk")),
    "oldest": ("Oldest first", ("at", "pk")),
}


class ConflictFilter(ListFilter):
    """Of which publisher's articles, and the order."""

    SORTS = SORTS

    publisher = PublisherFilter(field_name="article__publisher", label="Publisher")
    sort = SortFilter(choices=sort_choices(SORTS))
