"""Clauses: which nominal governs a verb further right, and which reports a clause stands inside of.

In: a paragraph, a sentence, its nominals and cues. `governing_subject` answers whose participle or second verb
something is ("Trent visited Peru, calling …": Trent); `report_around` answers which report a cue is part of ("the paper
says that Trent called …": the paper's), since what one speaker tells of another's words stays that speaker's.
"""

from bisect import bisect_left
from collections.abc import Sequence

from ..lexicons import CLAUSES, GRAMMAR, NOUNS, ROLE_MODIFIERS, ROLES, TITLES
from ..text.analysis import AnalysedParagraph, Sentence
from ..text.tokens import joined_by_space
from ..word_classes import ADVERB_ENDS, PARTICIPLE_ENDS, RELATIVES, THAT, TO, VERB_ENDS, WHICH
from .cues import Cue, plural_forms
from .nominals import DETERMINERS, PRONOUNS, Nominal
from .verbs import is_finite, verb_after

_EMBEDS = GRAMMAR["embeds"]  # words that open a clause inside another
_BEFORE_SUBJECT = CLAUSES["modal"] | CLAUSES["support"]  # in questions
_BEFORE_INFINITIVE = _BEFORE_SUBJECT | TO
_TIMES = GRAMMAR["subordinate"]  # words that open a clause beside the report: "after", "when"
_JOINS = GRAMMAR["joins"]  # words that open a clause of the same rank
_PREPOSITIONS = GRAMMAR["preposition"]
_BREAKS = frozenset(";:—–―")
_PAUSES = _BREAKS | {","}
_REPORTS = ("say", "tell")
_SUBJECT_OPENERS = DETERMINERS | PRONOUNS | NOUNS | GRAMMAR["anyone"]
_ENDS_CLAUSE = _JOINS | _TIMES | GRAMMAR["ends_clause"]
_OPENING = GRAMMAR["opening"]
_CONTRASTS = GRAMMAR["contrast"]
_CONTENT_OPENERS = GRAMMAR["content_opener"]
_SUBORDINATES = _TIMES | _OPENING
_OPENS_SENTENCE = _SUBORDINATES | _PREPOSITIONS
_OPENS_CLAUSE = _EMBEDS | _SUBORDINATES | _JOINS
_OF = GRAMMAR["noun_link"]  # tie a noun to the one before it: "the head of the port"
_ANY = GRAMMAR["any"]  # stand before a noun as "the" does
_LONGEST_BRACKETS = 12  # words
_LONGEST_SUBJECT = 8  # words from "when" to the verb of its clause
_MOST_REPORTS = 10  # reports looked at before a cue
_FAR_THAT = 14  # words between a report and its "that"


def governing_subject(paragraph: AnalysedParagraph, sentence: Sentence, left: Sequence[Nominal]) -> Nominal | None:
    """Return the subject of the clause of highest rank that these nominals stand in, None if there is none."""
    current = None
    for at, nominal in enumerate(left):
        if _in_brackets(paragraph, sentence, nominal.first):
            continue
        first = phrase_start(paragraph, sentence, nominal)
        rank = _rank(paragraph, sentence, first)
        if rank == "inside" or verb_after(paragraph, chain_end(paragraph, left, at), sentence.last) < 0:
            continue
        if current is None or rank == "joined":
            current = nominal
    return current


def _in_brackets(paragraph: AnalysedParagraph, sentence: Sentence, at: int) -> bool:
    """Say whether a word stands in brackets that open within its sentence: "members (such as Novak, who …) will"."""
    for step in range(at, max(sentence.first, at - _LONGEST_BRACKETS), -1):
        if "(" in paragraph.gaps[step]:
            return True
        if ")" in paragraph.gaps[step]:
            return False
    return False


def chain_end(paragraph: AnalysedParagraph, nominals: Sequence[Nominal], at: int) -> int:
    """Return where the phrase of a nominal, by its number, ends: behind "of the port" of "the head of the port"."""
    last = nominals[at].last
    for nominal in nominals[at + 1 :]:
        between = [paragraph.lowers[word] for word in range(last, nominal.first)]
        if not between or between[0] not in _OF or any(word not in DETERMINERS for word in between[1:]):
            break
        if not all(joined_by_space(paragraph.gaps[word]) for word in range(last, nominal.last)):
            break
        last = nominal.last
    return last


