"""Leaders whom newspapers name by the surname alone: "President Obama" is Barack Obama though no article says so.

In: the cast and its roles. Out: the cast with the full names of those leaders. A surname that others bear too needs the
title; one that the article gives in full to somebody else is left alone. The list is data/leaders.tsv.
"""

from dataclasses import dataclass, replace
from functools import cache

from ..lexicons import rows_of
from .cast import Cast, Human


@dataclass(frozen=True, slots=True)
class Leader:
    """A leader's full name and the titles that show who is meant; none where the surname alone shows it."""

    name: str
    titles: frozenset[str]


@cache
def _leaders() -> dict[str, Leader]:
    return {
        surname: Leader(name, frozenset() if titles == "*" else frozenset(titles.split("|")))
        for surname, name, titles in rows_of("leaders.tsv")
    }


def with_leaders(cast: Cast, roles: dict[int, str]) -> Cast:
    """Return the cast with leaders known by one name under their full name."""
    names = [
        leader.name if (leader := leader_meant(human, roles.get(number))) else cast.names[number]
        for number, human in enumerate(cast.people)
    ]
    return replace(cast, names=names)


def leader_meant(human: Human, role: str | None) -> Leader | None:
    """Return the leader whom a person known by one name is, None where that is not sure."""
    if len(human.name) > 1:
        return None
    leader = _leaders().get(human.name[0])
    if leader is None or not leader.titles:
        return leader
    shown = " ".join((role or "", *human.honorifics)).lower()
    return leader if any(title.lower() in shown for title in leader.titles) else None
