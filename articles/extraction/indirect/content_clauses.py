"""Content clauses: of what kind reported words are, and where they end.

In: a paragraph and word indexes. Out: the kind of the words ("that", "clause", "noun" …) and the place where they end.
English reported clauses run to the end of their sentence but for a few joints: a second report ("…, but added"), a
participle ("…, saying"), a remark of the article's own ("…, though he").
"""

from ..grammar.verbs import is_finite
from ..lexicons import CLAUSES, GRAMMAR
from ..text.analysis import AnalysedParagraph, Sentence
from ..word_classes import ACCORDING, ADVERB_ENDS, IT, NEGATIONS, PARTICIPLE_ENDS, PAST_ENDS, THAT, TO
from .content_start import HEARERS, QUESTIONS, SUBJECTS, after_times, pauses
from .frames import ReportingCue, frames, tense_of

_PREPOSITIONS = GRAMMAR["preposition"] | CLAUSES["reason"]
_CONCESSIONS = CLAUSES["concession"]
_ASIDES = CLAUSES["aside"]
_OCCASIONS = CLAUSES["occasion"]
_BEFORE_NOUN = GRAMMAR["determiner"] | GRAMMAR["possessive"]
_JOINERS = CLAUSES["joiner"]
_LINKS = CLAUSES["link"]
_NOUN_FRAMES = frozenset(("act", "touch", "mind", "urge"))  # rather a name for something follows than a sentence
_ACTS = frozenset(("act", "touch"))
_LIGHT = GRAMMAR["auxiliary"] | GRAMMAR["pronoun"] | NEGATIONS | TO
_PLAINLY_SAID = CLAUSES["plainly_said"]
_LONGEST_SUBJECT = 9  # words
_FINITE = CLAUSES["finite"]
_FINITE_ENDINGS = tuple(CLAUSES["finite_end"])
_MEANWHILE = CLAUSES["meanwhile"]
_BEFORE_INFINITIVES = CLAUSES["before_infinitive"]
_OWNERS = CLAUSES["owner_or_hearer"]
_FURTHER = CLAUSES["further_figure"]
_EXPLAINS = CLAUSES["explains"]
_SHARES = CLAUSES["share"]
_PERFECT = CLAUSES["perfect"]


def content_kind(paragraph: AnalysedParagraph, start: int, end: int) -> str:
    """Return the kind of words: "that", "question", "to", "subject", "object", "preposition", "clause" or "noun"."""
    lower = paragraph.lowers[start]
    if paragraph.quoted[start]:
        return "clause" if has_finite_verb(paragraph, start, end) else "noun"
    if lower in THAT:
        return "that"
    if lower in QUESTIONS:
        return "question"
    if lower in TO or (lower in _BEFORE_INFINITIVES and start + 1 < end and paragraph.lowers[start + 1] in TO):
        return "to" if _is_infinitive(paragraph, start, end) else "preposition"
    if _is_subject(lower) or (lower in IT and start + 1 < end and is_finite(paragraph, start + 1)):
        return "subject"
    if lower in HEARERS and not (lower in _OWNERS and start + 1 < end):
        return "object"
    if lower in _PREPOSITIONS:
        return "preposition"
    return "clause" if has_finite_verb(paragraph, start, end) else "noun"


def _is_subject(lower: str) -> bool:
    """Say whether a word is a clause's subject, alone or with its verb: "they", "they’d", "it’s"."""
    alone, _, verb = lower.replace("’", "'").partition("'")
    return alone in SUBJECTS and (lower not in IT or bool(verb))


def _is_infinitive(paragraph: AnalysedParagraph, start: int, end: int) -> bool:
    """Say whether "to" stands before a verb: not "pledged to Novak", "to the party"."""
    verb = start + 1 if paragraph.lowers[start] in TO else start + 2
    return verb < end and not paragraph.words[verb].capital and paragraph.lowers[verb] not in _BEFORE_NOUN


def has_finite_verb(paragraph: AnalysedParagraph, start: int, end: int) -> bool:
    """Say whether words hold a finite verb, as far as its form tells."""
    lowers = paragraph.lowers[start:end]
    if not _FINITE.isdisjoint(lowers) or any(lower.endswith(_FINITE_ENDINGS) for lower in lowers):
        return True
    return any(_follows_as_verb(paragraph, at) for at in range(start + 1, end))


