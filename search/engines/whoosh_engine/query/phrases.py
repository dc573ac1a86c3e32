"""Phrases: where words succeed each other, however each is spelled.

Every position of a word is one number in the whole text of a segment (postings.py), its place. A phrase is a lattice
(search/language/analysis/lattices.py): a span of the text is found where a way leads through it by words each of which
begins at the place where the one before ends. Mostly there is one way, by tokens alone; then the places of all words,
moved back by the offset of the word in the phrase, agree where the phrase begins.
"""

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np

from search.deadline import Deadline
from search.engines.whoosh_engine.index.ordinals import narrow
from search.engines.whoosh_engine.index.postings import EMPTY, NO_POSITIONS, Postings, union
from search.engines.whoosh_engine.index.segment import Segment
from search.engines.whoosh_engine.query.terms import Occurrences, TermPostings
from search.language.analysis import ANY, BEGINS, Edge, Lattice, WordTerms

MANY = 16  # so many times as many numbers are gone through by halving, not one after another
NOWHERE = np.zeros(0, np.int64)
ByLength = list[tuple[Postings, int]]  # where a word is, and of how many tokens it is there
Places = dict[Edge, list[tuple[np.ndarray, int]]]  # where each edge begins, and of how many tokens it is there


class Spans(NamedTuple):
    """Where something stands: the places of the first token and behind the last, ascending by the latter."""

    starts: np.ndarray
    ends: np.ndarray


def word(term_postings: TermPostings, terms: WordTerms) -> Occurrences:
    """Return where one word of a query occurs, and how often."""
    if terms.lattice is None:
        return term_postings.stems(terms.stems)
    in_a_row = phrase(term_postings, terms.lattice)
    if not terms.stems:
        return in_a_row
    by_stem = term_postings.stems(terms.stems)
    both = zip(by_stem.parts, in_a_row.parts, strict=True)
    return Occurrences(tuple((first, size, union([one, other], size)) for (first, size, one), (_, _, other) in both))


def countable(term_postings: TermPostings, terms: WordTerms) -> Occurrences:
    """Return where one word of a query occurs, each time counted once."""
    if terms.lattice is not None and not terms.stems:
        return phrase(term_postings, terms.lattice)
    return term_postings.stems(terms.stems)


def phrase(term_postings: TermPostings, wanted: Lattice) -> Occurrences:
    """Return where a phrase occurs, and how often."""
    if len(wanted.edges) == 1 and wanted.edges[0].match == BEGINS:
        return term_postings.prefixes([wanted.edges[0].word])

    def in_segment(segment: Segment) -> Postings:
        return counted(spans(term_postings, segment, wanted).starts, segment.docs[term_postings.unit].begins)

    return term_postings.each("phrase", key(wanted), in_segment)


def key(wanted: Lattice) -> str:
    """Return a text that no other lattice has."""
    return " ".join(f"{edge.first}-{edge.last}-{edge.match}-{edge.word}" for edge in wanted.edges)


def spans(term_postings: TermPostings, segment: Segment, wanted: Lattice) -> Spans:
    """Return where in a segment a way leads through a lattice."""
    deadline = term_postings.deadline
    named = [edge for edge in wanted.edges if edge.match != ANY]
    lists = {edge: _lists(term_postings, segment, edge) for edge in deadline.during(named)}
    places = _places_in_docs_of_all(wanted, lists, segment.docs[term_postings.unit].begins, deadline)
    if not places:
        return Spans(NOWHERE, NOWHERE)
    if not _is_one_way(wanted, places):
        return _ways(wanted, places, deadline)
    starts = _in_a_row([(edge.first, places[edge][0][0]) for edge in named], deadline)
    return Spans(starts, starts + wanted.size)


def _is_one_way(wanted: Lattice, places: Places) -> bool:
    """Say whether there is one way through a lattice in this text, by tokens alone."""
    lengths = [length for by_length in places.values() for _, length in by_length]
    steps = [one.last - one.first for one in wanted.edges]
    return len(steps) == wanted.size == sum(steps) and lengths == [1] * len(places)


def _lists(term_postings: TermPostings, segment: Segment, edge: Edge) -> ByLength:
    if edge.match == BEGINS:
        return [(postings, 1) for postings in term_postings.beginning(segment, edge.word)]
    plain = term_postings.word(segment, edge.word)
    variants = term_postings.variants(segment, edge.word)
    return [(plain, 1), *variants] if len(plain.doc_ids) or not variants else variants


