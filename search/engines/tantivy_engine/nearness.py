"""Words close together, in any order, exactly.

Two words stand close when one of them follows the other in a phrase with as many gaps: tantivy answers that itself.
With more words its slop leaves out some places and takes in others, and a word that is asked for twice it takes from
one place; so of those it is asked which documents have all pairs close together, and their words are looked through.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import combinations

from tantivy import Query

from search.engines.tantivy_engine import queries as q
from search.engines.tantivy_engine.fields import BLANK
from search.engines.tantivy_engine.reader import Reader

FIELD = "words"


def near(reader: Reader, among: Query, words: Sequence[str], distance: int) -> Query:
    """Match what has each of the words, and at most `distance` others between them, of `among`, which are of one unit.

    `words` are as the index writes them, at least two.
    """
    others = distance + len(words) - 2  # words that may stand between any two of them
    pairs = q.all_of([_pair(one, other, others) for one, other in sorted(set(combinations(words, 2)))])
    if len(words) == 2:
        return pairs
    kept = [number for number, text in _texts(reader, q.all_of([among, pairs])) if _stand_near(text, words, distance)]
    return q.scored(q.all_of([among, q.one_of("id", kept)]), [q.term(FIELD, word) for word in set(words)])


def _pair(one: str, other: str, between: int) -> Query:
    if one == other:
        return q.any_of([q.phrase(FIELD, [(0, one), (step, one)]) for step in range(1, between + 2)])
    return q.any_of([q.phrase(FIELD, order, between) for order in ((one, other), (other, one))])


def _texts(reader: Reader, query: Query) -> list[tuple[int, list[str]]]:
    found = [address for _, address in reader.best(query, reader.searcher.num_docs, "newest")]
    ids, texts = reader.values("id", found), []
    for number, address in zip(ids, found, strict=True):
        reader.deadline.left()
        texts.append((number, (reader.searcher.doc(address).get_first(FIELD) or "").split(" ")))
    return texts


def _stand_near(text: Sequence[str], words: Sequence[str], distance: int) -> bool:
    """Say whether a stretch of the text has all the words; one pass, with a window as long as the stretch may be."""
    wanted, length = Counter(words), len(words) + distance
    missing = len(words)
    held: Counter[str] = Counter()
    for place, word in enumerate(text):
        if word in wanted:
            held[word] += 1
            missing -= held[word] <= wanted[word]
        if not missing:
            return True
        gone = text[place - length + 1] if place >= length - 1 else BLANK
        if gone in wanted:
            missing += held[gone] <= wanted[gone]
            held[gone] -= 1
    return False
