"""The OpenAPI document of the API, made from the schemas of its answers and the parameters it reads."""

from functools import cache
from typing import Any

from django.urls import reverse
from pydantic import TypeAdapter

from api.parameters.facets import MANY, PARAMETERS, Parameter
from api.schemas.answers import ANSWER, ERROR
from search.results.url_parameters import UNITS

VERSION = "1.3.0"  # raise the first number with what would break a client, the second with what is new
REFERENCE = "#/components/schemas/{model}"
SUMMARIES = {
    "paragraphs": "Paragraphs that match",
    "quotations": "Quotations that match: what somebody is reported to have said, with who said it",
    "articles": "Articles that match as a whole",
}
ERRORS = {
    "400": "There is nothing to search for: no words, no filters, or none that could be read.",
    "404": "Something else was asked for than paragraphs, quotations or articles.",
    "429": "You asked too often or for too much; Retry-After says after how many seconds to try again.",
    "503": "Nothing can be searched at the moment, or the search took too long and was stopped.",
}


@cache
def description() -> dict[str, Any]:
    """Return the OpenAPI document as data that is ready for JSON."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Newsroom: search",
            "version": VERSION,
            "description": (
                "The search of the archive's pages, as JSON: the same request, the same counts, the same limits. What"
                " can't be read of a request is left out and named in problems; the rest is searched. Texts are"
                " their publishers'."
            ),
        },
        "paths": {reverse("api-search", args=[unit]): {"get": _operation(unit)} for unit in UNITS},
        "components": {"schemas": _schemas()},
    }


def _schemas() -> dict[str, Any]:
    _, schemas = TypeAdapter.json_schemas(
        [("answer", "serialization", ANSWER), ("error", "serialization", ERROR)], ref_template=REFERENCE
    )
    definitions: dict[str, Any] = schemas["$defs"]
    return definitions


def _operation(unit: str) -> dict[str, Any]:
    error = {"application/problem+json": {"schema": {"$ref": REFERENCE.format(model="Error")}}}
    answer = {"application/json": {"schema": {"$ref": REFERENCE.format(model="Answer")}}}
    return {
        "operationId": f"search_{unit}",
        "summary": SUMMARIES[unit],
        "parameters": [_parameter(one) for one in PARAMETERS],
        "responses": {
            "200": {"description": "What was found.", "content": answer},
            "304": {"description": "Nothing has changed since the answer with the ETag sent along."},
            **{status: {"description": why, "content": error} for status, why in ERRORS.items()},
        },
    }


def _parameter(one: Parameter) -> dict[str, Any]:
    """Describe a parameter: any text is taken, since what is none of its values is left out and named in problems."""
    schema = {"type": "array", "items": {"type": "string"}} if one.many else {"type": "string"}
    meaning = f"{one.meaning} {MANY}" if one.many else one.meaning
    values = f" One of {', '.join(one.schema['enum'])}." if "enum" in one.schema else ""
    return {"name": one.name, "in": "query", "description": f"{meaning}{values}", "schema": schema}
