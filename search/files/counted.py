"""What is counted of a search, as tables: the values of a facet, the groups of its list, the months of its chart.

Each row has the address of the search that finds just what it counts.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import cast

from articles.files.table import About, Record, Table
from search.engines.port import EngineRequest, Facet, MonthCount, ValueCount
from search.files.about import about_search, search_address
from search.files.records import Whole
from search.results.ask_engine import ask_engine
from search.results.facets import fetch_value_names, value_name
from search.results.model import counted_unit
from search.results.prepared_query import PreparedQuery, prepare_many
from search.results.request import SearchRequest
from search.results.scan import EMPTY, EmptyRequest

ALL = 10**9  # values or groups, of which there are always fewer
NAMED_AT_ONCE = 2_000
WITHOUT = "{:,} {} without a known {}"
NOT_GROUPED = "A list by article has no groups to count: say by what it is grouped, as in by=speakers."


def values_table(prepared: PreparedQuery, facet: Facet, whole: Whole) -> Table:
    """Return the values of a facet with how much is found of each, as the page of its values lists them.

    Raises EmptyRequest, SearchUnavailable.
    """
    _refuse_words_without_meaning(prepared)
    answer = ask_engine(_alone(prepared, facets=(facet,), values_per_facet=ALL))
    counted = [one for one in answer.facets[facet] if one.count]
    return _table(prepared, facet, counted, whole, prepared.request)


def groups_table(prepared: PreparedQuery, whole: Whole) -> Table:
    """Return the groups of a list that is grouped, with how much is in each. Raises EmptyRequest, SearchUnavailable."""
    if prepared.request.group_by in ("", "articles"):
        raise EmptyRequest(NOT_GROUPED)
    facet = cast("Facet", prepared.request.group_by)  # all groupings but "articles" are facets
    _refuse_words_without_meaning(prepared)
    answer = ask_engine(_alone(prepared, groups_per_page=ALL, hits_per_group=0))
    counted = [ValueCount(one.value, one.count, False, spelling=one.spelling) for one in answer.groups]
    table = _table(prepared, facet, counted, whole, replace(prepared.request, group_by=""))
    if facet not in ("months", "years"):
        return table
    undated = answer.documents - sum(one.count for one in counted)
    return replace(table, about=_without(table.about, undated, facet[:-1], prepared))


def timeline_table(prepared: PreparedQuery, whole: Whole) -> Table:
    """Return the months with how much is found in each, in order, as if no time were asked for, as the chart is.

    Raises EmptyRequest, SearchUnavailable.
    """
    if prepared.is_empty:
        raise EmptyRequest(EMPTY)
    (at_any_time,) = prepare_many([prepared.request.between("", "")], prepared.lookup)
    answer = ask_engine(_alone(at_any_time, timeline=True))
    months = answer.timeline
    undated = answer.documents - sum(one.count for one in months)
    about = about_search(at_any_time, whole("/").rstrip("/"))
    return Table(
        name="months",
        columns=("month", "count", "address"),
        about=_without(about, undated, "month", at_any_time),
        records=lambda: (_month(prepared.request, one, whole) for one in months),
        expected=len(months),
    )


def _refuse_words_without_meaning(prepared: PreparedQuery) -> None:
    """Refuse words that find nothing, which the engine would take for everything. Raises EmptyRequest."""
    if prepared.is_empty and prepared.request.q:
        raise EmptyRequest(" ".join(problem.sentence for problem in prepared.problems) or EMPTY)


def _without(about: About, undated: int, time: str, prepared: PreparedQuery) -> About:
    """Add how much stands in no row since its date is not known."""
    if not undated:
        return about
    said = WITHOUT.format(undated, counted_unit(prepared.engine_request.unit, undated), time)
    return replace(about, left_out=(said, *about.left_out))


def _month(request: SearchRequest, one: MonthCount, whole: Whole) -> Record:
    within = request.between(one.month, one.month)
    return {"month": one.month, "count": one.count, "address": whole(search_address(within))}


def _alone(prepared: PreparedQuery, **counted: object) -> EngineRequest:
    """Return what is asked of the engine where only this is to be counted."""
    nothing = replace(prepared.engine_request, page=1, groups_per_page=0, facets=(), timeline=False)
    return replace(nothing, **counted)  # type: ignore[arg-type]


def _table(
    prepared: PreparedQuery, facet: Facet, counted: Sequence[ValueCount], whole: Whole, others: SearchRequest
) -> Table:
    """Return values with their names, counts and addresses; `others` is what else is asked for at these."""
    chosen_elsewhere = tuple(one for one in others.chosen if one[0] != facet)
    alone = replace(others, chosen=chosen_elsewhere, page=1)

    def records() -> Iterator[Record]:
        for begin in range(0, len(counted), NAMED_AT_ONCE):
            some = counted[begin : begin + NAMED_AT_ONCE]
            names = fetch_value_names({facet: tuple(some)})
            for one in some:
                name = value_name(names, facet, one.value, one.spelling)
                address = whole(search_address(alone.toggled(facet, one.value)))
                yield {"value": one.value, "name": name, "count": one.count, "address": address}

    return Table(
        name=facet,
        columns=("value", "name", "count", "address"),
        about=about_search(prepared, whole("/").rstrip("/")),
        records=records,
        expected=len(counted),
    )
