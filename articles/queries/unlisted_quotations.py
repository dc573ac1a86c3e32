"""What pages read of quotations that stand no more: rejected by an editor, or no longer found in the text."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse

from articles.models import Article, ArticleVersion, Correction, Paragraph, Quotation
from articles.models.correction import OF_PARAGRAPHS
from articles.models.paragraph import SHORTEST

MOST_VERSIONS = 20  # of an article, the newest, in which the words are looked for
UNLISTED = (Quotation.Standing.REJECTED, Quotation.Standing.GONE)


@dataclass(frozen=True, slots=True)
class UnlistedQuotation:
    """A quotation that no list shows: its row, where it stood last, and what is known of when and why it went.

    `words_stand` says that the article has the words still, `words_removed` that an editor took them out of the text,
    so that readers are not shown them; `correction` is the one that rejected it.
    """

    quotation: Quotation
    address: str
    place: str
    words_stand: bool
    words_removed: bool
    since: datetime | None
    correction: Correction | None

    @property
    def is_rejected(self) -> bool:
        """Whether an editor said that nobody is reported to have said it."""
        return self.quotation.standing == Quotation.Standing.REJECTED


def unlisted_quotation(key: int) -> UnlistedQuotation | None:
    """Return a quotation that stands no more; none where it stands, or is a term (6 queries at the most)."""
    rows = Quotation.objects.filter(standing__in=UNLISTED).exclude(kind=Quotation.Kind.TERM)
    row = rows.select_related("article__publisher").filter(pk=key).first()
    if row is None:
        return None
    words = [text for text in row.text.replace(" … ", "\n").split("\n") if text]
    stand = _has_all(row.article.paragraphs.values_list("text", flat=True), words)
    correction = _rejection(row) if row.standing == Quotation.Standing.REJECTED else None
    since = correction.at if correction else None if stand else _since(row, words)
    where = address_of_place(row.article, next(iter(row.last_places or ()), None))
    removed = not stand and _removed(row, words)
    return UnlistedQuotation(row, *where, stand, removed, since, correction)


def address_of_place(article: Article, place: Sequence[Any] | None) -> tuple[str, str]:
    """Return the address of the paragraph where a finding stood last, and what to call it; else of its article.

    `place` is [anchor, fingerprint, start, end], as rows keep it.
    """
    anchor, digits, *_ = place or ("", "")
    if anchor[1:].isdigit():
        parts = [article.pk, anchor[1:], digits[:SHORTEST]]
        return reverse("paragraph-as-it-was", args=parts), f"paragraph {anchor[1:]}"
    heading = anchor if anchor in (Paragraph.Kind.TITLE, Paragraph.Kind.STANDFIRST) else ""
    return f"{article.get_absolute_url()}#{heading}".rstrip("#"), f"the {heading or 'article'}"


def _rejection(row: Quotation) -> Correction | None:
    rejections = row.corrections.filter(field=Correction.Field.QUOTATION, after=row.standing)
    return rejections.select_related("editor").order_by("pk").last()


def _since(row: Quotation, words: Sequence[str]) -> datetime | None:
    """Return when the text lost the words: by the newest versions, or by the last correction of a paragraph."""
    since = None
    for version in ArticleVersion.objects.filter(article=row.article_id).order_by("-number")[:MOST_VERSIONS]:
        content = version.unpacked()
        if _has_all([*map(str, content["values"].values()), *(text for _, text in content["paragraphs"])], words):
            break
        since = version.at
    corrected = Correction.objects.filter(article=row.article_id, field__in=OF_PARAGRAPHS)
    return since or corrected.order_by("pk").values_list("at", flat=True).last()


def _removed(row: Quotation, words: Sequence[str]) -> bool:
    """Say whether a correction of a paragraph's text took the words out."""
    texts = Correction.objects.filter(article=row.article_id, field=Correction.Field.TEXT).values_list(
        "before", "after"
    )
    return any(_has_all([before], words) and not _has_all([after], words) for before, after in texts)


def _has_all(texts: Iterable[str], words: Sequence[str]) -> bool:
    whole = "\n".join(texts)
    return all(one in whole for one in words)
