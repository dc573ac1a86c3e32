"""The subject of a cue: which nominal of the sentence does the saying.

In: a paragraph, a sentence, its nominals, and one cue. Out: the nominal, or None. The rules follow the shapes of news
prose: "X said", "said X", "X, the director of Y, said", "X, who said", "X visited Y and said", "X's claim", "according
to X".
"""

from ..lexicons import COMMON_WORDS, GRAMMAR, ROLE_MODIFIERS, ROLES, TITLES
from ..text.analysis import AnalysedParagraph, Sentence
from ..text.tokens import joined_by_space
from ..word_classes import ADVERB_ENDS, AS, BY, COORDINATORS, PARTICIPLE_ENDS, RELATIVES, TO, WHO
from .clauses import agreeing, governing_subject, joined_subject, phrase_start
from .cues import Cue
from .nominals import DETERMINERS, Nominal
from .verbs import is_finite, verb_after

_AUXILIARIES = GRAMMAR["auxiliary"]
_TIMES = GRAMMAR["time"]
_PREPOSITIONS = GRAMMAR["preposition"]
_OPENERS = GRAMMAR["opener"]
_POSSESSIVES = GRAMMAR["possessive"]
_CARRIERS = GRAMMAR["carrier"]
_ADDED = GRAMMAR["added"]
_QUOTING = GRAMMAR["quoting"]
_LONGEST_QUOTED = 20  # words from "quoted" to "as saying"
_GIVES = GRAMMAR["gives"]
_LONGEST_OPENING = 6  # words of a subject that a sentence opens with
_MOST_ADJECTIVES = 3  # words between a determiner and its noun
_PAUSES = frozenset(",;:—–(")
_SMALL_WORDS = (
    _PREPOSITIONS
    | GRAMMAR["pronoun"]
    | GRAMMAR["embeds"]
    | GRAMMAR["subordinate"]
    | GRAMMAR["joins"]
    | GRAMMAR["no_noun"]
)
_TITLE_LINKS = GRAMMAR["title_link"]
_NO_AGENT = GRAMMAR["beside_subject"]
_BEFORE_DAYS = GRAMMAR["before_day"]
_BEFORE_YEARS = GRAMMAR["before_year"]
_APPOSED = GRAMMAR["describes_subject"]
_EMPTY = GRAMMAR["empty_pronoun"]
_SUBJECT_PRONOUNS = GRAMMAR["subject_pronoun"]
_ORIGINS = GRAMMAR["origin"]
_BEFORE_SUBJECT = frozenset(',;:—–“”"‘’()')


def subject_after(paragraph: AnalysedParagraph, nominals: list[Nominal], cue: Cue) -> Nominal | None:
    """Return the subject of an inverted cue: "said the minister", "said harbour spokesman Peter Novak"."""
    for nominal in nominals:
        if nominal.first >= cue.last:
            between = range(cue.last, nominal.first)
            unbroken = all(_PAUSES.isdisjoint(paragraph.gaps[at]) for at in range(cue.last, nominal.first + 1))
            fits = _in_title if nominal.kind != "person" else _before_name
            return nominal if len(between) <= 7 and unbroken and all(fits(paragraph, at) for at in between) else None
    return None


def _before_name(paragraph: AnalysedParagraph, at: int) -> bool:
    """Say whether a word may stand between "said" and a person's name: "said flood victim Peter Novak"."""
    return _in_title(paragraph, at) or not (paragraph.lowers[at] in COMMON_WORDS or is_finite(paragraph, at))


def _in_title(paragraph: AnalysedParagraph, at: int) -> bool:
    lower = paragraph.lowers[at]
    return (
        paragraph.words[at].capital
        or lower in DETERMINERS
        or lower in ROLES
        or lower in ROLE_MODIFIERS
        or paragraph.words[at].text in TITLES
        or lower in _TITLE_LINKS
    )


