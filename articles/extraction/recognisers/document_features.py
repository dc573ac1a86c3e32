"""Features of a word from all its occurrences: after a title, before an organisation's word, doing what people do."""

from collections import Counter
from collections.abc import Iterable
from itertools import chain

from ..lexicons import HONORIFICS, NO_NAMES, ORGANISATION_WORDS, TITLE_ENDS, given_names, kinds_in
from ..text.analysis import AnalysedArticle
from .context_features import PlacedRun
from .feature_groups import FeatureGroup

_PLACING = kinds_in("person_signs.tsv")["placing"]
_PERSONAL = frozenset(  # telling the more the more often they are seen
    ("does>", "kin", "kin-of", "human<", "human>", "life>", "given", "honorific", "title")
)
_OF_THE_WHOLE = ("the<", "thing<", "thing<-of", "thing>")  # in "the Ann Lee Act" they say nothing of "Ann"

_TIMES = 4  # occurrences of a word that are counted

# Whether an article writes a word without a capital too, how often it stands in the runs, up to _TIMES, and what its
# places show, in order; of many places that show the same two are kept.
Occurrences = tuple[bool, int, tuple[FeatureGroup, ...]]


class DocumentFeatures:
    """The occurrences of an article's words in its runs, gathered once."""

    def __init__(self, article: AnalysedArticle, runs: Iterable[PlacedRun]) -> None:
        """Gather what each place of the words of all runs shows."""
        shown: dict[str, list[FeatureGroup]] = {}
        for placed in runs:
            lowers = placed.paragraph.lowers
            for at in range(placed.run.first, placed.run.last):
                shown.setdefault(lowers[at], []).append(_shown_at(placed, at))
        small = article.lowercase_words
        self.occurrences: dict[str, Occurrences] = {  # of each word of the runs, by its small letters
            word: (word in small, *_counted(places)) for word, places in shown.items()
        }


def occurrence_features(occurrences: Occurrences) -> FeatureGroup:
    """Return the features that a word has from all its occurrences."""
    small, times, places = occurrences
    found = [f"n={times}"]
    for feature, count in Counter(sorted(chain.from_iterable(places))).items():
        found += [f"a:{feature}", f"a:{feature}+"] if count > 1 and feature in _PERSONAL else [f"a:{feature}"]
    return (*found, "small") if small else tuple(found)


def _counted(places: list[FeatureGroup]) -> tuple[int, tuple[FeatureGroup, ...]]:
    """Return how many places there are, and the places in order; of many, two of a kind: a third tells nothing new."""
    if len(places) == 1:
        return 1, (places[0],)  # as most words have
    if len(places) > _TIMES:
        places = [place for place, count in Counter(places).items() for _ in range(min(count, 2))]
        return _TIMES, tuple(sorted(places))
    return len(places), tuple(sorted(places))


def _shown_at(placed: PlacedRun, at: int) -> FeatureGroup:
    """Return the features that one occurrence of a word gives to all of them."""
    paragraph, run, found = placed.paragraph, placed.run, placed.context
    if found and at != run.last - 1:
        found = tuple(feature for feature in found if feature not in _OF_THE_WHOLE)
    if at > run.sentence.first:
        found += ("inside", "in") if paragraph.lowers[at - 1] in _PLACING else ("inside",)
    if at > run.first:
        found += _behind(paragraph.words[at - 1].title)
    if at + 1 < run.last:
        found += _ahead(paragraph.words[at + 1].title)
    return found


def _behind(word: str) -> FeatureGroup:
    """Return what the word before shows of a word in a run."""
    if word in HONORIFICS:
        return ("honorific",)
    if word in TITLE_ENDS:
        return ("title",)
    return ("given",) if word in given_names() else ()


def _ahead(word: str) -> FeatureGroup:
    """Return what the word after shows of a word in a run."""
    if word in ORGANISATION_WORDS:
        return ("organisation",)
    return ("thing",) if word in NO_NAMES else ()
