"""Editors' use case: add a place that names somebody, which the extractor missed."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from accounts.write_lock import write_transaction
from articles import journal
from articles.editing.corrections import Edit, record, refuse_a_conflict
from articles.editing.mentions.values import Whom, entity_of, name, whom_named
from articles.editing.places import DoubtfulPlaceError, Place, chosen_place
from articles.findings.identity import identity_of
from articles.models import Article, Correction, Mention


@dataclass(frozen=True)
class MissedMention:
    """What an editor sends: where the words stand (places.chosen_place) and whom they name.

    `anyway` says that even a doubtful place is meant.
    """

    place: Mapping[str, Any]
    whom: Whom
    anyway: bool = False


@write_transaction
def add_mention(article_key: int, edit: Edit) -> Correction:
    """Add a mention; `edit.after` is a MissedMention. No extractor changes or drops it.

    Raises ConflictError, DoubtfulPlaceError, or ValueError with a sentence.
    """
    article, missed = Article.objects.get(pk=article_key), edit.after
    refuse_a_conflict(article, (), edit, None)
    place = chosen_place(article, missed.place)
    if not missed.anyway:
        _refuse_doubtful(place)
    mention = Mention(paragraph=place.paragraph, start=place.start, end=place.end, confidence=1)
    name(mention, entity_of(missed.whom, article_key))
    mention.by = "name" if mention.country else ""
    mention.added = mention.checked = True
    mention.save()
    after = {**whom_named(mention), "words": place.words, "places": [place.stored]}
    touched = [journal.mention_field(Correction.Field.MENTION, mention.pk)]
    correction = Correction(field=Correction.Field.MENTION, mention=mention, before="", identity=identity_of(mention))
    return record(article, touched, correction, replace(edit, after=after))


def _refuse_doubtful(place: Place) -> None:
    """Raise DoubtfulPlaceError where a place cuts a word, or lies over another name."""
    if place.cuts_a_word:
        raise DoubtfulPlaceError(f"“{place.words}” begins or ends within a word")
    over = Mention.every.filter(paragraph=place.paragraph, start__lt=place.end, end__gt=place.start)
    other = over.filter(standing=Mention.Standing.STANDS).select_related("person", "country").first()
    if other:
        raise DoubtfulPlaceError(f"these words lie over another name, that of {other.person or other.country}")
