"""What form an article has, as far as its text shows: a column in the first person, a transcript, a wire story."""

from collections.abc import Sequence

from ..findings import FoundQuotation, QuotationKind
from ..lexicons import PERSONS
from .analysis import AnalysedArticle

_TERM, _INDIRECT = QuotationKind.TERM, QuotationKind.INDIRECT
_AUTHOR = PERSONS["writer"]
_US = PERSONS["us"]
_READER = PERSONS["reader"]
_ANYBODY = _AUTHOR | _US | _READER
_PER_WORDS = 500  # an article's usual length
_STEPS = (1, 3, 6, 12, 25)


def article_form(article: AnalysedArticle, quotations: Sequence[FoundQuotation]) -> tuple[str, ...]:
    """Return the features of an article: who speaks outside marks, how long it is, how much in it is said by a cue."""
    spoken = list(filter(_ANYBODY.__contains__, article.unquoted))
    said = [one for one in quotations if one.kind != _TERM]
    marked = [one for one in quotations if one.kind != _INDIRECT]
    size = max(len(article.unquoted), 1)
    return (
        f"form:author {_step(_among(_AUTHOR, spoken) * _PER_WORDS / size)}",
        f"form:us {_step(_among(_US, spoken) * _PER_WORDS / size)}",
        f"form:reader {_step(_among(_READER, spoken) * _PER_WORDS / size)}",
        f"form:words {_step(size / 100)}",
        f"form:said {_step(len(said) * _PER_WORDS / size)}",
        f"form:cued {_tenths(sum(bool(one.cue) for one in said), len(said))}",
        f"form:terms {_tenths(sum(one.kind == _TERM for one in marked), len(marked))}",
    )


def _among(some: frozenset[str], words: list[str]) -> int:
    return sum(map(some.__contains__, words))


def _step(value: float) -> int:
    """Return how many of the steps a value reaches."""
    return sum(value >= step for step in _STEPS)


def _tenths(part: int, whole: int) -> str:
    return str(5 * part // whole) if whole else "none"
