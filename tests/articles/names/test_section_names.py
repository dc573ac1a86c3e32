"""Readable names of sections, and which texts name one section."""

import pytest

from articles.names.sections import section_identity, section_name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("politics", "Politics"),
        ("POLITICS", "Politics"),
        ("Politics", "Politics"),
        ("us-news/politics", "Politics"),
        ("us-news", "US news"),
        ("world_news", "World news"),
        ("World News", "World News"),
        ("World_News", "World News"),
        ("News > World > Europe", "Europe"),
        ("News | Opinion", "Opinion"),
        ("/world/", "World"),
        ("https://paper.example/uk/politics/", "Politics"),
        ("sport/2022", "Sport"),
        ("Life / Style", "Life / Style"),
        ("Arts & Culture", "Arts & Culture"),
        ("Op-Ed", "Op-Ed"),
        ("UK", "UK"),
        ("TV", "TV"),
        ("новости/мир", "Мир"),
        ("新闻", "新闻"),
        ("2022", "2022"),
        ("///", "///"),
        ("", ""),
        ("-", "-"),
    ],
)
def test_a_text_becomes_a_name_that_can_be_read(text, name):
    assert section_name(text) == name


@pytest.mark.parametrize("text", ["politics", "us-news/Politics", "POLITICS", "Politics.", "world > politics"])
def test_one_name_is_one_section_whoever_publishes_it(text):
    assert section_identity(text) == section_identity("Politics")


@pytest.mark.parametrize("text", ["Politics and economy", "Party politics", "Police"])
def test_another_name_is_another_section(text):
    assert section_identity(text) != section_identity("Politics")


@pytest.mark.parametrize("text", ["/" * 200, "a" * 200, "<script>/" * 20, "\u202e", "👍/👍", ">" * 200, " / " * 60])
def test_any_text_has_a_name_no_longer_than_its_column(text):
    assert len(section_name(text)) <= 200
    assert bool(section_identity(text)) == bool(text.strip())
