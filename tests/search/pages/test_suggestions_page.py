"""The address that suggestions come from: options or JSON, and text stays text."""

import pytest

pytestmark = pytest.mark.django_db

ADDRESS = "/search/suggestions/"
HOSTILE = "<script>alert(1)</script>"


@pytest.fixture(scope="module")
def named(rows_of_a_module, add_article, mention):
    """An article that names two people, once for all tests here."""
    article = add_article("A", f"Anna Weber met Zed {HOSTILE}.", publisher=f"Zed {HOSTILE}")
    paragraph = article.paragraphs.get(number=1)
    mention(paragraph, "Anna Weber")
    mention(paragraph, f"Zed {HOSTILE}")


@pytest.fixture(autouse=True)
def harbour(db, named, words_given):
    words_given({"harbour": 9})


def test_options_say_what_they_are_and_what_choosing_them_does(client):
    page = client.get(ADDRESS, {"q": "web"}).content.decode()
    assert 'role="group" aria-labelledby="suggested-person"' in page
    assert 'role="option" id="suggested-1"' in page
    assert 'data-address="/search/?person=' in page
    assert "named 1×" in page


def test_the_same_comes_as_json(client):
    answer = client.get(ADDRESS, {"q": "old harb"}, headers={"accept": "application/json"})
    assert answer.json() == {
        "suggestions": [
            {
                "kind": "word",
                "name": "harbour",
                "role": "",
                "count": 9,
                "text": "old harbour",
                "caret": 11,
                "url": None,
            }
        ]
    }
    assert "Accept" in answer["Vary"]


def test_a_name_is_text_whatever_it_holds(client):
    page = client.get(ADDRESS, {"q": "zed"}).content.decode()
    assert page.count("&lt;script&gt;") >= 4
    assert HOSTILE not in page


@pytest.mark.parametrize(
    "words", ["", " ", "\x00", "\x00" * 50, "a" * 10_000, '"' * 500, "(" * 500, "%", "_", "😀", "'; --"]
)
@pytest.mark.parametrize("at", ["", "0", "-1", "5", "99999999999999999999", "x", "١"])
def test_whatever_is_typed_is_answered(client, words, at):
    assert client.get(ADDRESS, {"q": words, "at": at, "person": "x", "date_from": "soon"}).status_code == 200


def test_it_is_only_read(client):
    assert client.post(ADDRESS).status_code == 405


def test_the_search_fields_say_where_suggestions_come_from(client):
    for address in ("/articles/", "/search/"):
        assert f'data-suggestions="{ADDRESS}"' in client.get(address).content.decode()
