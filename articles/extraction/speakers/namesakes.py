"""Namesakes: who else a surname alone may mean, by how often each of its bearers is named before.

In: the people's names and their mentions, in order. Out: the nearest mention of a rival. All is counted beforehand, so
that a question takes as long in a long article as in a short one.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence

from ..people.entities import PersonMention

_OFTEN = 4  # from this share of the mentions on, the rarer of two namesakes may be meant


class Namesakes:
    """The mentions of those who share a surname."""

    def __init__(self, names: Sequence[str], mentions: Sequence[PersonMention]) -> None:
        """Take the people's names by their numbers, and their mentions."""
        self._mentions = mentions
        bearers: defaultdict[str, list[int]] = defaultdict(list)
        for number, name in enumerate(names):
            bearers[name.rpartition(" ")[2]] += [number] if " " in name else []
        self._surnames = {number: one for one, numbers in bearers.items() if len(numbers) > 1 for number in numbers}
        self._of_surname: defaultdict[str, list[int]] = defaultdict(list)  # numbers of mentions, in order
        self._of_person: defaultdict[int, list[int]] = defaultdict(list)
        self._other_before: dict[int, int | None] = {}  # for each mention the one before it of another bearer
        for number, mention in enumerate(mentions):
            if surname := self._surnames.get(mention.person):
                self._note(self._of_surname[surname], number)
                self._of_person[mention.person].append(number)

    def _note(self, before: list[int], number: int) -> None:
        """Add a mention to those of its surname."""
        last = before[-1] if before else None
        same = last is not None and self._mentions[last].person == self._mentions[number].person
        self._other_before[number] = self._other_before[last] if same and last is not None else last
        before.append(number)

    def rival(self, surname: str, person: int, end: int) -> PersonMention | None:
        """Return the last mention, of those before the one numbered `end`, of another bearer of a person's surname.

        None where nobody else bears it, or where the others are named so much less often that the person is meant.
        """
        named = self._of_surname.get(surname, [])
        count = bisect_left(named, end)
        own = self._of_person.get(person, []) if self._surnames.get(person) == surname else []
        others = count - bisect_left(own, end)
        if _OFTEN * others <= count:
            return None
        last = named[count - 1]
        other = self._other_before[last] if self._mentions[last].person == person else last
        return None if other is None else self._mentions[other]
