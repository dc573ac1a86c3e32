"""Everything that editors decided, as objects that another installation understands; the oldest first."""

from collections.abc import Iterator
from datetime import datetime
from heapq import merge
from typing import Any

from articles.editing.exchange.lasting import lasting_person, lasting_value
from articles.findings.identity import identity_of
from articles.models import Article, Correction, MergeCandidate, MergeDecision, PersonInArticle, PublisherDecision

READ_AT_ONCE = 500
Record = dict[str, Any]
Timed = tuple[datetime, int, Record]


def records() -> Iterator[Record]:
    """Yield all corrections and decisions of editors, in the order in which they were made."""
    streams = (_corrections(), _decisions_about_people(), _decisions_about_publishers())
    for _, _, record in merge(*streams, key=lambda timed: timed[:2]):
        yield record


def _corrections() -> Iterator[Timed]:
    rows = Correction.objects.select_related("editor", "article", "quotation", "mention", "person").order_by("at", "pk")
    for one in rows.iterator(READ_AT_ONCE):
        yield one.at, one.pk, _correction(one)


def _correction(one: Correction) -> Record:
    return {
        "number": one.pk,
        "at": one.at.isoformat(),
        "editor": one.editor.get_username(),
        "field": one.field,
        "of": _of(one),
        "before": lasting_value(one.before),
        "after": lasting_value(one.after),
        "reason": one.reason,
        "releases": one.releases,
        "reverts": one.reverts_id,
    }


def _of(one: Correction) -> Record:
    """Return what a correction is about; those of before the archive kept that are of what their rows are now."""
    if one.person:
        return lasting_person(one.person)
    if one.identity.get("kind"):
        return dict(one.identity)
    row = one.quotation or one.mention or one.article
    assert row  # noqa: S101 -- a constraint of the table
    return identity_of(row)


def _decisions_about_people() -> Iterator[Timed]:
    rows = MergeDecision.objects.filter(editor__isnull=False).select_related(
        "editor", "kept", "candidate__first", "candidate__second"
    )
    split: set[int] = set()
    for one in rows.order_by("at", "pk").iterator(READ_AT_ONCE):
        sides = [lasting_person(side) for side in (one.candidate.first, one.candidate.second)]
        kept = lasting_person(one.kept) if one.kept else None
        if one.candidate.kind == MergeCandidate.Kind.SPLIT and one.candidate_id not in split:
            split.add(one.candidate_id)
            yield one.at, one.pk, _decision(one, "split", sides, None) | {"articles": _articles_of(one.candidate)}
        else:
            yield one.at, one.pk, _decision(one, "people", sides, kept)


def _articles_of(pair: MergeCandidate) -> list[Any]:
    """Return the articles in which the second one of a split is meant."""
    meant = PersonInArticle.objects.filter(person=pair.second).values("article")
    return [identity_of(article)["article"] for article in Article.every.filter(pk__in=meant).order_by("pk")]


def _decisions_about_publishers() -> Iterator[Timed]:
    rows = PublisherDecision.objects.filter(editor__isnull=False).select_related(
        "editor", "kept", "candidate__first", "candidate__second"
    )
    for one in rows.order_by("at", "pk").iterator(READ_AT_ONCE):
        sides = [side.name for side in (one.candidate.first, one.candidate.second)]
        yield one.at, one.pk, _decision(one, "publishers", sides, one.kept.name if one.kept else None)


def _decision(one: MergeDecision | PublisherDecision, about: str, pair: list[Any], kept: Any) -> Record:
    assert one.editor  # noqa: S101 -- they are chosen so
    return {
        "number": one.pk,
        "at": one.at.isoformat(),
        "editor": one.editor.get_username(),
        "decision": about,
        "state": one.state,
        "pair": pair,
        "kept": kept,
        "reason": one.reason,
    }
