"""Whom a name may mean that an editor typed: nobody is taken as typed without asking.

People with all words of the name in a spelling may be meant; where there is nobody, those whose name is typed with a
slip of the hand (articles/names/slips.py). An editor's answer is the number of one of them, or `NEW` for somebody whom
the archive does not know yet. Whom the name leads to for sure is for the caller to say.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.db.models import Q

from articles.identity.lookup import people_named, people_spelled
from articles.identity.spelling_index import NOTHING, begun
from articles.names.normalise import LONGEST_NAME, normalise
from articles.names.slips import slips_between

NEW = "new"
MOST_NEAR = 8
MOST_SPELLINGS = 4_000  # that begin like a name are compared with it
BEGINNING = 2  # letters of each word of a name that are taken to be right
BEGINNING_ALONE = 3  # and of one that stands alone


@dataclass(frozen=True, slots=True)
class PossiblePeople:
    """The numbers of the people whom a name may mean.

    It is the `whole` name of some and has all its words in the names of `others`; where there is nobody, it is `near`
    the names of some, the fewest slips first.
    """

    whole: tuple[int, ...] = ()
    others: tuple[int, ...] = ()
    near: tuple[int, ...] = ()

    @property
    def all(self) -> tuple[int, ...]:
        """All of them, each once."""
        return (*self.whole, *self.others, *self.near)


def possible_people(names: Collection[str]) -> dict[str, PossiblePeople]:
    """Return for each name whom it may mean (1 query, and 1 more where some name leads to nobody)."""
    by_words, by_whole = people_named(names, names)
    found = {name: _found(by_words[name], by_whole[name]) for name in names}
    unknown = [name for name, possible in found.items() if not possible.all]
    return found | {name: PossiblePeople(near=people) for name, people in _near(unknown).items()}


def _found(by_words: Collection[int | str], whole: Collection[int]) -> PossiblePeople:
    return PossiblePeople(tuple(whole), tuple(int(key) for key in by_words if key not in whole))


def _near(names: Collection[str]) -> dict[str, tuple[int, ...]]:
    """Return for each name the people from whose spellings it is a few slips away."""
    if not names:
        return {}
    spelled = people_spelled(reduce(or_, map(_beginning_alike, names), NOTHING), MOST_SPELLINGS)
    return {name: _nearest(name, spelled) for name in names}


def _beginning_alike(name: str) -> Q:
    words = normalise(name[:LONGEST_NAME]).split()
    letters = BEGINNING if len(words) > 1 else BEGINNING_ALONE
    return begun(" ".join(word[:letters] for word in words))


def _nearest(name: str, spelled: Iterable[tuple[int, str]]) -> tuple[int, ...]:
    slips: dict[int, int] = {}
    for person, spelling in spelled:
        count = slips_between(name, spelling)
        if count is not None:
            slips[person] = min(count, slips.get(person, count))
    return tuple(sorted(slips, key=lambda person: (slips[person], person))[:MOST_NEAR])
