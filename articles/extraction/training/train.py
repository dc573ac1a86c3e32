"""Train both models of the built-in recogniser: the same weights from the same articles every time."""

import re
from collections.abc import Sequence
from pathlib import Path

import pycrfsuite

from ..recognisers.character_model import CharacterModel, train_character_model
from ..recognisers.feature_groups import KeptGroups
from ..recognisers.features import FeatureExtractor
from ..recognisers.inference import FeaturisedArticle, featurise
from ..recognisers.labels import encode_spans
from .datasets import TrainingArticle

PARAMETERS = {"c1": 0.3, "c2": 3.0, "max_iterations": 150, "feature.minfreq": 2}  # chosen by cross-validation
_SMALL = re.compile(r"\b[a-z]{3,24}\b")


def train(articles: Sequence[TrainingArticle], folder: Path) -> None:
    """Train on articles and write the weights of both models into a folder, without a note."""
    folder.mkdir(parents=True, exist_ok=True)
    train_character_model(lowercase_words(articles), folder / "characters.crfsuite")
    groups = KeptGroups()
    extractor = FeatureExtractor(CharacterModel(folder / "characters.crfsuite"), groups)
    trainer = pycrfsuite.Trainer("lbfgs", verbose=False)
    trainer.set_params(PARAMETERS)
    for article in articles:
        featurised = featurise(article.analysed, extractor)
        for features, labels in zip(featurised.features, _labels(article, featurised), strict=True):
            trainer.append([groups.features_of(word) for word in features], labels)
    trainer.train(str(folder / "names.crfsuite"))


def lowercase_words(articles: Sequence[TrainingArticle]) -> set[str]:
    """Return the words that the articles write in small letters."""
    paragraphs = (
        paragraph for article in articles if not article.augmented for paragraph in article.analysed.paragraphs
    )
    return {word for paragraph in paragraphs for word in _SMALL.findall(paragraph.text)}


def _labels(article: TrainingArticle, featurised: FeaturisedArticle) -> list[list[str]]:
    return [
        encode_spans(
            [name for name in article.names[paragraph.index] if name[0] < run.last and run.first < name[1]],
            run.first,
            run.last,
        )
        for paragraph, run in zip(featurised.paragraphs, featurised.runs, strict=True)
    ]