def opening_clause_end(paragraph: AnalysedParagraph, sentence: Sentence, nominals: Sequence[Nominal]) -> int:
    """Return the word where the main clause begins after an opening one ("When Trent spoke, she …"), else the first."""
    opener = paragraph.lowers[sentence.first]
    if opener not in _OPENS_SENTENCE and not opener.endswith(VERB_ENDS):
        return sentence.first
    for nominal in nominals:
        first = phrase_start(paragraph, sentence, nominal)
        opens = first > sentence.first + 1 and not _PAUSES.isdisjoint(paragraph.gaps[first])
        if opens and verb_after(paragraph, nominal.last, sentence.last) >= 0:
            return first
    return sentence.first


def joined_subject(
    paragraph: AnalysedParagraph, sentence: Sentence, left: Sequence[Nominal], at: int
) -> Nominal | None:
    """Return whose second verb follows the "and" at this word: the nearest subject's, after a comma the highest."""
    if "," not in paragraph.gaps[at]:
        for nominal in reversed(left):
            before = paragraph.lowers[max(sentence.first, phrase_start(paragraph, sentence, nominal) - 1)]
            if before not in RELATIVES and verb_after(paragraph, nominal.last, at) >= 0:
                return nominal
    return governing_subject(paragraph, sentence, left)


def agreeing(paragraph: AnalysedParagraph, left: Sequence[Nominal], at: int) -> list[Nominal]:
    """Return which nominals may be the subject of the verb behind the "and" at this word.

    "Papers show that Trent left and say": no single person, since the verb has no "s".
    """
    if plural_forms().isdisjoint(paragraph.lowers[at + 1 : at + 2]):
        return list(left)
    return [
        one
        for one in left
        if one.kind != "person" or _is_asked(paragraph, one) or _may_be_infinitive(paragraph, one.last, at)
    ]


def _is_asked(paragraph: AnalysedParagraph, nominal: Nominal) -> bool:
    """Say whether a question about a subject begins before it: "Did Trent come and say"."""
    return nominal.first > 0 and paragraph.lowers[nominal.first - 1] in _BEFORE_SUBJECT


def _may_be_infinitive(paragraph: AnalysedParagraph, first: int, last: int) -> bool:
    """Say whether a second verb may stand behind "will" or "to" as the first one does: "Trent will come and say"."""
    pauses = (at for at in range(last, first, -1) if not _PAUSES.isdisjoint(paragraph.gaps[at]))
    return any(paragraph.lowers[at] in _BEFORE_INFINITIVE for at in range(next(pauses, first), last))


def phrase_start(paragraph: AnalysedParagraph, sentence: Sentence, nominal: Nominal) -> int:
    """Return where the phrase around a nominal begins: with its titles and determiner."""
    first = nominal.first
    while first > sentence.first and joined_by_space(paragraph.gaps[first]) and _in_title(paragraph, first - 1):
        first -= 1
    return first


def _in_title(paragraph: AnalysedParagraph, at: int) -> bool:
    lower = paragraph.lowers[at]
    return (
        not paragraph.quoted[at]
        and (
            paragraph.words[at].capital
            or lower in DETERMINERS
            or lower in ROLES
            or lower in ROLE_MODIFIERS
            or paragraph.words[at].text in TITLES
        )
        and lower not in _OPENS_CLAUSE
    )


def _rank(paragraph: AnalysedParagraph, sentence: Sentence, first: int) -> str:
    """Return how a clause that begins at this word stands: "first", "joined" to the one before, or "inside" one."""
    if first == sentence.first:
        return "first"
    before = paragraph.lowers[first - 1]
    if before in _ANY and first - 1 > sentence.first:
        first -= 1
        before = paragraph.lowers[first - 1]
    if not _BREAKS.isdisjoint(paragraph.gaps[first]):
        return "joined"
    if before in _EMBEDS or before in _TIMES:
        return "inside"
    if before in _JOINS:
        if first - 1 == sentence.first:
            return "inside" if before in _CONTRASTS else "first"
        return "joined" if "," in paragraph.gaps[first - 1] else "inside"
    if "," in paragraph.gaps[first] or paragraph.quoted[first - 1]:
        return "first"
    return "inside" if before in _PREPOSITIONS or before in TO or is_finite(paragraph, first - 1) else "first"


def report_around(
    paragraph: AnalysedParagraph,
    sentence: Sentence,
    nominals: Sequence[Nominal],
    cues: Sequence[Cue],
    cue: Cue,
    last: int,
) -> Cue | None:
    """Return the outermost report before a cue whose reported clause the cue stands in, None where it stands free.

    `last` is the last word before the marks: the reported clause must have its verb up to there.
    """
    beside = "," in paragraph.gaps[cue.first] or any(n.last == cue.first and n.kind == "person" for n in nominals)
    if cue.form.endswith(PARTICIPLE_ENDS) and beside:
        return None  # "…, calling it" and "and Trent calling it" stand beside a report
    asked = paragraph.lowers[cue.first - 1] in TO
    main = opening_clause_end(paragraph, sentence, nominals)
    end = bisect_left(cues, cue.first, key=lambda one: one.first)
    for report in cues[max(0, end - _MOST_REPORTS) : end]:
        if report.first < main <= cue.first:
            continue
        reports = report.kind in _REPORTS or (asked and report.kind == "name")
        if reports and not _is_closed(paragraph, sentence, report, cue, last):
            return report
    return None


