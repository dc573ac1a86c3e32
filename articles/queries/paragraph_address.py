"""Where the address of a paragraph leads: to the paragraph, to where its text stands now, or to what it said.

An address has the paragraph's number and, where it was made to last, the first digits of the fingerprint of its text
(`/articles/5/p12-3fa9c1/`). The number alone is the paragraph, whatever it says now. With a fingerprint the text
counts: it may have moved to another number, and where it was touched up or taken out its words are in an earlier
version of the article, or beneath a correction.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from articles.models import Article, Correction, Paragraph
from articles.models.paragraph import fingerprint

MOST_VERSIONS = 20  # of an article, the newest, in which the words of a paragraph are looked for


@dataclass(frozen=True, slots=True)
class FormerText:
    """What a paragraph said once, where that is known from, and the paragraph that stands under its number now."""

    number: int
    words: str
    source: str  # "imported on" or "corrected on"
    at: datetime
    now: Paragraph | None


@dataclass(frozen=True, slots=True)
class ParagraphAddress:
    """What an address leads to: a paragraph, several of which each may be meant, or a former text; or nothing."""

    paragraphs: Sequence[Paragraph] = ()
    former: FormerText | None = None


def look_up(article: Article, number: int, digits: str) -> ParagraphAddress:
    """Return what a paragraph's number and the first digits of its fingerprint lead to; without digits the number.

    1 query where the text stands in the article, 3 where it does not.
    """
    asked = Q(number=number) | Q(fingerprint__startswith=digits) if digits else Q(number=number)
    rows = sorted(article.paragraphs.filter(asked), key=lambda one: abs((one.number or 0) - number))
    alike = [one for one in rows if one.fingerprint.startswith(digits)]
    same_text = len({one.fingerprint for one in alike}) == 1
    if alike:
        return ParagraphAddress(alike[:1] if same_text or alike[0].number == number else alike)
    former = next(_former(article, number, digits), None) if digits else None
    return ParagraphAddress(former=FormerText(number, *former, next(iter(rows), None)) if former else None)


def _former(article: Article, number: int, digits: str) -> Iterator[tuple[str, str, datetime]]:
    """Yield the texts of that fingerprint: of corrections of the paragraph, then of versions, the newest first."""
    corrections = Correction.objects.filter(article=article, field=Correction.Field.TEXT, paragraph=number)
    for before, after, at in corrections.order_by("-pk").values_list("before", "after", "at"):
        yield from ((words, "corrected on", at) for words in (after, before) if _has(words, digits))
    for version in article.versions.order_by("-number")[:MOST_VERSIONS]:
        texts = (words for _, words in version.unpacked()["paragraphs"])
        yield from ((words, "imported on", version.at) for words in texts if _has(words, digits))


def _has(words: object, digits: str) -> bool:
    return isinstance(words, str) and fingerprint(words).startswith(digits)
