"""The limits of a query, and the problems that parsing one may have.

The limits keep every query within its time, whatever the engine. What is beyond a limit is left out, and a sentence
says so.
"""

from collections import Counter
from dataclasses import dataclass, field

from search.language.analysis import written_tokens
from search.language.lexer import Kind, Lexeme

LONGEST_QUERY = 1_000  # characters
MOST_WORDS = 32  # words and phrases
LONGEST_PHRASE = 64  # words
DEEPEST = 8  # parentheses in parentheses
MOST_MULTI_TERM = {"*": 4, "~": 4}  # words that stand for many others, by the sign they end in
SHORTEST_PREFIX = 3  # letters
SHORTEST_FUZZY = 3  # letters
MOST_NEAR = 4  # words near each other, since an engine may have to look for each of their orders
FARTHEST = 50  # words among those that are near each other
MOST_TIMES = 20
MOST_PROBLEMS = 12  # shown of one query


@dataclass(frozen=True, slots=True)
class QueryProblem:
    """A part of a query that was not understood: one sentence, and where that part stands.

    `start` and `end` are half-open code-point offsets in the text that was parsed.
    """

    sentence: str
    start: int
    end: int


@dataclass
class ProblemCollector:
    """Collects the problems of one query while it is parsed."""

    found: dict[QueryProblem, None] = field(default_factory=dict)

    def add(self, sentence: str, start: int, end: int) -> None:
        """Add a problem, unless the very same was added before; `start` and `end` are code-point offsets."""
        self.found[QueryProblem(sentence, start, end)] = None

    def in_order(self) -> tuple[QueryProblem, ...]:
        """Return the problems in the order of the text: the first MOST_PROBLEMS, and one for all others."""
        ordered = sorted(self.found, key=lambda problem: (problem.start, problem.end))
        shown, others = ordered[:MOST_PROBLEMS], ordered[MOST_PROBLEMS:]
        if others:
            shown.append(QueryProblem("From here on there is more like this.", others[0].start, others[-1].end))
        return tuple(shown)


def enforce_limits(lexemes: list[Lexeme], problems: ProblemCollector) -> list[Lexeme]:
    """Return the lexemes that are within all limits, with a closing parenthesis for each opening one."""
    return _balance_parentheses(_limit_multi_terms(_limit_words(lexemes, problems), problems), problems)


def _limit_words(lexemes: list[Lexeme], problems: ProblemCollector) -> list[Lexeme]:
    places = [place for place, lexeme in enumerate(lexemes) if lexeme.kind in ("word", "quoted")]
    if len(places) <= MOST_WORDS:
        return lexemes
    first = lexemes[places[MOST_WORDS]]
    sentence = f"Only the first {MOST_WORDS} words were searched; put a sentence into quotation marks to find it whole."
    problems.add(sentence, first.start, lexemes[-1].end)
    return lexemes[: places[MOST_WORDS]]


def _limit_multi_terms(lexemes: list[Lexeme], problems: ProblemCollector) -> list[Lexeme]:
    kept: list[Lexeme] = []
    counts: Counter[str] = Counter()
    for lexeme in lexemes:
        sign = multi_term_sign(lexeme)
        counts[sign] += 1
        if not sign or counts[sign] <= MOST_MULTI_TERM[sign]:
            kept.append(lexeme)
        else:
            sentence = f"Only {MOST_MULTI_TERM[sign]} words may end in {sign}; this one was left out."
            problems.add(sentence, lexeme.start, lexeme.end)
    return kept


def _balance_parentheses(lexemes: list[Lexeme], problems: ProblemCollector) -> list[Lexeme]:
    kept: list[Lexeme] = []
    open_ones: list[Lexeme | None] = []  # None where a parenthesis is too deep and was left out
    for lexeme in lexemes:
        if lexeme.kind == "(":
            open_ones.append(_opened(lexeme, len(open_ones), problems))
        elif lexeme.kind == ")" and not open_ones:
            problems.add("This closing parenthesis has no opening one.", lexeme.start, lexeme.end)
            continue
        if lexeme.kind not in "()" or open_ones[-1] is not None:
            kept.append(lexeme)
        if lexeme.kind == ")":
            open_ones.pop()
    end = lexemes[-1].end if lexemes else 0
    return kept + [_closing(opening, end, problems) for opening in reversed(open_ones) if opening is not None]


def _opened(lexeme: Lexeme, depth: int, problems: ProblemCollector) -> Lexeme | None:
    if depth < DEEPEST:
        return lexeme
    problems.add(f"Parentheses may be {DEEPEST} deep; deeper ones were ignored.", lexeme.start, lexeme.end)
    return None


def _closing(opening: Lexeme, end: int, problems: ProblemCollector) -> Lexeme:
    problems.add("This parenthesis is never closed; it was read to the end.", opening.start, opening.end)
    kind: Kind = ")"
    return Lexeme(kind, ")", end, end)


def multi_term_sign(lexeme: Lexeme) -> str:
    """Return the sign that makes a word stand for many: "*" for a prefix, "~" for a fuzzy word, "" for all others."""
    if lexeme.kind != "word" or not written_tokens(lexeme.text):
        return ""
    if lexeme.text.endswith("*"):
        return "*"
    return "~" if fuzzy_parts(lexeme.text) else ""


def fuzzy_parts(text: str) -> tuple[str, str] | None:
    """Split "name~1" into the word and the number of edits ("" where none is given); None for all other texts."""
    word, sign, edits = text.rstrip(",;:!?").rstrip(".").rpartition("~")
    return (word, edits) if sign and word and not edits.strip("0123456789.") else None
