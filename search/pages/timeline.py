"""The chart of results over time: where its bars are drawn, for a desk and, with fewer, for a phone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from search.engines.port import MonthCount
from search.results.histogram import Bar, Histogram, histogram
from search.results.model import SearchResults
from search.results.request import SearchRequest

DESK, PHONE = 60, 20  # bars at the most
STEP, WIDE, HIGH = 10, 8, 100  # from bar to bar, a bar, the highest bar, in units of the drawing
LEAST = 3  # what a bar with anything in it is at least high


@dataclass(frozen=True, slots=True)
class DrawnBar:
    """A bar with its position in the drawing. One bar of a chart is `first` to be reached by the keyboard."""

    bar: Bar
    left: int
    top: int
    height: int
    first: bool


@dataclass(frozen=True, slots=True)
class Chart:
    """The bars of a timeline, drawn; `size` says for which windows."""

    size: str
    histogram: Histogram
    bars: tuple[DrawnBar, ...]

    @property
    def width(self) -> int:
        """How wide the drawing is in its own units."""
        return STEP * len(self.bars)

    @property
    def highest(self) -> Bar:
        """The first of the highest bars."""
        return max(self.histogram.bars, key=lambda bar: bar.count)

    @property
    def ends(self) -> tuple[Bar, Bar]:
        """The first bar and the last."""
        return self.histogram.bars[0], self.histogram.bars[-1]


@dataclass(frozen=True, slots=True)
class Charts:
    """All that the page shows of the time of its results.

    `closer` has the stretch of the bars that are chosen, in finer ones, where there are such. `any_time` is the
    request without a time.
    """

    sizes: tuple[Chart, ...]
    closer: tuple[Chart, ...]
    any_time: SearchRequest | None

    @property
    def tables(self) -> list[list[Bar]]:
        """The bars that have something, of the whole chart and of the closer one, as finely as they are drawn."""
        drawn = (self.sizes[0], *self.closer[:1])
        return [[bar for bar in chart.histogram.bars if bar.count] for chart in drawn]


def charts(found: SearchResults) -> Charts | None:
    """Return what was found over time, or None where there is nothing to compare."""
    whole = histogram(found.request, found.timeline, DESK)
    if whole is None or (len(whole.bars) == 1 and not whole.narrowed):
        return None
    stretch = _chosen_stretch(whole, found.timeline)
    finer = histogram(found.request, stretch, DESK)
    closer = _sizes(found, stretch, finer) if finer and finer.width < whole.width and len(finer.bars) > 1 else ()
    any_time = found.request.between("", "") if whole.narrowed else None
    return Charts(_sizes(found, found.timeline, whole), closer, any_time)


def _chosen_stretch(whole: Histogram, months: Sequence[MonthCount]) -> list[MonthCount]:
    """Return the months from the first bar that is chosen to the last one."""
    chosen = [bar for bar in whole.bars if bar.chosen]
    if not chosen:
        return []
    first, last = chosen[0].date_from, chosen[-1].date_to
    return [
        one for one in months if one.month >= first and one.month[: len(last)] <= last
    ]  # "2016" is all of its months


def _sizes(found: SearchResults, months: Sequence[MonthCount], desk: Histogram) -> tuple[Chart, ...]:
    """Draw a timeline once where its bars are few enough for a phone, else for each size of window."""
    phone = histogram(found.request, months, PHONE) if len(desk.bars) > PHONE else None
    return (_drawn_as("desk", desk), _drawn_as("phone", phone)) if phone else (_drawn_as("any", desk),)


def _drawn_as(size: str, one: Histogram) -> Chart:
    return Chart(size, one, tuple(_drawn(one)))


def _drawn(one: Histogram) -> Iterator[DrawnBar]:
    first = next((number for number, bar in enumerate(one.bars) if bar.chosen), 0)
    for number, bar in enumerate(one.bars):
        height = max(LEAST, round(HIGH * bar.count / one.highest)) if bar.count else 0
        yield DrawnBar(bar, STEP * number + (STEP - WIDE) // 2, HIGH - height, height, number == first)
