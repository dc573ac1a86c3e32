"""Rows that follow a decision on who is whom as a job, where they are too many for the transaction of the decision."""

from collections.abc import Collection

from django.contrib.auth.models import User
from django_tasks import task

from accounts.jobs.asking import ask, open_jobs
from accounts.jobs.steps import JobProblemError, Outcome, Steps
from accounts.models import Job
from accounts.write_lock import patient_transaction
from articles.identity.following import MOST_AT_ONCE, follow, follow_in_steps, rows_behind
from articles.identity.reach import refresh_reach
from articles.models import Person


@task(unit="places", priority=10)  # an editor waits for it, and nobody for extracting again
def follow_decision(person_key: int) -> Steps:
    """Bring what was found as a Person to whom it belongs by what is decided, at each step anew."""
    person = _person(person_key)
    left = rows_behind(person)
    yield left
    for rows in follow_in_steps(person_key):
        left = max(0, left - rows)
        yield left
    return _ended(_person(person_key))


def follow_now_or_later(person: Person, by: User) -> list[int]:
    """Have rows found as a Person follow a decision: few of them now, many by a job that is asked for.

    Return the keys of the articles that changed now. The caller holds the transaction and writes the journal.
    """
    if rows_behind(person) <= MOST_AT_ONCE:
        return follow(person)
    where = "to" if person.merged_into else "back to"
    ask(follow_decision, person.pk, what=f"Bring what was found as {person} {where} {person.shown}", by=by)
    return []


def jobs_following(people: Collection[int]) -> list[Job]:
    """Return the open jobs by which rows found as any of these people still follow (1 query)."""
    return open_jobs(follow_decision, [(key,) for key in people])


def _person(key: int) -> Person:
    person = Person.objects.select_related("merged_into").filter(pk=key).first()
    if person is None:
        raise JobProblemError("the archive has that person no more")
    return person


@patient_transaction
def _ended(person: Person) -> Outcome:
    """Count the places of both anew for the pairs of names that wait for a decision, and say what is so now."""
    refresh_reach({person.pk, person.shown.pk})
    if person.merged_into:
        return Outcome(f"All that was found as {person} is shown as {person.shown}.", person.shown.get_absolute_url())
    return Outcome(f"All that was found as {person} is shown as {person} again.", person.get_absolute_url())
