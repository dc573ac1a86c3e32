"""An article laid out for the model: its runs, the features of their words, and what the model thinks of them."""

from dataclasses import dataclass

import pycrfsuite

from ..candidates.runs import Run, may_name, runs_of
from ..text.analysis import AnalysedArticle, AnalysedParagraph
from .article import ArticleSigns
from .features import features_of
from .labels import LABELS, NONE, Shares
from .looks import Looks

HARDLY = 0.02  # where no word of a run is likelier than that to be in a name, there is none

Features = list[list[str]]  # of the words of a run


@dataclass(frozen=True, slots=True)
class Laid:
    """An article's runs with the paragraph of each, and the features of their words."""

    paragraphs: list[AnalysedParagraph]
    runs: list[Run]
    features: list[Features]


def laid_out(article: AnalysedArticle, looks: Looks) -> Laid:
    """Return the runs of an article with their features."""
    runs = [list(runs_of(paragraph)) for paragraph in article.paragraphs]
    signs = ArticleSigns(article, runs)
    placed = [
        (paragraph, run)
        for paragraph, of_paragraph in zip(article.paragraphs, runs, strict=True)
        for run in of_paragraph
        if may_name(paragraph, run)
    ]
    return Laid(
        [paragraph for paragraph, _ in placed],
        [run for _, run in placed],
        [features_of(paragraph, run, signs, looks) for paragraph, run in placed],
    )


def shares_of(features: list[Features], tagger: pycrfsuite.Tagger) -> list[Shares]:
    """Return for each run how likely each label is for each of its words; empty where it surely has no name."""
    named = [label for label in tagger.labels() if label in LABELS and label != NONE]
    alone = [label for label in named if label == "U"]  # all that a run of one word may be
    shares: list[Shares] = []
    for run in features:
        tagger.set(run)
        none = [tagger.marginal(NONE, at) for at in range(len(run))]
        if min(none) > 1 - HARDLY:
            shares.append([])
        else:
            able = named if len(run) > 1 else alone
            shares.append(
                [{NONE: none[at]} | {one: tagger.marginal(one, at) for one in able} for at in range(len(run))]
            )
    return shares
