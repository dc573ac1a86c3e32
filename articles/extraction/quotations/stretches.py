"""A marked stretch looked at in its article: how long it is, whether it stands as speech, of what kind it is."""

from dataclasses import dataclass

from ..findings import QuotationKind, Span
from ..grammar.scenes import Scene
from ..text.analysis import AnalysedArticle, AnalysedParagraph
from ..text.quoted_spans import QuotedSpan

TERM_WORDS = 3  # marked words up to this many need a cue to be speech
SPEECH_WORDS = 6  # from this many on, marked words are speech even where nothing says whose
_LEAD = 12  # letters before the marks in their sentence, "And then, “…”", that still let them stand alone


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words between marks, with the article around them."""

    marked: QuotedSpan
    article: AnalysedArticle

    @property
    def first(self) -> Span:
        """Return the first part with its marks."""
        return self.marked.outer[0]

    @property
    def last(self) -> Span:
        """Return the last part with its marks."""
        return self.marked.outer[-1]

    @property
    def paragraph(self) -> AnalysedParagraph:
        """Return the paragraph where it begins."""
        return self.article.paragraphs[self.first.passage]

    @property
    def last_paragraph(self) -> AnalysedParagraph:
        """Return the paragraph where it ends."""
        return self.article.paragraphs[self.last.passage]

    @property
    def size(self) -> int:
        """Return its length in words."""
        paragraphs = self.article.paragraphs
        return sum(len(paragraphs[part.passage].text[part.start : part.end].split()) for part in self.marked.parts)

    @property
    def kind(self) -> QuotationKind:
        """Return "direct" for a whole sentence, "mixed" for a part of the article's own."""
        begin, end = self.marked.parts[0], self.marked.parts[-1]
        text = self.last_paragraph.text
        closes = text[end.end - 1] in ".,?!…—" or text[self.last.end : self.last.end + 1] in (".", ",")
        whole = self.paragraph.text[begin.start].isupper() and closes
        return QuotationKind.DIRECT if whole else QuotationKind.MIXED

    @property
    def is_whole_paragraph(self) -> bool:
        """Say whether its paragraph is nothing but these words."""
        text = self.paragraph.text
        return not text[: self.first.start].strip() and not text[self.first.end :].strip()

    def is_speech(self, scene: Scene) -> bool:
        """Say whether the words stand as a sentence of their own in their scene."""
        lead = self.paragraph.text[scene.sentence.start : self.first.start].strip()
        capital = self.paragraph.text[self.marked.parts[0].start].isupper()
        return len(lead) <= _LEAD and (capital or self.size > TERM_WORDS) and self.size > 1

    def opens_paragraph(self, scene: Scene) -> bool:
        """Say whether its paragraph begins with these words, or with their sentence."""
        return not self.paragraph.text[: self.first.start].strip() or scene.sentence.start == 0
