"""What the menu of every page shows to editors: how many pairs of names wait for a decision."""

from functools import cache
from typing import Any

from django.http import HttpRequest

from articles.models.pair import OPEN
from articles.queries.merge_candidates import candidates_in


def editors_menu(request: HttpRequest) -> dict[str, Any]:
    """Give templates `open_pairs`, which is counted where a page shows it, once (1 query)."""
    return {"open_pairs": cache(lambda: candidates_in(OPEN).count())}
