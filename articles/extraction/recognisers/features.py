"""The features of each word of a run: strings that the model has weights for, in groups known by their numbers.

In: a paragraph, a run, and what the article shows of its words. Out: groups of a word, in a fixed order, so that
training gives the same weights every time. A group hangs on few things (the word, its neighbour and what divides the
two), so that the same groups come back all the time, and each is made and weighed once. A change here needs new
weights: raise FEATURES, which stands beside them.
"""

from functools import lru_cache
from operator import attrgetter

from ..candidates.capital_runs import CapitalRun
from ..lexicons import kinds_in
from ..records import record
from ..text.analysis import AnalysedParagraph
from .character_model import CharacterModel
from .context_features import PlacedRun
from .document_features import DocumentFeatures, Occurrences, occurrence_features
from .feature_groups import FeatureGroup, GroupNumbers, Numbered, WordFeatures
from .gazetteer_features import begins_phrase, gazetteer_features
from .lexical_features import neighbour_features, word_classes, word_features

FEATURES = 4  # the version of the features; weights of another version are refused

_SIGNS = kinds_in("person_signs.tsv")
_PERSONAL, _AND = _SIGNS["personal"], _SIGNS["row"]
_REACH = 12  # words after a run among which "he" or "she" shows a person


@record
class _KnownWord:
    """What a word in a run or beside one shows wherever it stands: its classes, and whether it may begin a phrase."""

    text: str
    classes: str
    begins_phrase: bool = False  # of the gazetteer


_TEXT = attrgetter("text")
_begins_phrase = attrgetter("begins_phrase")


class _KnownWords(dict[str, _KnownWord]):
    """The words of runs and beside them, by their letters."""

    def __missing__(self, text: str) -> _KnownWord:
        known = self[text] = _KnownWord(text, word_classes(text), begins_phrase(text))
        return known


_START, _END = (_KnownWord("", "^"),), (_KnownWord("", "$"),)  # beside a run at the begin or end of its sentence


