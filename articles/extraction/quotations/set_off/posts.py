"""Posts on social networks set as paragraphs: the words, then "— Name (@handle) March 4, 2019"."""

import re
from collections.abc import Iterator

from articles.paragraph_kinds import PassageKind

from ...findings import Span
from ...grammar.sentence_context import Attribution, SentenceContexts
from ...text.analysis import AnalysedArticle, AnalysedParagraph
from .set_off import SetOff, nominal_within

_SIGNATURE = re.compile(r"\s*[—–―-]{1,2}\s?([^\n()@—–―]{2,60}?)\s\(@\w{1,30}\)(?:[\s,]{1,2}[\w ,:.]{0,30})?$")
_LINK = re.compile(r"(?:\s*(?:https?://|pic\.twitter\.com/|t\.co/)\S+)+$")
_OPENS_MARKS = "\"“”'‘«„`"
_LONGEST_SIGNATURE = 140  # letters at a paragraph's end


def posts(article: AnalysedArticle, contexts: SentenceContexts) -> Iterator[SetOff]:
    """Yield the posts of an article; one between marks is none, as its marks are found anyway."""
    for paragraph in article.paragraphs:
        if "(@" in paragraph.text and paragraph.kind == PassageKind.BODY:
            yield from _post(article, paragraph, contexts)


def _post(article: AnalysedArticle, paragraph: AnalysedParagraph, contexts: SentenceContexts) -> Iterator[SetOff]:
    text = paragraph.text.rstrip()
    signature = _SIGNATURE.search(text, max(0, len(text) - _LONGEST_SIGNATURE))
    if signature is None:
        return
    own = bool(text[: signature.start()].strip())
    words = paragraph if own else article.paragraphs[paragraph.index - 1] if paragraph.index else None
    span = _words(words, signature.start() if own else len(words.text)) if words else None
    speaker = nominal_within(paragraph, *signature.span(1), contexts.mention_index)
    if span and speaker:
        yield SetOff((span,), Attribution(paragraph, (speaker,), None, 0.95, "signs the post"))


def _words(paragraph: AnalysedParagraph, end: int) -> Span | None:
    """Return a post's words, without the points before it, the link behind it and blanks; None between marks."""
    text = paragraph.text
    link = _LINK.search(text, 0, end)
    end = link.start() if link else end
    start = next((at for at in range(end) if not (text[at].isspace() or text[at] == ".")), end)
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(paragraph.index, start, end) if start < end and text[start] not in _OPENS_MARKS else None
