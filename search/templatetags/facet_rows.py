"""The rows of a facet: `{% facet_rows facet.values %}`.

A page has a hundred of them; as a template, included for each, they took half of its time. Each text is escaped where
it is put into a row, once.
"""

from collections.abc import Sequence
from html import escape

from django import template
from django.urls import reverse
from django.utils.safestring import SafeString

from search.engines.port import Facet
from search.pages.values import FINDS
from search.results.click_addresses import FacetAddresses
from search.results.model import FacetValue

register = template.Library()

ROW = """<li class="facet-row{state}">
  <a class="facet-value" id="choose-{facet}-{value}" href="{choosing}"{current} rel="nofollow">
    <span class="facet-name">{name}</span>
    <span class="facet-count">{count}</span>
  </a>
  {leave_out}
</li>
"""
NAME_CHOSEN = '{}<span class="visually-hidden"> (chosen, take away)</span>'
NAME_EXCLUDED = '<s>{}</s><span class="visually-hidden"> (left out, choose instead)</span>'
LEAVE_OUT = """<a class="facet-not" id="leave-out-{facet}-{value}" href="{excluding}" rel="nofollow"
     title="Leave out {name}">
    <span aria-hidden="true">×</span><span class="visually-hidden">leave out {name}</span>
  </a>"""
TAKE_BACK = """<a class="facet-not" id="leave-out-{facet}-{value}" href="{excluding}" rel="nofollow"
     title="Take {name} back in">
    <span aria-hidden="true">+</span><span class="visually-hidden">take {name} back in</span>
  </a>"""
CURRENT = ' aria-current="true"'


@register.simple_tag
def find_words(facet: Facet) -> str:
    """Return what the field says by which a value of a facet is found; nothing where its values have no names."""
    return FINDS.get(facet, "")


@register.simple_tag
def facet_rows(values: Sequence[FacetValue]) -> SafeString:
    """Return a row for each value: one link chooses it, another leaves it out; each takes itself back."""
    if not values:
        return SafeString()
    addresses, here = FacetAddresses(values[0].request, values[0].facet), reverse("search")
    return SafeString("".join(_row(one, *(f"{here}?{query}" for query in addresses.of(one))) for one in values))


def _row(one: FacetValue, choosing: str, excluding: str) -> str:
    return ROW.format(
        state=_state(one),
        facet=one.facet,
        value=escape(str(one.value)),
        choosing=escape(choosing),
        current=CURRENT if one.chosen else "",
        name=_name(one),
        count=f"{one.count:,}",
        leave_out=_leave_out(one, excluding),
    )


def _state(one: FacetValue) -> str:
    if one.chosen or one.excluded:
        return " facet-row-chosen" if one.chosen else " facet-row-excluded"
    return "" if one.count else " facet-row-zero"


def _name(one: FacetValue) -> str:
    if one.chosen or one.excluded:
        return (NAME_CHOSEN if one.chosen else NAME_EXCLUDED).format(escape(one.name))
    return escape(one.name)


def _leave_out(one: FacetValue, excluding: str) -> str:
    """Return the second link; "with a quotation" has none, since that is to choose "without" one."""
    if one.facet == "quotes" and not one.excluded:
        return ""
    link = TAKE_BACK if one.excluded else LEAVE_OUT
    value, excluding, name = escape(str(one.value)), escape(excluding), escape(one.name)
    return link.format(facet=one.facet, value=value, excluding=excluding, name=name)
