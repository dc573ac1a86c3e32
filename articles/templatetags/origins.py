"""Where a value comes from, beside the value: for editors a fold, for readers a word where an editor corrected it."""

from collections.abc import Iterable
from typing import Any

from django import template
from django.template import Context

from articles.models import Paragraph

register = template.Library()


@register.inclusion_tag("articles/_origins.html", takes_context=True)
def origin(context: Context, field: str) -> dict[str, Any]:
    """Show where a value of the article comes from, whose page gives its `origins`."""
    origins = context.get("origins")
    return _shown(context, [origins.of_value(field)] if origins else [])


@register.inclusion_tag("articles/_origins.html", takes_context=True)
def paragraph_origins(context: Context, paragraph: Paragraph) -> dict[str, Any]:
    """Show where the text and the kind of a paragraph come from, where an editor corrected them."""
    origins = context.get("origins")
    return _shown(context, list(origins.of_paragraph(paragraph)) if origins else [])


def _shown(context: Context, rows: Iterable[Any]) -> dict[str, Any]:
    origins = context.get("origins")
    return {
        "rows": rows,
        "editors": bool(context.get("editors")),
        "article": context.get("article"),
        "latest": origins.latest if origins else None,
    }
