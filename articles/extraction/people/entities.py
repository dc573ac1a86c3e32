"""The person entities of an article: its people and every mention of them, as the steps pass them on."""

import re
from collections import Counter
from dataclasses import dataclass, field

from ..candidates.spellings import in_full
from ..findings import Span
from ..lexicons import given_names
from ..records import record
from ..text.analysis import AnalysedArticle

_DOTTED = re.compile(r" [JS]r$")


@record
class PersonMention:
    """One place that names a person: half-open word range in its paragraph, and the person's number in the article."""

    paragraph: int
    first: int
    last: int
    person: int
    full: bool  # more than a surname or a given name


@dataclass(slots=True)
class PersonCluster:
    """One person of an article, a coreference cluster: how often each spelling stands there, and the honorifics seen.

    `confidence` is that of the surest mention, between 0 and 1.
    """

    names: Counter[tuple[str, ...]] = field(default_factory=Counter)
    honorifics: set[str] = field(default_factory=set)
    confidence: float = 0.0
    _name: tuple[str, ...] | None = field(default=None, init=False, repr=False, compare=False)

    def add(self, words: tuple[str, ...]) -> None:
        """Count one more place that spells the name so."""
        self.names[words] += 1
        self._name = None

    @property
    def name(self) -> tuple[str, ...]:
        """Return the fullest common spelling; the end of another one, as where both surnames stand alone, is not."""
        if self._name is None:
            whole = [words for words in self.names if not self._is_end(words)] or self.names
            self._name = max(whole, key=lambda words: (in_full(words), self.names[words], len(words)))
        return self._name

    def _is_end(self, words: tuple[str, ...]) -> bool:
        """Say whether words are all but the given name of another spelling: "Holm Lund" of "Ida Holm Lund"."""
        return len(words) > 1 and any(
            other[1:] == words and (other[0] in given_names() or len(other[0]) == 1) for other in self.names
        )


@record
class PersonEntities:
    """The people of an article in the order of their first mention, and every mention in order.

    A person's number is its index in `people`, `names` and `genders`.
    """

    people: list[PersonCluster]
    mentions: list[PersonMention]
    names: list[str]  # as the article spells them
    genders: list[str] = field(default_factory=list)  # "m", "f" or "u" for unknown


def mention_span(mention: PersonMention, article: AnalysedArticle) -> Span:
    """Return a mention's span in its passage, with the dot of "Jr."."""
    paragraph = article.paragraphs[mention.paragraph]
    start, end = paragraph.starts[mention.first], paragraph.ends[mention.last - 1]
    if paragraph.text[end : end + 1] == "." and _DOTTED.search(paragraph.text[start:end]):
        end += 1
    return Span(mention.paragraph, start, end)