class FeatureExtractor:
    """Says the features of the words of runs, those of their letters by a model of character n-grams."""

    def __init__(self, character_model: CharacterModel, groups: GroupNumbers) -> None:
        """Take what gives groups their numbers, and that must be made to forget them when this is."""
        self._letters = character_model.features
        self._groups: Numbered[FeatureGroup] = Numbered(lambda group: group, groups)
        self._own = Numbered(self._own_features, groups)
        self._places = Numbered(_place, groups)
        self._classes = Numbered(_together, groups)
        self._before = Numbered(self._before_features, groups)
        self._after = Numbered(self._after_features, groups)
        self._document: Numbered[Occurrences] = Numbered(occurrence_features, groups)
        self._phrases_of: dict[tuple[str, ...], list[int]] = {}
        self._words = _KnownWords()
        self._word = self._words.__getitem__

    def forget(self) -> None:
        """Forget all numbers of groups."""
        for numbered in (self._groups, self._own, self._places, self._classes, self._before, self._after):
            numbered.clear()
        self._document.clear()
        self._phrases_of.clear()
        self._words.clear()

    def features_of(self, placed: PlacedRun, document: DocumentFeatures) -> list[WordFeatures]:
        """Return the numbers of the groups of features of every word of a run."""
        paragraph, run = placed.paragraph, placed.run
        first, last, size = run.first, run.last, run.last - run.first
        opens, ends = first == run.sentence.first, last == run.sentence.last
        beside = slice(first - 1 + opens, last + 1 - ends)  # the run with its neighbours in the sentence
        known = [*_START[:opens], *map(self._word, map(_TEXT, paragraph.words[beside])), *_END[:ends]]
        gaps = ["_" if gap == " " else _gap(gap) for gap in paragraph.gaps[first : beside.stop]]
        before, after = "begin" if opens else gaps[0], "end" if ends else gaps[-1]
        phrases = self._phrases(known[1:-1])
        around = self._around(placed)
        occurrences, lowers = document.occurrences, paragraph.lowers[first:last]
        found = []
        for at in range(size):
            left, here, right = known[at], known[at + 1], known[at + 2]
            owns = paragraph.words[first + at].possessive
            word = [
                self._own[here.text],
                *around,
                self._places[before, after, at, size - at],
                self._classes[left.classes, here.classes, right.classes, owns],
                self._document[occurrences[lowers[at]]],
            ]
            if at or not opens:
                word.append(self._before[left.text, gaps[at] if at else before, at > 0])
            if at + 1 < size or not ends:
                word.append(self._after[right.text, gaps[at + 1], at + 1 < size])
            if phrases:
                word.append(phrases[at])
            found.append(word)
        return found

    def _around(self, placed: PlacedRun) -> list[int]:
        """Return the groups that all words of a run have in common."""
        paragraph, run = placed.paragraph, placed.run
        groups = (_listed(paragraph, run), _followed(paragraph, run), placed.context)
        return [self._groups[group] for group in groups if group]

    def _phrases(self, words: list[_KnownWord]) -> list[int]:
        """Return for each word of a run its group of where it stands in a phrase of the gazetteer; empty for none."""
        if not any(map(_begins_phrase, words)):
            return []
        texts = tuple(word.text for word in words)
        if texts not in self._phrases_of:
            self._phrases_of[texts] = [self._groups[group] for group in gazetteer_features(texts)]
        return self._phrases_of[texts]

    def _own_features(self, word: str) -> FeatureGroup:
        """Return the features of a word by itself."""
        return ("b", *word_features(word), *self._letters(word))

    def _before_features(self, beside: tuple[str, str, bool]) -> FeatureGroup:
        return self._beside_features("-1", *beside)

    def _after_features(self, beside: tuple[str, str, bool]) -> FeatureGroup:
        return self._beside_features("+1", *beside)

    def _beside_features(self, place: str, neighbour: str, gap: str, in_run: bool) -> FeatureGroup:
        """Return what a neighbour and the gap to it show; `place` says where it stands: "-1" or "+1"."""
        letters = self._letters(neighbour)[1:] if in_run else ()
        return (*neighbour_features(neighbour, place), f"g{place}{gap}", *(place + sign for sign in letters))


@lru_cache(1_000)
def _gap(gap: str) -> str:
    """Return what stands in a gap, as features name it: "_" for blanks."""
    return gap.strip()[:2] or "_"


def _place(place: tuple[str, str, int, int]) -> FeatureGroup:
    """Return where a word stands, counted from either end of its run, and what is before and after the run."""
    before, after, first, last = place
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
    if not before and not after:
        return ()
    return tuple(sign + word_classes(word) for sign, word in (("list<", before), ("list>", after)) if word)


def _followed(paragraph: AnalysedParagraph, run: CapitalRun) -> FeatureGroup:
    """Return the ending of the small word after the run, and whether "he" or "she" follows in the sentence."""
    if run.last >= run.sentence.last or paragraph.words[run.last].capital:
        return ()
    near = paragraph.lowers[run.last : min(run.sentence.last, run.last + _REACH)]
    ending = "after=" + (near[0][-2:] if len(near[0]) > 3 else near[0])
    return (ending,) if _PERSONAL.isdisjoint(near) else (ending, "personal")


def _together(classes: tuple[str, str, str, bool]) -> FeatureGroup:
    """Return what the classes of a word and its neighbours show together."""
    before, own, after, owns = classes
    pairs = (f"k-0={before}|{own}", f"k0+={own}|{after}", f"k-0+={before}|{own}|{after}")
    kinds = (*pairs, *(f"k-:{kind}" for kind in before), *(f"k+:{kind}" for kind in after))
    opens = ("opens", "opens|" + own) if before == "^" else ()
    return (*kinds, *(("owns",) if owns else ()), *opens)
