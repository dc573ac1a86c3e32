"""Verbs that report without marks: "said", "promised", "called for", each with its frames, which say what follows it.

In: a paragraph and one of its sentences. Out: `ReportingCue`s in order, each a half-open word range that takes in a
particle ("called for") and a negation before ("did not say"). The frames are those of data/en/reports.tsv, and
"according".
"""

from functools import cache

from ..grammar.cues import is_headline, words_among
from ..lexicons import CLAUSES, GRAMMAR, NOUNS, rows_of
from ..records import record
from ..text.analysis import AnalysedParagraph, Sentence
from ..word_classes import (
    ACCORDING,
    ADVERB_ENDS,
    BY,
    NEGATED_ENDS,
    NEGATIONS,
    NO_PLURAL_ENDS,
    PARTICIPLE_ENDS,
    PAST_ENDS,
    PLURAL_ENDS,
    TO,
)

NOUN = "noun"
_ALONE = CLAUSES["alone"]  # determiners that may be subjects
_BEFORE_NOUN = (GRAMMAR["determiner"] | GRAMMAR["possessive"]) - _ALONE
_BEFORE_NAME = CLAUSES["before_name"]
_NO_REPORT_BEHIND = CLAUSES["no_report_behind"]
_ASKED, _BEFORE_ASKED = CLAUSES["asked"], CLAUSES["before_asked"]
_ADVERBIAL_ENDS = NEGATED_ENDS + ADVERB_ENDS
_BE = CLAUSES["be"]
_SUPPORTS = CLAUSES["support"]
_BEFORE_VERB = GRAMMAR["pronoun"] | GRAMMAR["auxiliary"] | _SUPPORTS | CLAUSES["before_verb"]
_PAST = CLAUSES["past"]
_ADVERBS_BETWEEN = CLAUSES["before_passive"]
_BETWEEN_PASSIVE = CLAUSES["between_passive"]


@record
class ReportingCue:
    """Words that report without marks: a half-open word range, with a negation and a particle."""

    first: int
    last: int
    frames: tuple[str, ...]  # subcategorisation frames of reports.tsv: what may follow, the likeliest first
    form: str  # the verb or noun as it is written, in small letters
    verb: int  # its own word
    passive: bool = False


@cache
def frames() -> dict[str, dict[str, tuple[str, ...]]]:
    """Return for each form of a verb its frames by the particle that must follow it, "" for none."""
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for name, particle, verbs in rows_of("reports.tsv"):
        for form in verbs.replace("|", " ").split() if name != NOUN else ():
            ways = found.setdefault(form, {})
            key = "" if particle == "-" else particle
            if name not in ways.get(key, ()):
                ways[key] = (*ways.get(key, ()), name)
    return found


@cache
def nouns() -> dict[str, frozenset[str]]:
    """Return for each noun of saying ("claim") the words of which one must follow it ("that")."""
    found: dict[str, set[str]] = {}
    for name, following, forms in rows_of("reports.tsv"):
        for form in forms.replace("|", " ").split() if name == NOUN else ():
            found.setdefault(form, set()).add(following)
    return {form: frozenset(words) for form, words in found.items()}


@cache
def reporting_forms() -> frozenset[str]:
    """Return every word that may open a cue, in small letters."""
    return frozenset((*frames(), *nouns(), *ACCORDING))


def reporting_cues(paragraph: AnalysedParagraph, sentence: Sentence) -> tuple[list[ReportingCue], list[ReportingCue]]:
    """Return the verbs and nouns of a sentence that report, outside its marks, and "according to".

    Twice: as they surely are, and with forms that may as well be nouns ("claims") taken for verbs too.
    """
    known = frames()
    sure: list[ReportingCue] = []
    doubtful: list[ReportingCue] = []
    for at in words_among(paragraph, sentence, reporting_forms()):
        lower = paragraph.lowers[at]
        if lower not in known or _is_no_verb(paragraph, sentence, at):
            cues = surely = _no_verbs(paragraph, sentence, at)
        else:
            cues = _verb(paragraph, sentence, at, known[lower])
            surely = _no_verbs(paragraph, sentence, at) if _is_doubtful(paragraph, sentence, at) else cues
        sure += surely
        doubtful += cues
    return sure, doubtful


