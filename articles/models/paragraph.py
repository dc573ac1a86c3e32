"""Paragraphs: the unit of text, of addresses and of search."""

import re
from difflib import SequenceMatcher
from functools import lru_cache
from hashlib import blake2b
from typing import NamedTuple, Self

from django.db import models
from django.urls import reverse

from articles.paragraph_kinds import PassageKind

LIKE_ENOUGH = 0.6  # the share of words (difflib's ratio) that two versions of a text have in common
COMPARED = 200  # words at the most, since difflib's time is quadratic
SHORTEST = 6  # digits of a fingerprint in an address
NOT_A_WORD = re.compile(r"\W+")


@lru_cache(maxsize=500)  # an import needs those of an article several times
def fingerprint(text: str) -> str:
    """Return 32 hexadecimal digits that tell this text from others, whatever its case, spacing and marks."""
    words = NOT_A_WORD.sub(" ", text.casefold()).strip()
    return blake2b((words or text).encode(), digest_size=16).hexdigest()


def alike(one: str, other: str) -> bool:
    """Say whether two texts are versions of one: most of their first words are the same, in the same order."""
    matcher = SequenceMatcher(None, one.split()[:COMPARED], other.split()[:COMPARED], autojunk=False)
    return matcher.quick_ratio() >= LIKE_ENOUGH and matcher.ratio() >= LIKE_ENOUGH


class ParagraphQuerySet(models.QuerySet["Paragraph"]):
    """Paragraphs by what they are."""

    def searched(self) -> Self:
        """Keep the article's text: no boilerplate."""
        return self.exclude(kind=Paragraph.Kind.BOILERPLATE)


class Paragraph(models.Model):
    """One paragraph of an article, in any part of it.

    `number` is its address (`#p12`): given once, kept when text before it comes or goes, never given again in the
    article. Title and standfirst are text that is searched and quoted from like any other, so they are paragraphs
    too, but are addressed by their kind. `position` is the reading order. `fingerprint` tells the text from others,
    whatever its spacing and marks. `text` and `kind` are what is shown; where an editor corrected one, `imported_text`
    or `imported_kind` lies beneath it. Boilerplate is no text of the article: it is folded, not searched, not extracted
    from.
    """

    class Kind(models.TextChoices):
        TITLE = PassageKind.TITLE.value, "title"
        STANDFIRST = PassageKind.STANDFIRST.value, "standfirst"
        BODY = PassageKind.BODY.value, "body"
        SUBHEAD = PassageKind.SUBHEAD.value, "subhead"
        CAPTION = PassageKind.CAPTION.value, "caption"
        CREDIT = PassageKind.CREDIT.value, "credit"
        IMAGE_DESCRIPTION = PassageKind.IMAGE_DESCRIPTION.value, "image description"
        NOTE = PassageKind.NOTE.value, "note"
        BOILERPLATE = PassageKind.BOILERPLATE.value, "no article text"

    article = models.ForeignKey("articles.Article", on_delete=models.CASCADE, related_name="paragraphs")
    number = models.PositiveIntegerField(null=True)
    position = models.IntegerField()
    kind = models.CharField(max_length=20, choices=Kind)
    text = models.TextField()
    imported_text = models.TextField(blank=True, default="", db_default="")
    imported_kind = models.CharField(max_length=20, blank=True, default="", db_default="")
    fingerprint = models.CharField(max_length=32, db_index=True)

    objects = ParagraphQuerySet.as_manager()

    class Meta:
        ordering = ["article_id", "position"]
        constraints = [
            models.UniqueConstraint(fields=["article", "number"], name="paragraph_number_once_an_article"),
            models.UniqueConstraint(
                fields=["article", "kind"],
                condition=models.Q(kind__in=["title", "standfirst"]),
                name="paragraph_one_title_one_standfirst",
            ),
            models.CheckConstraint(
                condition=models.Q(kind__in=["title", "standfirst"], number__isnull=True)
                | (~models.Q(kind__in=["title", "standfirst"]) & models.Q(number__isnull=False, number__gte=1)),
                name="paragraph_numbered_unless_a_heading",
            ),
            models.CheckConstraint(condition=~models.Q(text=""), name="paragraph_has_text"),
        ]

    def __str__(self) -> str:
        return f"{self.anchor} of article {self.article_id}"

    def get_absolute_url(self) -> str:
        """The address that lasts: it leads here, wherever the text goes (pages/paragraphs.py)."""
        if not self.number:
            return f"{reverse('article', args=[self.article_id])}#{self.anchor}"
        return reverse("paragraph-as-it-was", args=[self.article_id, self.number, self.fingerprint[:SHORTEST]])

    @property
    def anchor(self) -> str:
        """The fragment that addresses this paragraph on its article's page."""
        return f"p{self.number}" if self.number else self.kind

    @property
    def source_text(self) -> str:
        """The text as it was imported."""
        return self.imported_text or self.text

    @property
    def source_kind(self) -> str:
        """The kind as it was imported."""
        return self.imported_kind or self.kind

    @property
    def source_fingerprint(self) -> str:
        """The fingerprint of the imported text."""
        return fingerprint(self.imported_text) if self.imported_text else self.fingerprint


def kind_label(kind: str) -> str:
    """Return what pages call a kind of paragraph."""
    return str(Paragraph.Kind(kind).label) if kind in Paragraph.Kind.values else kind


class StoredParagraph(NamedTuple):
    """A paragraph that is stored, as far as its findings go by it."""

    pk: int
    text: str
    kind: str


HEADINGS = (Paragraph.Kind.TITLE, Paragraph.Kind.STANDFIRST)
OF_A_PICTURE = (Paragraph.Kind.IMAGE_DESCRIPTION, Paragraph.Kind.CAPTION, Paragraph.Kind.CREDIT)
