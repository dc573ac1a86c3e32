"""Editors' use case: correct the text or the kind of a paragraph, or take that back.

The imported one stays beneath. Findings are made of the article as it will be, before the write lock is taken.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

from accounts.write_lock import NoTurnError, waiting_at_most, write_transaction
from articles import journal
from articles.content.paragraph_layers import LAYER_OF, release_paragraph, remove_paragraph, set_paragraph
from articles.content.paragraph_rows import stored_paragraphs
from articles.content.source_conflicts import close_conflicts_of_paragraph
from articles.editing.corrections import EDITORS_PATIENCE, Edit, record, refuse_a_conflict
from articles.extraction.findings import Passage
from articles.findings import store
from articles.findings.completion import Rest, complete, while_completing
from articles.findings.extracted import ExtractedText, again_where_stale, extract_from
from articles.findings.identity import identity_of
from articles.models import Article, Correction, Paragraph
from articles.models.paragraph import HEADINGS
from articles.names.visible import visible_text
from articles.paragraph_kinds import PassageKind
from articles.sources.cleaning import clean_text

LONGEST_PARAGRAPH = 100_000  # characters
KINDS = [kind for kind in Paragraph.Kind if kind not in HEADINGS]


def normal_text(typed: str) -> str:
    """Return the text of a paragraph as it is kept. Raises ValueError with a sentence where it has no words."""
    text = visible_text(clean_text(typed)).strip()
    if not any(map(str.isalnum, text)):
        raise ValueError("a paragraph has words; one that is no text of the article is of the kind “no article text”")
    if len(text) > LONGEST_PARAGRAPH:
        raise ValueError(f"a paragraph has {LONGEST_PARAGRAPH:,} characters at the most; this one has {len(text):,}")
    return text


def normal_kind(typed: str) -> str:
    """Return a kind that a paragraph of the text may have. Raises ValueError with a sentence for another."""
    if typed not in KINDS:
        raise ValueError(f"“{typed}” is no kind of paragraph: it is one of {', '.join(kind.label for kind in KINDS)}")
    return typed


class ParagraphGoneError(ValueError):
    """The article has no paragraph of that number, or has it no more."""

    def __init__(self) -> None:
        super().__init__("the article has no such paragraph any more")


NORMAL: dict[str, Callable[[str], str]] = {"text": normal_text, "paragraph kind": normal_kind}


@again_where_stale
def correct_paragraph(article_key: int, number: int, field: str, edit: Edit) -> Correction:
    """Correct the "text" or the "paragraph kind" of a paragraph, by its number; `edit.after` is the new one.

    An edit that takes the source's side where the source has the paragraph no more takes it out of the text.
    Raises ConflictError, ConflictMovedError, NothingToCorrectError, ParagraphGoneError, ValueError.
    """
    edit = replace(edit, after=_after(article_key, number, field, edit))
    extracted = _extracted_with(article_key, number, field, edit.after)
    with while_completing(extracted):
        correction, rest = _correct(article_key, number, field, edit, extracted)
        with suppress(NoTurnError), waiting_at_most(EDITORS_PATIENCE):
            complete(rest, extracted)
    return correction


def _after(article_key: int, number: int, field: str, edit: Edit) -> str:
    """Return what will be shown: what somebody typed or, where it is released, what the source says; "" if gone."""
    if field not in NORMAL:
        raise ValueError(f"“{field}” is not a value of a paragraph")
    if not edit.releases:
        return NORMAL[field](edit.after)
    if edit.takes and edit.takes.still_open().theirs is None:
        return ""
    paragraph = _paragraph(article_key, number)
    return paragraph.source_text if field == Correction.Field.TEXT else paragraph.source_kind


def _paragraph(article_key: int, number: int) -> Paragraph:
    paragraph = Paragraph.objects.select_related("article").filter(article=article_key, number=number).first()
    if paragraph is None:
        raise ParagraphGoneError
    return paragraph


def _extracted_with(article_key: int, number: int, field: str, after: str) -> ExtractedText:
    article = Article.objects.only("language", "byline").get(pk=article_key)
    passages = []
    for row_number, text, kind in article.paragraphs.order_by("position").values_list("number", "text", "kind"):
        layers = {"text": text, "kind": kind}
        if row_number == number:
            if not after:
                continue
            layers[LAYER_OF[field]] = after
        passages.append(Passage(layers["text"], PassageKind(layers["kind"])))
    return extract_from(passages, article.language, article.byline)


@write_transaction
def _correct(
    article_key: int, number: int, field: str, edit: Edit, extracted: ExtractedText
) -> tuple[Correction, Rest | None]:
    article, layer = Article.objects.get(pk=article_key), LAYER_OF[field]
    paragraph = _paragraph(article_key, number)
    before, identity = getattr(paragraph, layer), identity_of(paragraph)
    name = journal.paragraph_field(field, number)
    refuse_a_conflict(article, [name], edit, before, field=field, paragraph=number)
    earlier = store.forget_findings(article)
    if not edit.after:
        remove_paragraph(article_key, number)
    elif edit.releases:
        release_paragraph(article_key, number, layer)
    else:
        set_paragraph(article_key, number, layer, edit.after)
    store.stamp(article, extracted)
    stored = store.enrich(article, stored_paragraphs(article), earlier, extracted)
    touched = [name, *journal.changed_fields(stored.speakers, stored.about)]
    correction = Correction(field=field, paragraph=number, before=before, identity=identity)
    record(article, touched, correction, edit)
    if not edit.after:
        close_conflicts_of_paragraph(article_key, number)
    return correction, stored.rest