def _no_verbs(paragraph: AnalysedParagraph, sentence: Sentence, at: int) -> list[ReportingCue]:
    """Return the cue of "according to" or of a noun of saying ("claim that"), none where neither stands here."""
    lower, after = paragraph.lowers[at], paragraph.lowers[at + 1] if at + 1 < sentence.last else ""
    if lower in ACCORDING and after in TO:
        return [ReportingCue(at, at + 2, ("according",), f"{lower} {after}", at)]
    return [ReportingCue(at, at + 1, (NOUN,), lower, at)] if after in nouns().get(lower, ()) else []


def tense_of(form: str) -> str:
    """Return "past", "participle" ("saying") or "present" for a verb's form."""
    if form.endswith(PARTICIPLE_ENDS):
        return "participle"
    return "past" if form.endswith(PAST_ENDS) or form in _PAST else "present"


def _verb(
    paragraph: AnalysedParagraph, sentence: Sentence, at: int, ways: dict[str, tuple[str, ...]]
) -> list[ReportingCue]:
    """Return the cue of a verb, none where the particle it needs is missing or its doer follows ("reported by")."""
    after = paragraph.lowers[at + 1] if at + 1 < sentence.last and not paragraph.quoted[at + 1] else ""
    particle = after if after and after in ways else ""
    if particle not in ways or after in BY:
        return []
    last = at + 2 if particle else at + 1
    first = _with_negation(paragraph, sentence, at)
    return [ReportingCue(first, last, ways[particle], paragraph.lowers[at], at, _is_passive(paragraph, sentence, at))]


def _is_no_verb(paragraph: AnalysedParagraph, sentence: Sentence, at: int) -> bool:
    """Say whether a form is surely no verb here: in a name, after "the" or "of"."""
    lower = paragraph.lowers[at]
    if at == sentence.first:
        return tense_of(lower) == "present"
    before = paragraph.lowers[at - 1]
    if paragraph.words[at].capital and not is_headline(paragraph, sentence):
        return True
    if paragraph.words[at - 1].possessive or before in _BEFORE_NOUN:
        return True
    if before in _NO_REPORT_BEHIND:
        return True  # it goes without saying
    return before in _BEFORE_NAME and not lower.endswith(PARTICIPLE_ENDS)


def _is_doubtful(paragraph: AnalysedParagraph, sentence: Sentence, at: int) -> bool:
    """Say whether a form that may be a verb may as well be a noun in the plural ("claims")."""
    lower = paragraph.lowers[at]
    return at > sentence.first and tense_of(lower) == "present" and not _may_precede(paragraph, at - 1, lower)


def _may_precede(paragraph: AnalysedParagraph, at: int, form: str) -> bool:
    """Say whether a word can stand right before a verb in the present: a subject, "to", an auxiliary, an adverb."""
    before = paragraph.lowers[at]
    if before in _BEFORE_VERB or before in NOUNS or before.endswith(_ADVERBIAL_ENDS) or "," in paragraph.gaps[at + 1]:
        return True
    singular = form.endswith(PLURAL_ENDS) and not form.endswith(NO_PLURAL_ENDS)
    return paragraph.words[at].capital if singular else before.endswith(PLURAL_ENDS)


def _with_negation(paragraph: AnalysedParagraph, sentence: Sentence, at: int) -> int:
    """Return where "did not say" begins."""
    before = at - 1
    if before <= sentence.first:
        return at
    if paragraph.lowers[before] in NEGATIONS:
        return before - 1 if paragraph.lowers[before - 1] in _SUPPORTS else before
    return before if paragraph.lowers[before].endswith(NEGATED_ENDS) else at


def _is_passive(paragraph: AnalysedParagraph, sentence: Sentence, at: int) -> bool:
    """Say whether a form is a passive: "was told", "is widely said", "is it said", "Asked about it" first in one."""
    if tense_of(paragraph.lowers[at]) != "past":
        return False
    if at == sentence.first:
        return True
    step = at - 1
    if step > sentence.first and paragraph.lowers[step] in _BETWEEN_PASSIVE and paragraph.lowers[step - 1] in _BE:
        return True  # "nowhere is it reported"
    while step > sentence.first and (
        paragraph.lowers[step] in _ADVERBS_BETWEEN or paragraph.lowers[step].endswith(ADVERB_ENDS)
    ):
        step -= 1
    return paragraph.lowers[step] in _BE or (paragraph.lowers[at] in _ASKED and paragraph.lowers[step] in _BEFORE_ASKED)
