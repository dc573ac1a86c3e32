"""The page that explains the API has every address and parameter, and examples that are answered."""

import re
import shlex
from html import unescape

import pytest

from api.pages.examples import EXAMPLES
from api.parameters.facets import PARAMETERS
from api.v1.description import description
from api.v1.search_parameters import OF_PAGES

pytestmark = pytest.mark.django_db


def test_every_address_and_parameter_is_explained(client):
    page = client.get("/api/").content.decode()
    assert all(f"<code>GET {path}</code>" in page for path in description()["paths"])
    assert all(f"<code>{one.name}</code>" in page for one in PARAMETERS if one.name not in OF_PAGES)
    assert all(f"<code>{name}</code>" in page for name in ("missing", "cursor", "name"))


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.address)
def test_the_examples_are_answered(client, archive, example):
    answer = client.get(f"/api/v1/{example.address}")
    unknown = ("has no value", "not a country", "called")  # this archive is too small to know everybody
    assert answer.status_code == 200 or any(words in answer.json()["detail"] for words in unknown)


SEARCHES = ["q=ferry&unit=quotations", "q=ferry+OR+%22a'$(b)%22", "q=ferry&by=publishers", "q=lisbon&unit=articles"]


@pytest.mark.parametrize("search", SEARCHES)
def test_a_search_is_there_as_a_command_and_as_a_program(client, archive, search):
    page = client.get(f"/search/?{search}")
    texts = dict(re.findall(r'<pre[^>]* id="(as-\w+)"[^>]*>(.*?)</pre>', page.content.decode(), re.DOTALL))
    command, address = shlex.split(unescape(texts["as-curl"]))
    found = page.context["found"]
    assert command == "curl"
    assert client.get(address).json()["total"]["documents"] == found.documents
    program = unescape(texts["as-python"])
    compile(program, "as-python", "exec")
    read = client.get(re.search(r'^address = "(.*)"$', program, re.MULTILINE)[1]).json()
    assert read["total"] in (
        found.documents,
        {"documents": found.documents, "articles": found.article_count, "groups": found.group_count},
    )
