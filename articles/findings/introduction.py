"""People whom an article names are introduced to the archive: spellings are stored, and who is new is compared.

That is most of the work on a long article that names thousands. So only the first hundred come in the article's own
transaction, the rest a hundred at a time in short ones behind it, between which others have their turn. Until the last
has come the article has no stamp: a run that ends on the way leaves it to `reextract_articles`.
"""

from collections.abc import Collection, Mapping, Sequence
from itertools import islice

from articles.findings.extracted import ExtractedText
from articles.findings.people import store_aliases
from articles.identity.candidates import link_new_people
from articles.models import Article, Person
from articles.write_lock import patient_transaction

AT_ONCE = 100  # people
Waiting = Sequence[tuple[int, str]]  # keys of people, as they were found, and how the article spells them


def introduce_first(people: Mapping[str, Person], recorded: Collection[int]) -> Waiting:
    """Introduce the first of an article's people, given by their spellings, and return those who are still to come.

    `recorded` are the keys of the articles that the caller writes to the journal by itself.
    """
    store_aliases((person, name) for name, person in islice(people.items(), AT_ONCE))
    link_new_people(list(islice(people.values(), AT_ONCE)), recorded)
    return [(person.pk, name) for name, person in islice(people.items(), AT_ONCE, None)]


def introduce_rest(article: int, waiting: Waiting, extracted: ExtractedText) -> None:
    """Introduce the rest of an article's people, if any, outside a transaction. Raises NoTurnError, DatabaseError."""
    for start in range(0, len(waiting), AT_ONCE):
        _introduce(waiting[start : start + AT_ONCE])
    if waiting:
        _stamp(article, extracted)


def has_all_at_once(extracted: ExtractedText) -> bool:
    """Say whether all people of an article are introduced together with it."""
    return len(extracted.findings.people) <= AT_ONCE


@patient_transaction
def _introduce(some: Waiting) -> None:
    people = Person.objects.select_related("merged_into").in_bulk([key for key, _ in some])
    spelled = [(people[key], name) for key, name in some if key in people]
    store_aliases(spelled)
    link_new_people([person for person, _ in spelled], recorded=())


@patient_transaction
def _stamp(article: int, extracted: ExtractedText) -> None:
    unstamped = Article.objects.filter(pk=article, extractor_version="")
    unstamped.update(extractor_version=extracted.findings.version, findings_digest=extracted.digest)
