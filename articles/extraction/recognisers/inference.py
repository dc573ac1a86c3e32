"""Inference: an article's runs of capitals, the features of their words, and the marginals of their labels."""

from itertools import chain

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
    """Return the runs of an article that may hold names, with the features of their words.

    What stands alone and holds none (“The”) tells of a word only where that stands in another run as well.
    """
    able: list[PlacedRun] = []
    plain: list[tuple[AnalysedParagraph, CapitalRun]] = []
    for paragraph in article.paragraphs:
        for run in capital_runs(paragraph):
            if may_hold_name(paragraph, run):
                able.append(_placed(paragraph, run))
            else:
                plain.append((paragraph, run))
    known = set(chain.from_iterable(one.paragraph.lowers[one.run.first : one.run.last] for one in able))
    seen = [_placed(paragraph, run) for paragraph, run in plain if paragraph.lowers[run.first] in known]
    document = DocumentFeatures(article, chain(able, seen))
    return FeaturisedArticle(
        [placed.paragraph for placed in able],
        [placed.run for placed in able],
        [extractor.features_of(placed, document) for placed in able],
    )


def _placed(paragraph: AnalysedParagraph, run: CapitalRun) -> PlacedRun:
    return PlacedRun(paragraph, run, context_features(paragraph, run))
