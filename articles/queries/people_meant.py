"""The question who is meant by a name that an editor typed: whom it may mean, and by what each is known."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Max, Min, Q

from articles.identity.naming import PossiblePeople, possible_people
from articles.models import Mention, Person, Quotation

from .autocomplete import roles_of

MOST_ASKED = 20  # people whom a question lists
MOST_COUNTED = 1_000  # people of one name whose use is compared


@dataclass(frozen=True, slots=True)
class KnownAs:
    """Somebody who may be meant: the role that most articles give, the years in which they name them, and how often."""

    person: Person
    role: str
    first: int | None
    last: int | None
    articles: int
    quotations: int
    is_here: bool  # in the article that is asked about


@dataclass(frozen=True, slots=True)
class NameQuestion:
    """Who is meant by a name: the people it may mean, those most used first, and how many more there are.

    `is_near` where nobody is called so, and these are only nearly. `sole` is the number of the only one with this full
    name, where the article names them: they are taken without a question.
    """

    name: str
    people: tuple[KnownAs, ...]
    possible: PossiblePeople
    sole: int | None = None

    @property
    def is_near(self) -> bool:
        """Whether nobody has the name, and whoever is listed has one that is nearly the same."""
        return bool(self.possible.near)

    @property
    def more(self) -> int:
        """How many may be meant besides those who are listed."""
        return len(self.possible.all) - len(self.people)

    @property
    def likely(self) -> int | None:
        """The number of the one whom the form proposes: the only one who is called so."""
        return self.possible.whole[0] if len(self.possible.whole) == 1 and not self.possible.others else None


def who_is_meant(names: Collection[str], article: int | None = None) -> dict[str, NameQuestion]:
    """Return for each name the question who is meant by it, for an article if there is one (6 queries at the most)."""
    possible = possible_people(names)
    keys = {key for one in possible.values() for key in one.all[:MOST_COUNTED]}
    use = _use(keys, article)
    ordered = {name: sorted(one.all[:MOST_COUNTED], key=lambda key: _rank(use, key)) for name, one in possible.items()}
    shown = {name: some[:MOST_ASKED] for name, some in ordered.items()}
    known = _known({key for some in shown.values() for key in some}, use)
    return {
        name: NameQuestion(name, tuple(known[key] for key in some if key in known), possible[name], sole)
        for name, some in shown.items()
        for sole in [_sole(possible[name], known)]
    }


def _rank(use: Mapping[int, Mapping[str, Any]], key: int) -> tuple[bool, int, int]:
    counted = use.get(key, {})
    return not counted.get("here"), -counted.get("articles", 0), key


def _use(people: Collection[int], article: int | None) -> dict[int, dict[str, Any]]:
    """Count the articles that name each of these people, from when to when, and the places in the one given."""
    rows = Mention.objects.filter(person__in=people).order_by().values("person")
    moment = "paragraph__article__published_from"
    counted = rows.annotate(
        articles=Count("paragraph__article", distinct=True),
        first=Min(moment),
        last=Max(moment),
        here=Count("pk", filter=Q(paragraph__article=article)),
    )
    return {row["person"]: dict(row) for row in counted}


def _known(people: Collection[int], use: Mapping[int, Mapping[str, Any]]) -> dict[int, KnownAs]:
    rows, roles = Person.objects.in_bulk(people), roles_of(people)
    said = Quotation.objects.said().known().filter(speakers__person__in=people).order_by()
    quoted = dict(said.values_list("speakers__person_id").annotate(times=Count("pk", distinct=True)))
    return {
        key: KnownAs(
            person=person,
            role=roles.get(key, ""),
            first=_year(use.get(key, {}).get("first")),
            last=_year(use.get(key, {}).get("last")),
            articles=use.get(key, {}).get("articles", 0),
            quotations=quoted.get(key, 0),
            is_here=bool(use.get(key, {}).get("here")),
        )
        for key, person in rows.items()
    }


def _year(moment: datetime | None) -> int | None:
    return moment.year if moment else None


def _sole(possible: PossiblePeople, known: Mapping[int, KnownAs]) -> int | None:
    """Return the only one with this whole name, if it is a full one and the article names them."""
    one = known.get(possible.whole[0]) if len(possible.whole) == 1 else None
    return one.person.pk if one and one.is_here and "@" not in one.person.identity else None
