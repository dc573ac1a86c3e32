"""From what the model thinks of each word to names, in two passes: parts of a full name are believed sooner elsewhere.

In: an article laid out, and the shares of its labels. Out: names with how sure each is. That the same words mean the
same thing all over an article is the strongest evidence there is for a surname alone.
"""

from collections.abc import Iterator
from typing import NamedTuple

from ..candidates.runs import Run
from ..candidates.spellings import bare
from ..text.analysis import AnalysedParagraph
from ..text.tokens import title_cased
from .labels import Shares, best_labels, spans_of
from .looking import Laid

DOUBT = 1.5  # how much its belief in "no name" counts: the copies it learnt from made it bold; by cross-validation, as
KNOWN = 0.1  # the same for the first and the last word of a name that stands in full in the article
SURE = 0.5  # from here on a full name's parts are known


class Found(NamedTuple):
    """A name: its paragraph, its half-open word range, and the share of its doubtfullest word."""

    paragraph: AnalysedParagraph
    first: int
    last: int
    share: float


def names_in(laid: Laid, shares: list[Shares]) -> list[Found]:
    """Return the names of an article, in order."""
    runs = [one for one in zip(laid.paragraphs, laid.runs, shares, strict=True) if one[2]]
    first = [list(_names(paragraph, run, share, [DOUBT] * len(share))) for paragraph, run, share in runs]
    known = {part for found in first for name in found if _in_full(name) for part in _parts(name)}
    names: list[Found] = []
    for (paragraph, run, share), found in zip(runs, first, strict=True):
        doubts = [
            KNOWN if bare(title_cased(word)) in known else DOUBT for word in paragraph.words[run.first : run.last]
        ]
        names += _names(paragraph, run, share, doubts) if KNOWN in doubts else found
    return names


def _in_full(name: Found) -> bool:
    return name.share > SURE and name.last - name.first > 1


def _parts(found: Found) -> set[str]:
    words = found.paragraph.words
    parts = {bare(title_cased(words[found.first])), bare(title_cased(words[found.last - 1]))}
    return {part for part in parts if len(part) > 2}


def _names(paragraph: AnalysedParagraph, run: Run, shares: Shares, doubts: list[float]) -> Iterator[Found]:
    labels = best_labels(shares, doubts)
    for start, end in spans_of(labels):
        share = min(shares[at].get(labels[at], 0.0) for at in range(start, end))
        yield Found(paragraph, run.first + start, run.first + end, share)
