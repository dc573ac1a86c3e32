"""From the words of a lasting identity to the row that stands, or stood, on them (identity.py)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Any, Self

from articles.findings.article_text import (
    SHORT,
    ArticleText,
    Locations,
    TextParagraph,
    is_mostly,
    occurrences_of,
    shared,
)
from articles.findings.linked import Location
from articles.findings.quotation_matching import earlier_quotations, last_words, lay
from articles.models import Article, Mention, Paragraph, Quotation
from articles.models.paragraph import alike, fingerprint

STANDS = Quotation.Standing.STANDS


@dataclass(frozen=True, slots=True)
class Selector:
    """Words: the fingerprint of their paragraph, which of the equal ones in it they are, and what stands around."""

    words: str
    paragraph: str
    occurrence: int = 0
    prefix: str = ""
    suffix: str = ""

    @classmethod
    def of(cls, stretch: dict[str, Any]) -> Self:
        """Read a stretch of an identity. Raises KeyError, ValueError or TypeError where it is none."""
        context = str(stretch.get("prefix", "")), str(stretch.get("suffix", ""))
        return cls(str(stretch["words"]), str(stretch["paragraph"]), int(stretch.get("occurrence", 0)), *context)

    def locate(self, text: ArticleText) -> Location | None:
        """Return where the words stand now: in their paragraph, else where most of what stands around them does.

        Where nothing around them is the same, long words must be the only ones, and short ones are nowhere.
        """
        places = [(one, start) for one in text.paragraphs for start in occurrences_of(one.text, self.words)]
        own = [place for place in places if place[0].fingerprint == self.paragraph]
        if own:
            return self._at(*own[min(max(self.occurrence, 0), len(own) - 1)])
        best = max(places, key=lambda place: self._in_common(*place), default=None)
        if best and (self._in_common(*best) or (len(places) == 1 and len(self.words) > SHORT)):
            return self._at(*best)
        return None

    def _at(self, paragraph: TextParagraph, start: int) -> Location:
        return paragraph.pk, start, start + len(self.words)

    def _in_common(self, paragraph: TextParagraph, start: int) -> int:
        """Return how many code points beside the words are the same, next to them on both sides."""
        before, after = paragraph.text[:start], paragraph.text[start + len(self.words) :]
        return _same_at_first(reversed(before), reversed(self.prefix)) + _same_at_first(after, self.suffix)


def _same_at_first(one: Iterable[str], other: Iterable[str]) -> int:
    """Return how many letters two texts begin with in common."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def paragraph_like(article: Article, selector: Selector, text: ArticleText) -> Paragraph | None:
    """Return the paragraph of a text, else the one whose imported text it was, else the one that is most like it."""
    same = [one.pk for one in text.paragraphs if one.fingerprint == selector.paragraph]
    if same:
        return Paragraph.objects.get(pk=same[min(max(selector.occurrence, 0), len(same) - 1)])
    corrected = article.paragraphs.exclude(imported_text="")
    beneath = next((row for row in corrected if fingerprint(row.imported_text) == selector.paragraph), None)
    like = [one.pk for one in text.paragraphs if alike(one.text, selector.words)]
    return beneath or Paragraph.objects.filter(pk__in=like[:1]).first()


def quotation_at(article: Article, selectors: Sequence[Selector], text: ArticleText) -> Quotation | None:
    """Return the quotation that stands on these words, or stood on them when they were there.

    It is the one at their very place, else one that covers more than half of it, and else one with the same words; of
    several of them one that stands.
    """
    located = [selector.locate(text) for selector in selectors]
    places: Locations = tuple(place for place in located if place) if all(located) else ()
    laid = sorted(lay(earlier_quotations(article), text, text), key=lambda one: one.row.standing != STANDS)
    at_place = [one for one in laid if places and one.locations == places]
    at_place += sorted(
        (one for one in laid if is_mostly(one.locations, places)), key=lambda one: -shared(one.locations, places)
    )
    if at_place:
        return at_place[0].row
    words = [selector.words for selector in selectors]
    last = ([one for one, _ in last_words(row)] for row in (one.row for one in laid))
    return next((one.row for one, own in zip(laid, last, strict=True) if own == words), None)


def mention_at(
    mentions: Iterable[Mention], selector: Selector, named: dict[str, str] | None, text: ArticleText
) -> Mention | None:
    """Return the mention at these words: of several that of the same kind; else one whose words are gone."""
    mentions, place = list(mentions), selector.locate(text)
    here = [row for row in mentions if row.paragraph_id and place == (row.paragraph_id, row.start, row.end)]
    is_person = (named or {}).get("kind") == "person"
    here.sort(key=lambda row: (row.person_id is not None) != is_person)
    gone = (row for row in mentions if row.last_place and row.last_place["words"] == selector.words)
    return here[0] if here else next(gone, None)
