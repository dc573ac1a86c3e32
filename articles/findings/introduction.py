"""People whom an article names are introduced to the archive: spellings are stored, and who is new is compared.

That is most of the work on a long article that names thousands. So only the first hundred come in the article's own
transaction, the rest a hundred at a time in short ones behind it (completion.py).
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import chain, islice

from accounts.write_lock import patient_transaction
from articles.findings.extracted import ExtractedText
from articles.findings.people import store_aliases
from articles.identity.candidates import link_new_people
from articles.identity.reach import refresh_reach
from articles.models import Person

AT_ONCE = 100  # people
Waiting = Sequence[tuple[int, str]]  # keys of people, as they were found, and how the article spells them


def introduce_first(people: Mapping[str, Person], later: Iterable[Person], recorded: Collection[int]) -> Waiting:
    """Introduce the first of an article's people, given by their spellings, and return those who are still to come.

    `later` are those whom the rest of the article names besides, as far as the archive knows them; `recorded` are the
    keys of the articles that the caller writes to the journal by itself.
    """
    store_aliases((person, name) for name, person in islice(people.items(), AT_ONCE))
    named = {person.pk for person in chain(people.values(), later)}
    link_new_people(list(islice(people.values(), AT_ONCE)), named, recorded)
    refresh_reach({person.shown.pk for person in islice(people.values(), AT_ONCE)})
    return [(person.pk, name) for name, person in islice(people.items(), AT_ONCE, None)]


def has_all_at_once(extracted: ExtractedText) -> bool:
    """Say whether all people of an article are introduced together with it."""
    return len(extracted.findings.people) <= AT_ONCE


@patient_transaction
def introduce(some: Waiting, named: Collection[int]) -> None:
    """Introduce people who were left, in a transaction of their own. Raises NoTurnError, DatabaseError.

    `named` are the keys of all whom their article names.
    """
    people = Person.objects.select_related("merged_into").in_bulk([key for key, _ in some])
    spelled = [(people[key], name) for key, name in some if key in people]
    store_aliases(spelled)
    link_new_people([person for person, _ in spelled], named, recorded=())
    refresh_reach({person.shown.pk for person, _ in spelled})