def _places_in_docs_of_all(
    wanted: Lattice, lists: dict[Edge, ByLength], begins: np.ndarray, deadline: Deadline
) -> Places:
    """Return the places of each edge, by length, in those documents that have a word over each step of the way."""
    common: np.ndarray | None = None
    for doc_ids in sorted(_doc_ids_by_step(wanted, lists), key=len):
        deadline.check()
        common = doc_ids if common is None else common.compress(_are_among(common, doc_ids, len(begins)))
    if common is None or not len(common):
        return {}
    return {edge: _places(by_length, common, begins) for edge, by_length in deadline.during(lists.items())}


def _doc_ids_by_step(wanted: Lattice, lists: dict[Edge, ByLength]) -> Iterable[np.ndarray]:
    """Yield for each step from a node to the next the documents that have a word over it."""
    for step in range(wanted.size):
        over = [edge for edge in wanted.edges if edge.first <= step < edge.last]
        if all(edge.match != ANY for edge in over):
            some = [postings.doc_ids for edge in over for postings, _ in lists[edge]]
            yield some[0] if len(some) == 1 else np.unique(np.concatenate([np.zeros(0, np.int32), *some]))


def _places(by_length: ByLength, common: np.ndarray, begins: np.ndarray) -> list[tuple[np.ndarray, int]]:
    found: dict[int, list[np.ndarray]] = {}
    for postings, length in by_length:
        chosen = np.flatnonzero(_are_among(postings.doc_ids, common, len(begins)))
        found.setdefault(length, []).append(postings.places(chosen, begins))
    return [(some[0] if len(some) == 1 else np.sort(np.concatenate(some)), length) for length, some in found.items()]


def _are_among(few: np.ndarray, many: np.ndarray, size: int) -> np.ndarray:
    """Return a mask of those ids that are among others; both ascend, and are below `size`."""
    if len(few) * MANY < len(many):
        return _are_in(few, many, 0)
    mask = np.zeros(size, bool)
    mask[many] = True
    return mask.take(few)


def _in_a_row(of_words: list[tuple[int, np.ndarray]], deadline: Deadline) -> np.ndarray:
    """Return where words follow each other, by the offset of each and its places."""
    by_size = sorted(of_words, key=lambda one: len(one[1]))
    starts = by_size[0][1] - by_size[0][0]
    for offset, places in by_size[1:]:
        deadline.check()
        starts = starts.compress(_are_in(starts, places, offset))
    return starts


def _ways(wanted: Lattice, places: Places, deadline: Deadline) -> Spans:
    """Go through a lattice node by node, with all the spans of the text that lead to each."""
    reached: list[list[Spans]] = [[] for _ in range(wanted.size + 1)]
    before = Spans(NOWHERE, NOWHERE)
    for node in range(wanted.size):
        deadline.check()
        before = _together(reached[node])
        for edge in (edge for edge in wanted.edges if edge.first == node):
            if edge.match == ANY:
                reached[edge.last].append(Spans(before.starts, before.ends + 1))
            for some, length in places.get(edge, ()):
                reached[edge.last].append(_gone_on(before, some, length) if node else Spans(some, some + length))
    return _together(reached[wanted.size])


def _gone_on(before: Spans, places: np.ndarray, length: int) -> Spans:
    """Return the spans that go on with a word of that length at one of its places."""
    kept = np.flatnonzero(_are_in(before.ends, places, 0))
    return Spans(before.starts.take(kept), before.ends.take(kept) + length)


def _together(found: list[Spans]) -> Spans:
    """Return spans in order, each once."""
    if len(found) == 1:
        return found[0]
    starts = np.concatenate([NOWHERE, *(one.starts for one in found)])
    ends = np.concatenate([NOWHERE, *(one.ends for one in found)])
    order = np.lexsort((starts, ends))
    starts, ends = starts[order], ends[order]
    again = (np.diff(starts, prepend=-1) == 0) & (np.diff(ends, prepend=-1) == 0)
    return Spans(starts[~again], ends[~again])


def _are_in(few: np.ndarray, many: np.ndarray, shift: int) -> np.ndarray:
    """Return a mask of those ascending numbers that, moved on by a shift, are among others, which ascend too."""
    if not len(many):
        return np.zeros(len(few), bool)
    moved = few + shift
    found: np.ndarray = many[np.minimum(np.searchsorted(many, moved), len(many) - 1)] == moved
    return found


def counted(places: np.ndarray, begins: np.ndarray) -> Postings:
    """Turn places, each where something begins, into postings."""
    if not len(places):
        return EMPTY
    doc_ids = np.sort(np.searchsorted(begins, places, side="right") - 1).astype(np.int32)
    firsts = np.flatnonzero(np.diff(doc_ids, prepend=-1))
    return Postings(doc_ids[firsts], narrow(np.diff(firsts, append=len(doc_ids))), NO_POSITIONS)
