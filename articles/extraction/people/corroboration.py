"""Corroboration that two people of variant names are one: the role they have, the country they stand beside.

A spelling in other letters needs one of the two. A short form or a middle name left out is common among people of one
name in one country: there only the role will do. An initial, a generation, a slip or several differences at once are
never corroborated enough to merge two people without an editor.
"""

from ..gazetteer.country_forms import country_names
from ..lexicons import words_in
from ..records import record
from .transliteration import folded
from .variants import NameVariant

CORROBORATED = frozenset((NameVariant.SPELLING, NameVariant.SHORT_FORM, NameVariant.LEFT_OUT))  # else it is for editors
_IDLE = words_in("idle_words.txt")


@record
class PersonContext:
    """What is known of somebody besides the name: roles as articles give them, codes of the countries beside them."""

    roles: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()


def corroborated_by(kind: NameVariant, one: PersonContext, other: PersonContext) -> str:
    """Return in words what shows that two people of variant names are one, "" where an editor must say."""
    role = _same_role(one, other)
    if role and kind in CORROBORATED:
        return f"both “{role}”"
    countries = sorted(one.countries & other.countries)
    if kind == NameVariant.SPELLING and countries and not (one.roles and other.roles):
        return f"both beside {', '.join(country_names()[code] for code in countries)}"
    return ""


def _same_role(one: PersonContext, other: PersonContext) -> str:
    """Return a role of the one that is a role of the other, in the same words or some of them.

    A word alone ("president") shows nothing without a country in common.
    """
    together = bool(one.countries & other.countries)
    for role in sorted(one.roles):
        for words in map(_content, sorted(other.roles)):
            common = _content(role) & words
            if len(common) > (0 if together else 1) and (together or common in (words, _content(role))):
                return role
    return ""


def _content(role: str) -> frozenset[str]:
    return frozenset(map(folded, role.replace("-", " ").split())) - _IDLE - {""}
