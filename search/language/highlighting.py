"""What a query highlights in a text, found by the same analysis that the index and queries use.

A text is cut into tokens once, and each way to look for something goes through them once.
"""

from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from rapidfuzz.distance import OSA

from search.language.analysis import Token, forms, tokens, words
from search.language.ast import AtLeast, Fuzzy, Near, Phrase, Prefix, Query, Within, Word, is_negation, walk

TextSpan = tuple[int, int]  # half-open code-point offsets


@dataclass(frozen=True)
class HighlightTerms:
    """What a query looks for in each text, in the two forms that `analysis` gives a word: stems, all others as words.

    `near` has words that stand near each other, with how many others may be among them.
    """

    stems: frozenset[str] = frozenset()
    prefixes: tuple[str, ...] = ()
    fuzzy: tuple[str, ...] = ()
    phrases: tuple[tuple[str, ...], ...] = ()
    near: tuple[tuple[tuple[str, ...], int], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.stems or self.prefixes or self.fuzzy or self.phrases or self.near)


def highlight_terms(query: Query | None) -> HighlightTerms:
    """Return what a query looks for in a paragraph: not what it leaves out, nor what only the title must have."""
    leaves = list(walk(query, skip=_not_in_the_paragraph)) if query is not None else []
    return HighlightTerms(
        frozenset(forms(leaf.text)[1] for leaf in leaves if isinstance(leaf, Word | AtLeast)),
        tuple(forms(leaf.text)[0] for leaf in leaves if isinstance(leaf, Prefix)),
        tuple(forms(leaf.text)[0] for leaf in leaves if isinstance(leaf, Fuzzy)),
        tuple(tuple(words(leaf.text)) for leaf in leaves if isinstance(leaf, Phrase)),
        tuple((tuple(words(leaf.text)), leaf.distance) for leaf in leaves if isinstance(leaf, Near)),
    )


def _not_in_the_paragraph(query: Query) -> bool:
    return is_negation(query) or (isinstance(query, Within) and query.scope == "title")


def highlight(terms: HighlightTerms, text: str) -> tuple[TextSpan, ...]:
    """Return the spans of a text that match, in order; what overlaps is one span."""
    if not terms:
        return ()
    found = tokens(text)
    spans = [(token.start, token.end) for token in found if _matches(terms, token)]
    for phrase in terms.phrases:
        spans.extend(_phrase_spans(phrase, found))
    for near, distance in terms.near:
        spans.extend(_near_spans(near, distance, found))
    return tuple(_merged(sorted(spans)))


def _matches(terms: HighlightTerms, token: Token) -> bool:
    return (
        token.stem in terms.stems
        or (bool(terms.prefixes) and token.word.startswith(terms.prefixes))
        or any(OSA.distance(token.word, word, score_cutoff=1) <= 1 for word in terms.fuzzy)
    )


def _phrase_spans(phrase: tuple[str, ...], found: list[Token]) -> Iterator[TextSpan]:
    text = tuple(token.word for token in found)
    for first in range(len(found) - len(phrase) + 1):
        last = first + len(phrase)
        if text[first] == phrase[0] and text[first:last] == phrase:
            yield found[first].start, found[last - 1].end


def _near_spans(near: tuple[str, ...], distance: int, found: list[Token]) -> Iterator[TextSpan]:
    """Yield the words in each window of the text that has all of them and is not too long, each word once."""
    needed, counts, missing, last_yielded = Counter(near), Counter[str](), len(near), -1
    window: deque[int] = deque()  # the places of these words among the last so many tokens of the text
    for place in (place for place, token in enumerate(found) if token.word in needed):
        window.append(place)
        missing -= counts[found[place].word] < needed[found[place].word]
        counts[found[place].word] += 1
        while place - window[0] >= len(near) + distance:
            left = found[window.popleft()].word
            counts[left] -= 1
            missing += counts[left] < needed[left]
        if not missing:
            for inside in takewhile(lambda one: one > last_yielded, reversed(window)):  # noqa: B023  used up at once
                yield found[inside].start, found[inside].end
            last_yielded = place


def _merged(spans: list[TextSpan]) -> Iterator[TextSpan]:
    start, end = -1, -1
    for next_start, next_end in spans:
        if next_start >= end:
            if end > 0:
                yield start, end
            start, end = next_start, next_end
        end = max(end, next_end)
    if end > 0:
        yield start, end
