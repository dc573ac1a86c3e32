"""Results grouped by something else than the article: by speaker, publisher, country or month."""

from dataclasses import replace
from typing import cast

from search.engines.port import EngineAnswer, Facet, Group
from search.results.facets import ValueNames, value_name
from search.results.hydration import PageRows
from search.results.model import FoundGroup
from search.results.request import SearchRequest


def found_groups(
    request: SearchRequest, answer: EngineAnswer, rows: PageRows, names: ValueNames, first_rank: int
) -> tuple[FoundGroup, ...]:
    """Return the groups of a page; `first_rank` is the position of the first one in the whole list, from 1."""
    ranked = enumerate(answer.groups, first_rank)
    return tuple(_group(request, group, rows, names, answer.documents, rank) for rank, group in ranked)


def _group(
    request: SearchRequest, group: Group, rows: PageRows, names: ValueNames, documents: int, rank: int
) -> FoundGroup:
    facet = cast("Facet", request.group_by)  # all groupings but "articles" are facets
    return FoundGroup(
        value=group.value,
        name=value_name(names, facet, group.value, group.spelling),
        count=group.count,
        share=group.count / documents if documents else 0,
        paragraphs=rows.paragraphs_of(group),
        click=_narrowed(request, facet, group),
        rank=rank,
    )


def _narrowed(request: SearchRequest, facet: Facet, group: Group) -> SearchRequest:
    """Return the request for what is in this group alone, whatever else was chosen in its facet."""
    others = replace(request, group_by="", page=1, chosen=tuple(one for one in request.chosen if one[0] != facet))
    return others.toggled(facet, group.value)
