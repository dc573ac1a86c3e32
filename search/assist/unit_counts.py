"""What stands beside the count of a page: how much of each other unit is found, and what a time leaves out.

Both are questions that the engine only counts; they take no query of the archive, since all names are known by then.
What there was no time to count has no number.
"""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import get_args

from search.assist.pending import Answers, Pending
from search.engines.port import Unit
from search.results.counts import count_questions
from search.results.implied_unit import asked_unit
from search.results.model import SearchResults
from search.results.request import SearchRequest

UNITS: tuple[Unit, ...] = get_args(Unit)
UnitCounts = Mapping[Unit, int]


def unit_requests(results: SearchResults) -> dict[Unit, SearchRequest]:
    """Return the request for the same in each unit; for the unit of the results it is their own.

    The words stay as they are. `in:quotes` says of paragraphs and articles that a quotation in them has the words; of
    quotations it says nothing new, but stays for the way back.
    """
    asked = results.request.on_page(1)
    others = {unit: replace(asked, unit=asked_unit(unit, results.query)) for unit in UNITS}
    return others | {results.unit: asked}


def unit_counts(results: SearchResults) -> Pending[UnitCounts]:
    """Return how much of each unit is found; nothing where nothing was searched."""
    if results.is_empty or results.degraded:
        return Pending((), lambda _: {}, {})
    here = {results.unit: results.documents}
    others = {unit: one for unit, one in unit_requests(results).items() if unit != results.unit}
    questions = count_questions(others.values(), results.lookup)
    asked = {unit: questions[one] for unit, one in others.items() if one in questions}
    return Pending(list(asked.values()), partial(_counted, here, list(asked)), here)


def _counted(here: UnitCounts, units: list[Unit], answers: Answers) -> UnitCounts:
    return {**here, **{unit: one.documents for unit, one in zip(units, answers, strict=True) if one}}


def undated_count(results: SearchResults) -> Pending[int]:
    """Return how much of what is found at any time has no date, and so is in no bar and in no time to ask for.

    Where no time is asked for, or only one to leave out, that takes no question.
    """
    dated = sum(month.count for month in results.timeline)  # counted as if no time were asked for
    if results.is_empty or results.degraded:
        return Pending((), lambda _: 0, 0)
    if not results.request.timed:
        comparable = results.timeline and not _times_left_out(results.request)
        in_no_bar = results.documents - dated if comparable else 0
        return Pending((), lambda _: in_no_bar, in_no_bar)
    questions = count_questions([results.request.between("", "")], results.lookup)
    return Pending(list(questions.values()), partial(_undated, dated), 0)


def _times_left_out(asked: SearchRequest) -> bool:
    return bool(asked.excluded_in("years") or asked.excluded_in("months"))


def _undated(dated: int, answers: Answers) -> int:
    return sum(one.documents - dated for one in answers if one)
