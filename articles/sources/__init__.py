"""Bytes of any format → `SourceArticle` records and problems. Plain Python: one module a format.

`read` opens a file and chooses the format by its name; every format gives the same records.
"""

from .formats import ENDINGS, UnknownFormatError, count, known, read
from .source_article import RecordProblem, SourceArticle, SourceParagraph

__all__ = [
    "ENDINGS",
    "RecordProblem",
    "SourceArticle",
    "SourceParagraph",
    "UnknownFormatError",
    "count",
    "known",
    "read",
]
