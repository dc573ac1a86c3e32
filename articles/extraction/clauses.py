"""Clauses: which nominal governs a verb further right, and which reports a clause stands inside of.

In: a page, a sentence, its nominals and cues. `governing_subject` answers whose participle or second verb something is
("Trent visited Peru, calling …": Trent); `report_around` answers which report a cue is part of ("the paper says that
Trent called …": the paper's), since what one speaker tells of another's words stays that speaker's.
"""

from collections.abc import Sequence

from .cues import Cue
from .lexicons import GRAMMAR, ROLE_MODIFIERS, ROLES, TITLES
from .nominals import DETERMINERS, Nominal
from .reading import Page, Sentence
from .verbs import verb_after
from .words import joined_by_space

_EMBEDS = GRAMMAR["embeds"]  # words that open a clause inside another
_TIMES = GRAMMAR["subordinate"]  # words that open a clause beside the report: "after", "when"
_JOINS = GRAMMAR["joins"]  # words that open a clause of the same rank
_PREPOSITIONS = GRAMMAR["preposition"]
_BREAKS = frozenset(";:—–")
_REPORTS = ("say", "tell")


def governing_subject(page: Page, sentence: Sentence, left: Sequence[Nominal]) -> Nominal | None:
    """Return the subject of the clause of highest rank that reaches to the end of these nominals, None if there is none."""
    current = None
    for nominal in left:
        first = phrase_start(page, sentence, nominal)
        if nominal.kind == "country" and verb_after(page, nominal.last, sentence.last) < 0:
            continue
        rank = _rank(page, sentence, first)
        if rank == "inside" or verb_after(page, nominal.last, sentence.last) < 0:
            continue
        if current is None or rank == "joined":
            current = nominal
    return current


def phrase_start(page: Page, sentence: Sentence, nominal: Nominal) -> int:
    """Return where the phrase around a nominal begins: with its titles and determiner."""
    first = nominal.first
    while first > sentence.first and joined_by_space(page.words[first]) and _in_title(page, first - 1):
        first -= 1
    return first


def _in_title(page: Page, at: int) -> bool:
    lower = page.lowers[at]
    return not page.quoted[at] and (
        page.words[at].capital
        or lower in DETERMINERS
        or lower in ROLES
        or lower in ROLE_MODIFIERS
        or page.words[at].text in TITLES
    ) and lower not in _EMBEDS and lower not in _TIMES


def _rank(page: Page, sentence: Sentence, first: int) -> str:
    """Return how a clause that begins at this word stands: "first", "joined" to the one before, or "inside" one."""
    if first == sentence.first:
        return "first"
    before = page.lowers[first - 1]
    if set(page.words[first].gap) & _BREAKS:
        return "joined"
    if before in _EMBEDS or before in _TIMES:
        return "inside"
    if before in _JOINS:
        return "joined" if first - 1 == sentence.first or "," in page.words[first - 1].gap else "inside"
    if "," in page.words[first].gap or page.quoted[first - 1]:
        return "first"
    return "inside"


def report_around(page: Page, sentence: Sentence, nominals: Sequence[Nominal], cues: Sequence[Cue], cue: Cue) -> Cue | None:
    """Return the outermost report before a cue whose reported clause the cue stands in, None where it stands free."""
    for report in cues:
        if report.first >= cue.first:
            return None
        if report.kind in _REPORTS and not _is_closed(page, nominals, sentence, report, cue):
            return report
    return None


def _is_closed(page: Page, nominals: Sequence[Nominal], sentence: Sentence, report: Cue, cue: Cue) -> bool:
    """Say whether the clause that a report opens is over, or never began, before the cue."""
    opened = _opening(page, report, cue)
    if opened < 0:
        return True
    for at in range(opened, cue.first):
        word, lower = page.words[at], page.lowers[at]
        if set(word.gap) & _BREAKS or page.quoted[at]:
            return True
        comma = "," in word.gap
        if comma and (lower in _JOINS or lower in _TIMES or lower in ("and", "or")):
            return True
        if lower in _TIMES and not any(page.lowers[i] == "that" for i in range(at, cue.first)):
            return True
    return False


def _opening(page: Page, report: Cue, cue: Cue) -> int:
    """Return where the clause begins that a report tells: after "that", or at once; -1 where none begins."""
    at = report.last
    if at >= cue.first:
        return -1
    for that in range(at, min(cue.first, at + 14)):
        if page.quoted[that] or set(page.words[that].gap) & set(",;:—–"):
            break
        if page.lowers[that] in ("that", "whether", "if"):
            return that + 1
    at_once = page.words[at].gap.isspace() and page.lowers[at] not in _PREPOSITIONS | _JOINS | _TIMES
    return at if at_once else -1
