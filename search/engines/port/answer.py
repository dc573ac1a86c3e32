"""What an engine answers: hits in groups, exact totals, counts of facets and months; and words with their counts."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from search.engines.port.request import Facet, Value


@dataclass(frozen=True, slots=True)
class Hit:
    """One matching document: its article and paragraph, and the quotation where quotations were searched."""

    article: int
    paragraph: int
    quotation: int | None
    score: float


@dataclass(frozen=True, slots=True)
class Group:
    """Matches that belong together: how many, and the best of them in the order of the request.

    `value` is what they share: an article's id, or a value of the facet by which was grouped (of months "2016-05");
    `spelling` is how most documents write a folded text. A document with several such values is in several groups.
    `copies` are the other articles of the same story that have matches, ascending; theirs are not in `count`, nor among
    the hits.
    """

    value: Value
    count: int
    hits: tuple[Hit, ...]
    copies: tuple[int, ...] = ()
    spelling: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class ValueCount:
    """A value of a facet, and how many would be found if it alone were chosen in its facet.

    That is so whatever is chosen or excluded in the facet; what is chosen and excluded in all other facets, and the
    dates, hold. `spelling` is how most documents write a folded text; empty for a value that is none.
    """

    value: Value
    count: int
    chosen: bool
    excluded: bool = False
    spelling: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class MonthCount:
    """How many were found of a month ("2016-05")."""

    month: str
    count: int


@dataclass(frozen=True, slots=True)
class EngineAnswer:
    """What was found: exact totals, one page of groups (`page` is the one nearest to the asked), and the counts.

    `documents` counts what was searched for (paragraphs, quotations or whole articles), `articles` those they are in,
    `group_count` the groups on all pages.

    Groups of articles are in the order of the request, by their best document; articles without a date are the last
    among the newest and the oldest. Groups of months are the newest first, all others the largest first.

    Facets have the values with most documents first; years and months are all there, in their order. What is chosen or
    excluded is always there. Where filters are in use, values that only the query would find follow, with no documents,
    as long as there is room. `timeline` has every month with documents, in order, as if nothing were chosen of time:
    no dates, years or months; what the query itself says of time holds.

    `outdated` says that an index of the version before answered, which may know less than was asked for.
    """

    documents: int
    articles: int
    group_count: int
    page: int
    pages: int
    groups: tuple[Group, ...]
    facets: Mapping[Facet, tuple[ValueCount, ...]]
    timeline: tuple[MonthCount, ...] = ()
    outdated: bool = False


@dataclass(frozen=True, slots=True)
class WordCount:
    """A word of the index, as `analysis` writes words, and how many documents of all units have it."""

    word: str
    documents: int


@dataclass(frozen=True, slots=True)
class SimilarWords:
    """The words of the index that are like another, the most frequent first.

    `documents` is how many paragraphs have that other word, in any of its forms.
    """

    documents: int
    words: tuple[WordCount, ...]
