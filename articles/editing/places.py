"""Places in an article's text that an editor chose: half-open code points of paragraphs, checked before they are used.

In a form and in a correction a paragraph goes by its anchor (`p12`, `title`). A place that may be a slip of the hand,
within a word or over another quotation, is refused until the editor says that it is meant so.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Self

from articles.models import Article, Paragraph, Quotation, QuotationSpan
from articles.models.paragraph import HEADINGS

MOST_PLACES = 60  # stretches of one quotation
OPENING, CLOSING = "“„«‹‘\"'", "”“»›’\"'"
StoredPlace = list[Any]  # [anchor of the paragraph, its fingerprint, start, end], as `last_places` keeps it


class DoubtfulPlaceError(ValueError):
    """A place can be taken, but may be a slip of the hand."""


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a paragraph: half-open code points."""

    paragraph: Paragraph
    start: int
    end: int

    @property
    def words(self) -> str:
        """The words that stand there."""
        return self.paragraph.text[self.start : self.end]

    @property
    def stored(self) -> StoredPlace:
        """The form in which the archive keeps where something stood."""
        return [self.paragraph.anchor, self.paragraph.fingerprint, self.start, self.end]

    @property
    def cuts_a_word(self) -> bool:
        """Whether it begins or ends within a word."""
        text, ends = self.paragraph.text, (self.start, self.end)
        return any(0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum() for at in ends)

    def without_blanks(self) -> Self:
        """Return the place without blanks at its ends."""
        start = self.start + len(self.words) - len(self.words.lstrip())
        return type(self)(self.paragraph, start, max(start, self.start + len(self.words.rstrip())))

    def without_marks(self) -> Self:
        """Return the place without the quotation marks around it; a mark at one end alone may be an apostrophe."""
        words = self.words
        if len(words) > 2 and words[0] in OPENING and words[-1] in CLOSING:
            return type(self)(self.paragraph, self.start + 1, self.end - 1)
        return self


def paragraph_at(article: Article, anchor: Any) -> Paragraph:
    """Return the paragraph of that anchor. Raises ValueError with a sentence."""
    rows = article.paragraphs.all()
    number = str(anchor)[1:]
    if anchor in HEADINGS:
        rows = rows.filter(kind=anchor)
    elif str(anchor).startswith("p") and number.isascii() and number.isdecimal() and int(number) < 2**31:
        rows = rows.filter(number=int(number))
    else:
        rows = rows.none()
    paragraph = rows.first()
    if paragraph is None:
        raise ValueError("the article has no such paragraph any more")
    return paragraph


def chosen_place(article: Article, chosen: Mapping[str, Any]) -> Place:
    """Return the place that somebody chose: {"paragraph": anchor, "start", "end", "words"}, the last to be sure.

    Raises ValueError with a sentence.
    """
    paragraph, start, end = paragraph_at(article, chosen.get("paragraph")), chosen.get("start"), chosen.get("end")
    if not isinstance(start, int) or not isinstance(end, int) or not 0 <= start < end <= len(paragraph.text):
        raise ValueError("these words lie outside of the paragraph")
    place = Place(paragraph, start, end)
    if place.words != chosen.get("words", place.words):
        raise ValueError("the paragraph has changed meanwhile: choose the words again")
    place = place.without_blanks()
    if not any(map(str.isalnum, place.words)):
        raise ValueError("choose words: there are none in this place")
    return place


def stored_place(stored: StoredPlace) -> dict[str, Any]:
    """Return a place that was kept in the form in which forms send one."""
    anchor, _, start, end = stored
    return {"paragraph": anchor, "start": start, "end": end}


def quotation_places(article: Article, chosen: Sequence[Mapping[str, Any]]) -> list[Place]:
    """Return the places of a quotation, in reading order and without the marks around it. Raises ValueError."""
    if not chosen:
        raise ValueError("choose the words of the quotation")
    if len(chosen) > MOST_PLACES:
        raise ValueError(f"a quotation has at most {MOST_PLACES} stretches")
    places = sorted(
        (chosen_place(article, one).without_marks().without_blanks() for one in chosen),
        key=lambda place: (place.paragraph.position, place.start),
    )
    if any(one.paragraph == other.paragraph and other.start < one.end for one, other in pairwise(places)):
        raise ValueError("two stretches of the quotation overlap")
    return places


def refuse_doubtful(places: Iterable[Place], quotation: Quotation | None = None) -> None:
    """Raise DoubtfulPlaceError where a place cuts a word, or lies over another quotation that stands."""
    for place in places:
        if place.cuts_a_word:
            raise DoubtfulPlaceError(f"“{place.words}” begins or ends within a word")
        spans = QuotationSpan.objects.filter(paragraph=place.paragraph, start__lt=place.end, end__gt=place.start)
        spans = spans.filter(quotation__standing=Quotation.Standing.STANDS).exclude(quotation__kind=Quotation.Kind.TERM)
        other = spans.exclude(quotation=quotation).select_related("quotation").first()
        if other:
            raise DoubtfulPlaceError(f"these words lie over another quotation, “{str(other.quotation)[:60]}”")


def joined_words(places: Sequence[Place]) -> str:
    """Return the words of a quotation: a line break between paragraphs, dots where it is interrupted in one."""
    words = ""
    for last, place in zip((None, *places), places, strict=False):
        if last:
            words += " … " if last.paragraph == place.paragraph else "\n"
        words += place.words
    return words


def places_of(quotation: Quotation) -> list[Place]:
    """Return where a quotation stands now (1 query)."""
    spans = quotation.spans.select_related("paragraph").order_by("ordinal")
    return [Place(span.paragraph, span.start, span.end) for span in spans]


def lay(quotation: Quotation, places: Iterable[Place]) -> None:
    """Have a quotation stand in these places, in the caller's transaction."""
    quotation.spans.all().delete()
    QuotationSpan.objects.bulk_create(
        QuotationSpan(quotation=quotation, ordinal=n, paragraph=place.paragraph, start=place.start, end=place.end)
        for n, place in enumerate(places)
    )


def places_kept(article: Article, stored: Sequence[StoredPlace]) -> list[Place]:
    """Return places that were kept where all of their paragraphs have the same words still, else none."""
    by_anchor = {row.anchor: row for row in article.paragraphs.all()}
    same = [
        Place(by_anchor[anchor], start, end)
        for anchor, print_, start, end in stored
        if anchor in by_anchor and by_anchor[anchor].fingerprint == print_
    ]
    return same if len(same) == len(stored) else []


def places_again(quotation: Quotation) -> list[Place]:
    """Return where one that stands nowhere would stand again: on its words, where it stood, or once in the article."""
    stored = quotation.last_places or []
    by_anchor = {row.anchor: row for row in quotation.article.paragraphs.all()}
    there = [Place(by_anchor[anchor], start, end) for anchor, _, start, end in stored if anchor in by_anchor]
    if len(there) == len(stored) and joined_words(there) == quotation.text:
        return there
    known = [by_anchor[anchor] for anchor, *_ in stored if anchor in by_anchor]
    holding = [row for row in (*known, *by_anchor.values()) if quotation.text and quotation.text in row.text]
    return [_first(holding[0], quotation.text)] if holding else []


def _first(paragraph: Paragraph, words: str) -> Place:
    start = paragraph.text.index(words)
    return Place(paragraph, start, start + len(words))
