"""What readers are told of corrections: what was put right and when, without the words that were wrong.

The words before a correction, its reason and its editor are for editors alone: what was wrong may have harmed somebody,
and saying it once more would not put it right.
"""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet
from django.urls import reverse

from articles.models import Article, Correction

Field = Correction.Field
SENTENCES = {
    Field.TITLE: "The title was corrected.",
    Field.STANDFIRST: "The standfirst was corrected.",
    Field.BYLINE: "The byline was corrected.",
    Field.PUBLISHED: "The date was corrected.",
    Field.PUBLISHER: "The publisher was corrected.",
    Field.TEXT: "The text of paragraph {paragraph} was corrected.",
    Field.SPEAKER: "Who is said to have spoken was corrected.",
    Field.SPAN: "The words of a quotation were corrected.",
    Field.KIND: "How a quotation is reported was corrected.",
}
SUPPLIED = {
    Field.TITLE: "The title was supplied.",
    Field.STANDFIRST: "The standfirst was supplied.",
    Field.BYLINE: "The byline was supplied.",
    Field.PUBLISHED: "The date was supplied.",
    Field.PUBLISHER: "The publisher was supplied.",
}
OF_A_QUOTATION = {
    "rejected": "Words that nobody is reported to have said are no longer shown as a quotation.",
    "stands": "A quotation that had been left out is shown.",
}
PUBLIC = (*SENTENCES, Field.QUOTATION)
MOST_NOTED = 10  # on an article's page


@dataclass(frozen=True, slots=True)
class PublicCorrection:
    """One correction as readers are told of it: a sentence, when, and the address of what was corrected."""

    key: int
    article: Article
    sentence: str
    at: datetime
    address: str


def public_note(article: Article) -> list[PublicCorrection]:
    """Return the latest corrections of an article, one for each value that was corrected (1 query)."""
    latest: dict[tuple[str, int | None, int | None], Correction] = {}
    for one in _public().filter(article=article).order_by("-pk"):
        latest.setdefault((one.field, one.paragraph, one.quotation_id), one)
    return [_for_readers(one, article) for one in list(latest.values())[:MOST_NOTED]]


def newest_public(limit: int) -> list[PublicCorrection]:
    """Return the newest corrections of the whole archive, each by itself (1 query)."""
    rows = _public().select_related("article").order_by("-pk")
    return [_for_readers(one, one.article) for one in rows[:limit] if one.article]


def _public() -> QuerySet[Correction]:
    rows: QuerySet[Correction] = Correction.objects.filter(field__in=PUBLIC)
    return rows


def _for_readers(correction: Correction, article: Article) -> PublicCorrection:
    sentence, address = _sentence(correction), _address(correction, article)
    return PublicCorrection(correction.pk, article, sentence, correction.at, address)


def _sentence(correction: Correction) -> str:
    field = Field(correction.field)
    if correction.releases:
        return f"A correction of the {field.label} was taken back."
    if field == Field.QUOTATION:
        return OF_A_QUOTATION["rejected" if correction.after == "rejected" else "stands"]
    if field in SUPPLIED and not correction.before:
        return SUPPLIED[field]
    return SENTENCES[field].format(paragraph=correction.paragraph)


def _address(correction: Correction, article: Article) -> str:
    if correction.quotation_id:
        return reverse("quotation", args=[correction.quotation_id])
    anchor = f"p{correction.paragraph}" if correction.paragraph else correction.field
    return f"{article.get_absolute_url()}#{anchor}"
