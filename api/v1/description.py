"""The OpenAPI document of version 1: what django-ninja makes of the declarations, with problems as they are told."""

import json
from functools import cache
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import conditional_page, require_safe

from api.v1.api import api
from api.v1.reading import ERRORS

A_DAY = 24 * 60 * 60  # seconds
TOKEN = {"type": "http", "scheme": "bearer", "description": "A token that its owner made on the page of the account."}


@require_safe
@cache_control(public=True, max_age=A_DAY)
@conditional_page
def openapi(request: HttpRequest) -> HttpResponse:
    """Describe the API to programs."""
    return HttpResponse(json.dumps(description(), ensure_ascii=False, indent=1), content_type="application/json")


@cache
def description() -> dict[str, Any]:
    """Return the OpenAPI document as data that is ready for JSON."""
    document: dict[str, Any] = json.loads(json.dumps(api.get_openapi_schema(path_prefix=_prefix())))
    document.pop("servers")
    document["components"]["securitySchemes"] = {"token": TOKEN}
    for path in document["paths"].values():
        for operation in path.values():
            operation["security"] = [{}, {"token": []}]
            _describe(operation["responses"])
    return document


def _prefix() -> str:
    return reverse("api-v1-openapi").removesuffix("openapi.json").lstrip("/")


def _describe(responses: dict[str, Any]) -> None:
    """Say of each answer what it means, and that problems are problem details."""
    responses["200"]["description"] = "What was asked for."
    responses["304"] = {"description": "Nothing has changed since the answer with the ETag sent along."}
    for status, response in responses.items():
        if int(status) in ERRORS:
            response["description"] = ERRORS[int(status)]
            response["content"] = {"application/problem+json": response["content"].pop("application/json")}
