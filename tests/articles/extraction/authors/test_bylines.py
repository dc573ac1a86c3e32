"""Whom a byline names: agencies, jobs and what stands around the names are no authors."""

import pytest

from articles.extraction.authors import authors_of, sole_author


@pytest.mark.parametrize(
    ("byline", "authors"),
    [
        ("By Mara Lind", ("Mara Lind",)),
        ("BY MARA LIND", ("Mara Lind",)),
        ("Analysis Mara Lind", ("Mara Lind",)),
        ("Story by Mara Lind and Jo Holm", ("Mara Lind", "Jo Holm")),
        ("Story Lind", ("Story Lind",)),
        ("Mara Lind, Harbour Correspondent; Reuters", ("Mara Lind",)),
        ("Dr. Mara J. Lind, Jr.", ("Mara J. Lind Jr.",)),
        ("Mara Lind, mlind", ("Mara Lind", "mlind")),
        ("The Associated Press", ()),
        ("Harbour Courier Staff", ()),
        ("Mara Lind, as told to Jo Holm", ()),
        ("By", ("By",)),
        (" ,;|\n\x00“”", ()),
        ("Mara Lind, " * 1_000, ()),
    ],
)
def test_the_names_of_a_byline(byline, authors):
    assert authors_of(byline) == authors


@pytest.mark.parametrize(
    ("authors", "author"),
    [
        (["Mara Lind"], "Mara Lind"),
        (["By Mara Lind", "mara lind, Reuters"], None),  # spelt in two ways: it may be two accounts
        (["Mara Lind", "Special Correspondent"], "Mara Lind"),
        (["Mara Lind", "Jo Holm"], None),
        (["Mara Lind", "as told to Jo Holm"], None),
        (["Mara de la Lind"], "Mara de la Lind"),
        (["mara-lind"], None),
        (["Lind"], None),
        (["Everything That You Must Know Now"], None),
        ([""], None),
        ([], None),
    ],
)
def test_one_author_is_one_name_in_full(authors, author):
    assert sole_author(authors) == author
