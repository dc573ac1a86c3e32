"""The features of each word of a run: strings that the model has weights for.

In: a paragraph, a run, and what the article shows of its words. Out: groups of strings a word, in a fixed order, so
that training gives the same weights every time. A group hangs on few things (the word, its neighbour and what divides
the two), so that the same groups come back all the time, and the model adds up the weights of each once. A change here
needs new weights: raise FEATURES, which stands beside them.
"""

from functools import lru_cache

from ..candidates.capital_runs import CapitalRun
from ..text.analysis import AnalysedParagraph
from .character_model import CharacterModel
from .context_features import PlacedRun
from .document_features import DocumentFeatures
from .gazetteer_features import gazetteer_features
from .lexical_features import neighbour_features, word_classes, word_features

FEATURES = 4  # the version of the features; weights of another version are refused

FeatureGroup = tuple[str, ...]
WordFeatures = list[FeatureGroup]

_PERSONAL = frozenset(("he", "she", "his", "her", "him", "who", "whose", "himself", "herself"))
_AND = frozenset(("and", "or", "&"))
_NO_WORD, _START, _END = ("",), ("^",), ("$",)  # beside a run at the begin or end of its sentence
_REACH = 12  # words after a run among which "he" or "she" shows a person
_KEPT = 20_000  # groups remembered of each sort


class FeatureExtractor:
    """Says the features of the words of runs, those of their letters by a model of character n-grams."""

    def __init__(self, character_model: CharacterModel) -> None:
        self._letters = character_model.features
        self._own = lru_cache(_KEPT)(self._own_features)
        self._beside = lru_cache(_KEPT)(self._beside_features)

    def features_of(self, placed: PlacedRun, document: DocumentFeatures) -> list[WordFeatures]:
        """Return the features of every word of a run."""
        paragraph, run, context = placed.paragraph, placed.run, placed.context
        sentence, first, last = run.sentence, run.first, run.last
        places = slice(max(first - 1, sentence.first), min(last + 1, sentence.last))  # the run with its neighbours
        words = paragraph.words[places]
        opens, ends = first == sentence.first, last == sentence.last
        texts = [*_NO_WORD[:opens], *(word.text for word in words), *_NO_WORD[:ends]]
        kinds = [*_START[:opens], *(word_classes(word.text) for word in words), *_END[:ends]]
        gaps = ["begin" if opens else _gap(paragraph.gaps[first]), *map(_gap, paragraph.gaps[places][2 - opens :])]
        around = [group for group in (_listed(paragraph, run), _followed(paragraph, run), context) if group]
        after = "end" if ends else gaps[-1]
        phrases = gazetteer_features(texts[1:-1])
        size, own, beside = last - first, self._own, self._beside
        found = []
        for at in range(size):
            word = [
                own(texts[at + 1]),
                *around,
                _place(gaps[0], after, at, size - at),
                _together(kinds[at], kinds[at + 1], kinds[at + 2], paragraph.words[first + at].possessive),
                document.of(paragraph.lowers[first + at]),
            ]
            if at or not opens:
                word.append(beside(texts[at], "-1", gaps[at], at > 0))
            if at + 1 < size or not ends:
                word.append(beside(texts[at + 2], "+1", gaps[at + 1], at + 1 < size))
            if phrases:
                word.append(phrases[at])
            found.append(word)
        return found

    def _own_features(self, word: str) -> FeatureGroup:
        """Return the features of a word by itself."""
        return ("b", *word_features(word), *self._letters(word))

    def _beside_features(self, neighbour: str, place: str, gap: str, in_run: bool) -> FeatureGroup:
        """Return what a neighbour and the gap to it show; `place` says where it stands: "-1" or "+1"."""
        letters = self._letters(neighbour)[1:] if in_run else ()
        return (*neighbour_features(neighbour, place), f"g{place}{gap}", *(place + sign for sign in letters))


def _gap(gap: str) -> str:
    """Return what stands in a gap, as features name it: "_" for blanks."""
    return "_" if gap == " " else gap.strip()[:2] or "_"


@lru_cache(_KEPT)
def _place(before: str, after: str, first: int, last: int) -> FeatureGroup:
    """Return where a word stands, counted from either end of its run, and what is before and after the run."""
    return "gap<" + before, "gap>" + after, f"len={min(first + last, 6)}", f"at={min(first, 3)}", f"to={min(last, 4)}"


def _listed(paragraph: AnalysedParagraph, run: CapitalRun) -> FeatureGroup:
    """Return what stands beside the run in the same list: names stand among names."""
    words, sentence = paragraph.words, run.sentence
    before = after = ""
    at = run.first - 1
    if at > sentence.first and paragraph.lowers[at] in _AND:
        before = words[at - 1].text
    elif at >= sentence.first and paragraph.gaps[run.first] == ", " and words[at].capital:
        before = words[at].text
    at = run.last
    if at + 1 < sentence.last and paragraph.lowers[at] in _AND and words[at + 1].capital:
        after = words[at + 1].text
    elif at < sentence.last and paragraph.gaps[at] == ", " and words[at].capital:
        after = words[at].text
    return tuple(sign + word_classes(word) for sign, word in (("list<", before), ("list>", after)) if word)


def _followed(paragraph: AnalysedParagraph, run: CapitalRun) -> FeatureGroup:
    """Return the ending of the small word after the run, and whether "he" or "she" follows in the sentence."""
    if run.last >= run.sentence.last or paragraph.words[run.last].capital:
        return ()
    near = paragraph.lowers[run.last : min(run.sentence.last, run.last + _REACH)]
    ending = "after=" + (near[0][-2:] if len(near[0]) > 3 else near[0])
    return (ending,) if _PERSONAL.isdisjoint(near) else (ending, "personal")


@lru_cache(_KEPT)
def _together(before: str, own: str, after: str, owns: bool) -> FeatureGroup:
    pairs = (f"k-0={before}|{own}", f"k0+={own}|{after}", f"k-0+={before}|{own}|{after}")
    kinds = (*pairs, *(f"k-:{kind}" for kind in before), *(f"k+:{kind}" for kind in after))
    opens = ("opens", "opens|" + own) if before == "^" else ()
    return (*kinds, *(("owns",) if owns else ()), *opens)
