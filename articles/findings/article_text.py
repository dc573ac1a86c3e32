"""An article's text as it stands at one moment, and where words of an earlier moment stand in it now.

Words that an editor holds are laid anew on a text that changed: where they stood, if paragraph and offsets still fit;
else where they stand in their paragraph; else in another paragraph of the article. Offsets are half-open, in code
points. Words are cut out of no other word: “art” does not stand in “party”.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Self

from articles.findings.linked import Location
from articles.models import Paragraph
from articles.paragraph_kinds import PassageKind

SHORT = 12  # code points; words so short stand in many paragraphs, so that another text that has them says nothing

Locations = tuple[Location, ...]


class Place(NamedTuple):
    """Where a stretch of words stands, in the form that rows keep: no row number is part of it."""

    anchor: str
    fingerprint: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words, and where they stand: the `nth` (from 0) of `times` equal ones in their paragraph; 0 times is unknown."""

    words: str
    place: Place
    nth: int = 0
    times: int = 0


class TextParagraph(NamedTuple):
    """A paragraph of the text."""

    pk: int
    anchor: str
    fingerprint: str
    text: str
    kind: str


class ArticleText:
    """The paragraphs of an article, in reading order, found by key and by anchor."""

    def __init__(self, paragraphs: Iterable[TextParagraph] = ()) -> None:
        self.paragraphs = tuple(paragraphs)
        self._by_key = {one.pk: one for one in self.paragraphs}
        self._by_anchor = {one.anchor: one for one in self.paragraphs}
        self._in_order = {one.pk: n for n, one in enumerate(self.paragraphs)}

    @classmethod
    def of(cls, article_key: int) -> Self:
        """Read the text of an article (1 query)."""
        rows = Paragraph.objects.filter(article=article_key).order_by("position")
        columns = rows.values_list("pk", "number", "kind", "fingerprint", "text")
        return cls(TextParagraph(pk, f"p{n}" if n else kind, mark, text, kind) for pk, n, kind, mark, text in columns)

    def order_of(self, locations: Sequence[Location]) -> tuple[int, int]:
        """Return what sorts places into reading order."""
        key, start, _ = locations[0]
        return self._in_order[key], start

    def words_at(self, location: Location) -> str:
        """Return the words at a place of this text."""
        key, start, end = location
        return self._by_key[key].text[start:end]

    def stretch_at(self, location: Location) -> Stretch:
        """Return the words at a place of this text."""
        key, start, end = location
        paragraph = self._by_key[key]
        return _counted(paragraph, Place(paragraph.anchor, paragraph.fingerprint, start, end))

    def stretch_of(self, words: str, place: Place) -> Stretch:
        """Return words that stood at a place of this text or of an earlier one."""
        paragraph = self._by_anchor.get(place.anchor)
        return _counted(paragraph, place) if paragraph and _fits(paragraph, words, place) else Stretch(words, place)

    def place_of(self, location: Location) -> Place:
        """Return a place of this text in the form that rows keep."""
        key, start, end = location
        return Place(self._by_key[key].anchor, self._by_key[key].fingerprint, start, end)

    def locate(self, stretch: Stretch, elsewhere: bool = True) -> Location | None:
        """Return where words stand in this text, None where they do not; `elsewhere` than in their paragraph too."""
        own = self._by_anchor.get(stretch.place.anchor)
        if own and (start := _start_in(own, stretch)) is not None:
            return own.pk, start, start + len(stretch.words)
        others = self._elsewhere(stretch) if elsewhere else ()
        found = ((one.pk, start) for one in others if (start := _start_in(one, stretch)) is not None)
        return next(((key, start, start + len(stretch.words)) for key, start in found), None)

    def _elsewhere(self, stretch: Stretch) -> Iterator[TextParagraph]:
        """Yield the paragraphs that words may have come to: the same text under another number, then any other."""
        others = [one for one in self.paragraphs if one.anchor != stretch.place.anchor]
        yield from (one for one in others if one.fingerprint == stretch.place.fingerprint)
        if len(stretch.words) > SHORT:
            yield from others

    def locate_all(self, stretches: Iterable[Stretch], elsewhere: bool = True) -> Locations | None:
        """Return where all of these stand in this text; None where one of them does not, or where there are none."""
        found = [self.locate(stretch, elsewhere) for stretch in stretches]
        locations = tuple(one for one in found if one)
        return locations if locations and len(locations) == len(found) else None


def _fits(paragraph: TextParagraph, words: str, place: Place) -> bool:
    """Say whether a paragraph is still the one that a place names, and has the words there."""
    return paragraph.fingerprint == place.fingerprint and paragraph.text[place.start : place.end] == words


def _counted(paragraph: TextParagraph, place: Place) -> Stretch:
    words = paragraph.text[place.start : place.end]
    starts = list(starts_of(paragraph.text, words))
    if place.start not in starts:  # within a word, as somebody may have chosen it
        return Stretch(words, place)
    return Stretch(words, place, starts.index(place.start), len(starts))


def _start_in(paragraph: TextParagraph, stretch: Stretch) -> int | None:
    """Return where in a paragraph the words begin: where they did, by their count, or next to where they did."""
    if paragraph.kind == PassageKind.BOILERPLATE:
        return None
    if _fits(paragraph, stretch.words, stretch.place):
        return stretch.place.start
    starts = list(starts_of(paragraph.text, stretch.words))
    if len(starts) == stretch.times:
        return starts[stretch.nth] if starts else None
    return min(starts, key=lambda start: abs(start - stretch.place.start), default=None)


def starts_of(text: str, words: str) -> Iterator[int]:
    """Yield where words begin in a text, cut out of no other word."""
    for start in occurrences_of(text, words):
        if not (_is_within_a_word(text, start) or _is_within_a_word(text, start + len(words))):
            yield start


def occurrences_of(text: str, words: str) -> Iterator[int]:
    """Yield where words begin in a text, within other words too."""
    start = text.find(words) if words else -1
    while start >= 0:
        yield start
        start = text.find(words, start + 1)


def _is_within_a_word(text: str, offset: int) -> bool:
    """Say whether letters that are written in words, or digits, touch at an offset."""
    return 0 < offset < len(text) and _is_of_a_word(text[offset - 1]) and _is_of_a_word(text[offset])


def _is_of_a_word(letter: str) -> bool:
    return letter.isdigit() or letter.lower() != letter.upper()


def shared(one: Sequence[Location], other: Sequence[Location]) -> int:
    """Return how many code points two findings have in common."""
    pairs = ((a, b) for a in one for b in other if a[0] == b[0])
    return sum(max(0, min(a[2], b[2]) - max(a[1], b[1])) for a, b in pairs)


def length(locations: Sequence[Location]) -> int:
    """Return over how many code points a finding runs."""
    return sum(end - start for _, start, end in locations)


def is_mostly(one: Sequence[Location], other: Sequence[Location]) -> bool:
    """Say whether more than half of the shorter of two findings is the other's too."""
    return 2 * shared(one, other) > min(length(one), length(other))


def is_nearly(one: Sequence[Location], other: Sequence[Location]) -> bool:
    """Say whether at least half of what either of two findings covers is covered by both (their Jaccard index)."""
    both = shared(one, other)
    return 0 < length(one) + length(other) - both <= 2 * both
