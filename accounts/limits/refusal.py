"""Why somebody is not let in, and when they will be."""

from dataclasses import dataclass
from math import ceil

MINUTE, HOUR = 60, 3600  # seconds


@dataclass(frozen=True, slots=True)
class Refusal:
    """A sentence that says why, and after how many whole seconds it is worth trying again."""

    why: str
    seconds: int

    @property
    def sentences(self) -> str:
        """What a person reads."""
        return f"{self.why} Please try again in {in_words(self.seconds)}."


def in_words(seconds: int) -> str:
    """Say how long to wait, never less than it is: "1 second", "40 seconds", "3 minutes", "2 hours"."""
    for unit, name in ((HOUR, "hour"), (MINUTE, "minute")):
        if seconds >= 2 * unit:
            return f"{ceil(seconds / unit)} {name}s"
    return f"{seconds} second{'' if seconds == 1 else 's'}"
