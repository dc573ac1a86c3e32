"""Bytes of any format → `SourceArticle` records and problems. Plain Python: one module a format.

`read` opens a file and chooses the format by its name; every format gives the same records.
"""

from .files import FileLimits
from .formats import ENDINGS, UnknownFormatError, count, found_in, known, read
from .source_article import RecordProblem, SourceArticle, SourceParagraph

__all__ = [
    "ENDINGS",
    "FileLimits",
    "RecordProblem",
    "SourceArticle",
    "SourceParagraph",
    "UnknownFormatError",
    "count",
    "found_in",
    "known",
    "read",
]
