"""The page of components: for who works on the pages, not for readers."""

import pytest
from django.test import override_settings

from newsroom.design import specimens

pytestmark = pytest.mark.django_db


def test_readers_have_no_page_of_components(client):
    assert client.get("/design/").status_code == 404


@override_settings(DEBUG=True)
def test_it_shows_every_component_and_its_longest_content(client):
    page = client.get("/design/").content.decode()
    for words in (
        specimens.LONG_NAME,
        specimens.ARABIC,
        "date unknown",
        "There is no such day",
        "Checked by an editor",
        "[left out: ",
        "44 more have this name",
    ):
        assert words in page
    assert "{#" not in page
    assert "{%" not in page


@override_settings(DEBUG=True)
def test_it_shows_each_symbol_that_there_is(client, settings):
    symbols = (settings.BASE_DIR / "static" / "icons.svg").read_text().count("<symbol ")
    assert len(set(specimens.ICONS)) == symbols
