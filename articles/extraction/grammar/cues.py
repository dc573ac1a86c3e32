"""Cues: the words of a sentence that report a saying.

In: a paragraph and one of its sentences. Out: `Cue`s in order, each a half-open word range with its kind: "say"
("said"), "tell" ("told reporters"), "name" ("called it"), "mind" (attitudes), "noun" ("his claim that") or "according".
"""

from functools import cache

from ..lexicons import GRAMMAR, NOUNS, cue_kinds, rows_of
from ..records import record
from ..text.analysis import AnalysedParagraph, Sentence
from ..text.tokens import joined_by_space
from ..word_classes import ACCORDING, ADVERB_ENDS, PARTICIPLE_ENDS, PAST_ENDS, PLURAL_ENDS, RELATIVES, TO

_NO_VERB_AFTER = GRAMMAR["determiner"]
_PARTICIPLES = GRAMMAR["participle"]
_NO_SAYINGS = GRAMMAR["no_saying"]
_NOUN_FORMS = GRAMMAR["cue_noun"] | _NO_SAYINGS
_ADVERBS = GRAMMAR["adverb"]
_ARTICLES = GRAMMAR["possessive"] | GRAMMAR["before_participle"]
_PLURAL_BEFORE = GRAMMAR["preposition"] | GRAMMAR["before_singular"]  # in a plural: "critics of the mayor"
_PLURALS = PLURAL_ENDS + tuple(GRAMMAR["plural"])  # how a plural ends
_BEFORE_VERBS = GRAMMAR["pronoun"] | GRAMMAR["auxiliary"] | RELATIVES
_NO_VERB_BEHIND = GRAMMAR["before_noun"]


@record
class Cue:
    """Words that report a saying: a half-open word range in the paragraph."""

    first: int
    last: int
    kind: str  # "say", "tell", "name", "mind", "noun" or "according"
    form: str  # the words in small letters


def cues_of(paragraph: AnalysedParagraph, sentence: Sentence) -> list[Cue]:
    """Return the cues of a sentence that stand outside the marks."""
    kinds = cue_kinds()
    headline: bool | None = None
    found = []
    for at in words_among(paragraph, sentence, _forms()):
        lower = paragraph.lowers[at]
        if lower in ACCORDING and at + 1 < sentence.last and paragraph.lowers[at + 1] in TO:
            found.append(Cue(at, at + 2, "according", f"{lower} {paragraph.lowers[at + 1]}"))
        elif kind := kinds.get(lower):
            if paragraph.words[at].capital and at > sentence.first:  # inside a name, but for headlines
                headline = is_headline(paragraph, sentence) if headline is None else headline
                if not headline:
                    continue
            if _no_verb(paragraph, sentence, at, kind):
                continue
            kind = _kind(paragraph, sentence, at, kind)
            if kind != "noun" or lower not in _NO_SAYINGS:
                found.append(Cue(at, at + 1, kind, lower))
    return found


@cache
def _forms() -> frozenset[str]:
    return frozenset(cue_kinds()) | ACCORDING


@cache
def plural_forms() -> frozenset[str]:
    """Return the forms of cues that stand behind plurals alone: "call", but not "read", which is past too."""
    verbs = (verb.split() for _, verbs in rows_of("cues.tsv") for verb in verbs.split("|"))
    return frozenset(forms[0] for forms in verbs if len(forms) > 2 and not forms[2].endswith(PARTICIPLE_ENDS))


def words_among(paragraph: AnalysedParagraph, sentence: Sentence, forms: frozenset[str]) -> list[int]:
    """Return the words of a sentence outside its marks that are one of these, which are in small letters."""
    lowers = paragraph.lowers[sentence.first : sentence.last]
    if forms.isdisjoint(lowers):
        return []
    return [at for at, lower in enumerate(lowers, sentence.first) if lower in forms and not paragraph.quoted[at]]


def is_passive(paragraph: AnalysedParagraph, sentence: Sentence, cue: Cue) -> bool:
    """Say whether a cue is passive: "was told", "has been described"; its subject is then not who says it."""
    if not (cue.form.endswith(PAST_ENDS) or cue.form in _PARTICIPLES):
        return False
    at = cue.first - 1
    while at > sentence.first and (paragraph.lowers[at].endswith(ADVERB_ENDS) or paragraph.lowers[at] in _ADVERBS):
        at -= 1
    return at >= sentence.first and paragraph.lowers[at] in GRAMMAR["be"]


def is_headline(paragraph: AnalysedParagraph, sentence: Sentence) -> bool:
    """Say whether a sentence writes most of its words with capitals."""
    long = [word for word in paragraph.words[sentence.first : sentence.last] if len(word.text) > 3]
    return len(long) > 2 and sum(word.capital for word in long) > 0.7 * len(long)


def _kind(paragraph: AnalysedParagraph, sentence: Sentence, at: int, kind: str) -> str:
    """Return "noun" for a form that is a noun here: "his claim", "early-morning tweets"."""
    if paragraph.lowers[at] not in _NOUN_FORMS or at == sentence.first:
        return kind
    before = paragraph.words[at - 1]
    if before.possessive or paragraph.lowers[at - 1] in _NO_VERB_AFTER or _disagrees(paragraph, sentence, at):
        return "noun"
    return kind if _may_precede_verb(paragraph, at - 1) else "noun"


def _disagrees(paragraph: AnalysedParagraph, sentence: Sentence, at: int) -> bool:
    """Say whether a form of the plural stands behind a singular noun: "the policy address", "the Senate bill"."""
    lowers, words = paragraph.lowers, paragraph.words
    before = lowers[at - 1]
    noun = (words[at - 1].capital or before in NOUNS) and joined_by_space(paragraph.gaps[at])
    if not noun or lowers[at] not in plural_forms() or before in _BEFORE_VERBS or before.endswith(_PLURALS):
        return False
    first = at - 1
    while first > sentence.first and (words[first - 1].capital or lowers[first - 1] in NOUNS):
        first -= 1
    if first > sentence.first and lowers[first - 1] in GRAMMAR["determiner"]:
        first -= 1
    return first == sentence.first or lowers[first - 1] not in _PLURAL_BEFORE


def _may_precede_verb(paragraph: AnalysedParagraph, at: int) -> bool:
    """Say whether a word can stand right before a finite verb: a name, a pronoun, "who", an adverb, a noun."""
    lower = paragraph.lowers[at]
    if lower in GRAMMAR["time"]:
        return False
    if paragraph.words[at].capital or lower in _BEFORE_VERBS or lower in NOUNS or lower.endswith(ADVERB_ENDS):
        return True
    return lower.endswith(PLURAL_ENDS) and lower[:-1] in NOUNS


def _no_verb(paragraph: AnalysedParagraph, sentence: Sentence, at: int, kind: str) -> bool:
    """Say whether a form is no cue here: "her proposed plan", "a post"."""
    lower = paragraph.lowers[at]
    if (
        lower.endswith(PAST_ENDS)
        and at > sentence.first
        and (paragraph.words[at - 1].possessive or paragraph.lowers[at - 1] in _ARTICLES)
    ):
        return True
    if kind == "noun" or lower not in _NOUN_FORMS or at == sentence.first:
        return False
    before = paragraph.lowers[at - 1]
    return before in _NO_VERB_BEHIND and kind != "noun"
