"""What a query may be at the most, and the problems a reading tells of.

The limits keep any query within its time whatever the engine; what is beyond them is left out, and a sentence says so.
"""

from collections import Counter
from dataclasses import dataclass, field

from search.language.analysis import written_tokens
from search.language.lexer import Kind, Lexeme

LONGEST_QUERY = 1_000  # characters
MOST_WORDS = 32  # words and phrases
LONGEST_PHRASE = 64  # words
DEEPEST = 8  # parentheses in parentheses
MOST_VARIABLE = {"*": 4, "~": 4}  # words that end in such a sign
SHORTEST_PREFIX = 3  # letters
SHORTEST_FUZZY = 3  # letters
MOST_NEAR = 4  # words near each other, since an engine may have to look for each of their orders
FARTHEST = 50  # words among those that are near each other
MOST_TIMES = 20
MOST_PROBLEMS = 12  # told of one reading


@dataclass(frozen=True, slots=True)
class Problem:
    """One clear sentence about what was not understood, and the half-open place in the text it speaks of."""

    sentence: str
    start: int
    end: int


@dataclass
class Problems:
    """Collects the problems of one reading."""

    found: dict[Problem, None] = field(default_factory=dict)

    def add(self, sentence: str, start: int, end: int) -> None:
        """Add a problem; one that is known already is told once."""
        self.found[Problem(sentence, start, end)] = None

    def in_order(self) -> tuple[Problem, ...]:
        """Return them in the order of the text; of too many the first, and that there are more."""
        ordered = sorted(self.found, key=lambda problem: (problem.start, problem.end))
        told, more = ordered[:MOST_PROBLEMS], ordered[MOST_PROBLEMS:]
        if more:
            told.append(Problem("From here on there is more like this.", more[0].start, more[-1].end))
        return tuple(told)


def within_limits(lexemes: list[Lexeme], problems: Problems) -> list[Lexeme]:
    """Return the lexemes that are searched: no more than the limits allow, and every parenthesis with its partner."""
    return _balanced(_few_variable(_few_words(lexemes, problems), problems), problems)


def _few_words(lexemes: list[Lexeme], problems: Problems) -> list[Lexeme]:
    places = [place for place, lexeme in enumerate(lexemes) if lexeme.kind in ("word", "quoted")]
    if len(places) <= MOST_WORDS:
        return lexemes
    first = lexemes[places[MOST_WORDS]]
    sentence = f"Only the first {MOST_WORDS} words were searched; put a sentence into quotation marks to find it whole."
    problems.add(sentence, first.start, lexemes[-1].end)
    return lexemes[: places[MOST_WORDS]]


def _few_variable(lexemes: list[Lexeme], problems: Problems) -> list[Lexeme]:
    """Leave out the words that stand for many others, beyond so many of each kind."""
    kept: list[Lexeme] = []
    met: Counter[str] = Counter()
    for lexeme in lexemes:
        sign = variable_sign(lexeme)
        met[sign] += 1
        if not sign or met[sign] <= MOST_VARIABLE[sign]:
            kept.append(lexeme)
        else:
            sentence = f"Only {MOST_VARIABLE[sign]} words may end in {sign}; this one was left out."
            problems.add(sentence, lexeme.start, lexeme.end)
    return kept


def _balanced(lexemes: list[Lexeme], problems: Problems) -> list[Lexeme]:
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


def _opened(lexeme: Lexeme, depth: int, problems: Problems) -> Lexeme | None:
    if depth < DEEPEST:
        return lexeme
    problems.add(f"Parentheses may be {DEEPEST} deep; deeper ones were ignored.", lexeme.start, lexeme.end)
    return None


def _closing(opening: Lexeme, end: int, problems: Problems) -> Lexeme:
    problems.add("This parenthesis is never closed; it was read to the end.", opening.start, opening.end)
    kind: Kind = ")"
    return Lexeme(kind, ")", end, end)


def variable_sign(lexeme: Lexeme) -> str:
    """Return the sign with which a word stands for many: * as a beginning, ~ as one misspelled; else nothing."""
    if lexeme.kind != "word" or not written_tokens(lexeme.text):
        return ""
    if lexeme.text.endswith("*"):
        return "*"
    return "~" if fuzzy_parts(lexeme.text) else ""


def fuzzy_parts(text: str) -> tuple[str, str] | None:
    """Cut "name~1" into the word and the number of edits; None for what is no such word."""
    word, sign, edits = text.rstrip(",;:!?").rstrip(".").rpartition("~")
    return (word, edits) if sign and word and not edits.strip("0123456789.") else None
