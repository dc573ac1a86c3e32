"""Words that begin like this, and words like this one, with how many paragraphs and quotations have each.

The list of words still counts documents that were replaced until their segment is merged, so it is an upper bound: the
words are counted one by one, from the most frequent on, until no other can have more.
"""

from collections.abc import Iterable

from search.engines.port import WordCount
from search.engines.tantivy_engine import queries as q
from search.engines.tantivy_engine.fields import read, written
from search.engines.tantivy_engine.reader import Reader

FIELD = "words"
LONG = 6  # letters of a word of which those two edits away are told where none is one away
Bounds = Iterable[tuple[str, int]]


def completions(reader: Reader, prefix: str, most: int) -> tuple[WordCount, ...]:
    """Return the words that begin like this, the most frequent first."""
    return _most_frequent(reader, reader.searcher.terms_with_prefix(FIELD, written(prefix)), most)


def similar(reader: Reader, word: str, most: int) -> tuple[WordCount, ...]:
    """Return the words that are one edit away, the most frequent first; two where there are none and it is long."""
    wanted = written(word)
    known = reader.searcher.terms_with_prefix(FIELD, "")
    near = [(other, bound) for other, bound in _one_half_alike(known, wanted) if edits(wanted, other, 1) == 1]
    found = _most_frequent(reader, near, most)
    if found or len(wanted) < LONG:
        return found
    near = [(other, bound) for other, bound in _one_third_alike(known, wanted) if edits(wanted, other, 2) == 2]
    return _most_frequent(reader, near, most)


def _most_frequent(reader: Reader, bounds: Bounds, most: int) -> tuple[WordCount, ...]:
    counts: list[WordCount] = []
    for word, bound in bounds:
        if len(counts) >= most and bound < counts[most - 1].documents:
            break
        if documents := reader.count(q.term(FIELD, word)):
            counts.append(WordCount(read(word), documents))
            counts.sort(key=lambda one: (-one.documents, one.word))
    return tuple(counts[:most])


def _one_half_alike(known: Bounds, word: str) -> Bounds:
    """Yield the words that may be one edit away: an edit leaves what is before the middle, or after it, as it is."""
    middle = len(word) // 2
    head, tail = word[:middle], word[middle + 1 :]
    if not head or not tail:
        return ((other, bound) for other, bound in known if len(other) <= len(word) + 1)
    return ((other, bound) for other, bound in known if other.startswith(head) or other.endswith(tail))


def _one_third_alike(known: Bounds, word: str) -> Bounds:
    """Yield the words that may be two edits away: of three pieces with a letter between them two edits leave one."""
    third = (len(word) - 2) // 3
    head, between, tail = word[:third], word[third + 1 : 2 * third + 1], word[2 * third + 2 :]
    lengths = range(len(word) - 2, len(word) + 3)
    return (
        (other, bound)
        for other, bound in known
        if len(other) in lengths and (other.startswith(head) or other.endswith(tail) or between in other)
    )


def edits(one: str, other: str, most: int) -> int:
    """Count the edits between two words: letters more, less or other, or two neighbours exchanged; most + 1 is many.

    Optimal string alignment: https://en.wikipedia.org/wiki/Damerau–Levenshtein_distance
    """
    if abs(len(one) - len(other)) > most:
        return most + 1
    earlier: list[int] = []
    before = list(range(len(other) + 1))
    for place, letter in enumerate(one):
        row = [place + 1]
        for at, letter_of_other in enumerate(other):
            cost = min(before[at + 1] + 1, row[at] + 1, before[at] + (letter != letter_of_other))
            if place and at and (one[place - 1], letter) == (letter_of_other, other[at - 1]):
                cost = min(cost, earlier[at - 1] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
        earlier, before = before, row
    return min(before[-1], most + 1)
