"""What a query marks in a text: half-open code-point spans, found by the same analysis that index and query use."""

from collections.abc import Iterator
from dataclasses import dataclass

from search.language.analysis import Token, forms, tokens, words
from search.language.tree import And, Or, Phrase, Prefix, Query, Within, Word

Span = tuple[int, int]


@dataclass(frozen=True)
class Marks:
    """What to look for in each text: stems of words, beginnings, and phrases as words in a row."""

    stems: frozenset[str]
    beginnings: tuple[str, ...]
    phrases: tuple[tuple[str, ...], ...]

    def __bool__(self) -> bool:
        return bool(self.stems or self.beginnings or self.phrases)


def marks_of(query: Query | None) -> Marks:
    """Collect what a query looks for in a paragraph: not what it leaves out, nor what only the title must have."""
    leaves = list(_looked_for(query)) if query is not None else []
    return Marks(
        frozenset(forms(leaf.text)[1] for leaf in leaves if isinstance(leaf, Word)),
        tuple(forms(leaf.text)[0] for leaf in leaves if isinstance(leaf, Prefix)),
        tuple(tuple(words(leaf.text)) for leaf in leaves if isinstance(leaf, Phrase)),
    )


def _looked_for(query: Query) -> Iterator[Query]:
    match query:
        case And(parts) | Or(parts):
            for part in parts:
                yield from _looked_for(part)
        case Within(place, part) if part is not None and place != "title":
            yield from _looked_for(part)
        case Word() | Prefix() | Phrase():
            yield query


def highlight(marks: Marks, text: str) -> tuple[Span, ...]:
    """Return the spans to mark in a text, in order and apart from each other."""
    if not marks:
        return ()
    found = tokens(text)
    spans = [(token.start, token.end) for token in found if _marked(marks, token)]
    for phrase in marks.phrases:
        spans.extend(_phrase_spans(phrase, found))
    return tuple(_apart(sorted(spans)))


def _marked(marks: Marks, token: Token) -> bool:
    return token.stem in marks.stems or (bool(marks.beginnings) and token.word.startswith(marks.beginnings))


def _phrase_spans(phrase: tuple[str, ...], found: list[Token]) -> Iterator[Span]:
    text = tuple(token.word for token in found)
    for first in range(len(found) - len(phrase) + 1):
        last = first + len(phrase)
        if text[first] == phrase[0] and text[first:last] == phrase:
            yield found[first].start, found[last - 1].end


def _apart(spans: list[Span]) -> Iterator[Span]:
    start, end = -1, -1
    for next_start, next_end in spans:
        if next_start >= end:
            if end > 0:
                yield start, end
            start, end = next_start, next_end
        end = max(end, next_end)
    if end > 0:
        yield start, end
