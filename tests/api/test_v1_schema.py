"""Version 1 answers as its OpenAPI document says: whatever that allows is answered, whatever it forbids is refused."""

from typing import Any

import pytest
import schemathesis
from django.core import signals
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from hypothesis import HealthCheck, given, settings
from openapi_spec_validator import OpenAPIV31SpecValidator
from schemathesis import Case, GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    positive_data_acceptance,
    response_schema_conformance,
    status_code_conformance,
)

from api.v1.api import urls
from api.v1.description import description
from search.results.request import EXCLUDE, PARAMETERS
from tests.examples import PROFILE

pytestmark = pytest.mark.django_db
PATHS = sorted(description()["paths"])
EXAMPLES = PROFILE.max_examples // 4  # each is a request or two
HOST = {"Host": "testserver"}
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
    negative_data_rejection,
    positive_data_acceptance,
]


def test_it_is_openapi_3_1(client):
    OpenAPIV31SpecValidator(description()).validate()
    served = client.get("/api/v1/openapi.json")
    assert served.json() == description()
    assert "max-age" in served.headers["Cache-Control"]


def test_every_address_is_described():
    assert len(description()["paths"]) == len(urls[0]) == 13


def test_a_facet_of_searches_is_a_parameter_by_itself():
    for path in ("quotations", "paragraphs", "search/{unit}"):
        described = {one["name"] for one in description()["paths"][f"/api/v1/{path}"]["get"]["parameters"]}
        assert {side + name for side in ("", EXCLUDE) for name in PARAMETERS.values()} <= described


@pytest.fixture(scope="module")
def connection_kept():
    """Have requests keep the test's connection to the database, as Django's own test client does."""
    asked = (signals.request_started, signals.request_finished)
    for signal in asked:
        signal.disconnect(close_old_connections)
    yield
    for signal in asked:
        signal.connect(close_old_connections)


@pytest.fixture(scope="module")
def schema(connection_kept):
    """The document as it is served, whose requests are answered in this process."""
    return schemathesis.openapi.from_wsgi("/api/v1/openapi.json", get_wsgi_application(), headers=HOST)


@pytest.mark.slow  # hundreds of requests
@pytest.mark.usefixtures("archive")
@pytest.mark.parametrize("mode", GenerationMode)
@pytest.mark.parametrize("path", PATHS)
def test_it_answers_as_its_schema_says(schema, path, mode):
    @settings(max_examples=EXAMPLES, suppress_health_check=list(HealthCheck))
    @given(schema[path]["GET"].as_strategy(generation_mode=mode))
    def ask(case: Case[Any]) -> None:
        if mode == GenerationMode.POSITIVE:
            make_answerable(case)
        case.call_and_validate(headers=HOST, checks=CHECKS)

    ask()


def make_answerable(case: Case[Any]) -> None:
    """Take from a request what its schema can't forbid: a made-up cursor, a period that ends before it begins."""
    if case.query.pop("cursor", None) or case.query.get("date_from"):
        case.query.pop("date_to", None)
    if "q" in case.query or "search" in case.path:
        case.query["q"] = "ferry"
