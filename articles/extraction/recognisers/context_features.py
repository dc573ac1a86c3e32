"""Features from the words beside a run of capitals: what people do, whose kin they are, what things are.

In: a paragraph and a run. Out: features, the same for each word of the run: "does", "kin", "thing<" and the like, each
from the words of person_signs.tsv within few words of the run.
"""

from collections.abc import Iterator

from ..candidates.capital_runs import CapitalRun
from ..lexicons import ROLES, kinds_in
from ..records import record
from ..text.analysis import AnalysedParagraph
from ..word_classes import ARTICLES, OF

_SIGNS = kinds_in("person_signs.tsv")
_BE = _SIGNS["is"]
_REACH = 9  # words after "is a" among which the noun stands: "is a former English cricketer"
_HUMAN = _SIGNS["human"] | ROLES
_TELL_BEFORE = ARTICLES | _SIGNS["kin"] | _SIGNS["thing"] | _HUMAN | OF
_TELL_AFTER = _BE | _SIGNS["does"] | _SIGNS["thing"]


@record
class PlacedRun:
    """A run with its paragraph, and the features that the words beside it give each of its words."""

    paragraph: AnalysedParagraph
    run: CapitalRun
    context: tuple[str, ...]


def context_features(paragraph: AnalysedParagraph, run: CapitalRun) -> tuple[str, ...]:
    """Return the features that the words beside a run give each of its words."""
    before = run.first > run.sentence.first and paragraph.lowers[run.first - 1] in _TELL_BEFORE
    after = run.last < run.sentence.last and _may_tell(paragraph.gaps[run.last], paragraph.lowers[run.last])
    if not before and not after:
        return ()  # as beside most runs
    return (*_before(paragraph, run), *_after(paragraph, run))


def _may_tell(gap: str, lower: str) -> bool:
    """Say whether a word after a run, with the gap between, may give any feature."""
    return lower in _TELL_AFTER if gap == " " else True


def _before(paragraph: AnalysedParagraph, run: CapitalRun) -> Iterator[str]:
    at, first = run.first - 1, run.sentence.first
    if at < first:
        return
    word = paragraph.lowers[at]
    of = word in OF and at > first
    noun = paragraph.lowers[at - 1] if of else word
    if word in ARTICLES:
        yield "the<"
    if noun in _SIGNS["kin"]:
        yield "kin" + "-of" * of
    elif noun in _SIGNS["thing"]:
        yield "thing<" + "-of" * of
    elif noun in _HUMAN:
        yield "human<" + "-of" * of


def _after(paragraph: AnalysedParagraph, run: CapitalRun) -> Iterator[str]:
    at, last = run.last, run.sentence.last
    if at >= last:
        return
    gap, word = paragraph.gaps[at], paragraph.lowers[at]
    if "(" in gap and (word in _SIGNS["life"] or (word.isdigit() and len(word) == 4)):
        yield "life>"
    if gap.isspace():
        if word in _SIGNS["does"]:
            yield "does>"
        elif word in _SIGNS["thing"]:
            yield "thing>"
        elif word in _BE:
            yield from _being(paragraph, at + 1, min(last, at + _REACH))
    elif gap.strip() == ",":
        if word.isdigit() and len(word) <= 2:
            yield "age>"
        elif word in ARTICLES:
            yield from _being(paragraph, at, min(last, at + _REACH))


def _being(paragraph: AnalysedParagraph, at: int, last: int) -> Iterator[str]:
    """Yield what a clause says that somebody or something is, by the first noun known."""
    if at < last and paragraph.lowers[at] in _SIGNS["born"]:
        yield "life>"
    elif at < last and paragraph.lowers[at] in ARTICLES:
        for word in paragraph.lowers[at + 1 : last]:
            if word in _HUMAN:
                yield "human>"
                return
            if word in _SIGNS["thing"]:
                yield "thing>is"
                return