def subject_before(
    paragraph: AnalysedParagraph, sentence: Sentence, nominals: list[Nominal], cue: Cue
) -> Nominal | None:
    """Return the subject that stands before a cue, None where none does."""
    left = [nominal for nominal in nominals if nominal.last <= cue.first]
    if (to := _to_before(paragraph, sentence, cue)) >= 0:
        return _of_infinitive(paragraph, sentence, left, to)
    if quoted := _whom_it_quotes(paragraph, sentence, nominals, cue):
        return quoted
    at, paused = _over_auxiliaries(paragraph, sentence, cue.first)
    if at < sentence.first:
        return None
    adjacent = bool(left) and left[-1].last == at + 1 and not paused
    participle = cue.form.endswith(PARTICIPLE_ENDS) and paragraph.lowers[cue.first - 1] not in GRAMMAR["be"]
    if paragraph.lowers[at] in RELATIVES:
        return _antecedent(paragraph, left, at)
    if paragraph.lowers[at] in COORDINATORS:
        left = agreeing(paragraph, left, at)
        return joined_subject(paragraph, sentence, left, at) or _clause_subject(paragraph, sentence, left)
    if participle and paragraph.lowers[at] in _GIVES and left and left[-1].last == at and not paused:
        return left[-1]  # "remarks that Novak made saying"
    if participle and (not adjacent or _carries(paragraph, sentence, left[-1], cue)):
        governing = governing_subject(paragraph, sentence, left) or _opening_noun(paragraph, sentence, left)
        return governing or _clause_subject(paragraph, sentence, left)
    if paused:
        return _before_apposition(paragraph, sentence, left, at)
    if adjacent and participle:
        return left[-1]
    if adjacent:
        return _head_of(paragraph, sentence, left) or _clause_subject(paragraph, sentence, left)
    return _bare_noun(paragraph, sentence, at) or _clause_subject(paragraph, sentence, left)


def _whom_it_quotes(
    paragraph: AnalysedParagraph, sentence: Sentence, nominals: list[Nominal], cue: Cue
) -> Nominal | None:
    """Return whom something is said to quote: "it quoted Novak, the mayor, as saying"."""
    if (
        cue.first - 1 <= sentence.first
        or paragraph.lowers[cue.first - 1] not in AS
        or not cue.form.endswith(PARTICIPLE_ENDS)
    ):
        return None
    start = max(sentence.first, cue.first - _LONGEST_QUOTED)
    quoting = next((at for at in range(cue.first - 1, start, -1) if paragraph.lowers[at] in _QUOTING), None)
    return next((one for one in nominals if quoting and quoting < one.first < cue.first), None)


def _carries(paragraph: AnalysedParagraph, sentence: Sentence, nominal: Nominal, cue: Cue) -> bool:
    """Say whether a nominal is only an object before a participle: "made a statement saying", "wrote fans asking"."""
    if paragraph.lowers[nominal.last - 1] in _CARRIERS:
        return True
    before = phrase_start(paragraph, sentence, nominal) - 1
    while before > sentence.first and paragraph.words[before].possessive:  # "to the school's president"
        before = phrase_start(paragraph, sentence, Nominal(before, before + 1, "group")) - 1
    alone = before < sentence.first or paragraph.lowers[before] in _NO_AGENT
    if alone or not joined_by_space(paragraph.gaps[before + 1]):
        return False
    return cue.form in _ADDED or paragraph.lowers[before] in _PREPOSITIONS


def _to_before(paragraph: AnalysedParagraph, sentence: Sentence, cue: Cue) -> int:
    """Return the "to" of an infinitive, "to call" or "to openly call"; -1 where the cue is none."""
    at = cue.first - 1
    while at > sentence.first and paragraph.lowers[at].endswith(ADVERB_ENDS):
        at -= 1
    return at if at >= sentence.first and paragraph.lowers[at] in TO else -1


def _of_infinitive(paragraph: AnalysedParagraph, sentence: Sentence, left: list[Nominal], to: int) -> Nominal | None:
    """Return who is to say it: "leading the adviser to counter", else the clause's subject: "used a rally to call"."""
    if left and left[-1].last == to and left[-1].kind in ("person", "group", "organisation"):
        return left[-1]
    for at in range(len(left) - 1, -1, -1):
        if verb_after(paragraph, left[at].last, to) == to - 1:
            return _head_of(paragraph, sentence, left[: at + 1])  # "after which the mayor refused to call"
    return governing_subject(paragraph, sentence, left) or _clause_subject(paragraph, sentence, left)


def _over_auxiliaries(paragraph: AnalysedParagraph, sentence: Sentence, first: int) -> tuple[int, bool]:
    """Step from a cue to the left over auxiliaries and adverbs; say too whether a comma was passed."""
    at = first - 1
    paused = first < len(paragraph.words) and pauses(paragraph, first)
    while at >= sentence.first and not paragraph.quoted[at]:
        if not _steps_over(paragraph, at):
            break
        paused = paused or pauses(paragraph, at)
        at -= 1
    return at, paused


def pauses(paragraph: AnalysedParagraph, at: int) -> bool:
    """Say whether a comma or a dash stands before a word."""
    gap = paragraph.gaps[at]
    return "," in gap or "--" in gap or "—" in gap or "–" in gap


