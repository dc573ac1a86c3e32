"""Words close together, in any order, exactly.

Two different words stand close when one of them follows the other in a phrase with as many gaps: tantivy answers that
itself. With more words its slop leaves out some places and takes in others, and a word that is asked for twice it takes
from one place; so of those it is asked which documents have all different pairs close together, and every word often
enough, and their words are looked through.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import combinations

from tantivy import Query

from search.engines.port import SearchTooLong
from search.engines.tantivy_engine import queries as q
from search.engines.tantivy_engine.fields import BLANK, often, read, written
from search.engines.tantivy_engine.reader import Reader
from search.language.analysis import stem_of

FIELD = "words"
MOST_TEXTS = 20_000  # that are looked through; some half a second


def near(reader: Reader, among: Query, words: Sequence[str], distance: int) -> Query:
    """Match what has each of the words, and at most `distance` others between them.

    `among` are the documents to look through, all of one unit. `words` are as the index writes them, at least two.
    Raises SearchTooLong where too many documents would have to be looked through.
    """
    others = distance + len(words) - 2  # words that may stand between any two of them
    wanted = Counter(words)
    pairs = [_pair(one, other, others) for one, other in combinations(sorted(wanted), 2)]
    if len(words) == 2 and pairs:
        return pairs[0]
    repeated = [_repeated(word, times) for word, times in wanted.items() if times > 1]
    candidates = q.all_of([among, *repeated, *pairs])
    if reader.count(candidates) > MOST_TEXTS:
        raise SearchTooLong("Too many texts have these words near each other.")
    kept = [number for number, text in _texts(reader, candidates) if _stand_near(text, words, distance)]
    return q.scored(q.one_of("id", kept), [q.term(FIELD, word) for word in wanted])


def _pair(one: str, other: str, between: int) -> Query:
    return q.any_of([q.phrase(FIELD, order, between) for order in ((one, other), (other, one))])


def _repeated(word: str, times: int) -> Query:
    """Match what has a word so often, and some that have other words of the same stem."""
    return q.all_of([q.term(FIELD, word), q.prefix("counts", often(written(stem_of(read(word))), times))])


def _texts(reader: Reader, query: Query) -> list[tuple[int, list[str]]]:
    found = [address for _, address in reader.best(query, reader.searcher.num_docs, "newest")]
    ids, texts = reader.values("id", found), []
    for number, address in zip(ids, found, strict=True):
        reader.deadline.check()
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
