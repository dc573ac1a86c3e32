"""What the words of a query stand for: a lattice, each way through which is a way to write them.

Its nodes are the places between tokens, its edges words. A text has them in a row where a way leads through its tokens
and variants by the same words. `co-operate soon` has the nodes 0 to 3 and the ways "co", "operate", "soon" and
"cooperate", "soon".
"""

from typing import Literal, NamedTuple

from .initialisms import either_way
from .scripts import IS_UNSPACED
from .stemming import stem_of
from .texts import Analysis, Token, analyse

IS, BEGINS, ANY = "is", "begins", "any"
Match = Literal["is", "begins", "any"]


class Edge(NamedTuple):
    """A way from one node to a later one: a word of the text that is this, or begins so; or any token at all."""

    first: int
    last: int
    word: str
    match: Match = "is"


class Lattice(NamedTuple):
    """Edges in the order of their first nodes; ways lead from node 0 to node `size`."""

    size: int
    edges: tuple[Edge, ...]


class WordTerms(NamedTuple):
    """What one word of a query stands for: any of these stems, or any way through a lattice.

    `words` are its spellings, of which those that are like it or begin like it are found; there are none of what is
    several words, or stands within a run.
    """

    stems: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    lattice: Lattice | None = None


def lattice(text: str) -> Lattice:
    """Return the ways to write the words of a text in a row."""
    return _lattice(text, analyse(text))


def word_terms(text: str) -> WordTerms:
    """Return what a text stands for as one word; where it is several, they have to stand in a row."""
    found = analyse(text)
    if len(units(text)) != 1 or IS_UNSPACED.match(text[found.tokens[0].start]):
        return WordTerms(lattice=_lattice(text, found))
    whole = [(one.word, one.stem) for one in found.variants if one.length == len(found.tokens)]
    if len(found.tokens) > 1:
        return WordTerms(
            frozenset(stem for _, stem in whole), frozenset(word for word, _ in whole), _lattice(text, found)
        )
    token = found.tokens[0]
    whole += [(token.word, token.stem), *((other, stem_of(other)) for other in _either(token.word))]
    return WordTerms(frozenset(stem for _, stem in whole), frozenset(word for word, _ in whole))


def unit_lattices(text: str) -> list[Lattice]:
    """Return the ways to write each of a text's words by itself."""
    return [lattice(text[start:end]) for start, end in units(text)]


def units(text: str) -> list[tuple[int, int]]:
    """Return the spans of a text's words as a reader sees them (half-open offsets): what may be one word is one."""
    found = analyse(text)
    ends = {one.place: one.place + one.length for one in found.variants}
    spans, place = [], 0
    while place < len(found.tokens):
        end = ends.get(place, place + 1)
        while _goes_on(text, found.tokens, end):
            end += 1
        spans.append((found.tokens[place].start, found.tokens[end - 1].end))
        place = end
    return spans


def _goes_on(text: str, tokens: list[Token], place: int) -> bool:
    """Say whether a token belongs to the run of unspaced letters before it."""
    if not 0 < place < len(tokens) or tokens[place].start != tokens[place - 1].end:
        return False
    return all(IS_UNSPACED.match(text[one.start]) for one in tokens[place - 1 : place + 1])


def _lattice(text: str, found: Analysis) -> Lattice:
    edges = [edge for place in range(len(found.tokens)) for edge in _edges_at(text, found.tokens, place)]
    edges += [Edge(one.place, one.place + one.length, one.word) for one in found.variants]
    return Lattice(len(found.tokens), tuple(sorted(edges)))


def _edges_at(text: str, tokens: list[Token], place: int) -> list[Edge]:
    """Return the edges of one token.

    A letter of an unspaced script has the next one with it. The last of a run is there where the one before is; one
    that stands alone is found before any other.
    """
    token = tokens[place]
    if not IS_UNSPACED.match(text[token.start]) or _goes_on(text, tokens, place + 1):
        return [Edge(place, place + 1, word) for word in (token.word, *_either(token.word))]
    if _goes_on(text, tokens, place):
        return [Edge(place, place + 1, "", "any")]
    return [Edge(place, place + 1, token.word, "begins")]


def _either(word: str) -> list[str]:
    other = either_way(word)
    return [] if other is None else [other]
