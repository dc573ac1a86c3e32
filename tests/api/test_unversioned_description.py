"""The API's description is sound, and what is answered is what it describes."""

from datetime import date
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from openapi_spec_validator import OpenAPIV31SpecValidator

from api.parameters.facets import FACETS, PARAMETERS
from api.unversioned.description import description
from search.results.request import EXCLUDE, SearchRequest
from search.results.request import PARAMETERS as READ
from search.results.url_parameters import UNITS, parse_parameters

pytestmark = pytest.mark.django_db


def wrong_with(data: dict[str, Any], shape: str) -> list[str]:
    """Return what a schema of the description says against an answer, with nothing in it that is not described."""
    schemas = {name: closed(schema) for name, schema in description()["components"]["schemas"].items()}
    whole = {"$ref": f"#/components/schemas/{shape}", "components": {"schemas": schemas}}
    return [f"{list(error.path)}: {error.message}" for error in Draft202012Validator(whole).iter_errors(data)]


def closed(schema: dict[str, Any]) -> dict[str, Any]:
    return {**schema, "additionalProperties": False} if schema.get("type") == "object" else schema


def test_it_is_openapi_3_1():
    OpenAPIV31SpecValidator(description()).validate()
    assert set(description()["paths"]) == {f"/api/search/{unit}" for unit in UNITS}


def test_every_field_and_parameter_is_there_to_be_read(client):
    served = client.get("/api/openapi.json")
    assert served.json() == description()
    assert "max-age" in served.headers["Cache-Control"]
    operation = served.json()["paths"]["/api/search/quotations"]["get"]
    assert [one["name"] for one in operation["parameters"]] == [one.name for one in PARAMETERS]
    assert set(operation["responses"]) == {"200", "304", "400", "404", "429", "503"}


def test_what_is_described_is_what_is_read():
    """All that a request can say of itself, but the unit, which stands in the address, and the size of a page."""
    chosen = tuple((facet, (1,)) for facet in READ)
    day = date(2020, 1, 1).isoformat()
    full = SearchRequest("words", "", chosen, chosen, day, day, "newest", "months", copies_apart=True, page=2)
    assert {name for name, _ in full.parameters()} == {one.name for one in PARAMETERS} - {"size"}
    assert {one.name for one in FACETS} == set(READ.values())
    assert {one.name for one in PARAMETERS if one.name.startswith(EXCLUDE)} == {EXCLUDE + one.name for one in FACETS}


@pytest.mark.parametrize("parameter", [one for one in PARAMETERS if "enum" in one.schema], ids=lambda one: one.name)
def test_values_that_are_described_are_read(parameter, rf):
    for value in parameter.schema["enum"]:
        if value != "articles":  # what goes without saying in `by`
            parsed = parse_parameters(rf.get("/", {parameter.name: value}).GET)
            assert parsed.warnings == []
            read = {one for name, one in parsed.request.parameters() if name == parameter.name}
            assert read == ({"checked", "sure", "likely"} if value == "known" else {value})


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize(
    "parameters",
    [{"q": "ferry"}, {"q": "ferry", "by": "speakers"}, {"q": "none such"}, {"q": 'ferry -""', "year": "x"}],
    ids=str,
)
def test_answers_are_as_described(ask, unit, parameters):
    answer = ask(unit, **parameters)
    assert answer.status == 200
    assert wrong_with(answer.data, "Answer") == []


@pytest.mark.parametrize(("unit", "status"), [("paragraphs", 400), ("nothing", 404)])
def test_errors_are_as_described(ask, unit, status):
    answer = ask(unit)
    assert answer.status == status
    assert wrong_with(answer.data, "Error") == []


def test_the_proof_can_fail(ask):
    data = ask("paragraphs", q="ferry").data
    assert wrong_with({**data, "pages": "many"}, "Answer")
    assert wrong_with({**data, "undescribed": 1}, "Answer")
    assert wrong_with({name: value for name, value in data.items() if name != "facets"}, "Answer")
