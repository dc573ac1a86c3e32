"""How long the help of one page may take in all: did-you-mean, query relaxation, entity cards, or autocomplete.

A search has a time of its own; help that comes later than it is wanted is none, so a page goes without the rest.
"""

from search.deadline import Deadline

TIMEOUT = 1.5  # seconds


def help_deadline() -> Deadline:
    """Return the deadline for all help of a page together: TIMEOUT seconds from now."""
    return Deadline(TIMEOUT)
