"""Who wrote an article, by its byline, and what its first person said where one person signed it."""

from .bylines import authors_of, sole_author
from .signed import said_by_author, with_author, with_authors_among

__all__ = ["authors_of", "said_by_author", "sole_author", "with_author", "with_authors_among"]
