"""The two ways through a query's tree, and what every leaf knows of itself."""

from dataclasses import replace
from typing import get_args

import pytest
from hypothesis import given

from search.language.ast import (
    And,
    AtLeast,
    Fuzzy,
    Having,
    Leaf,
    Near,
    Not,
    Or,
    Phrase,
    Prefix,
    Published,
    Query,
    UnresolvedName,
    Within,
    Word,
    children,
    is_negation,
    transform,
    walk,
)
from search.language.dates import parse_date
from search.language.parser import parse
from search.language.serialize import serialize
from tests.search.engines.archives import queries

A, B, C, D = map(Word, "abcd")
TREE = And((A, Not(Or((B, C))), Within("titles", Or((D, Phrase("e f")))), Within("quotes", None)))
LEAVES: list[Leaf] = [
    Word("tax"),
    Prefix("tax"),
    Phrase("tax cut"),
    Near("tax cut", 0),
    Near("tax cut", 1),
    Near("tax cut", 8),
    Fuzzy("taxes"),
    AtLeast("tax", 3),
    UnresolvedName("speaker", "Roe"),
    Having("country", frozenset(["PT"]), "Portugal"),
    Published(parse_date("2020").first, parse_date("2020").end, "year:2020"),
]


def test_a_walk_goes_through_all_nodes_in_their_order() -> None:
    assert list(walk(A)) == [A]
    negation, titles, quotes = TREE.parts[1:]
    inside = [negation, negation.part, B, C, titles, titles.part, D, Phrase("e f"), quotes]
    assert list(walk(TREE)) == [TREE, A, *inside]


def test_what_is_skipped_is_left_out_of_a_walk_with_all_below_it() -> None:
    assert list(walk(TREE, skip=is_negation)) == [node for node in walk(TREE) if node not in walk(TREE.parts[1])]
    assert list(walk(Not(A), skip=is_negation)) == []


def test_a_change_gets_every_node_after_its_parts() -> None:
    seen: list[Query] = []

    def note(node: Query) -> Query:
        seen.append(node)
        return node

    assert transform(TREE, note) == TREE
    assert seen[:5] == [A, B, C, Or((B, C)), Not(Or((B, C)))]
    assert seen[-1] == TREE
    assert len(seen) == len(list(walk(TREE)))


def test_a_tree_is_made_anew_from_what_its_leaves_become() -> None:
    def doubled(node: Query) -> Query:
        return replace(node, text=node.text * 2) if isinstance(node, Word) else node

    changed = transform(TREE, doubled, skip=is_negation)
    assert serialize(changed) == 'aa -(b OR c) (in:titles (dd OR "e f")) in:quotes'
    assert transform(A, lambda _: B) == B


@given(queries.filter(bool))
def test_any_tree_stays_the_same_where_nothing_is_changed(query: Query) -> None:
    assert transform(query, lambda node: node) == query
    assert transform(query, lambda _: A, skip=lambda _: True) == query
    below = [node for part in children(query) for node in walk(part)]
    assert list(walk(query)) == [query, *below]


def test_there_is_an_example_of_every_leaf() -> None:
    assert {type(leaf) for leaf in LEAVES} == set(get_args(Leaf))


@pytest.mark.parametrize("leaf", LEAVES, ids=repr)
def test_a_leaf_knows_how_it_is_typed_and_described(leaf: Leaf) -> None:
    named = UnresolvedName(leaf.field, leaf.text) if isinstance(leaf, Having) else leaf
    assert parse(serialize(leaf)).query == named
    assert leaf.describe()
    assert children(leaf) == ()
