"""Editors' use case: a person who is two, since two are called so."""

from collections.abc import Collection
from dataclasses import dataclass

from django.contrib.auth.models import User

from accounts.write_lock import write_transaction
from articles import journal
from articles.editing.identity_decisions import MergeVerdict
from articles.editing.joining import join
from articles.editing.people.recording import person_to_correct
from articles.editing.person_choice import Who
from articles.identity.merge import refuse_where_withheld
from articles.identity.naming import NEW
from articles.identity.reach import refresh_reach
from articles.identity.split import split
from articles.models import Change, MergeCandidate, MergeDecision
from articles.models.pair import DIFFERENT, SAME


@dataclass(frozen=True)
class Splitting:
    """What an editor sends: the articles that mean another one, the name and who that is, and why."""

    articles: Collection[int]
    name: str
    who: Who
    reason: str
    editor: User


@write_transaction
def split_person(person_key: int, splitting: Splitting) -> MergeDecision:
    """Have some articles mean somebody else by a person's name; return the decision that the two are two people.

    Where the other one is somebody whom the archive has, the one who is meant there is taken together with them.
    Raises Person.DoesNotExist, DecidedMeanwhileError, or ValueError with a sentence.
    """
    person = person_to_correct(person_key)
    refuse_where_withheld(person, "pages do not show this person: take that back first")
    if not any(map(str.isalnum, splitting.reason)):
        raise ValueError("say why, in words")
    if splitting.who == person.pk:
        raise ValueError(f"{person} is the one whom you want to tell from another")
    other = split(person, splitting.articles, splitting.name)
    kind = MergeCandidate.Kind.SPLIT
    pair = MergeCandidate.objects.create(first=person, second=other, kind=kind, state=DIFFERENT)
    said = {"reason": splitting.reason, "editor": splitting.editor}
    decision = MergeDecision.objects.create(candidate=pair, state=DIFFERENT, **said)
    journal.record_many(sorted(splitting.articles), Change.Kind.MERGED)
    if splitting.who != NEW:
        keep = int(splitting.who)
        join(other.pk, keep, MergeVerdict(SAME, splitting.editor, "", keep, splitting.reason))
    refresh_reach([person.pk, other.pk])
    return decision
