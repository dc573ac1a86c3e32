"""Inference: an article's runs of capitals, the features of their words, and the marginals of their labels."""

from ..candidates.capital_runs import CapitalRun, capital_runs, may_hold_name
from ..records import record
from ..text.analysis import AnalysedArticle, AnalysedParagraph
from .context_features import PlacedRun, context_features
from .document_features import DocumentFeatures
from .feature_groups import WordFeatures
from .features import FeatureExtractor


@record
class FeaturisedArticle:
    """An article's runs with the paragraph of each, and the features of their words."""

    paragraphs: list[AnalysedParagraph]
    runs: list[CapitalRun]
    features: list[list[WordFeatures]]


def featurise(article: AnalysedArticle, extractor: FeatureExtractor) -> FeaturisedArticle:
    """Return the runs of an article that may hold names, with the features of their words."""
    every = [
        PlacedRun(paragraph, run, context_features(paragraph, run))
        for paragraph in article.paragraphs
        for run in capital_runs(paragraph)
    ]
    document = DocumentFeatures(article, every)
    able = [placed for placed in every if may_hold_name(placed.paragraph, placed.run)]
    return FeaturisedArticle(
        [placed.paragraph for placed in able],
        [placed.run for placed in able],
        [extractor.features_of(placed, document) for placed in able],
    )
