"""Taking an editor's word about a quotation back, so that what the extractor finds shows again."""

from contextlib import suppress
from dataclasses import replace
from typing import Protocol

from accounts.write_lock import NoTurnError, waiting_at_most, write_transaction
from articles import journal
from articles.content.paragraph_rows import stored_paragraphs
from articles.editing.corrections import EDITORS_PATIENCE, Edit, QuotationValue, record, refuse_a_conflict
from articles.findings import store
from articles.findings.completion import Rest, complete, while_completing
from articles.findings.extracted import ExtractedText, again_where_stale, extract_from, passages_of
from articles.findings.identity import identity_of
from articles.models import Correction, Quotation


class Releasable(QuotationValue, Protocol):
    """A value of a quotation that has another one beneath it, which the extractor found."""

    def forget(self, quotation: Quotation) -> None:
        """Take the editor's word off; an extraction in the same transaction fills in what it finds."""


@again_where_stale
def release_quotation(quotation_key: int, value: Releasable, edit: Edit) -> Correction:
    """Show a value of a quotation as it is found now, and store the article's findings anew.

    `edit.releases` is true. Extraction is done before the write lock is taken. Raises ConflictError, ValueError.
    """
    quotation = Quotation.objects.select_related("article").get(pk=quotation_key)
    article = quotation.article
    extracted = extract_from(passages_of(article), article.language, article.byline)
    with while_completing(extracted):
        correction, rest = _release(quotation_key, value, edit, extracted)
        with suppress(NoTurnError), waiting_at_most(EDITORS_PATIENCE):
            complete(rest, extracted)
    return correction


@write_transaction
def _release(
    quotation_key: int, value: Releasable, edit: Edit, extracted: ExtractedText
) -> tuple[Correction, Rest | None]:
    quotation = Quotation.objects.select_related("article").get(pk=quotation_key)
    article, before = quotation.article, value.value(quotation)
    fields = value.changed_fields(quotation.pk)
    refuse_a_conflict(article, fields, edit, before, quotation=quotation, field=value.field)
    identity = identity_of(quotation)
    value.forget(quotation)
    earlier = store.forget_findings(article)
    store.stamp(article, extracted)
    stored = store.enrich(article, stored_paragraphs(article), earlier, extracted)
    changed = journal.changed_fields(stored.speakers, stored.about)
    touched = fields + [one for one in changed if one not in fields]
    after = value.value(Quotation.objects.get(pk=quotation_key))
    correction = Correction(field=value.field, quotation=quotation, before=before, identity=identity)
    return record(article, touched, correction, replace(edit, after=after)), stored.rest
