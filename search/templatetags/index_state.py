"""How far the search index has followed the archive."""

from django import template

from search.engines import get_engine
from search.engines.port import IndexUnavailable

register = template.Library()


@register.simple_tag
def index_reached() -> int:
    """Return the number of the last change in the journal that the index has followed; 0 where it can't be read."""
    try:
        return get_engine().state(verify=False).reached
    except IndexUnavailable:
        return 0