def _steps_over(paragraph: AnalysedParagraph, at: int) -> bool:
    """Say whether a word may stand between a subject and its verb: "Novak on Wednesday repeatedly called"."""
    lower = paragraph.lowers[at]
    if lower in _AUXILIARIES or lower in _TIMES or (lower.endswith(ADVERB_ENDS) and not paragraph.words[at].capital):
        return True
    if lower.isdigit():
        return paragraph.lowers[at - 1] in _TIMES or paragraph.lowers[at - 1] in _BEFORE_YEARS
    if lower not in _BEFORE_DAYS or at + 1 >= len(paragraph.words):
        return False
    return paragraph.lowers[at + 1] in _TIMES or (lower in _BEFORE_YEARS and paragraph.lowers[at + 1].isdigit())


def _antecedent(paragraph: AnalysedParagraph, left: list[Nominal], at: int) -> Nominal | None:
    """Return the nominal that "who" at this place goes back to."""
    fitting = [nominal for nominal in left if nominal.last <= at]
    if not fitting:
        return None
    nearest = fitting[-1]
    person = nearest.kind == "person" and paragraph.lowers[at] in WHO
    return Nominal(at, at + 1, "pronoun", person=nearest.person) if person else nearest


def _before_apposition(
    paragraph: AnalysedParagraph, sentence: Sentence, left: list[Nominal], at: int
) -> Nominal | None:
    """Return the nominal before the commas that close right before the cue: "X, the director of Y, said"."""
    governing = governing_subject(paragraph, sentence, left)
    if governing and not _APPOSED.isdisjoint(paragraph.lowers[governing.last : governing.last + 1]):
        return governing
    for nominal in reversed(left):
        follows_comma = nominal.last <= at and "," in paragraph.gaps[nominal.last]
        if (
            follows_comma
            and nominal.kind in ("person", "pronoun", "organisation", "group")
            and _may_be_subject(paragraph, sentence, nominal)
        ):
            return nominal
    if governing:
        return governing
    if left and left[-1].last == at + 1 and left[-1].kind in ("person", "pronoun"):
        return left[-1]
    return _clause_subject(paragraph, sentence, left)


def _head_of(paragraph: AnalysedParagraph, sentence: Sentence, left: list[Nominal]) -> Nominal | None:
    """Return the head of a chain: "the spokesman" of "the spokesman for Novak"; None for "on Facebook"."""
    for at in range(len(left) - 1, -1, -1):
        nominal = left[at]
        link = _before_phrase(paragraph, sentence, nominal)
        if (
            link < sentence.first
            or paragraph.lowers[link] not in _PREPOSITIONS
            or not joined_by_space(paragraph.gaps[link + 1])
        ):
            return nominal
        if at == 0 or left[at - 1].last != link:
            return nominal if nominal.kind == "person" and link + 1 < nominal.first else None
    return None


def _before_phrase(paragraph: AnalysedParagraph, sentence: Sentence, nominal: Nominal) -> int:
    """Return the word before a nominal with its determiner, over words that only tell what sort: "a new book"."""
    link = nominal.first - 1
    if nominal.kind == "person" and link >= sentence.first and paragraph.words[link].text.rstrip(".") in TITLES:
        return phrase_start(paragraph, sentence, nominal) - 1  # "a spokesman for Mayor Ida Holm"
    if nominal.kind != "group" or paragraph.lowers[nominal.first] in DETERMINERS:
        return link - (link > sentence.first and paragraph.lowers[link] in DETERMINERS)
    for at in range(link, max(sentence.first, link - _MOST_ADJECTIVES), -1):
        if (
            not joined_by_space(paragraph.gaps[at + 1])
            or paragraph.lowers[at] in _PREPOSITIONS
            or is_finite(paragraph, at)
        ):
            break
        if paragraph.lowers[at] in DETERMINERS:
            return at - 1
    return link


def _clause_subject(paragraph: AnalysedParagraph, sentence: Sentence, left: list[Nominal]) -> Nominal | None:
    """Return the nearest nominal to the left that stands where subjects stand, else the first."""
    able = [nominal for nominal in left if nominal.kind != "country" and _may_be_subject(paragraph, sentence, nominal)]
    for kinds in (("person", "pronoun"), ("organisation", "group")):
        fitting = [nominal for nominal in able if nominal.kind in kinds and not _is_it(paragraph, nominal)]
        if fitting:
            return fitting[-1]
    return left[0] if left else None


def _is_it(paragraph: AnalysedParagraph, nominal: Nominal) -> bool:
    """Say whether a nominal is an "it" that may stand for nothing: "it was too early"."""
    return paragraph.lowers[nominal.first] in _EMPTY and nominal.kind == "pronoun"


