"""Groups of features, each known by a number: what hangs on few things returns all the time, and is looked at once.

`GroupNumbers` gives a group its number: the model of names, which keeps only the sum of a group's weights, or
`KeptGroups`, which keeps the strings that training needs. Group 0 is the empty one.
"""

from collections.abc import Callable
from typing import Generic, Protocol, TypeVar

Key = TypeVar("Key")

FeatureGroup = tuple[str, ...]
WordFeatures = list[int]  # the numbers of a word's groups, always in the same order
NO_GROUP = 0


class GroupNumbers(Protocol):
    """Numbers groups of features, from 1 on."""

    def number(self, group: FeatureGroup) -> int:
        """Return the number of a group, a new one each time."""
        ...


class KeptGroups:
    """Groups by their numbers, with their features."""

    def __init__(self) -> None:
        self._groups: list[FeatureGroup] = [()]

    def number(self, group: FeatureGroup) -> int:
        """Keep a group and return its number."""
        self._groups.append(group)
        return len(self._groups) - 1

    def features_of(self, word: WordFeatures) -> list[str]:
        """Return all features of a word, in order."""
        return [feature for number in word for feature in self._groups[number]]


class Numbered(dict[Key, int], Generic[Key]):
    """The numbers of groups by what they hang on: `make` says the features of a key that was not asked for before."""

    def __init__(self, make: Callable[[Key], FeatureGroup], numbers: GroupNumbers) -> None:
        self._make = make
        self._numbers = numbers

    def __missing__(self, key: Key) -> int:
        group = self._make(key)
        number = self[key] = self._numbers.number(group) if group else NO_GROUP
        return number
