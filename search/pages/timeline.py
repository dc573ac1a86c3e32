"""The chart of results over time: where its bars are drawn, for a desk and, with fewer, for a phone."""

from collections.abc import Iterator
from dataclasses import dataclass

from search.request import SearchRequest
from search.results import SearchResults
from search.timeline import Bar, Timeline, timeline

DESK, PHONE = 60, 20  # bars at the most
STEP, WIDE, HIGH = 10, 8, 100  # from bar to bar, a bar, the highest bar, in units of the drawing
LEAST = 3  # what a bar with anything in it is at least high


@dataclass(frozen=True, slots=True)
class DrawnBar:
    """A bar with its place in the drawing. One bar of a chart is `first` to be reached by the keyboard."""

    bar: Bar
    left: int
    top: int
    height: int
    first: bool


@dataclass(frozen=True, slots=True)
class Chart:
    """The bars of a timeline, drawn; `size` says for which windows."""

    size: str
    timeline: Timeline
    bars: tuple[DrawnBar, ...]

    @property
    def width(self) -> int:
        """How wide the drawing is in its own units."""
        return STEP * len(self.bars)


@dataclass(frozen=True, slots=True)
class Charts:
    """All that the page shows of the time of its results; `whole` is the request without a time."""

    sizes: tuple[Chart, ...]
    whole: SearchRequest | None

    @property
    def table(self) -> list[Bar]:
        """The bars of the finest chart that have something."""
        return [bar for bar in self.sizes[0].timeline.bars if bar.count]

    @property
    def highest(self) -> Bar:
        """The first of the highest bars."""
        return max(self.table, key=lambda bar: bar.count)


def charts(found: SearchResults) -> Charts | None:
    """Return what was found over time, or None where there is nothing to compare."""
    desk, phone = (timeline(found.request, found.timeline, most) for most in (DESK, PHONE))
    if desk is None or phone is None or (len(desk.bars) == 1 and not desk.narrowed):
        return None
    sizes = [("any", desk)] if len(desk.bars) <= PHONE else [("desk", desk), ("phone", phone)]
    drawn = tuple(Chart(size, one, tuple(_drawn(one))) for size, one in sizes)
    return Charts(drawn, found.request.between("", "") if desk.narrowed else None)


def _drawn(one: Timeline) -> Iterator[DrawnBar]:
    first = next((place for place, bar in enumerate(one.bars) if bar.chosen), 0)
    for place, bar in enumerate(one.bars):
        height = max(LEAST, round(HIGH * bar.count / one.highest)) if bar.count else 0
        yield DrawnBar(bar, STEP * place + (STEP - WIDE) // 2, HIGH - height, height, place == first)
