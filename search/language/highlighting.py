"""What a query marks in a text: half-open code-point spans, found by the same analysis that index and query use.

A text is cut into its words once, and each way to look for something goes through them once.
"""

from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from rapidfuzz.distance import OSA

from search.language.analysis import Token, forms, tokens, words
from search.language.ast import AtLeast, Fuzzy, Near, Phrase, Prefix, Query, Within, Word, is_negation, walk

Span = tuple[int, int]


@dataclass(frozen=True)
class Marks:
    """What to look for in each text: stems, beginnings, misspelled words, words in a row, and words near each other."""

    stems: frozenset[str] = frozenset()
    beginnings: tuple[str, ...] = ()
    misspelled: tuple[str, ...] = ()
    phrases: tuple[tuple[str, ...], ...] = ()
    near: tuple[tuple[tuple[str, ...], int], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.stems or self.beginnings or self.misspelled or self.phrases or self.near)


def marks_of(query: Query | None) -> Marks:
    """Collect what a query looks for in a paragraph: not what it leaves out, nor what only the title must have."""
    leaves = list(walk(query, skip=_not_in_the_paragraph)) if query is not None else []
    return Marks(
        frozenset(forms(leaf.text)[1] for leaf in leaves if isinstance(leaf, Word | AtLeast)),
        tuple(forms(leaf.text)[0] for leaf in leaves if isinstance(leaf, Prefix)),
        tuple(forms(leaf.text)[0] for leaf in leaves if isinstance(leaf, Fuzzy)),
        tuple(tuple(words(leaf.text)) for leaf in leaves if isinstance(leaf, Phrase)),
        tuple((tuple(words(leaf.text)), leaf.distance) for leaf in leaves if isinstance(leaf, Near)),
    )


def _not_in_the_paragraph(query: Query) -> bool:
    return is_negation(query) or (isinstance(query, Within) and query.scope == "title")


def highlight(marks: Marks, text: str) -> tuple[Span, ...]:
    """Return the spans to mark in a text, in order and apart from each other."""
    if not marks:
        return ()
    found = tokens(text)
    spans = [(token.start, token.end) for token in found if _marked(marks, token)]
    for phrase in marks.phrases:
        spans.extend(_phrase_spans(phrase, found))
    for near, distance in marks.near:
        spans.extend(_near_spans(near, distance, found))
    return tuple(_apart(sorted(spans)))


def _marked(marks: Marks, token: Token) -> bool:
    return (
        token.stem in marks.stems
        or (bool(marks.beginnings) and token.word.startswith(marks.beginnings))
        or any(OSA.distance(token.word, word, score_cutoff=1) <= 1 for word in marks.misspelled)
    )


def _phrase_spans(phrase: tuple[str, ...], found: list[Token]) -> Iterator[Span]:
    text = tuple(token.word for token in found)
    for first in range(len(found) - len(phrase) + 1):
        last = first + len(phrase)
        if text[first] == phrase[0] and text[first:last] == phrase:
            yield found[first].start, found[last - 1].end


def _near_spans(near: tuple[str, ...], distance: int, found: list[Token]) -> Iterator[Span]:
    """Yield the words in every stretch that has all of them and is not too long, each once."""
    asked, have, missing, told = Counter(near), Counter[str](), len(near), -1
    stretch: deque[int] = deque()  # the places of these words in the last so many words of the text
    for place in (place for place, token in enumerate(found) if token.word in asked):
        stretch.append(place)
        missing -= have[found[place].word] < asked[found[place].word]
        have[found[place].word] += 1
        while place - stretch[0] >= len(near) + distance:
            left = found[stretch.popleft()].word
            have[left] -= 1
            missing += have[left] < asked[left]
        if not missing:
            for inside in takewhile(lambda one: one > told, reversed(stretch)):  # noqa: B023  it is used up at once
                yield found[inside].start, found[inside].end
            told = place


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
