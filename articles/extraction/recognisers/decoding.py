"""Decoding: from the marginals of labels to names, in two passes: parts of a full name are believed sooner elsewhere.

In: an article's runs with the marginal probabilities of their labels. Out: names with how sure each is. That the same
words mean the same thing all over an article is the strongest evidence there is for a surname alone.
"""

from collections.abc import Iterator

from ..candidates.capital_runs import CapitalRun
from ..candidates.spellings import without_article
from ..lexicons import COMMON_WORDS, NO_NAMES, TITLES, cue_kinds, given_names
from ..records import record
from ..text.analysis import AnalysedParagraph
from .inference import FeaturisedArticle
from .labels import WHOLE, Marginals, decode_labels, is_name_alone, viterbi

# Factors on the marginal of the label "outside", chosen by cross-validation: the augmented copies of articles make the
# model bold, which the first corrects; the second is for the first and the last word of a name that stands in full in
# the article, the third for two words and more beside a verb of saying: who says something is likelier a person.
OUTSIDE_PRIOR = 1.5
KNOWN_NAME_PRIOR = 0.1
SPEAKER_PRIOR = 0.5
FULL_NAME_THRESHOLD = 0.5  # marginal from which on a full name's parts are known

_CUES = frozenset(cue_kinds())
_BEFORE_NAMES = NO_NAMES | (TITLES & given_names().keys())  # a "Prince" would stay in the name


@record
class DecodedName:
    """A name: its paragraph, its half-open word range, and the least marginal of the labels of its words."""

    paragraph: AnalysedParagraph
    first: int
    last: int
    marginal: float


def decode(featurised: FeaturisedArticle, marginals: list[Marginals]) -> list[DecodedName]:
    """Return the names of an article, in order; `marginals` are those of each of its runs."""
    runs = [one for one in zip(featurised.paragraphs, featurised.runs, marginals, strict=True) if one[2]]
    outside = [_prior(paragraph, run) for paragraph, run, _ in runs]
    first = [
        list(_names(paragraph, run, of_run, [prior] * len(of_run))) if len(of_run) > 1 else []
        for (paragraph, run, of_run), prior in zip(runs, outside, strict=True)  # no full name has one word
    ]
    known = {part for found in first for name in found if _in_full(name) for part in _parts(name)}
    names: list[DecodedName] = []
    for (paragraph, run, of_run), prior, found in zip(runs, outside, first, strict=True):
        words = paragraph.words[run.first : run.last]
        priors = [KNOWN_NAME_PRIOR if without_article(word.title) in known else prior for word in words]
        if len(of_run) == 1:
            names += _name_alone(paragraph, run, of_run[0], priors[0])
        else:
            names += _names(paragraph, run, of_run, priors) if KNOWN_NAME_PRIOR in priors else found
    return names


def _name_alone(
    paragraph: AnalysedParagraph, run: CapitalRun, marginal: dict[str, float], prior: float
) -> tuple[DecodedName, ...]:
    """Return the name that a run of one word is, none where it is none: what Viterbi finds, without looking for it."""
    if not is_name_alone(marginal, prior):
        return ()
    return (DecodedName(paragraph, run.first, run.last, marginal.get(WHOLE, 0.0)),)


def _prior(paragraph: AnalysedParagraph, run: CapitalRun) -> float:
    """Return the prior of a run's words, the lesser one where they stand beside a verb of saying and begin a name."""
    lowers, first = paragraph.lowers, run.first
    if run.last - first < 2 or lowers[first] in COMMON_WORDS:
        return OUTSIDE_PRIOR
    if _CUES.isdisjoint(lowers[run.last : run.last + 1] + lowers[max(0, first - 1) : first]):
        return OUTSIDE_PRIOR
    return OUTSIDE_PRIOR if paragraph.words[first].title in _BEFORE_NAMES else SPEAKER_PRIOR


def _in_full(name: DecodedName) -> bool:
    return name.marginal > FULL_NAME_THRESHOLD and name.last - name.first > 1


def _parts(found: DecodedName) -> set[str]:
    words = found.paragraph.words
    parts = {without_article(words[found.first].title), without_article(words[found.last - 1].title)}
    return {part for part in parts if len(part) > 2}


def _names(
    paragraph: AnalysedParagraph, run: CapitalRun, marginals: Marginals, priors: list[float]
) -> Iterator[DecodedName]:
    labels = viterbi(marginals, priors)
    for start, end in decode_labels(labels):
        marginal = min(marginals[at].get(labels[at], 0.0) for at in range(start, end))
        yield DecodedName(paragraph, run.first + start, run.first + end, marginal)
