"""What a file of a search says of itself: the search in words, what answered it, and what is not in it."""

from collections.abc import Iterator
from dataclasses import replace

from django.conf import settings
from django.urls import reverse
from django.utils.timezone import now

from articles.extraction.certainty import Certainty
from articles.files.table import About
from articles.models import Article
from search.engines import get_engine
from search.engines.port import EngineAnswer, EngineRequest, IndexUnavailable
from search.results.ask_engine import ask_engine
from search.results.explanation import explain
from search.results.facets import counts_with_choices, fetch_value_names, found_facets
from search.results.model import counted_unit
from search.results.prepared_query import PreparedQuery, prepare_many
from search.results.request import SearchRequest
from search.results.search import OUTDATED

UNDATED = "{:,} {} without a known date, as a time was chosen"
UNSURE_WHO = "the names of who said what {:,} {} quote, where that is unsure; who may have said it are candidates"
WITHDRAWN = "{:,} article{} withdrawn from the archive"


def about_search(prepared: PreparedQuery, host: str) -> About:
    """Return what a file of all that a query finds says of itself; `host` is https://… of the archive.

    Takes a few database queries and two questions to the engine. Raises SearchUnavailable.
    """
    request = replace(prepared.request.on_page(1), group_by="")
    answer = ask_engine(_counts(prepared.engine_request))
    left_out = [*_undated(prepared), *_unsure(answer, prepared), *_withdrawn()]
    return About(
        query=in_words(prepared),
        address=f"{host}{search_address(request)}",
        made=now(),
        engine=engine_in_words(),
        left_out=(*left_out, OUTDATED) if answer.outdated else tuple(left_out),
    )


def search_address(request: SearchRequest) -> str:
    """Return the path of the first page that lists what a request finds."""
    return f"{reverse('search')}?{request.on_page(1).to_query()}"


def in_words(prepared: PreparedQuery) -> str:
    """Say in a sentence what was searched for, in what and with which choices; how it is grouped is no part of it."""
    request, asked = replace(prepared.request, group_by=""), prepared.engine_request
    counts = counts_with_choices(request, {})
    facets = found_facets(request, asked.unit, counts, fetch_value_names(counts))
    return explain(request, asked.unit, asked.query, facets, prepared.names)


def engine_in_words() -> str:
    """Name the engine, the version of its index, and how far into the archive's changes that is."""
    try:
        state = get_engine().state(verify=False)
    except IndexUnavailable:
        return str(settings.SEARCH_ENGINE)
    return f"{settings.SEARCH_ENGINE}, index version {state.version}, up to change {state.reached} of the archive"


def _counts(asked: EngineRequest) -> EngineRequest:
    return replace(asked, page=1, groups_per_page=0, facets=("certainty",), timeline=False)


def _undated(prepared: PreparedQuery) -> Iterator[str]:
    """Say how much the time that is asked for leaves out since it has no date, where it does."""
    request = prepared.request
    if not request.timed:
        return
    (at_any_time,) = prepare_many([request.between("", "")], prepared.lookup)
    answer = ask_engine(replace(_counts(at_any_time.engine_request), facets=(), timeline=True))
    if undated := answer.documents - sum(month.count for month in answer.timeline):
        yield UNDATED.format(undated, counted_unit(prepared.engine_request.unit, undated))


def _unsure(answer: EngineAnswer, prepared: PreparedQuery) -> Iterator[str]:
    """Say how much has no names since it is unsure who said it; nothing has where a choice leaves that out."""
    request, value = prepared.request, Certainty.UNSURE.value
    chosen = request.chosen_in("certainty")
    if (chosen and value not in chosen) or value in request.excluded_in("certainty"):
        return  # a facet counts its values as if none of them were chosen
    if unsure := sum(one.count for one in answer.facets["certainty"] if one.value == value):
        yield UNSURE_WHO.format(unsure, counted_unit(prepared.engine_request.unit, unsure))


def _withdrawn() -> Iterator[str]:
    if withdrawn := Article.every.filter(withdrawn=True).count():
        yield WITHDRAWN.format(withdrawn, "" if withdrawn == 1 else "s")
