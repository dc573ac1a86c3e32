"""Editors' use case: add a quotation that the extractor missed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import F

from accounts.write_lock import write_transaction
from articles import journal
from articles.editing.corrections import Edit, record, refuse_a_conflict
from articles.editing.places import Place, joined_words, lay, quotation_places, refuse_doubtful
from articles.editing.quotation_parts import SPEAKERS
from articles.editing.quotations.spans import words_json
from articles.editing.quotations.values import CUE, KIND
from articles.findings.identity import identity_of
from articles.models import Article, Correction, Quotation


@dataclass(frozen=True)
class MissedQuotation:
    """What an editor sends: where the words stand (places.chosen_place), their kind, the cue and who said them.

    `speakers` are as quotation_parts takes them; none where nobody is known to have said it. `anyway` says that even a
    doubtful place is meant.
    """

    places: Sequence[Mapping[str, Any]]
    kind: str
    cue: str = ""
    speakers: Sequence[dict[str, Any]] = ()
    anyway: bool = False


@write_transaction
def add_quotation(article_key: int, edit: Edit) -> Correction:
    """Add a quotation; `edit.after` is a MissedQuotation. No extractor changes or drops it.

    Raises ConflictError, DoubtfulPlaceError, or ValueError with a sentence.
    """
    article, missed = Article.objects.get(pk=article_key), edit.after
    refuse_a_conflict(article, (), edit, None)
    places = quotation_places(article, missed.places)
    if not missed.anyway:
        refuse_doubtful(places)
    row = _stored(article, missed, places)
    if missed.speakers:
        SPEAKERS.replace(row, SPEAKERS.make(row, missed.speakers))
    article.quotation_count += row.kind != Quotation.Kind.TERM
    after = {**words_json(row.text, places), "kind": row.kind, "cue": row.cue_words, "speakers": SPEAKERS.value(row)}
    touched = [journal.quotation_field(Correction.Field.QUOTATION, row.pk)]
    correction = Correction(field=Correction.Field.QUOTATION, quotation=row, before="", identity=identity_of(row))
    return record(article, touched, correction, replace(edit, after=after))


def _stored(article: Article, missed: MissedQuotation, places: Sequence[Place]) -> Quotation:
    row = Quotation(
        article=article,
        ordinal=_made_room(article, places[0]),
        kind=KIND.normal(missed.kind),
        text=joined_words(places),
        cue_words=CUE.normal(missed.cue),
        confidence=1,
        added=True,
        checked=True,
    )
    row.save()
    lay(row, places)
    return row


def _made_room(article: Article, place: Place) -> int:
    """Return the number in reading order of a quotation that begins there; those behind it move on by one."""
    spans = article.quotations.filter(spans__ordinal=0).values_list(
        "ordinal", "spans__paragraph__position", "spans__start"
    )
    here = place.paragraph.position, place.start
    before = [ordinal for ordinal, *there in spans if tuple(there) <= here]
    ordinal = max(before, default=-1) + 1
    article.quotations.filter(ordinal__gte=ordinal).update(ordinal=F("ordinal") + 1)
    return ordinal
