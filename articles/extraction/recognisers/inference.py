"""Inference: an article's runs of capitals, the features of their words, and the marginals of their labels."""

from dataclasses import dataclass

import pycrfsuite

from ..candidates.capital_runs import CapitalRun, capital_runs, may_hold_name
from ..text.analysis import AnalysedArticle, AnalysedParagraph
from .character_model import CharacterModel
from .document_features import DocumentFeatures
from .features import features_of
from .labels import LABELS, OUTSIDE, Marginals

NEGLIGIBLE = 0.02  # where no word of a run is likelier than that to be in a name, there is none

Features = list[list[str]]  # of the words of a run


@dataclass(frozen=True, slots=True)
class FeaturisedArticle:
    """An article's runs with the paragraph of each, and the features of their words."""

    paragraphs: list[AnalysedParagraph]
    runs: list[CapitalRun]
    features: list[Features]


def featurise(article: AnalysedArticle, character_model: CharacterModel) -> FeaturisedArticle:
    """Return the runs of an article that may hold names, with the features of their words."""
    runs = [list(capital_runs(paragraph)) for paragraph in article.paragraphs]
    document = DocumentFeatures(article, runs)
    placed = [
        (paragraph, run)
        for paragraph, of_paragraph in zip(article.paragraphs, runs, strict=True)
        for run in of_paragraph
        if may_hold_name(paragraph, run)
    ]
    return FeaturisedArticle(
        [paragraph for paragraph, _ in placed],
        [run for _, run in placed],
        [features_of(paragraph, run, document, character_model) for paragraph, run in placed],
    )


def marginals_of(features: list[Features], tagger: pycrfsuite.Tagger) -> list[Marginals]:
    """Return for each run the marginals of its words' labels; empty where it surely holds no name."""
    named = [label for label in tagger.labels() if label in LABELS and label != OUTSIDE]
    alone = [label for label in named if label == "U"]  # all that a run of one word may be
    marginals: list[Marginals] = []
    for run in features:
        tagger.set(run)
        none = [tagger.marginal(OUTSIDE, at) for at in range(len(run))]
        if min(none) > 1 - NEGLIGIBLE:
            marginals.append([])
        else:
            able = named if len(run) > 1 else alone
            marginals.append(
                [{OUTSIDE: none[at]} | {one: tagger.marginal(one, at) for one in able} for at in range(len(run))]
            )
    return marginals
