"""What was found under somebody's name follows them: to whom pages show for them now, or back to themselves.

Whom a Person was merged into says where the rows that were found under its name belong: to who is shown in its place,
and where it is merged into nobody, to itself. So there is one thing to do after a merge as after its end, it may be
done over at any time, and where both come soon after each other the later one holds. Rows follow an article at a time:
each article names the one or the other, never half of both.

Of few rows all follow in the transaction of the decision. Of a person who is named thousands of times the decision
comes first, and the rows behind it in steps (`follow_in_steps`). Until the last has come the decision holds: the
address of who was merged leads to who is kept, and what is found from then on is theirs. Articles that wait for their
turn name the Person whom they named before, and lists count what is each one's at that moment.
"""

from collections.abc import Iterator
from typing import Any

from django.db.models import F, Q, QuerySet, Value
from django.db.models.functions import Coalesce, NullIf

from accounts.write_lock import patient_transaction
from articles import journal
from articles.models import Change, Mention, Person, Publisher, Role, Speaker, Subject

MOST_AT_ONCE = 500  # rows that follow a decision in its own transaction
A_STEP = 100  # rows of a table by which the articles of a step are found
ARTICLE_OF: dict[type[Any], str] = {  # the tables whose rows follow, and where each says of which article it is
    Mention: "paragraph__article",
    Speaker: "quotation__article",
    Subject: "quotation__article",
    Role: "article",
}


def follow(person: Person) -> list[int]:
    """Have all rows found as a Person follow; return the keys of the articles that changed, in order.

    The caller holds the transaction and writes the journal.
    """
    touched = {key for table in ARTICLE_OF for key in _articles_behind(person, table)}
    for table in ARTICLE_OF:
        _behind(person, table).update(**_belonging(person))
    return sorted(touched)


def follow_in_steps(person_key: int) -> Iterator[int]:
    """Have the rows found as a Person follow, some articles in each transaction, and yield how many rows it were.

    It may end anywhere and be begun again, and goes by what is decided at each step. Raises Person.DoesNotExist,
    NoTurnError, DatabaseError.
    """
    while rows := _step(person_key):
        yield rows


def rows_behind(person: Person) -> int:
    """Return how many rows found as a Person are still to follow."""
    return sum(_behind(person, table).count() for table in ARTICLE_OF)


@patient_transaction
def _step(person_key: int) -> int:
    person = Person.objects.get(pk=person_key)
    touched = sorted({key for table in ARTICLE_OF for key in _articles_behind(person, table)[:A_STEP]})
    rows = 0
    for table, article in ARTICLE_OF.items():
        rows += _behind(person, table).filter(**{f"{article}__in": touched}).update(**_belonging(person))
    journal.record_many(touched, Change.Kind.MERGED)
    return rows


def _articles_behind(person: Person, table: type[Any]) -> QuerySet[Any, int]:
    return _behind(person, table).order_by("pk").values_list(ARTICLE_OF[table], flat=True)


def _behind(person: Person, table: type[Any]) -> QuerySet[Any]:
    """Return the rows of a table that were found as a Person and are not yet where they belong.

    An article gives each person one role: where whom it would go to has one there, it stays where it is.
    """
    behind: QuerySet[Any] = table._base_manager.filter(Q(person=person) if person.merged_into else _elsewhere(person))
    if table is Role:
        behind = behind.exclude(article__in=Role.objects.filter(person=person.shown).values("article"))
    return behind


def _elsewhere(person: Person) -> Q:
    """Return the condition of rows found as somebody who is nobody else's: they are shown as another, or were."""
    return Q(extracted_as__in=family_of(person)) & ~Q(person=person) | Q(extracted_as=person)


def _belonging(person: Person) -> dict[str, Any]:
    """Return the columns of a row where it belongs: who is shown, and as whom it was found where they differ."""
    if person.merged_into:
        return {"person": person.shown, "extracted_as": Coalesce("extracted_as", Value(person.pk))}
    return {"person": person, "extracted_as": NullIf(F("extracted_as"), Value(person.pk))}


def family_of(one: Person | Publisher) -> list[int]:
    """Return the keys of somebody or something and of all that were merged into them, by however many steps."""
    keys, latest = [one.pk], [one.pk]
    while latest := list(type(one)._default_manager.filter(merged_into__in=latest).values_list("pk", flat=True)):
        keys += latest
    return keys
