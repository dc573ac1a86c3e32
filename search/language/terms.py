"""Words of the text as somebody typed them → a node: a word, its beginning, a misspelled one, words in a row or near.

What can't be searched as it was meant is searched as near to that as can be, and a problem says how.
"""

from search.language.analysis import TOKEN, forms, tokens
from search.language.ast import AtLeast, Fuzzy, Near, Phrase, Prefix, Query, Word
from search.language.lexer import LOOSE, OPERATORS, TIMES_ALONE, Lexeme
from search.language.limits import (
    FARTHEST,
    LONGEST_PHRASE,
    MOST_NEAR,
    MOST_TIMES,
    SHORTEST_FUZZY,
    SHORTEST_PREFIX,
    Problems,
    fuzzy_parts,
)

Span = tuple[int, int]


def text_leaf(lexeme: Lexeme, problems: Problems) -> Query | None:
    """Read words of the text: a phrase where there are quotation marks or several tokens (COVID-19), else a word."""
    if lexeme.kind == "quoted":
        return _quoted(lexeme, problems)
    if "*" in lexeme.text:
        return _prefix(lexeme, problems)
    if parts := fuzzy_parts(lexeme.text):
        return _fuzzy(lexeme, *parts, problems)
    return _plain(lexeme, lexeme.text, problems)


def nothing(lexeme: Lexeme, problems: Problems) -> Query | None:
    """Return nothing, and say that there are no words."""
    problems.add("There is no word here to search for.", lexeme.start, lexeme.end)
    return None


def repeated(lexeme: Lexeme, times: int, problems: Problems) -> Query | None:
    """Read a word that has to be there so many times."""
    query = text_leaf(lexeme, problems)
    if isinstance(query, Word):
        return AtLeast(query.text, times) if times > 1 else query
    if query is not None:
        problems.add("Only single words can be counted; this was searched for once.", lexeme.start, lexeme.end)
    return query


def times_of(lexeme: Lexeme, problems: Problems) -> int:
    """Return the number of atleast3, brought within the limit."""
    times = int(lexeme.text)
    if not 1 <= times <= MOST_TIMES:
        sentence = f"A word can be counted from 1 to {MOST_TIMES} times; the nearest of these was searched."
        problems.add(sentence, lexeme.start, lexeme.end)
    return min(max(times, 1), MOST_TIMES)


def _plain(lexeme: Lexeme, text: str, problems: Problems) -> Query | None:
    spans = _spans(text)
    if not spans:
        return nothing(lexeme, problems) if lexeme.text.strip(LOOSE) else None
    written = text[spans[0][0] : spans[0][1]]
    if len(spans) > 1 or TIMES_ALONE.fullmatch(written):
        return _phrase(lexeme, text, spans, problems)
    return Word(written.lower() if written in OPERATORS else written)


def _quoted(lexeme: Lexeme, problems: Problems) -> Query | None:
    if not lexeme.closed:
        problems.add("This quotation mark is never closed; it was read to the end.", lexeme.start, lexeme.end)
    spans = _spans(lexeme.text)
    if not spans:
        return nothing(lexeme, problems)
    if lexeme.distance is not None:
        return _near(lexeme, spans, problems)
    return _phrase(lexeme, lexeme.text, spans, problems)


def _phrase(lexeme: Lexeme, text: str, spans: list[Span], problems: Problems) -> Query:
    if len(spans) > LONGEST_PHRASE:
        problems.add(f"Of this phrase the first {LONGEST_PHRASE} words were searched.", lexeme.start, lexeme.end)
    return Phrase(_first(text, spans, LONGEST_PHRASE))


def _near(lexeme: Lexeme, spans: list[Span], problems: Problems) -> Query:
    """Read "a b"~5; without a number, or with one word alone, it is a phrase."""
    if len(spans) == 1 or not lexeme.distance:
        sentence = "Words near each other are two or more with a number, as in “tax levy”~5; this was read as a phrase."
        problems.add(sentence, lexeme.start, lexeme.end)
        return _phrase(lexeme, lexeme.text, spans, problems)
    if len(spans) > MOST_NEAR:
        sentence = f"{MOST_NEAR} words at most are searched near each other; these are the first of them."
        problems.add(sentence, lexeme.start, lexeme.end)
    if int(lexeme.distance) > FARTHEST:
        problems.add(f"At most {FARTHEST} other words may stand among words near each other.", lexeme.start, lexeme.end)
    return Near(_first(lexeme.text, spans, MOST_NEAR), min(int(lexeme.distance), FARTHEST))


def _spans(text: str) -> list[Span]:
    return [match.span() for match in TOKEN.finditer(text)]


def _first(text: str, spans: list[Span], most: int) -> str:
    return text[spans[0][0] : spans[:most][-1][1]]


def _prefix(lexeme: Lexeme, problems: Problems) -> Query | None:
    beginning = lexeme.text.rstrip(",.;:!?").removesuffix("*")
    found = tokens(beginning)
    if len(found) != 1 or (found[0].start, found[0].end) != (0, len(beginning)):
        problems.add("A * is understood only at the end of one word.", lexeme.start, lexeme.end)
    elif len(found[0].word) < SHORTEST_PREFIX:
        problems.add(f"A word that ends in * needs {SHORTEST_PREFIX} letters or more.", lexeme.start, lexeme.end)
    else:
        return Prefix(beginning)
    return None


def _fuzzy(lexeme: Lexeme, word: str, edits: str, problems: Problems) -> Query | None:
    """Read name~; what is no word, or too short a one, is searched as it is written."""
    if edits not in ("", "1"):
        problems.add("A ~ allows for one letter that differs, and no more.", lexeme.start, lexeme.end)
    plain = _plain(lexeme, word, problems)
    if isinstance(plain, Word) and len(forms(plain.text)[0]) >= SHORTEST_FUZZY:
        return Fuzzy(plain.text)
    if plain is not None:
        sentence = f"A ~ goes after one word of {SHORTEST_FUZZY} letters or more; this was searched as it is written."
        problems.add(sentence, lexeme.start, lexeme.end)
    return plain
