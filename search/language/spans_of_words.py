"""Where words of a query stand in one text: in a row, and near each other.

A text is cut into tokens once; spans are half-open, in places of tokens.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from search.language.analysis import ANY, BEGINS, Analysis, Edge, Lattice

PlaceSpan = tuple[int, int]
WordsByPlace = list[list[tuple[str, int]]]  # for each place the words that stand from there on, and of how many tokens


def words_by_place(found: Analysis) -> WordsByPlace:
    """Return the words of a text by the place where each begins."""
    steps = [[(token.word, 1)] for token in found.tokens]
    for variant in found.variants:
        steps[variant.place].append((variant.word, variant.length))
    return steps


def spans_through(wanted: Lattice, steps: WordsByPlace) -> list[PlaceSpan]:
    """Return all spans of a text through which a way of the lattice leads, ascending."""
    by_node: dict[int, list[Edge]] = defaultdict(list)
    for edge in wanted.edges:
        by_node[edge.first].append(edge)
    return [
        (first, last)
        for first in range(len(steps))
        if any(_follows(edge, word) for edge in by_node[0] for word, _ in steps[first])
        for last in sorted(_ends(wanted.size, by_node, steps, first))
    ]


def _ends(size: int, by_node: dict[int, list[Edge]], steps: WordsByPlace, first: int) -> set[int]:
    """Return where the ways end that begin at a place."""
    reached: list[set[int]] = [{first}, *(set() for _ in range(size))]
    for node in range(size):
        for place in reached[node]:
            for edge in by_node[node]:
                words = steps[place] if place < len(steps) else ()
                reached[edge.last].update(place + length for word, length in words if _follows(edge, word))
    return reached[size]


def _follows(edge: Edge, word: str) -> bool:
    if edge.match == ANY:
        return True
    return word.startswith(edge.word) if edge.match == BEGINS else word == edge.word


def spans_near(occurrences: Sequence[tuple[list[PlaceSpan], int]], distance: int) -> Iterator[PlaceSpan]:
    """Yield the words in each stretch of a text that has all of them and few others, each once.

    Each word comes with how often it has to be there. A stretch ends with one of them, and goes back as far as the last
    ones before that allow: it has at most `distance` tokens more than these.
    """
    passed: list[list[PlaceSpan]] = [[] for _ in occurrences]
    all_passed: list[PlaceSpan] = []
    yielded = 0
    in_order = sorted((span[1], span[0], which) for which, (spans, _) in enumerate(occurrences) for span in spans)
    for end, start, which in in_order:
        passed[which].append((start, end))
        all_passed.append((start, end))
        latest = [spans[-times:] for spans, (_, times) in zip(passed, occurrences, strict=True)]
        if any(len(some) < times for some, (_, times) in zip(latest, occurrences, strict=True)):
            continue
        needed = [span for some in latest for span in some]
        begin = end - distance - sum(last - first for first, last in needed)
        if min(first for first, _ in needed) >= begin:
            yield from (span for span in _back_to(begin, all_passed, yielded))
            yielded = len(all_passed)


def _back_to(begin: int, spans: list[PlaceSpan], yielded: int) -> Iterator[PlaceSpan]:
    """Yield the last spans that begin at a place or later, but for the first so many."""
    for at in range(len(spans) - 1, yielded - 1, -1):
        if spans[at][0] < begin:
            return
        yield spans[at]
