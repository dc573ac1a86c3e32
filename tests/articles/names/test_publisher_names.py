"""Which spellings are one publisher's for sure, and which may be."""

import pytest

from articles.names.identity import name_identity
from articles.names.publishers import PublisherVariant, publisher_keys, publisher_variant


@pytest.mark.parametrize(
    "spelling",
    ["The Test Post", "THE TEST POST", "  the test post ", "The Test-Post", "The\u00a0Test  Post", "The Tést Post."],
)
def test_these_are_one_publisher(spelling):
    assert name_identity(spelling) == name_identity("The Test Post")
    assert publisher_variant(spelling, "The Test Post") is None


@pytest.mark.parametrize(
    ("one", "other"), [("Quay & Sons", "Quay and Sons"), ("Canal+", "Canal Plus"), ("Q.N.N.", "QNN"), ("Quay!", "Quay")]
)
def test_signs_that_are_spoken_are_written_out_and_others_left_out(one, other):
    assert name_identity(one) == name_identity(other)


@pytest.mark.parametrize(
    ("one", "other", "variant"),
    [
        ("Test Post", "The Test Post", PublisherVariant.ARTICLE),
        ("Testpost", "Test Post", PublisherVariant.SPACING),
        ("The Testpost", "Test Post", PublisherVariant.SPACING),
        ("www.testpost.com", "Test Post", PublisherVariant.ADDRESS),
        ("https://testpost.co.uk/", "The Test Post", PublisherVariant.ADDRESS),
        ("Test Post – Opinion", "The Test Post", PublisherVariant.ADDITION),
        ("Test Post (Online)", "Test Post - News", PublisherVariant.ADDITION),
        ("Harbour Gazette", "Harbuor Gazette", PublisherVariant.SLIP),
        ("Harbour Gazette", "Habour Gazette", PublisherVariant.SLIP),
        ("Quay News", "Quya News", None),  # too short for a slip
        ("Canal+", "Canal", None),
        ("Harbour Gazette", "Harbour Post", None),
        ("Evening Star", "Morning Star", None),
        ("!!!", "???", None),
    ],
)
def test_what_may_be_one_publisher(one, other, variant):
    assert publisher_variant(one, other) == publisher_variant(other, one) == variant
    if variant:
        assert publisher_keys(one) & publisher_keys(other)


@pytest.mark.parametrize("name", ["\x00", "!\x00", "The\x00Test Post"])
def test_no_identity_holds_what_postgresql_refuses(name):
    assert "\x00" not in name_identity(name)


@pytest.mark.parametrize("name", ["", "   ", "!!!", "新闻", "👍" * 300, "." * 300, "www." * 75, "a.b." * 75 + "com"])
def test_any_name_has_an_identity_no_longer_than_its_column(name):
    assert bool(name_identity(name)) == bool(name.strip())
    assert len(name_identity(name)) <= 400
    publisher_keys(name)
