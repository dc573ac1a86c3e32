"""A marked stretch looked at in its article: how long it is, whether it stands as speech, of what kind it is."""

from dataclasses import dataclass

from ..findings import QuotationKind, Span
from ..grammar.scenes import Scene
from ..text.marks import Marked
from ..text.reading import Page, Reading

TERM_WORDS = 3  # marked words up to this many need a cue to be speech
SPEECH_WORDS = 6  # from this many on, marked words are speech even where nothing says whose
_LEAD = 12  # letters before the marks in their sentence, "And then, “…”", that still let them stand alone


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words between marks, with the article around them."""

    marked: Marked
    reading: Reading

    @property
    def first(self) -> Span:
        """Return the first part with its marks."""
        return self.marked.outer[0]

    @property
    def last(self) -> Span:
        """Return the last part with its marks."""
        return self.marked.outer[-1]

    @property
    def page(self) -> Page:
        """Return the page where it begins."""
        return self.reading.pages[self.first.passage]

    @property
    def last_page(self) -> Page:
        """Return the page where it ends."""
        return self.reading.pages[self.last.passage]

    @property
    def size(self) -> int:
        """Return its length in words."""
        pages = self.reading.pages
        return sum(len(pages[part.passage].text[part.start : part.end].split()) for part in self.marked.parts)

    @property
    def kind(self) -> QuotationKind:
        """Return "direct" for a whole sentence, "mixed" for a part of the article's own."""
        begin, end = self.marked.parts[0], self.marked.parts[-1]
        text = self.last_page.text
        closes = text[end.end - 1] in ".,?!…—" or text[self.last.end : self.last.end + 1] in (".", ",")
        whole = self.page.text[begin.start].isupper() and closes
        return QuotationKind.DIRECT if whole else QuotationKind.MIXED

    @property
    def is_whole_page(self) -> bool:
        """Say whether its paragraph is nothing but these words."""
        text = self.page.text
        return not text[: self.first.start].strip() and not text[self.first.end :].strip()

    def is_speech(self, scene: Scene) -> bool:
        """Say whether the words stand as a sentence of their own in their scene."""
        lead = self.page.text[scene.sentence.start : self.first.start].strip()
        capital = self.page.text[self.marked.parts[0].start].isupper()
        return len(lead) <= _LEAD and (capital or self.size > TERM_WORDS) and self.size > 1

    def opens_page(self, scene: Scene) -> bool:
        """Say whether its paragraph begins with these words, or with their sentence."""
        return not self.page.text[: self.first.start].strip() or scene.sentence.start == 0
