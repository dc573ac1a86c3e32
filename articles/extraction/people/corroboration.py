"""Corroboration that two people of variant names are one: the role they have, the country they stand beside.

A spelling in other letters needs one of the two. A short form or a middle name left out is common among people of one
name in one country: there only the role will do. An initial, a generation, a slip or several differences at once are
not corroborated enough by either. Later, when the archive has read more of both, two signs together bear out any
variant: what both are called, and who stands beside both (`borne_out_by`).
"""

from collections.abc import Mapping, Sequence

from ..gazetteer.country_forms import country_names
from ..lexicons import words_in
from ..records import record
from .transliteration import folded
from .variants import NameVariant

CORROBORATED = frozenset((NameVariant.SPELLING, NameVariant.SHORT_FORM, NameVariant.LEFT_OUT))  # else it is for editors
_IDLE = words_in("idle_words.txt")
_ENGLISH = frozenset(("US", "GB", "CA", "AU", "NZ", "IE"))  # where a name spelt otherwise is not one transliterated
_FEW, _SOME, _MANY = 3, 5, 10  # companions in common: the fewer, the more words of a role must be the same
_NAMED = 3  # companions that a corroboration names


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
    countries = sorted((one.countries & other.countries) - _ENGLISH)
    if kind == NameVariant.SPELLING and countries and not (one.roles and other.roles):
        return f"both beside {', '.join(country_names()[code] for code in countries)}"
    return ""


def borne_out_by(kind: NameVariant, one: PersonContext, other: PersonContext, common: Mapping[int, str]) -> str:
    """Return in words two signs that two people of variant names are one, "" where there are not both.

    The first is what both are called, in all roles that the archive has; the second the names of their companions in
    `common`, of which there must be the more, the less the roles say.
    """
    words = sorted(_of_all(one.roles) & _of_all(other.roles))
    least = _SOME if kind not in CORROBORATED else _FEW
    if len(common) < (least if len(words) > 1 else _MANY) or not words:
        return ""
    called = min(one.roles | other.roles, key=lambda role: (-len(_content(role) & set(words)), len(role), role))
    return f"both “{called}”, both beside {_listed(list(common.values()))}"


def _listed(names: Sequence[str]) -> str:
    more = len(names) - _NAMED
    return ", ".join(names[:_NAMED]) + (f" and {more} more" if more > 0 else "")


def _of_all(roles: frozenset[str]) -> frozenset[str]:
    return frozenset().union(*map(_content, roles))


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
