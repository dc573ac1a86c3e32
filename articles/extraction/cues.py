"""Cues: the words of a sentence that report a saying.

In: a page and one of its sentences. Out: `Cue`s in order, each a half-open word range with its kind: "say" ("said"),
"tell" ("told reporters"), "name" ("called it"), "mind" (attitudes), "noun" ("his claim that") or "according".
"""

from dataclasses import dataclass

from .lexicons import cue_kinds
from .reading import Page, Sentence

_NO_VERB_AFTER = frozenset("the a an his her its their this that these those my our your no any some".split())
_TO = frozenset(
    ("to", "will", "would", "could", "can", "may", "might", "should", "must", "not", "n't", "didn't", "doesn't")
)
_NOUN_FORMS = frozenset(
    "claims comments remarks reports notes questions answers calls promises statements posts tweets points states charges "
    "demands claim comment report note question answer call promise post tweet point state charge demand term terms "
    "talks pledge protest request address order support attack view use show focus speech thought finding findings".split()
)


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that report a saying: half-open word range in the page, and their kind."""

    first: int
    last: int
    kind: str
    form: str


def cues_of(page: Page, sentence: Sentence) -> list[Cue]:
    """Return the cues of a sentence that stand outside the marks."""
    kinds = cue_kinds()
    headline = _is_headline(page, sentence)
    found = []
    for at in range(sentence.first, sentence.last):
        lower = page.lowers[at]
        if page.quoted[at]:
            continue
        if lower == "according" and at + 1 < sentence.last and page.lowers[at + 1] == "to":
            found.append(Cue(at, at + 2, "according", "according to"))
        elif (kind := kinds.get(lower)) and not _no_verb(page, sentence, at, kind, headline):
            found.append(Cue(at, at + 1, _kind(page, sentence, at, kind), lower))
    return found


def _kind(page: Page, sentence: Sentence, at: int, kind: str) -> str:
    """Return "noun" for a form that is a noun here: "his claim", "in remarks"."""
    lower = page.lowers[at]
    if lower not in _NOUN_FORMS or at == sentence.first:
        return kind
    before = page.words[at - 1]
    return "noun" if before.owns or page.lowers[at - 1] in _NO_VERB_AFTER else kind


def _is_headline(page: Page, sentence: Sentence) -> bool:
    """Say whether a sentence writes most of its words with capitals."""
    long = [word for word in page.words[sentence.first : sentence.last] if len(word.text) > 3]
    return len(long) > 2 and sum(word.capital for word in long) > 0.7 * len(long)


def _no_verb(page: Page, sentence: Sentence, at: int, kind: str, headline: bool) -> bool:
    """Say whether a form is no cue here: a capital inside a name, "United States", "a post"."""
    word, lower = page.words[at], page.lowers[at]
    if word.capital and at > sentence.first and not headline:
        return True
    if kind == "noun" or lower not in _NOUN_FORMS or at == sentence.first:
        return False
    before = page.lowers[at - 1]
    return before in ("of", "in", "on", "for", "with", "from", "by", "at", "and") and kind != "noun"
