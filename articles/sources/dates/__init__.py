"""Dates as articles give them, at the precision they have: `read_date` reads one, `read_published` an article's own.

Text → numbers whose order is known → words, by dateutil, with the zones the news trade names → an ISO 8601 date. What
can't be known for sure is refused with a sentence; what can't be so, since it lies ahead, is doubted.
"""

from .errors import AmbiguousDateError, UnreadableDateError
from .published import RecordDate, read_published
from .reading import PublishedDate, read_date

__all__ = [
    "AmbiguousDateError",
    "PublishedDate",
    "RecordDate",
    "UnreadableDateError",
    "read_date",
    "read_published",
]
