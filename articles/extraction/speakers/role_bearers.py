"""Who of an article's people has a role of some kind or country, each question answered once for the whole article.

In: the roles of the people by number. Out: sets of their numbers. An article may ask as often as it has people.
"""

from collections.abc import Mapping

from ..gazetteer.country_forms import country_phrases
from ..lexicons import ANY_LEADER, LEADERS
from ..text.tokens import lexicon_spelling
from ..word_classes import OWNER_ENDS
from .descriptions import people_described


class RoleBearers:
    """Answers who bears a role; the people are numbered from 0 below `count`, not all of them have one."""

    def __init__(self, roles: Mapping[int, str], count: int) -> None:
        self.roles = roles
        self.everybody = frozenset(range(count))
        self._codes = {number: _codes_of(role) for number, role in roles.items()}
        self._described: dict[str, frozenset[int]] = {}
        self._of_country: dict[str, frozenset[int]] = {}
        self._with_role: dict[tuple[str, str | None, bool], frozenset[int]] = {}

    def described_by(self, noun: str) -> frozenset[int]:
        """Return the people whose roles say the same as a description's noun, in small letters."""
        if noun not in self._described:
            self._described[noun] = people_described(noun, self.roles)
        return self._described[noun]

    def perhaps_of(self, code: str | None) -> frozenset[int]:
        """Return the people of whom no role names another country than this one; everybody without one."""
        if not code:
            return self.everybody
        if code not in self._of_country:
            others = {number for number, codes in self._codes.items() if codes - {code}}
            self._of_country[code] = self.everybody - others
        return self._of_country[code]

    def with_role(self, noun: str, code: str | None, of_party: bool = False) -> frozenset[int]:
        """Return the people whose role has a noun, in small letters, and names a country if one is given.

        "The leader" may be a president, but not the leader `of_party` or of a chamber.
        """
        key = noun, code, of_party
        if key not in self._with_role:
            alike = (number for number, role in self.roles.items() if _same_role(noun, role, of_party))
            self._with_role[key] = frozenset(one for one in alike if not code or code in self._codes[one])
        return self._with_role[key]


def _same_role(head: str, role: str, of_party: bool) -> bool:
    words = role.lower().split()
    if head in words:
        return True
    return not of_party and head in ANY_LEADER and any(word in LEADERS for word in words)


def _without_owners(role: str) -> str:
    for end in OWNER_ENDS:
        role = role.replace(end, "")
    return role


def _codes_of(role: str) -> set[str]:
    """Return the countries that a role names."""
    words = [lexicon_spelling(word) for word in _without_owners(role).split()]
    codes = set()
    for at, word in enumerate(words):
        for place in country_phrases().get(word, ()):
            if tuple(words[at + 1 : at + 1 + len(place.rest)]) == place.rest and place.code:
                codes.add(place.code)
    return codes