def broken(paragraph: AnalysedParagraph, first: int, last: int) -> bool:
    """Say whether a clause ends between two words: at a colon or dash, or a comma with a word that joins clauses."""
    for at in range(first, last):
        gap, lower = paragraph.gaps[at], paragraph.lowers[at]
        if not _BREAKS.isdisjoint(gap) or " - " in gap:
            return True
        ends = (
            lower in _ENDS_CLAUSE or paragraph.quoted[at - 1] or not WHICH.isdisjoint(paragraph.lowers[at + 1 : at + 2])
        )
        if "," in gap and ends:
            return True
    return False


def _is_closed(paragraph: AnalysedParagraph, sentence: Sentence, report: Cue, cue: Cue, last: int) -> bool:
    """Say whether the clause that a report opens is over, or never began, before the cue."""
    opened = _opening(paragraph, report, cue, last)
    if opened < 0 or broken(paragraph, opened + 1, cue.first + 1):
        return True
    times = (at for at in range(opened + 1, cue.first) if paragraph.lowers[at] in _TIMES)
    if any(THAT.isdisjoint(paragraph.lowers[at : cue.first]) for at in times):
        return True
    if _is_subordinate(paragraph, sentence, report) and _main_follows(paragraph, report.last, cue.first):
        return True
    pauses = (at for at in range(opened, cue.first + 1) if "," in paragraph.gaps[at])
    return _is_relative(paragraph, sentence, report) and any(is_finite(paragraph, at) for at in pauses)


def _is_subordinate(paragraph: AnalysedParagraph, sentence: Sentence, report: Cue) -> bool:
    """Say whether a report stands in a clause opened by "when" or the like, with no pause between."""
    for at in range(report.first, max(sentence.first, report.first - _LONGEST_SUBJECT), -1):
        if paragraph.lowers[at - 1] in _SUBORDINATES:
            return True
        if not _PAUSES.isdisjoint(paragraph.gaps[at]):
            return False
    return False


def _main_follows(paragraph: AnalysedParagraph, first: int, last: int) -> bool:
    """Say whether a comma and a subject with its verb stand in a half-open range and what follows it."""
    starts = (at for at in range(first, last) if "," in paragraph.gaps[at])
    return any(
        (paragraph.words[at].capital or paragraph.lowers[at] in _SUBJECT_OPENERS)
        and any(is_finite(paragraph, verb) for verb in range(at + 1, min(at + 4, last + 1)))
        for at in starts
    )


def _is_relative(paragraph: AnalysedParagraph, sentence: Sentence, report: Cue) -> bool:
    """Say whether a report is told by "who": "Trent, who has said …"."""
    at = report.first - 1
    while at > sentence.first and (
        paragraph.lowers[at] in GRAMMAR["auxiliary"] or paragraph.lowers[at].endswith(ADVERB_ENDS)
    ):
        at -= 1
    return at > sentence.first and paragraph.lowers[at] in RELATIVES


def _opening(paragraph: AnalysedParagraph, report: Cue, cue: Cue, last: int) -> int:
    """Return where the clause begins that a report tells: after "that" or "to", or at once; -1 where none begins."""
    for at in range(report.last, min(cue.first, report.last + _FAR_THAT)):
        if not _PAUSES.isdisjoint(paragraph.gaps[at]):
            break
        asked = paragraph.lowers[at] in TO and at == cue.first - 1 > report.last
        if asked or paragraph.lowers[at] in _CONTENT_OPENERS:
            return at + 1
    return report.last if _begins_clause(paragraph, report, cue, last) else -1


def _begins_clause(paragraph: AnalysedParagraph, report: Cue, cue: Cue, last: int) -> bool:
    """Say whether a subject with a verb follows a report at once: "said Trent visited"."""
    at = report.last
    while at < cue.first and paragraph.lowers[at] in GRAMMAR["time"] and paragraph.gaps[at].isspace():
        at += 1
    if at >= len(paragraph.words) or at > cue.first or not paragraph.gaps[at].isspace():
        return False
    opens = paragraph.words[at].capital or paragraph.lowers[at] in _SUBJECT_OPENERS
    return opens and any(is_finite(paragraph, verb) for verb in range(at + 1, last + 1))
