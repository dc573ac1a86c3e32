"""A name that a chief editor hid is nobody's in searches: in no card, facet, suggestion, field, file or answer."""

import pytest

from articles.editing.corrections import Edit
from articles.editing.people.withholding import HIDDEN, SHOWN, correct_hidden
from articles.importing.importer import import_article
from articles.models import Person
from search.indexing.sync import sync
from tests.articles.conftest import editor, source  # noqa: F401 (fixtures)

pytestmark = pytest.mark.django_db

ADDRESSES = (
    "/search/?q=floats",
    "/search/?q=speaker:okafor",
    "/search/?q=floats&unit=quotations&group_by=speakers",
    "/search/suggestions/?q=oka&caret=3",
    "/search/values/people/?q=floats&name=oka",
    "/search/export.csv?q=floats",
    "/search/feed.atom?q=floats",
    "/api/search/paragraphs?q=floats",
)


def shown(client) -> dict[str, bool]:
    """Say for each address whether it names the person anywhere but in the article's own words."""
    pages = {one: client.get(one) for one in ADDRESSES}
    assert {page.status_code for page in pages.values()} == {200}
    texts = {one: b"".join(page).decode() for one, page in pages.items()}
    return {one: "Okafor" in text.replace("said Amara Okafor.", "") for one, text in texts.items()}


def test_a_hidden_name_is_nobodys_in_searches(client, source, editor):  # noqa: F811
    import_article(source(["“It floats,” said Amara Okafor."], source_id="test:1", title="Pier"))
    sync()
    person = Person.objects.get(name="Amara Okafor")
    before = shown(client)
    assert any(before.values())
    correct_hidden(person.pk, Edit(HIDDEN, "her wish", editor, 0))
    sync()
    assert [one for one, named in shown(client).items() if named] == []
    for address in (f"/search/?q=floats&person={person.pk}", f"/api/search/paragraphs?person={person.pk}"):
        assert "Amara Okafor<" not in client.get(address).content.decode()
    correct_hidden(person.pk, Edit(SHOWN, "she changed her mind", editor, 1))
    sync()
    assert shown(client) == before
