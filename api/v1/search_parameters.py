"""What searches are asked with: the parameters of the search page, by the same names and with the same meanings.

They are made from the facets of a search request, so that a new facet is a parameter here by itself.
"""

from typing import TYPE_CHECKING, Annotated, Any

from pydantic import Field, create_model

from api.parameters.facets import MAX_SIZE, PARAMETERS, Parameter
from api.parameters.values import type_of
from api.v1.parameters import ListParameters, as_query, refuse
from search.engines.port import Unit
from search.results.prepared_query import GROUPS_PER_PAGE
from search.results.request import SearchRequest
from search.results.url_parameters import LEFT_OUT, MAX_VALUES, parse_parameters

OF_PAGES = ("page", "size")  # a cursor stands in their place
OF_GROUPS = ("by", "copies")  # what is not asked of single matches, of which copies are some by themselves


def _field(one: Parameter) -> Any:
    kind = type_of(one.schema)
    if one.many:
        return list[kind], Field([], max_length=MAX_VALUES, description=one.meaning)  # type: ignore[valid-type]
    return kind | None, Field(None, description=one.meaning)


def _parameters(name: str, but: tuple[str, ...], **fields: Any) -> Any:
    declared = {one.name: _field(one) for one in PARAMETERS if one.name not in but}
    return create_model(name, __base__=ListParameters, **declared, **fields)


if TYPE_CHECKING:

    class MatchParameters(ListParameters):
        """What single matches are asked with."""

    class SearchParameters(ListParameters):
        """What groups of matches are asked with."""
else:
    SIZE = Annotated[int, Field(ge=1, le=MAX_SIZE, description="How many groups an answer has, at the most.")]
    MatchParameters = _parameters("MatchParameters", (*OF_PAGES, *OF_GROUPS))
    SearchParameters = _parameters("SearchParameters", OF_PAGES, size=(SIZE, GROUPS_PER_PAGE))


def request_of(parameters: ListParameters, unit: Unit) -> SearchRequest:
    """Return the search request that parameters ask for; raises ApiProblem where the archive lacks some of them."""
    asked = as_query({**parameters.asked(), "unit": unit})
    parsed = parse_parameters(asked)
    refuse(f"{sentence.removesuffix(LEFT_OUT).removesuffix('.')}." for sentence in parsed.warnings)
    return parsed.request
