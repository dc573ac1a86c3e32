"""The features of each word of a run: strings that the model has weights for.

In: a paragraph, a run, and what the article shows of its words. Out: a list of strings a word, in a fixed order, so
that training gives the same weights every time. A change here needs new weights: raise FEATURES, which stands beside
them.
"""

from functools import lru_cache

from ..candidates.capital_runs import CapitalRun
from ..text.analysis import AnalysedParagraph
from .character_model import CharacterModel
from .context_features import context_features
from .document_features import DocumentFeatures
from .gazetteer_features import gazetteer_features
from .lexical_features import neighbour_features, word_classes, word_features

FEATURES = 4  # the version of the features; weights of another version are refused

_PERSONAL = frozenset(("he", "she", "his", "her", "him", "who", "whose", "himself", "herself"))
_AND = frozenset(("and", "or", "&"))
_REACH = 12  # words after a run among which "he" or "she" shows a person


def features_of(
    paragraph: AnalysedParagraph, run: CapitalRun, document: DocumentFeatures, character_model: CharacterModel
) -> list[list[str]]:
    """Return the features of every word of a run, a list of strings each."""
    around = _around(paragraph, run)
    places = gazetteer_features(paragraph, run)
    by_letters = [character_model.features(word.text) for word in paragraph.words[run.first : run.last]]
    return [
        [
            "b",
            *word_features(paragraph.words[at].text),
            *around,
            *_place(run, at),
            *_kinds(paragraph, run, at),
            *_neighbours(paragraph, run, at),
            *_character_features(by_letters, at - run.first),
            *document.of(paragraph, at),
            *filter(None, (places[at - run.first],)),
        ]
        for at in range(run.first, run.last)
    ]


def _around(paragraph: AnalysedParagraph, run: CapitalRun) -> list[str]:
    """Return what stands around the run as a whole, the same for each of its words."""
    after = "gap>" + _gap(paragraph, run.first, run.last) if run.last < run.sentence.last else "gap>end"
    length = f"len={min(run.last - run.first, 6)}"
    return [
        "gap<" + _gap(paragraph, run.sentence.first, run.first),
        after,
        length,
        *_list_features(paragraph, run),
        *_verbs(paragraph, run),
        *context_features(paragraph, run),
    ]


def _gap(paragraph: AnalysedParagraph, earliest: int, at: int) -> str:
    return (paragraph.words[at].gap.strip()[:2] or "_") if at > earliest else "begin"


def _list_features(paragraph: AnalysedParagraph, run: CapitalRun) -> list[str]:
    """Return what stands beside the run in the same list: names stand among names."""
    words, signs = paragraph.words, []
    at = run.first - 1
    if at > run.sentence.first and paragraph.lowers[at] in _AND:
        signs.append("list<" + word_classes(words[at - 1].text))
    elif at >= run.sentence.first and words[run.first].gap == ", " and words[at].capital:
        signs.append("list<" + word_classes(words[at].text))
    at = run.last
    if at + 1 < run.sentence.last and paragraph.lowers[at] in _AND and words[at + 1].capital:
        signs.append("list>" + word_classes(words[at + 1].text))
    elif at < run.sentence.last and words[at].gap == ", " and words[at].capital:
        signs.append("list>" + word_classes(words[at].text))
    return signs


def _verbs(paragraph: AnalysedParagraph, run: CapitalRun) -> list[str]:
    """Return the ending of the small word after the run, and whether "he" or "she" follows in the sentence."""
    if run.last >= run.sentence.last or paragraph.words[run.last].capital:
        return []
    lower = paragraph.lowers[run.last]
    signs = ["after=" + (lower[-2:] if len(lower) > 3 else lower)]
    if not _PERSONAL.isdisjoint(paragraph.lowers[run.last : min(run.sentence.last, run.last + _REACH)]):
        signs.append("personal")
    return signs


def _place(run: CapitalRun, at: int) -> tuple[str, str]:
    return f"at={min(at - run.first, 3)}", f"to={min(run.last - at, 4)}"


def _kinds(paragraph: AnalysedParagraph, run: CapitalRun, at: int) -> list[str]:
    """Return the kinds of a word together with those of its neighbours."""
    words = paragraph.words
    own = word_classes(words[at].text)
    before = word_classes(words[at - 1].text) if at > run.sentence.first else "^"
    after = word_classes(words[at + 1].text) if at + 1 < run.sentence.last else "$"
    found = [*_together(before, own, after)]
    if words[at].possessive:
        found.append("owns")
    if before == "^":
        found += ["opens", "opens|" + own]
    return found


@lru_cache(20_000)
def _together(before: str, own: str, after: str) -> tuple[str, ...]:
    pairs = (f"k-0={before}|{own}", f"k0+={own}|{after}", f"k-0+={before}|{own}|{after}")
    return (*pairs, *(f"k-:{kind}" for kind in before), *(f"k+:{kind}" for kind in after))


def _neighbours(paragraph: AnalysedParagraph, run: CapitalRun, at: int) -> list[str]:
    words, first, last = paragraph.words, run.sentence.first, run.sentence.last
    found: list[str] = []
    if at > first:
        found += neighbour_features(words[at - 1].text, "-1")
        found.append("g-1" + _gap(paragraph, first, at))
    if at + 1 < last:
        found += neighbour_features(words[at + 1].text, "+1")
        found.append("g+1" + _gap(paragraph, first, at + 1))
    return found


def _character_features(by_letters: list[tuple[str, ...]], at: int) -> list[str]:
    found = [*by_letters[at]]
    if at:
        found += ["-1" + sign for sign in by_letters[at - 1][1:]]
    if at + 1 < len(by_letters):
        found += ["+1" + sign for sign in by_letters[at + 1][1:]]
    return found
