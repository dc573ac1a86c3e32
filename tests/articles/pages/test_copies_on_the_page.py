"""An article's page names the others that published the same text."""

import pytest

from articles.importing.importer import import_article
from articles.queries import copies_of, stories
from articles.sources.dates import read_date

pytestmark = pytest.mark.django_db
TEXT = " ".join(f"harbour{n}" for n in range(100))


@pytest.fixture
def published(source):
    """Import a copy: `published("a", "2020-05-01")`."""

    def brought(name: str, day: str = "", text: str = TEXT):
        values = {"source_id": name, "publisher": f"The {name} <Post>", "title": f"As {name} calls it"}
        return import_article(source(texts=[text], published=read_date(day) if day else None, **values)).article

    return brought


def test_the_others_are_named_the_first_published_first(client, published):
    undated, late, early = published("A"), published("B", "2020-05-02"), published("C", "2020-05-01")
    other = published("D", text="Something else altogether.")
    page = client.get(f"/articles/{undated.pk}/").content.decode()
    assert "Also published by" in page
    assert "The C &lt;Post&gt;" in page
    assert page.index(f'href="/articles/{early.pk}/"') < page.index(f'href="/articles/{late.pk}/"')
    assert f'href="/articles/{other.pk}/"' not in page
    assert copies_of(early).named == [late, undated]


def test_one_without_copies_says_nothing_of_them(client, published):
    page = client.get(f"/articles/{published('A').pk}/").content.decode()
    assert "Also published by" not in page


def test_a_long_list_ends_with_how_many_more(client, published, monkeypatch):
    monkeypatch.setattr(stories, "MOST_COPIES", 2)
    first, *_ = [published(name) for name in "ABCDE"]
    assert copies_of(first).more == 2
    assert "and 2 more" in client.get(f"/articles/{first.pk}/").content.decode()
