"""Words that begin like this, and words like this one, with how many paragraphs and quotations have each.

The list of words still counts documents that were replaced until their segment is merged, so it is an upper bound: the
words are counted one by one, from the most frequent on, until no other can have more.
"""

from collections.abc import Iterable, Iterator

from search.engines.port import WordCount
from search.engines.tantivy_engine import queries as q
from search.engines.tantivy_engine.fields import read, written
from search.engines.tantivy_engine.reader import Reader
from search.engines.tantivy_engine.snapshot import BETWEEN_WORDS, WORDS
from search.language.edits import edits

LONG = 6  # letters of a word of which those two edits away are told where none is one away
LONGEST = 100  # letters; no word of the index has more


def completions(reader: Reader, prefix: str, most: int) -> tuple[WordCount, ...]:
    """Return the words that begin like this, the most frequent first."""
    counts: list[WordCount] = []
    for word, bound in reader.searcher.terms_with_prefix(WORDS, written(prefix)):
        if len(counts) >= most and bound < counts[most - 1].documents:
            break
        counts = _ordered([*counts, *_counted(reader, [word])])
    return tuple(counts[:most])


def similar(reader: Reader, word: str, most: int) -> tuple[WordCount, ...]:
    """Return the words that are one edit away, the most frequent first; two where there are none and it is long."""
    wanted, known = written(word), reader.snapshot.words
    if not 0 < len(wanted) <= LONGEST:
        return ()
    found = _counted(reader, _at(1, wanted, _one_half_alike(known, wanted)))
    if not found and len(wanted) >= LONG:
        found = _counted(reader, _at(2, wanted, _one_third_alike(known, wanted)))
    return tuple(_ordered(found)[:most])


def _counted(reader: Reader, words: Iterable[str]) -> list[WordCount]:
    """Count in how many documents words are, without those that are in none."""
    counts = ((word, reader.count(q.term(WORDS, word))) for word in words)
    return [WordCount(read(word), documents) for word, documents in counts if documents]


def _ordered(counts: list[WordCount]) -> list[WordCount]:
    return sorted(counts, key=lambda one: (-one.documents, one.word))


def _at(distance: int, word: str, others: Iterable[str]) -> set[str]:
    return {other for other in others if edits(word, other, distance) == distance}


def _one_half_alike(known: str, word: str) -> Iterator[str]:
    """Yield the words that may be one edit away: an edit leaves what is before the middle, or after it, as it is."""
    middle = len(word) // 2
    yield from _having(known, BETWEEN_WORDS + word[:middle], len(word) + 1)
    yield from _having(known, word[middle + 1 :] + BETWEEN_WORDS, len(word) + 1)


def _one_third_alike(known: str, word: str) -> Iterator[str]:
    """Yield the words that may be two edits away: of three pieces with a letter between them two edits leave one."""
    third = (len(word) - 2) // 3
    head, between, tail = word[:third], word[third + 1 : 2 * third + 1], word[2 * third + 2 :]
    for piece in (BETWEEN_WORDS + head, between, tail + BETWEEN_WORDS):
        yield from _having(known, piece, len(word) + 2)


def _having(known: str, piece: str, longest: int) -> Iterator[str]:
    """Yield the words with a piece in them, up to a length; `known` has all words, each between two signs."""
    at = known.find(piece)
    while at >= 0:
        inside = at + piece.startswith(BETWEEN_WORDS)
        begin, end = known.rfind(BETWEEN_WORDS, 0, inside) + 1, known.find(BETWEEN_WORDS, inside)
        if end - begin <= longest:
            yield known[begin:end]
        at = known.find(piece, max(end, at + 1))
