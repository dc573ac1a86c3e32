"""Whether a person is a man or a woman, as far as article or given name show it: "m", "f" or "u" for unknown."""

from .cast import Human
from .lexicons import MEN, WOMEN, given_names


def gender_of(human: Human, role: str | None) -> str:
    """Return the gender that honorifics show, then the role, then the given name."""
    words = human.honorifics | set((role or "").replace("-", " ").split())
    if words & WOMEN:
        return "f"
    if words & MEN:
        return "m"
    return given_names().get(human.name[0], "u") if len(human.name) > 1 else "u"
