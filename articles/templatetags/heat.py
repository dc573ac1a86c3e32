"""How a number of a heat map is shaded."""

from typing import Protocol

from django import template

register = template.Library()


class Shades(Protocol):
    """What knows the shade of a number."""

    def level(self, times: int) -> int:
        """Return 0 for none, else from 1."""


@register.filter
def shade(times: int, heat: Shades) -> str:
    """Return the class of a cell: "heat-0" for none, then "heat-1" to "heat-5"."""
    return f"heat-{heat.level(times)}"
