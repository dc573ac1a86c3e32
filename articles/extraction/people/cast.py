"""The cast of an article: its people and the places that name them, as the steps pass them on."""

import re
from collections import Counter
from dataclasses import dataclass, field

from ..findings import Span
from ..text.analysis import AnalysedArticle

_DOTTED = re.compile(r" [JS]r$")


@dataclass(frozen=True, slots=True)
class PersonMention:
    """One place that names a person: half-open word range in its paragraph, and the person's number in the cast."""

    paragraph: int
    first: int
    last: int
    person: int
    full: bool  # more than one word of the name


@dataclass(slots=True)
class Human:
    """One person while the article is read: spellings counted, honorifics seen."""

    names: Counter[tuple[str, ...]] = field(default_factory=Counter)
    honorifics: set[str] = field(default_factory=set)
    certainty: float = 0.0
    _name: tuple[str, ...] | None = field(default=None, init=False, repr=False, compare=False)

    def add(self, words: tuple[str, ...]) -> None:
        """Count one more place that spells the name so."""
        self.names[words] += 1
        self._name = None

    @property
    def name(self) -> tuple[str, ...]:
        """Return the fullest common spelling."""
        if self._name is None:
            self._name = max(self.names, key=lambda words: (len(words) > 1, self.names[words], len(words)))
        return self._name


@dataclass(frozen=True, slots=True)
class Cast:
    """The people of an article and every mention, in order."""

    people: list[Human]
    mentions: list[PersonMention]
    names: list[str]  # of the people, as the article spells them
    genders: list[str] = field(default_factory=list)  # of the people: "m", "f" or "u" for unknown


def span_of(mention: PersonMention, article: AnalysedArticle) -> Span:
    """Return a mention's place in its passage, with the dot of "Jr."."""
    paragraph = article.paragraphs[mention.paragraph]
    start, end = paragraph.words[mention.first].start, paragraph.words[mention.last - 1].end
    if paragraph.text[end : end + 1] == "." and _DOTTED.search(paragraph.text[start:end]):
        end += 1
    return Span(mention.paragraph, start, end)