def _may_be_subject(paragraph: AnalysedParagraph, sentence: Sentence, nominal: Nominal) -> bool:
    first = nominal.first
    while (
        first > sentence.first
        and joined_by_space(paragraph.gaps[first])
        and _in_title(paragraph, first - 1)
        and paragraph.lowers[first - 1] not in _TITLE_LINKS
    ):
        first -= 1
    if first == sentence.first or paragraph.lowers[nominal.first] in _SUBJECT_PRONOUNS:
        return True
    return paragraph.lowers[first - 1] in _OPENERS or not _BEFORE_SUBJECT.isdisjoint(paragraph.gaps[first])


def _opening_noun(paragraph: AnalysedParagraph, sentence: Sentence, left: list[Nominal]) -> Nominal | None:
    """Return the subject that a sentence opens with, whatever the noun: "The dance hall closed and issued"."""
    first = sentence.first
    if paragraph.lowers[first] not in DETERMINERS or (left and left[0].first - first < _LONGEST_OPENING):
        return None
    for at in range(first + 1, min(first + _LONGEST_OPENING, sentence.last)):
        if is_finite(paragraph, at):
            return Nominal(first, at, "group") if at > first + 1 else None
        if not joined_by_space(paragraph.gaps[at]) or paragraph.lowers[at] in _PREPOSITIONS or paragraph.quoted[at]:
            return None
    return None


def _bare_noun(paragraph: AnalysedParagraph, sentence: Sentence, at: int) -> Nominal | None:
    """Return the determiner and noun right before a cue, whatever the noun: "the filing said"."""
    for first in range(at, max(at - 6, sentence.first - 1), -1):
        lower = paragraph.lowers[first]
        if paragraph.quoted[first]:
            return None
        if (lower in DETERMINERS or lower.isdigit()) and first < at:
            inside = first > sentence.first and paragraph.lowers[first - 1] in _PREPOSITIONS
            return None if inside else Nominal(first, at + 1, "group")
        small = lower in _SMALL_WORDS or (first == at and lower in COMMON_WORDS) or is_finite(paragraph, first)
        if small or (first < at and not joined_by_space(paragraph.gaps[first + 1])):
            return None
    return None


def noun_after(paragraph: AnalysedParagraph, sentence: Sentence, cue: Cue) -> Nominal | None:
    """Return the determiner and nouns right after an inverted cue, whatever the noun: "said a voice"."""
    at = cue.last
    if at >= sentence.last or paragraph.lowers[at] not in DETERMINERS or not joined_by_space(paragraph.gaps[at]):
        return None
    end = at + 1
    while end < sentence.last and end - at < 7 and joined_by_space(paragraph.gaps[end]) and not paragraph.quoted[end]:
        if paragraph.lowers[end] in COMMON_WORDS and paragraph.lowers[end] not in ROLE_MODIFIERS:
            break
        end += 1
    return Nominal(at, end, "group") if end > at + 1 else None


def owner_of(paragraph: AnalysedParagraph, sentence: Sentence, nominals: list[Nominal], cue: Cue) -> Nominal | None:
    """Return to whom a noun of saying belongs: "Novak's claim", "her statement", "a statement by the bank"."""
    for at in range(cue.first - 1, max(cue.first - 5, sentence.first - 1), -1):
        if paragraph.words[at].possessive:
            return next((nominal for nominal in nominals if nominal.first <= at < nominal.last), None)
        if paragraph.lowers[at] in _POSSESSIVES:
            return Nominal(at, at + 1, "pronoun")
    if cue.last < sentence.last and paragraph.lowers[cue.last] in _ORIGINS:
        return next((nominal for nominal in nominals if nominal.first in range(cue.last, cue.last + 6)), None)
    return None


def agent_of(paragraph: AnalysedParagraph, sentence: Sentence, nominals: list[Nominal], cue: Cue) -> Nominal | None:
    """Return whom "by" names after a passive cue: "was described by Novak as"."""
    for at in range(cue.last, min(cue.last + 8, sentence.last)):
        if paragraph.lowers[at] in BY:
            return next((nominal for nominal in nominals if at < nominal.first <= at + 6), None)
    return None


def source_of(paragraph: AnalysedParagraph, sentence: Sentence, nominals: list[Nominal], cue: Cue) -> Nominal | None:
    """Return whom "according to" names: the nominal there, else the words up to the next pause."""
    end = cue.last
    while (
        end < sentence.last
        and end < cue.last + 7
        and not paragraph.quoted[end]
        and (end == cue.last or joined_by_space(paragraph.gaps[end]))
    ):
        end += 1
    inside = next((nominal for nominal in nominals if cue.last <= nominal.first < end), None)
    return inside or (Nominal(cue.last, end, "group") if end > cue.last else None)
