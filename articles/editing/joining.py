"""Editors' use case: join any two people into one, whether or not their names are alike.

The two become a pair like those that the archive proposes, so that it is taken back as theirs is, at any time.
"""

from collections.abc import Mapping

from accounts.write_lock import write_transaction
from articles.editing.identity_decisions import DecidedMeanwhileError, MergeVerdict, decide
from articles.models import MergeCandidate, MergeDecision, Person, WithheldPerson
from articles.models.pair import SAME


@write_transaction
def join(one_key: int, other_key: int, verdict: MergeVerdict) -> MergeDecision:
    """Show two people as one, as an editor decides; `verdict.seen` is the state of the pair, "" where it was none.

    Raises DecidedMeanwhileError, or ValueError with a sentence.
    """
    people = Person.objects.select_related("merged_into").in_bulk((one_key, other_key))
    pair = MergeCandidate.objects.filter(first=min(people, default=0), second=max(people, default=0)).first()
    _refuse_what_cannot_be(people, pair)
    if (pair.state if pair else "") != verdict.seen:
        raise DecidedMeanwhileError(pair.decisions.select_related("editor").last() if pair else None)
    if pair is None:
        first, second = sorted(people)
        pair = MergeCandidate.objects.create(first_id=first, second_id=second, kind=MergeCandidate.Kind.EDITOR)
    return decide(pair.pk, MergeVerdict(SAME, verdict.editor, pair.state, verdict.keep, verdict.reason))


def _refuse_what_cannot_be(people: Mapping[int, Person], pair: MergeCandidate | None) -> None:
    if len(people) < 2:
        raise ValueError("choose two people of the archive")
    merged = next((person for person in people.values() if person.merged_into), None)
    if merged and pair and pair.state == SAME:
        raise DecidedMeanwhileError(pair.decisions.select_related("editor").last())
    if merged:
        raise ValueError(f"{merged} was joined with {merged.shown} meanwhile: begin with {merged.shown}")
    if WithheldPerson.objects.filter(person__in=people).exists():
        raise ValueError("one of them is shown nowhere: take that back first")
