"""The bars of a chart over time, `{% chart_bars chart request %}`, and the rows of its table, `{% bar_rows … %}`.

There are two hundred of them on a page; a template's loop took a fifth of the page's time for them.
"""

from collections.abc import Iterable
from html import escape

from django import template
from django.utils.safestring import SafeString

from search.pages.timeline import Chart, DrawnBar
from search.results.click_addresses import TimeAddresses
from search.results.histogram import Bar
from search.results.request import SearchRequest

register = template.Library()

BAR = """<a href="?{address}" rel="nofollow" tabindex="{tabindex}" class="bar{chosen}"{current}
   aria-label="{name}: {count}" data-name="{name}" data-count="{number}" data-date-to="{date_to}">
  <title>{name}: {count}</title>
  <rect class="bar-ground" x="{ground}" y="0" width="10" height="100"></rect>
  <rect class="bar-count" x="{left}" y="{top}" width="8" height="{height}"></rect>
</a>
"""
ROW = """<tr>
  <th scope="row"><a href="?{address}" rel="nofollow"{current}>{name}</a></th>
  <td class="timeline-number">{count}</td>
</tr>
"""
CURRENT = ' aria-current="true"'


@register.simple_tag
def chart_bars(chart: Chart, asked: SearchRequest) -> SafeString:
    """Return the bars of a chart, each a link to what it counts."""
    addresses = TimeAddresses(asked)
    return SafeString("".join(_bar(drawn, addresses.of(drawn.bar)) for drawn in chart.bars))


@register.simple_tag
def bar_rows(bars: Iterable[Bar], asked: SearchRequest) -> SafeString:
    """Return a row of the table for each of some bars."""
    addresses = TimeAddresses(asked)
    return SafeString("".join(_row(bar, addresses.of(bar)) for bar in bars))


def _bar(drawn: DrawnBar, address: str) -> str:
    bar = drawn.bar
    return BAR.format(
        address=escape(address),
        tabindex=0 if drawn.first else -1,
        chosen=" bar-chosen" if bar.chosen else "",
        name=escape(bar.name),
        count=f"{bar.count:,}",
        current=CURRENT if bar.chosen else "",
        number=bar.count,
        date_to=escape(bar.date_to),
        ground=drawn.left - 1,
        left=drawn.left,
        top=drawn.top,
        height=drawn.height,
    )


def _row(bar: Bar, address: str) -> str:
    current = CURRENT if bar.chosen else ""
    return ROW.format(address=escape(address), current=current, name=escape(bar.name), count=f"{bar.count:,}")
