"""The words "he", "she" and "our country" within quoted words, and the nouns before them that they may mean.

In: the reading and a stretch of words. Out: spans, or the noun.
"""

from bisect import bisect_left
from collections.abc import Iterator

from ..findings import FoundQuotation, Span
from ..lexicons import MEN, ROLES, WOMEN
from ..text.reading import Page, Reading
from .reports import SUBJECTS

_SOMEBODY = ROLES | MEN | WOMEN
_MANY = 30  # words before a pronoun that are looked at


def pronouns_in(reading: Reading, span: Span, kind: str) -> Iterator[Span]:
    """Yield the places of "he" or "she" ("man", "woman") or of "our country" ("home") in a stretch of words.

    "He or she" is nobody.
    """
    page = reading.pages[span.passage]
    first = bisect_left(page.starts, span.start)
    for at in range(first, len(page.words)):
        if page.words[at].start >= span.end:
            return
        if kind == "home":
            last = at + 1
            ours = page.lowers[at] in SUBJECTS["ours"] and last < len(page.words)
            if ours and page.lowers[last] in SUBJECTS["home"] and page.words[last].end <= span.end:
                yield Span(page.index, page.words[at].start, page.words[last].end)
        elif page.lowers[at] in SUBJECTS[kind] and not _of_either(page, at):
            yield Span(page.index, page.words[at].start, page.words[at].end)


def noun_before(page: Page, quotation: FoundQuotation, pronoun: Span, gender: str) -> tuple[str, bool]:
    """Return the nearest noun for somebody before a pronoun in the words, and whether it is nobody of the article.

    "The president should do his homework" gives "president"; "a woman … she" and "my son … he" are strangers. The noun
    is "" where there is none, or where its gender is another.
    """
    start = max(span.start for span in quotation.spans if span.passage == page.index and span.start <= pronoun.start)
    first = bisect_left(page.starts, start)
    last = bisect_left(page.starts, pronoun.start)
    other = MEN if gender == "f" else WOMEN
    for at in range(last - 1, max(first, last - _MANY) - 1, -1):
        lower, near = page.lowers[at], set(page.lowers[max(first, at - 3) : at])
        if lower in SUBJECTS["anybody"]:
            return lower, True
        if lower in _SOMEBODY and lower not in other and (SUBJECTS["one"] | {"the"}) & near:
            return lower, not page.words[at].capital and bool(SUBJECTS["one"] & near)
    return "", False


def _of_either(page: Page, at: int) -> bool:
    around = page.lowers[max(0, at - 1) : at] + page.lowers[at + 1 : at + 2]
    return "or" in around or ("and" in around and bool({"she", "her", "he", "his"} & set(page.lowers[at + 2 : at + 3])))