def _follows_as_verb(paragraph: AnalysedParagraph, at: int) -> bool:
    """Say whether a word that is not the first of a clause has the form of a finite verb."""
    past = paragraph.lowers[at].endswith(PAST_ENDS) and not paragraph.words[at].capital
    return past or is_finite(paragraph, at)


def content_end(paragraph: AnalysedParagraph, sentence: Sentence, start: int, cue: ReportingCue, frame: str) -> int:
    """Return the word after the reported words that begin at `start`: the sentence's end or a joint before it."""
    gaps, lowers, quoted = paragraph.gaps, paragraph.lowers, paragraph.quoted
    acts = frame in _ACTS
    for at in range(start + 1, sentence.last):
        able = (acts or gaps[at] != " " or lowers[at] in _JOINERS) and not quoted[at]
        if able and _is_joint(paragraph, sentence, at, cue, frame):
            return at
        if lowers[at] in _MEANWHILE and not quoted[at] and _is_done_meanwhile(paragraph, start, at, sentence.last):
            return at
    return sentence.last


def _is_joint(paragraph: AnalysedParagraph, sentence: Sentence, at: int, cue: ReportingCue, frame: str) -> bool:
    lower = paragraph.lowers[at]
    if pauses(paragraph, at):
        if lower in _JOINERS:
            others = _others_report(paragraph, sentence, at + 1)
            return others or _goes_on(paragraph, sentence, at + 1, cue, 3)
        reports = lower in ACCORDING or (lower.endswith(PARTICIPLE_ENDS) and lower in frames())
        second_figure = lower in _FURTHER and "evidence" in cue.frames  # of a poll
        conceded = lower in _EXPLAINS or (lower in _CONCESSIONS and not second_figure)
        return (
            reports
            or conceded
            or _is_further_figure(paragraph, at, sentence.last)
            or (frame in _NOUN_FRAMES and lower in _ASIDES)
        )
    if lower in _LINKS:
        return _goes_on(paragraph, sentence, at + 1, cue, 2)
    return frame in _ACTS and (lower in _OCCASIONS or after_times(paragraph, at, sentence.last) > at)


def _is_done_meanwhile(paragraph: AnalysedParagraph, start: int, at: int, last: int) -> bool:
    """Say whether "while" tells what the speaker does too: "stressed the town's duty while carefully avoiding blame".

    Only behind a noun alone: "said he would leave while calling for calm" may be said as a whole.
    """
    verb = at + 1
    while verb < last and paragraph.lowers[verb].endswith(ADVERB_ENDS):
        verb += 1
    doing = verb < last and paragraph.lowers[verb].endswith(PARTICIPLE_ENDS)
    return doing and not has_finite_verb(paragraph, start, at)


def _is_further_figure(paragraph: AnalysedParagraph, at: int, last: int) -> bool:
    """Say whether a poll's next share begins: "; 13 percent chose …", ", 62 percent say …"."""
    figure = paragraph.lowers[at][0].isdigit() and at + 2 < last and paragraph.lowers[at + 1] in _SHARES
    return figure and is_finite(paragraph, at + 2)


def _others_report(paragraph: AnalysedParagraph, sentence: Sentence, first: int) -> bool:
    """Say whether others are reported next: ", and several ministers have said", ", but 58 percent say"."""
    if first < sentence.last and paragraph.lowers[first] in THAT:
        return False
    for at in range(first + 1, min(first + _LONGEST_SUBJECT, sentence.last)):
        if paragraph.quoted[at] or pauses(paragraph, at) or paragraph.lowers[at] in THAT:
            return False
        if paragraph.lowers[at] in _PLAINLY_SAID:
            return True
    return False


def _goes_on(paragraph: AnalysedParagraph, sentence: Sentence, at: int, cue: ReportingCue, limit: int) -> bool:
    """Say whether a second report follows: "and said", "but he also told"."""
    for step in range(at, min(at + limit, sentence.last)):
        lower = paragraph.lowers[step]
        if paragraph.quoted[step]:
            return False
        if lower in frames():
            perfect = paragraph.lowers[step - 1] in _PERFECT and tense_of(lower) == "past"
            plainly = pauses(paragraph, at - 1) and lower in _PLAINLY_SAID
            return tense_of(lower) == tense_of(cue.form) or perfect or plainly
        if lower not in _LIGHT and not lower.endswith(ADVERB_ENDS):
            return False
    return False
