"""Groups of results by something else than the article: who says it most, where it is published, when."""

from dataclasses import replace
from typing import cast

from search.engines.port import EngineAnswer, Facet, Group
from search.results.facets import Named, name_of
from search.results.hydration import Rows
from search.results.model import FoundGroup
from search.results.request import SearchRequest


def found_groups(
    request: SearchRequest, answer: EngineAnswer, rows: Rows, names: Named, first: int
) -> tuple[FoundGroup, ...]:
    """Return the groups of a page whose first place in the list is `first`."""
    places = enumerate(answer.groups, first)
    return tuple(_group(request, group, rows, names, answer.documents, at) for at, group in places)


def _group(request: SearchRequest, group: Group, rows: Rows, names: Named, documents: int, at: int) -> FoundGroup:
    facet = cast("Facet", request.group_by)  # all groupings but "articles" are facets
    return FoundGroup(
        value=group.value,
        name=name_of(names, facet, group.value),
        count=group.count,
        share=group.count / documents if documents else 0,
        paragraphs=rows.paragraphs_of(group),
        click=_narrowed(request, facet, group),
        at=at,
    )


def _narrowed(request: SearchRequest, facet: Facet, group: Group) -> SearchRequest:
    """Ask for what is in this group alone, whatever else was chosen in its facet."""
    others = replace(request, group_by="", page=1, chosen=tuple(one for one in request.chosen if one[0] != facet))
    return others.toggled(facet, group.value)
