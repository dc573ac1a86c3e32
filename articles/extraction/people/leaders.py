"""Leaders whom newspapers name by the surname alone: "President Obama" is Barack Obama though no article says so.

In: the people and their roles. Out: the people, leaders among them by their full names. A surname that others bear too
needs the title; one that the article gives in full to somebody else is left alone. The list is data/en/leaders.tsv.
"""

from dataclasses import replace
from functools import cache

from ..candidates.spellings import in_full
from ..lexicons import rows_of
from ..records import record
from .entities import PersonCluster, PersonEntities


@record
class Leader:
    """A leader's full name, and the titles of which one must stand with the surname; empty where it needs none."""

    name: str
    titles: frozenset[str]


@cache
def _leaders() -> dict[str, Leader]:
    return {
        surname: Leader(name, frozenset() if titles == "*" else frozenset(titles.split("|")))
        for surname, name, titles in rows_of("leaders.tsv")
    }


@cache
def leaders_names() -> frozenset[str]:
    """Return the full names of all leaders."""
    return frozenset(leader.name for leader in _leaders().values())


def with_leaders(entities: PersonEntities, roles: dict[int, str]) -> PersonEntities:
    """Return the people, those known by a leader's surname alone under the leader's full name."""
    names = [
        leader.name if (leader := identify_leader(cluster, roles.get(number))) else entities.names[number]
        for number, cluster in enumerate(entities.people)
    ]
    return replace(entities, names=names)


def identify_leader(cluster: PersonCluster, role: str | None) -> Leader | None:
    """Return the leader whom a person known by one name is, None where that is not sure."""
    if in_full(cluster.name):
        return None
    name = " ".join(cluster.name)
    leader = _leaders().get(name) or _leaders().get(name.upper())
    if leader is None or not leader.titles:
        return leader
    shown = " ".join((role or "", *cluster.honorifics)).lower()
    return leader if any(title.lower() in shown for title in leader.titles) else None
