"""Paragraphs → their schema."""

from typing import Any, cast

from api.addresses import Addresses
from api.schemas import texts
from articles.models import Mention, Paragraph


def serialize(row: Paragraph, addresses: Addresses) -> texts.Paragraph:
    """Return a paragraph with what it names; its mentions and the spans of quotations are prefetched."""
    return texts.Paragraph(
        id=row.pk,
        article=row.article_id,
        anchor=row.anchor,
        kind=row.kind,
        link=addresses.of_path(row.get_absolute_url()),
        fingerprint=row.fingerprint,
        text=row.text,
        mentions=tuple(map(_mention, row.mentions.all())),
        quotations=tuple(dict.fromkeys(span.quotation_id for span in row.quotation_spans.all())),
    )


def _mention(mention: Mention) -> texts.Mention:
    who = mention.person or mention.country
    assert who  # noqa: S101 -- one that stands names somebody
    kind = "person" if mention.person_id else "country"
    return texts.Mention(mention.start, mention.end, cast("Any", kind), who.pk, who.name, mention.by or None)
