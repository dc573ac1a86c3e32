"""Places of names joined into people, whoever found the places."""

import pytest

from articles.extraction.findings import Passage
from articles.extraction.people.coreference import cluster_mentions
from articles.extraction.recognisers import NameSpan
from articles.extraction.text.analysis import analyse


def joined(*names: str) -> list[list[str]]:
    """Return the names of each person; an honorific before a name is set before the place."""
    article = analyse([Passage(". ".join(names))])
    (paragraph,) = article.paragraphs
    spans: list[NameSpan] = []
    for name in names:
        start = paragraph.text.index(name, paragraph.ends[spans[-1].last - 1] if spans else 0)
        bare = start + len(name) - len(name.removeprefix("Mr. ").removeprefix("Mrs. "))
        inside = [n for n, begin in enumerate(paragraph.starts) if bare <= begin < start + len(name)]
        spans.append(NameSpan(0, inside[0], inside[-1] + 1, 0.9))
    entities = cluster_mentions(article, spans)
    people: list[list[str]] = [[] for _ in entities.people]
    for mention, name in zip(entities.mentions, names, strict=True):
        people[mention.person].append(name)
    return people


@pytest.mark.parametrize(
    "people",
    [
        [["Maria Keller", "Keller", "Maria"]],
        [["Bill Carver", "William Carver", "Carver"]],
        [["J. R. Holm", "John Holm"]],
        [["Otto Brandvold", "Jens Otto Brandvold"]],
        [["Ichiro Tanabe", "Tanabe Ichiro"]],
        [["Park Seo-yeon", "Park"]],
        [["Ahmed al-Sadri", "Sadri"]],
        [["Zoë Müller", "ZOE MULLER"]],
        [["Peter A. Novak"], ["Peter B. Novak"]],
        [["Kim Min-jun"], ["Kim Min-seo"]],
        [["Quint", "Quint"]],
        [["Otto Brandvold Jr", "Brandvold Jr"], ["Otto Brandvold", "Brandvold"]],
        [["Otto Karl Brandvold Jr", "Otto Karl Brandvold"]],
        [["Marta de Souza", "de Souza", "de Souza"]],
    ],
)
def test_who_is_the_same_person(people):
    assert joined(*(name for person in people for name in person)) == people


def test_a_surname_alone_is_a_later_full_name():
    assert joined("Keller", "Maria Keller") == [["Keller", "Maria Keller"]]


def test_an_honorific_chooses_between_two():
    assert joined("Maria Keller", "Tom Keller", "Mrs. Keller", "Mr. Keller") == [
        ["Maria Keller", "Mrs. Keller"],
        ["Tom Keller", "Mr. Keller"],
    ]


def test_a_surname_alone_means_who_is_named_in_full_most_often():
    names = ("Peter Novak", "Peter Novak", "Jane Novak", "Novak")
    assert joined(*names) == [["Peter Novak", "Peter Novak", "Novak"], ["Jane Novak"]]


def test_of_two_named_as_often_the_last_one_is_meant():
    names = ("Peter Novak", "Jane Novak", "Novak")
    assert joined(*names) == [["Peter Novak"], ["Jane Novak", "Novak"]]


def meant(text: str, *names: str) -> list[str]:
    """Return the name in full of whom each place means, in the order of the text."""
    article = analyse([Passage(text)])
    (paragraph,) = article.paragraphs
    spans, begin = [], 0
    for name in names:
        begin = paragraph.text.index(name, begin)
        inside = [n for n, start in enumerate(paragraph.starts) if begin <= start < begin + len(name)]
        spans.append(NameSpan(0, inside[0], inside[-1] + 1, 0.9))
        begin += len(name)
    entities = cluster_mentions(article, spans)
    return [entities.names[mention.person] for mention in entities.mentions]


@pytest.mark.parametrize(
    "text",
    [
        "Peter Novak, son of former Sen. Jane Novak, came. Novak spoke.",
        "Peter Novak and his wife, Jane Novak, came. Novak spoke.",
        "Peter Novak met Lind's wife Jane Novak. Novak spoke.",
    ],
)
def test_a_surname_alone_is_not_the_relative_named_last(text):
    assert meant(text, "Peter Novak", "Jane Novak", "Novak")[2] == "Peter Novak"


@pytest.mark.parametrize(
    "text",
    [
        "Peter Novak came, the son of Ada Berg. Jane Novak came. Novak spoke.",
        "Peter Novak came with the son of Ada Berg, Jane Novak. Novak spoke.",
        "Peter Novak met his wife. Jane Novak came. Novak spoke.",
        "Peter Novak met the son of Sen. Gov. Maj. Gen. Lt. Col. Capt. Jane Novak. Novak spoke.",
    ],
)
def test_who_stands_behind_a_relative_is_not_the_relative(text):
    assert meant(text, "Peter Novak", "Jane Novak", "Novak")[2] == "Jane Novak"


def test_a_surname_alone_means_nobody_who_is_named_in_full_only_later():
    text = "Peter Novak came. Novak spoke. Jane Novak left. Jane Novak wept."
    assert meant(text, "Peter Novak", "Novak", "Jane Novak", "Jane Novak")[1] == "Peter Novak"


def test_both_surnames_alone_are_not_the_name_in_full():
    names = ("Ida Holm Lund", "Holm Lund", "Holm Lund")
    assert meant(". ".join(names), *names) == ["Ida Holm Lund"] * 3
