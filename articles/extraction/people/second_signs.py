"""What bears out that two people of variant names are one: the role they have, the country they stand beside.

A spelling in other letters needs one sign, the role or the country. A short form or a middle name left out is common
among namesakes of one country: there only the role will do. An initial, a generation, a slip or several differences at
once are never borne out enough to join two people without an editor.
"""

from dataclasses import dataclass

from ..gazetteer.country_forms import country_names
from ..lexicons import words_in
from .romanisations import bare
from .variants import Variant

_IDLE = words_in("idle_words.txt")


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What is known of somebody besides the name: roles as articles give them, codes of the countries beside them."""

    roles: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()


def second_sign(kind: Variant, one: Circumstances, other: Circumstances) -> str:
    """Return in words what makes two people of variant names one, or nothing where an editor must say."""
    role = _same_role(one, other)
    if role and kind in (Variant.SPELLING, Variant.SHORT_FORM, Variant.LEFT_OUT):
        return f"both “{role}”"
    countries = sorted(one.countries & other.countries)
    if kind == Variant.SPELLING and countries and not (one.roles and other.roles):
        return f"both beside {', '.join(country_names()[code] for code in countries)}"
    return ""


def _same_role(one: Circumstances, other: Circumstances) -> str:
    """Return a role of the one that is a role of the other, in the same words or some of them.

    A word alone ("president") is no sign without a country in common.
    """
    together = bool(one.countries & other.countries)
    for role in sorted(one.roles):
        for words in map(_content, sorted(other.roles)):
            common = _content(role) & words
            if len(common) > (0 if together else 1) and (together or common in (words, _content(role))):
                return role
    return ""


def _content(role: str) -> frozenset[str]:
    return frozenset(map(bare, role.replace("-", " ").split())) - _IDLE - {""}
