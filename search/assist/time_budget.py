"""How long the help of one page may take in all: other words, what stands in the way, cards, or suggestions.

A search has a time of its own; help that comes later than it is wanted is none, so a page goes without the rest.
"""

from search.deadline import Deadline

SECONDS = 1.5


def time_for_help() -> Deadline:
    """Return the time for the help of a page, which begins now."""
    return Deadline(SECONDS)
