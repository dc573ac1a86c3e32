"""What a reader asks for, as a tree of frozen nodes: the only form in which words reach an engine.

The leaves are in `leaves` and can be had from here as well. `walk` and `transform` are the only two ways through a tree
that treat all nodes alike: who asks for something of some nodes names these nodes alone. A tree is at most as deep as
the parser's limit of parentheses allows, so that functions may call themselves for its parts.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from search.language.leaves import (
    AtLeast,
    Field,
    Fuzzy,
    Having,
    Leaf,
    Name,
    Near,
    Phrase,
    Prefix,
    Published,
    UnresolvedName,
    WholeWords,
    Word,
)

__all__ = [
    "And",
    "AtLeast",
    "Field",
    "Fuzzy",
    "Having",
    "Leaf",
    "Name",
    "Near",
    "Not",
    "Or",
    "Phrase",
    "Prefix",
    "Published",
    "Query",
    "Scope",
    "UnresolvedName",
    "WholeWords",
    "Within",
    "Word",
    "children",
    "is_negation",
    "transform",
    "walk",
]

Scope = Literal["title", "titles", "quotes", "captions"]


@dataclass(frozen=True, slots=True)
class And:
    """All of these, at least two."""

    parts: tuple["Query", ...]


@dataclass(frozen=True, slots=True)
class Or:
    """Any of these, at least two."""

    parts: tuple["Query", ...]


@dataclass(frozen=True, slots=True)
class Not:
    """Everything but this."""

    part: "Query"


@dataclass(frozen=True, slots=True)
class Within:
    """The part, or anything at all, in one scope.

    `titles`, `captions`: the paragraph is one. `quotes`: a quotation in the paragraph has it. `title`: the title of
    the article has it, in whichever of its paragraphs the rest is found.
    """

    scope: Scope
    part: "Query | None"


Query = Leaf | And | Or | Not | Within


def children(query: Query) -> tuple[Query, ...]:
    """Return the nodes right below a node."""
    match query:
        case And(parts) | Or(parts):
            return parts
        case Not(part):
            return (part,)
        case Within(_, part) if part is not None:
            return (part,)
        case _:
            return ()


def _with_children(query: Query, parts: tuple[Query, ...]) -> Query:
    match query:
        case And() | Or():
            return replace(query, parts=parts)
        case Not() | Within() if parts:
            return replace(query, part=parts[0])
        case _:
            return query


def is_negation(query: Query) -> bool:
    """Say whether a node is what is to be left out of the results."""
    return isinstance(query, Not)


def walk(query: Query, skip: Callable[[Query], bool] = lambda _: False) -> Iterator[Query]:
    """Yield all nodes of a tree in the order they were typed, each before its parts.

    Where `skip` says so of a node, neither that node nor anything below it is yielded.
    """
    waiting = [query]
    while waiting:
        node = waiting.pop()
        if not skip(node):
            yield node
            waiting.extend(reversed(children(node)))


def transform(query: Query, change: Callable[[Query], Query], skip: Callable[[Query], bool] = lambda _: False) -> Query:
    """Return a tree with `change` called for each node, in the order they were typed, parts before what they are in.

    Where `skip` says so of a node, that node stays as it is, with everything below it.
    """
    if skip(query):
        return query
    parts = tuple(transform(part, change, skip) for part in children(query))
    return change(_with_children(query, parts))
