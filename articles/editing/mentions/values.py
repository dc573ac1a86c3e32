"""Editors' use cases: whom a place in a text names, whether it names anybody, and whether an editor vouches for it.

The JSON form of whom it names is {"kind": "person" or "country", "name"}, of a person with the "identity" too; from a
form it comes with "who" was chosen (person_choice.py).
"""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import Any, Protocol

from accounts.write_lock import NoTurnError, waiting_at_most, write_transaction
from articles import journal
from articles.content.paragraph_rows import stored_paragraphs
from articles.editing.corrections import EDITORS_PATIENCE, Edit, record, refuse_a_conflict
from articles.editing.person_choice import person_chosen
from articles.findings import store
from articles.findings.completion import Rest, complete, while_completing
from articles.findings.extracted import ExtractedText, again_where_stale, extract_from, passages_of
from articles.findings.identity import identity_of
from articles.identity.countries import country_named
from articles.identity.lookup import person_named
from articles.models import Article, Correction, Country, Mention, Person
from articles.names.visible import visible
from articles.sources.cleaning import one_line

Whom = dict[str, Any]
CHECKED, UNCHECKED = "checked", ""
GONE = "its words no longer stand in the article"


class MentionValue(Protocol):
    """What can be corrected of a mention; its JSON form is what corrections keep."""

    @property
    def field(self) -> Correction.Field:
        """The field of its corrections."""

    @property
    def watched(self) -> tuple[str, ...]:
        """The fields that may not have changed since the form was made, its own first."""

    def value(self, mention: Mention) -> Any:
        """Return what pages show, in its JSON form."""

    def prepared(self, mention: Mention, after: Any) -> tuple[Any, Callable[[], None]]:
        """Return the JSON form of what somebody sent, and what sets it. Raises ValueError with a sentence."""


def whom_named(mention: Mention) -> Whom:
    """Return whom a mention that stands names, in the JSON form."""
    if mention.person:
        return {"kind": "person", "name": mention.person.name, "identity": mention.person.identity}
    return {"kind": "country", "name": mention.country.name if mention.country else ""}


def entity_of(whom: Mapping[str, Any], article_key: int) -> Person | Country:
    """Return whom the JSON form means. Raises ValueError with a sentence."""
    name = visible(one_line(str(whom.get("name", ""))))
    if not any(map(str.isalnum, name)):
        raise ValueError("give the name of whom it names")
    if whom.get("kind") == "country":
        return country_named(name)
    if "who" in whom:
        return person_chosen(name, whom["who"])
    kept = Person.objects.filter(identity=whom["identity"]).first() if "identity" in whom else None
    return kept.shown if kept else person_named(name, article_key)


def name(mention: Mention, who: Person | Country) -> None:
    """Have a mention name somebody."""
    mention.person = who if isinstance(who, Person) else None
    mention.country = who if isinstance(who, Country) else None
    mention.extracted_as = None


class Named:
    """Whom a mention names."""

    field = Correction.Field.NAMED
    watched = (field,)

    def value(self, mention: Mention) -> Whom | str:
        """Return whom it names; "" where that is nobody."""
        return whom_named(mention) if mention.standing == Mention.Standing.STANDS else ""

    def prepared(self, mention: Mention, after: Any) -> tuple[Whom, Callable[[], None]]:
        """Return whom it is to name, and what sets it. Raises ValueError."""
        _refuse_one_that_names_nobody(mention)
        who = entity_of(after or {}, mention.stands_in.article_id)
        changed = Mention(person=who) if isinstance(who, Person) else Mention(country=who)
        return whom_named(changed), partial(self._set, mention, who)

    def _set(self, mention: Mention, who: Person | Country) -> None:
        if not (mention.corrected or mention.added):
            mention.found = _found(mention)
        name(mention, who)
        mention.corrected = True


class Standing:
    """Whether a mention names anybody: whom it names, or "rejected"."""

    field = Correction.Field.MENTION
    watched = (field,)

    def value(self, mention: Mention) -> Whom | str:
        """Return whom it names, else its standing."""
        return whom_named(mention) if mention.standing == Mention.Standing.STANDS else str(mention.standing)

    def prepared(self, mention: Mention, after: Any) -> tuple[Any, Callable[[], None]]:
        """Return how it is to stand, and what sets it; nothing is what was before one was added, so it is rejected.

        Raises ValueError where the words name somebody else by now.
        """
        if after in ("rejected", ""):
            return "rejected", partial(self._reject, mention)
        if not isinstance(after, dict):
            raise ValueError("a mention names somebody, or it is rejected")
        if mention.standing == Mention.Standing.STANDS:
            return whom_named(mention), lambda: None
        _refuse_one_over_another(mention)
        who = entity_of(after, mention.stands_in.article_id)
        return after, partial(self._restore, mention, who)

    def _reject(self, mention: Mention) -> None:
        if mention.standing == Mention.Standing.STANDS and not (mention.corrected or mention.added):
            mention.found = _found(mention)
        mention.standing = Mention.Standing.REJECTED
        mention.person = mention.country = mention.extracted_as = None

    def _restore(self, mention: Mention, who: Person | Country) -> None:
        mention.standing = Mention.Standing.STANDS
        name(mention, who)


