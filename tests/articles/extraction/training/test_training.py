"""A tiny model learnt from sentences written here: it finds what it was taught, and is the same every time."""

import gzip
import json

import pytest

from articles.extraction.findings import Passage
from articles.extraction.recognisers import character_model
from articles.extraction.recognisers.builtin import BuiltinRecogniser
from articles.extraction.recognisers.weights import Weights
from articles.extraction.text.analysis import analyse
from articles.extraction.training.build import build_weights
from articles.extraction.training.datasets import DATASETS, as_printed, read_datasets, training_article
from articles.extraction.training.train import train

PEOPLE = ("Quilla Marbo", "Tessa Vorn", "Odd Brekke", "Ines Calder", "Pavo Lindt", "Rhea Sommer")
PLACES = ("Stonebridge", "Fairwater", "Norhaven")


def articles():
    for number, person in enumerate(PEOPLE):
        place = PLACES[number % len(PLACES)]
        text = f"On Monday {person} walked to {place}. In {place} the mill of {person} stood by the river."
        starts = [at for at in range(len(text)) if text.startswith(person, at)]
        yield {"id": str(number), "text": text, "persons": [[at, at + len(person)] for at in starts]}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The sentences as every one of the sets, and the weights made of them."""
    folder = tmp_path_factory.mktemp("sets")
    for name in DATASETS:
        with gzip.open(folder / f"{name}.jsonl.gz", "wt", encoding="utf-8") as file:
            file.write("\n".join(map(json.dumps, articles())))
    with pytest.MonkeyPatch.context() as patch:
        # The character model is learnt from whole lexicons, six times; how well is no subject here.
        patch.setitem(character_model._PARAMETERS, "max_iterations", 5)
        build_weights(folder, folder / "weights")
        train(list(read_datasets(folder)), folder / "again")
    return folder


@pytest.mark.slow(reason="weights are learnt seven times")
def test_what_was_taught_is_found(folder):
    article = analyse([Passage("On Monday Vesna Marlow walked to Fairwater.")])
    (name,) = BuiltinRecogniser(Weights(folder / "weights")).names_in(article)
    assert [word.text for word in article.paragraphs[0].words[name.first : name.last]] == ["Vesna", "Marlow"]
    assert 0 < name.confidence <= 1


@pytest.mark.slow(reason="weights are learnt seven times")
def test_the_same_articles_give_the_same_weights(folder):
    again = sorted((folder / "again").iterdir())
    assert len(again) == 2
    assert [file.read_bytes() for file in again] == [(folder / "weights" / file.name).read_bytes() for file in again]


def test_a_set_as_newspapers_print_it():
    text, names = as_printed("Tessa 's boat did n't sink, Bo.", [(0, 5), (28, 30)])
    assert text == "Tessa's boat didn't sink, Bo."
    assert [text[start:end] for start, end in names] == ["Tessa", "Bo"]


def test_titles_are_no_part_of_what_is_learnt():
    assert training_article("a", "Then Mr. Vorn spoke.", [(5, 13)]).names == [[(2, 3)]]
