"""Quoted words in their article: how long they are, whether they stand as speech, of what kind they are."""

from ..findings import QuotationKind
from ..grammar.sentence_context import SentenceContext
from ..text.analysis import AnalysedArticle
from ..text.quoted_spans import QuotedSpan

TERM_WORDS = 3  # marked words up to this many need a cue to be speech
SPEECH_WORDS = 6  # from this many on, marked words are speech even where nothing says whose
_ENDS = (".", "!", "?", "”", '"', "’")  # of paragraphs that are no headings
_LEAD = 12  # letters before the marks in their sentence, "And then, “…”", that still let them stand alone


class QuotedText:
    """Words between marks, with the article around them; all that is asked of them often is read once."""

    def __init__(self, span: QuotedSpan, article: AnalysedArticle) -> None:
        """Read the words of a span of an article."""
        paragraphs = article.paragraphs
        self.span = span
        self.article = article
        self.first = span.outer[0]  # the first part with its marks
        self.last = span.outer[-1]  # the last part with its marks
        self.paragraph = paragraphs[self.first.passage]  # where it begins
        self.last_paragraph = paragraphs[self.last.passage]  # where it ends
        self.text = " ".join([paragraphs[part.passage].text[part.start : part.end] for part in span.parts])
        self.words = self.text.split()  # divided by blanks
        self.size = len(self.words)

    @property
    def kind(self) -> QuotationKind:
        """Return "direct" for a whole sentence, "mixed" for a part of the article's own."""
        begin, end = self.span.parts[0], self.span.parts[-1]
        text = self.last_paragraph.text
        closes = text[end.end - 1] in ".,?!…—" or text[self.last.end : self.last.end + 1] in (".", ",")
        whole = self.paragraph.text[begin.start].isupper() and closes
        return QuotationKind.DIRECT if whole else QuotationKind.MIXED

    @property
    def is_whole_paragraph(self) -> bool:
        """Say whether its paragraph is nothing but these words."""
        text = self.paragraph.text
        return not text[: self.first.start].strip() and not text[self.first.end :].strip()

    @property
    def is_label(self) -> bool:
        """Say whether they open a heading, with a colon behind: "‘Stay put’: Thefts grow"."""
        text = self.paragraph.text
        opens = not text[: self.first.start].strip() and self.first is self.last
        return opens and text[self.first.end : self.first.end + 2] == ": " and not text.rstrip().endswith(_ENDS)

    def is_speech(self, context: SentenceContext) -> bool:
        """Say whether the words stand as a sentence of their own in its context."""
        lead = self.paragraph.text[context.sentence.start : self.first.start].strip()
        capital = self.paragraph.text[self.span.parts[0].start].isupper()
        return len(lead) <= _LEAD and (capital or self.size > TERM_WORDS) and self.size > 1

    def opens_paragraph(self, context: SentenceContext) -> bool:
        """Say whether its paragraph begins with these words, or with their sentence."""
        return not self.paragraph.text[: self.first.start].strip() or context.sentence.start == 0