class Check:
    """Whether an editor vouches for whom a mention names: "checked", or nothing."""

    field = Correction.Field.MENTION_CHECK
    watched = (field, Correction.Field.NAMED, Correction.Field.MENTION)

    def value(self, mention: Mention) -> str:
        """Return "checked", or nothing."""
        return CHECKED if mention.checked else UNCHECKED

    def prepared(self, mention: Mention, after: Any) -> tuple[str, Callable[[], None]]:
        """Return whether it is to count as checked, and what sets it. Raises ValueError."""
        _refuse_one_that_names_nobody(mention)
        if after not in (CHECKED, UNCHECKED):
            raise ValueError("a mention is checked or it is not")
        return after, partial(setattr, mention, "checked", after == CHECKED)


NAMED, STANDING, CHECK = Named(), Standing(), Check()


def _refuse_one_that_names_nobody(mention: Mention) -> None:
    if mention.standing == Mention.Standing.REJECTED:
        raise ValueError("it was marked as naming nobody: take that back first")


def _refuse_one_over_another(mention: Mention) -> None:
    """Raise where words of a mention that was rejected are another's by now."""
    same_words = Mention.every.filter(
        paragraph=mention.paragraph, start__lt=mention.end, end__gt=mention.start, standing=Mention.Standing.STANDS
    )
    if same_words.exclude(pk=mention.pk).exists():
        raise ValueError("it cannot stand again: these words lie over another name by now")


def _found(mention: Mention) -> Whom:
    """Return whom the extractor found, in the form that lies beneath a correction."""
    if mention.person:
        found = mention.extracted_as or mention.person
        return {"kind": "person", "name": found.name}
    return {"kind": "country", "code": mention.country_id, "by": mention.by}


def _standing_row(mention_key: int) -> Mention:
    rows = Mention.every.select_related("paragraph__article", "person", "country", "extracted_as")
    mention: Mention = rows.get(pk=mention_key)
    if mention.paragraph is None:  # one that was rejected may have lost its words, too
        raise ValueError(GONE)
    return mention


@write_transaction
def correct_mention(mention_key: int, value: MentionValue, edit: Edit) -> Correction:
    """Correct a value of a mention; what `edit.after` is says the value.

    Raises ConflictError, NothingToCorrectError, Mention.DoesNotExist, or ValueError with a sentence.
    """
    mention = _standing_row(mention_key)
    article, before = mention.stands_in.article, value.value(mention)
    after, set_it = value.prepared(mention, edit.after)
    edit, fields = replace(edit, after=after), [journal.mention_field(one, mention_key) for one in value.watched]
    refuse_a_conflict(article, fields, edit, before, mention=mention_key, field=value.field)
    correction = Correction(field=value.field, mention=mention, before=before, identity=identity_of(mention))
    set_it()
    mention.save()
    return record(article, fields[:1], correction, edit)


@again_where_stale
def release_mention(mention_key: int, edit: Edit) -> Correction:
    """Have a mention name whom the extractor finds now, and store the article's findings anew; `edit.releases` is true.

    `edit.after` is whom the extractor had found before. Raises ConflictError, Mention.DoesNotExist, ValueError.
    """
    article = _standing_row(mention_key).stands_in.article
    extracted = extract_from(passages_of(article), article.language, article.byline)
    with while_completing(extracted):
        correction, rest = _release(mention_key, edit, extracted)
        with suppress(NoTurnError), waiting_at_most(EDITORS_PATIENCE):
            complete(rest, extracted)
    return correction


@write_transaction
def _release(mention_key: int, edit: Edit, extracted: ExtractedText) -> tuple[Correction, Rest | None]:
    mention = _standing_row(mention_key)
    _refuse_one_that_names_nobody(mention)
    article: Article = mention.stands_in.article
    before, field = whom_named(mention), journal.mention_field(NAMED.field, mention_key)
    refuse_a_conflict(article, [field], edit, before, mention=mention_key, field=NAMED.field)
    correction = Correction(field=NAMED.field, mention=mention, before=before, identity=identity_of(mention))
    mention.corrected, mention.found = False, None
    name(mention, entity_of(edit.after or before, article.pk))  # a row is known again by whether it names a person
    mention.save()
    earlier = store.forget_findings(article)
    store.stamp(article, extracted)
    stored = store.enrich(article, stored_paragraphs(article), earlier, extracted)
    after = NAMED.value(Mention.every.select_related("person", "country").get(pk=mention_key))
    touched = [field, *journal.changed_fields(stored.speakers, stored.about)]
    return record(article, touched, correction, replace(edit, after=after)), stored.rest
