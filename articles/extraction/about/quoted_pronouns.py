"""The pronouns "he" and "she", and "our country", within quoted words, and the nouns before them that they may mean.

In: the analysed article and a span. Out: spans, or the noun.
"""

from bisect import bisect_left
from collections.abc import Iterator

from ..findings import FoundQuotation, Span
from ..lexicons import MEN, ROLES, WOMEN
from ..text.analysis import AnalysedArticle, AnalysedParagraph
from ..word_classes import AND, DEFINITE
from .reporting_sentences import SUBJECTS

_SOMEBODY = ROLES | MEN | WOMEN
_ARTICLES = SUBJECTS["one"] | DEFINITE
_MANY = 30  # words before a pronoun that are looked at


def pronouns_in(article: AnalysedArticle, span: Span, kind: str) -> Iterator[Span]:
    """Yield the places of "he" or "she" ("man", "woman") or of "our country" ("home") in a span.

    "He or she" means nobody.
    """
    paragraph = article.paragraphs[span.passage]
    first, last = bisect_left(paragraph.starts, span.start), bisect_left(paragraph.starts, span.end)
    if SUBJECTS["ours" if kind == "home" else kind].isdisjoint(paragraph.lowers[first:last]):
        return
    for at in range(first, last):
        if kind == "home":
            last = at + 1
            ours = paragraph.lowers[at] in SUBJECTS["ours"] and last < len(paragraph.words)
            if ours and paragraph.lowers[last] in SUBJECTS["home"] and paragraph.ends[last] <= span.end:
                yield Span(paragraph.index, paragraph.starts[at], paragraph.ends[last])
        elif paragraph.lowers[at] in SUBJECTS[kind] and not _of_either(paragraph, at):
            yield Span(paragraph.index, paragraph.starts[at], paragraph.ends[at])


def noun_before(
    paragraph: AnalysedParagraph, quotation: FoundQuotation, pronoun: Span, gender: str
) -> tuple[str, bool]:
    """Return the nearest noun for somebody before a pronoun in the words, and whether it is nobody of the article.

    "The president should do his homework" gives "president"; "a woman … she" and "my son … he" are strangers. The noun
    is "" where there is none, or where its gender is another.
    """
    start = max(
        span.start for span in quotation.spans if span.passage == paragraph.index and span.start <= pronoun.start
    )
    first = bisect_left(paragraph.starts, start)
    last = bisect_left(paragraph.starts, pronoun.start)
    other = MEN if gender == "f" else WOMEN
    for at in range(last - 1, max(first, last - _MANY) - 1, -1):
        lower, near = paragraph.lowers[at], set(paragraph.lowers[max(first, at - 3) : at])
        if lower in SUBJECTS["anybody"]:
            return lower, True
        if lower in _SOMEBODY and lower not in other and not _ARTICLES.isdisjoint(near):
            return lower, not paragraph.words[at].capital and bool(SUBJECTS["one"] & near)
    return "", False


def _of_either(paragraph: AnalysedParagraph, at: int) -> bool:
    around = paragraph.lowers[max(0, at - 1) : at] + paragraph.lowers[at + 1 : at + 2]
    if not SUBJECTS["either"].isdisjoint(around):
        return True
    other = paragraph.lowers[at + 2 : at + 3]
    return not AND.isdisjoint(around) and not SUBJECTS["other"].isdisjoint(other)
