"""What may be a speaker's words, of which it is unsure who said them: it is in nobody's list, and a link finds it."""

from dataclasses import replace

from search.engines.port import UNNAMED, Facet
from search.results.model import SearchResults
from search.results.request import SearchRequest, Values, choices


def maybe_theirs(found: SearchResults) -> SearchRequest | None:
    """Return the request for what may be of the speakers whose quotations were searched, None where there are none."""
    asked = found.request
    speakers = tuple(one for one in asked.chosen_in("speakers") if one != UNNAMED)
    if found.unit != "quotations" or not speakers:
        return None
    chosen: dict[Facet, Values] = dict(asked.chosen)
    chosen |= {"speakers": (), "certainty": ("unsure",), "candidates": speakers}
    return replace(asked, chosen=choices(chosen), page=1)
