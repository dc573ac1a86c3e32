"""What a query may be at the most, and the problems a reading tells of.

The limits keep any query within its time whatever the engine; what is beyond them is left out, and a sentence says so.
"""

from dataclasses import dataclass, field

from search.language.analysis import written_tokens
from search.language.lexemes import Kind, Lexeme

LONGEST_QUERY = 1_000  # characters
MOST_WORDS = 32  # words and phrases
LONGEST_PHRASE = 64  # words
DEEPEST = 8  # parentheses in parentheses
MOST_WILDCARDS = 4
SHORTEST_PREFIX = 3  # letters


@dataclass(frozen=True, slots=True)
class Problem:
    """One clear sentence about what was not understood, and the half-open place in the text it speaks of."""

    sentence: str
    start: int
    end: int


@dataclass
class Problems:
    """Collects the problems of one reading."""

    found: list[Problem] = field(default_factory=list)

    def add(self, sentence: str, start: int, end: int) -> None:
        """Add a problem; one that is known already is told once."""
        problem = Problem(sentence, start, end)
        if problem not in self.found:
            self.found.append(problem)

    def in_order(self) -> tuple[Problem, ...]:
        """Return them in the order of the text."""
        return tuple(sorted(self.found, key=lambda problem: (problem.start, problem.end)))


def within_limits(lexemes: list[Lexeme], problems: Problems) -> list[Lexeme]:
    """Return the lexemes that are searched: no more than the limits allow, and every parenthesis with its partner."""
    return _balanced(_few_wildcards(_few_words(lexemes, problems), problems), problems)


def _few_words(lexemes: list[Lexeme], problems: Problems) -> list[Lexeme]:
    places = [place for place, lexeme in enumerate(lexemes) if lexeme.kind in ("word", "quoted")]
    if len(places) <= MOST_WORDS:
        return lexemes
    first = lexemes[places[MOST_WORDS]]
    sentence = f"Only the first {MOST_WORDS} words were searched; put a sentence into quotation marks to find it whole."
    problems.add(sentence, first.start, lexemes[-1].end)
    return lexemes[: places[MOST_WORDS]]


def _few_wildcards(lexemes: list[Lexeme], problems: Problems) -> list[Lexeme]:
    kept, wildcards = [], 0
    for lexeme in lexemes:
        wildcards += is_prefix(lexeme)
        if is_prefix(lexeme) and wildcards > MOST_WILDCARDS:
            problems.add(f"Only {MOST_WILDCARDS} words may end in *; this one was left out.", lexeme.start, lexeme.end)
        else:
            kept.append(lexeme)
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


def is_prefix(lexeme: Lexeme) -> bool:
    """Say whether somebody typed the beginning of a word and a star."""
    return lexeme.kind == "word" and lexeme.text.endswith("*") and bool(written_tokens(lexeme.text))
