"""What a query highlights in a text, found by the same analysis that the index and queries use.

A text is cut into tokens once, and each way to look for something goes through them once.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from search.language.analysis import Analysis, Lattice, analyse, lattice, unit_lattices, word_terms
from search.language.ast import AtLeast, Fuzzy, Near, Phrase, Prefix, Query, Within, Word, is_negation, walk
from search.language.spans_of_words import PlaceSpan, spans_near, spans_through, words_by_place

TextSpan = tuple[int, int]  # half-open code-point offsets


@dataclass(frozen=True)
class HighlightTerms:
    """What a query looks for in each text: stems, all others as words, as `analysis` has them.

    `near` has words that stand near each other, with how many others may be among them.
    """

    stems: frozenset[str] = frozenset()
    prefixes: tuple[str, ...] = ()
    fuzzy: tuple[str, ...] = ()
    phrases: tuple[Lattice, ...] = ()
    near: tuple[tuple[tuple[Lattice, ...], int], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.stems or self.prefixes or self.fuzzy or self.phrases or self.near)


def highlight_terms(query: Query | None) -> HighlightTerms:
    """Return what a query looks for in a paragraph: not what it leaves out, nor what only the title must have."""
    leaves = list(walk(query, skip=_not_in_the_paragraph)) if query is not None else []
    one_words = [word_terms(leaf.text) for leaf in leaves if isinstance(leaf, Word | AtLeast)]
    in_a_row = [one.lattice for one in one_words if one.lattice is not None]
    return HighlightTerms(
        frozenset(stem for one in one_words for stem in one.stems),
        tuple(word for leaf in leaves if isinstance(leaf, Prefix) for word in word_terms(leaf.text).words),
        tuple(word for leaf in leaves if isinstance(leaf, Fuzzy) for word in word_terms(leaf.text).words),
        (*in_a_row, *(lattice(leaf.text) for leaf in leaves if isinstance(leaf, Phrase))),
        tuple((tuple(unit_lattices(leaf.text)), leaf.distance) for leaf in leaves if isinstance(leaf, Near)),
    )


def _not_in_the_paragraph(query: Query) -> bool:
    return is_negation(query) or (isinstance(query, Within) and query.scope == "title")


def highlight(terms: HighlightTerms, text: str) -> tuple[TextSpan, ...]:
    """Return the spans of a text that match, in order; what overlaps is one span."""
    if not terms:
        return ()
    found = analyse(text)
    places = list(_one_word(terms, found))
    if terms.phrases or terms.near:
        steps = words_by_place(found)
        for phrase in terms.phrases:
            places.extend(spans_through(phrase, steps))
        for near, distance in terms.near:
            occurrences = [(spans_through(word, steps), times) for word, times in Counter(near).items()]
            places.extend(spans_near(occurrences, distance))
    return tuple(_merged(sorted((found.tokens[first].start, found.tokens[last - 1].end) for first, last in places)))


def _one_word(terms: HighlightTerms, found: Analysis) -> Iterator[PlaceSpan]:
    """Yield the places of words that match by themselves."""
    for place, token in enumerate(found.tokens):
        if _matches(terms, token.word, token.stem):
            yield place, place + 1
    for variant in found.variants:
        if _matches(terms, variant.word, variant.stem):
            yield variant.place, variant.place + variant.length


def _matches(terms: HighlightTerms, word: str, stem: str) -> bool:
    return (
        stem in terms.stems
        or (bool(terms.prefixes) and word.startswith(terms.prefixes))
        or any(OSA.distance(word, one, score_cutoff=1) <= 1 for one in terms.fuzzy)
    )


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
