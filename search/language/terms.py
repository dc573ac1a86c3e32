"""Words as somebody typed them → leaves of the query's tree: words, prefixes, fuzzy words, phrases, words near others.

What can't be searched as it was meant is searched as near to that as can be, and a problem says how.
"""

from search.language.analysis import TOKEN, in_capitals, units, word_terms
from search.language.ast import AtLeast, Fuzzy, Near, Phrase, Prefix, Query, Word
from search.language.lexer import OPERATORS, PUNCTUATION, TIMES_ALONE, Lexeme
from search.language.limits import (
    FARTHEST,
    LONGEST_PHRASE,
    MOST_NEAR,
    MOST_TIMES,
    SHORTEST_FUZZY,
    SHORTEST_PREFIX,
    ProblemCollector,
    fuzzy_parts,
)

TokenSpan = tuple[int, int]


def parse_term(lexeme: Lexeme, problems: ProblemCollector) -> Query | None:
    """Return the leaf that a word or a quotation stands for, or None where there is no word in it.

    Quotation marks make a phrase, and so do several words without a blank: AT&T. COVID-19 is one word.
    """
    if lexeme.kind == "quoted":
        return _parse_quoted(lexeme, problems)
    if "*" in lexeme.text:
        return _parse_prefix(lexeme, problems)
    if parts := fuzzy_parts(lexeme.text):
        return _parse_fuzzy(lexeme, *parts, problems)
    return _parse_word(lexeme, lexeme.text, problems)


def no_words(lexeme: Lexeme, problems: ProblemCollector) -> Query | None:
    """Add the problem that there is no word in a lexeme, and return None, as there is no leaf for it."""
    problems.add("There is no word here to search for.", lexeme.start, lexeme.end)
    return None


def parse_repeated(lexeme: Lexeme, times: int, problems: ProblemCollector) -> Query | None:
    """Return the leaf for a word that has to be there so many times; only single words can be counted."""
    query = parse_term(lexeme, problems)
    if isinstance(query, Word):
        return AtLeast(query.text, times) if times > 1 else query
    if query is not None:
        problems.add("Only single words can be counted; this was searched for once.", lexeme.start, lexeme.end)
    return query


def repetitions(lexeme: Lexeme, problems: ProblemCollector) -> int:
    """Return the number of an "atleast3", or the nearest that is allowed."""
    times = int(lexeme.text)
    if not 1 <= times <= MOST_TIMES:
        sentence = f"A word can be counted from 1 to {MOST_TIMES} times; the nearest of these was searched."
        problems.add(sentence, lexeme.start, lexeme.end)
    return min(max(times, 1), MOST_TIMES)


def _parse_word(lexeme: Lexeme, text: str, problems: ProblemCollector) -> Query | None:
    spans = _token_spans(text)
    if not spans:
        return no_words(lexeme, problems) if lexeme.text.strip(PUNCTUATION) else None
    written = text[spans[0][0] : spans[-1][1]]
    if len(units(written)) > 1 or len(spans) > LONGEST_PHRASE or _is_sign(written):
        return _phrase(lexeme, text, spans, problems)
    return Word(written.lower() if written in OPERATORS else written)


def _is_sign(written: str) -> bool:
    """Say whether a word would be read as a sign of the language where it stands alone: atleast3, &&."""
    return bool(TIMES_ALONE.fullmatch(written)) or (written in OPERATORS and not written.isalpha())


def _parse_quoted(lexeme: Lexeme, problems: ProblemCollector) -> Query | None:
    if not lexeme.closed:
        problems.add("This quotation mark is never closed; it was read to the end.", lexeme.start, lexeme.end)
    spans = _token_spans(lexeme.text)
    if not spans:
        return no_words(lexeme, problems)
    if lexeme.distance is not None:
        return _near(lexeme, spans, problems)
    return _phrase(lexeme, lexeme.text, spans, problems)


def _phrase(lexeme: Lexeme, text: str, spans: list[TokenSpan], problems: ProblemCollector) -> Query:
    if len(spans) > LONGEST_PHRASE:
        problems.add(f"Of this phrase the first {LONGEST_PHRASE} words were searched.", lexeme.start, lexeme.end)
    return Phrase(_first_words(text, spans, LONGEST_PHRASE))


def _near(lexeme: Lexeme, spans: list[TokenSpan], problems: ProblemCollector) -> Query:
    """Return the leaf for "a b"~5; without a number, or with one word alone, it is a phrase."""
    words = units(lexeme.text)
    if len(words) == 1 or not lexeme.distance:
        sentence = "Words near each other are two or more with a number, as in “tax levy”~5; this was read as a phrase."
        problems.add(sentence, lexeme.start, lexeme.end)
        return _phrase(lexeme, lexeme.text, spans, problems)
    if len(words) > MOST_NEAR:
        sentence = f"{MOST_NEAR} words at most are searched near each other; these are the first of them."
        problems.add(sentence, lexeme.start, lexeme.end)
    if int(lexeme.distance) > FARTHEST:
        problems.add(f"At most {FARTHEST} other words may stand among words near each other.", lexeme.start, lexeme.end)
    return Near(_first_words(lexeme.text, words, MOST_NEAR), min(int(lexeme.distance), FARTHEST))


def _token_spans(text: str) -> list[TokenSpan]:
    return [match.span() for match in TOKEN.finditer(text)]


def _first_words(text: str, spans: list[TokenSpan], limit: int) -> str:
    return text[spans[0][0] : spans[:limit][-1][1]]


def _parse_prefix(lexeme: Lexeme, problems: ProblemCollector) -> Query | None:
    beginning = lexeme.text.rstrip(",.;:!?").removesuffix("*")
    if units(beginning) != [(0, len(beginning))]:
        problems.add("A * is understood only at the end of one word.", lexeme.start, lexeme.end)
        return None
    if not word_terms(beginning).words:  # one within a run, where no word ends
        return _parse_word(lexeme, beginning, problems)
    if _letters(beginning) < SHORTEST_PREFIX:
        problems.add(f"A word that ends in * needs {SHORTEST_PREFIX} letters or more.", lexeme.start, lexeme.end)
        return None
    return Prefix(beginning.lower() if in_capitals(beginning) else beginning)  # what it goes on with may be in any


def _letters(word: str) -> int:
    """Count the letters of a word in the shortest of its spellings; 0 for one within a run."""
    return min(map(len, word_terms(word).words), default=0)


def _parse_fuzzy(lexeme: Lexeme, word: str, edits: str, problems: ProblemCollector) -> Query | None:
    """Return the leaf for name~; what is no word, or too short a one, is searched as it is written."""
    if edits not in ("", "1"):
        problems.add("A ~ allows for one letter that differs, and no more.", lexeme.start, lexeme.end)
    exact = _parse_word(lexeme, word, problems)
    if isinstance(exact, Word) and _letters(exact.text) >= SHORTEST_FUZZY:
        return Fuzzy(exact.text)
    if exact is not None:
        sentence = f"A ~ goes after one word of {SHORTEST_FUZZY} letters or more; this was searched as it is written."
        problems.add(sentence, lexeme.start, lexeme.end)
    return exact
