"""Makes the weights from the training sets: the same weights from the same articles every time."""

import re
from collections.abc import Sequence
from pathlib import Path

import pycrfsuite

from ..recognisers.labels import labels_of
from ..recognisers.looking import Laid, laid_out
from ..recognisers.looks import Looks, train_looks
from .datasets import Taught

PARAMETERS = {"c1": 0.3, "c2": 3.0, "max_iterations": 150, "feature.minfreq": 2}  # chosen by cross-validation
_SMALL = re.compile(r"\b[a-z]{3,24}\b")


def train(articles: Sequence[Taught], folder: Path) -> None:
    """Write the weights learnt from the articles into a folder, without their note."""
    folder.mkdir(parents=True, exist_ok=True)
    train_looks(lowercase_words(articles), folder / "looks.crfsuite")
    looks = Looks(folder / "looks.crfsuite")
    trainer = pycrfsuite.Trainer("lbfgs", verbose=False)
    trainer.set_params(PARAMETERS)
    for article in articles:
        laid = laid_out(article.analysed, looks)
        for features, labels in zip(laid.features, _labels(article, laid), strict=True):
            trainer.append(features, labels)
    trainer.train(str(folder / "names.crfsuite"))


def lowercase_words(articles: Sequence[Taught]) -> set[str]:
    """Return the words that the articles write in small letters."""
    paragraphs = (paragraph for article in articles if not article.copy for paragraph in article.analysed.paragraphs)
    return {word for paragraph in paragraphs for word in _SMALL.findall(paragraph.text)}


def _labels(article: Taught, laid: Laid) -> list[list[str]]:
    return [
        labels_of(
            [name for name in article.names[paragraph.index] if name[0] < run.last and run.first < name[1]], *run[1:]
        )
        for paragraph, run in zip(laid.paragraphs, laid.runs, strict=True)
    ]
