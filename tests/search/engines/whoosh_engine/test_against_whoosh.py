"""Whoosh's own searcher, on the same index, finds the same documents."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from whoosh import query
from whoosh.query import spans

from search.engines.port import Batch, Document, EngineRequest
from search.engines.whoosh_engine.engine import WhooshEngine
from search.engines.whoosh_engine.storage.directory import open_index
from search.language.analysis import forms, words
from search.language.ast import And, Near, Not, Or, Phrase, Prefix, Word
from tests.examples import examples

WORDS = ("war", "wars", "peace", "the", "of", "tax", "taxes", "Müller", "3.5%", "U.S.", "water")
term_postings = st.lists(st.sampled_from(WORDS), min_size=1, max_size=9).map(" ".join)
leaves = st.one_of(
    st.sampled_from(WORDS[:8]).map(Word),
    st.sampled_from(["wa", "war", "t", "mu", "zz"]).map(Prefix),
    st.lists(st.sampled_from(WORDS), min_size=2, max_size=3).map(" ".join).map(Phrase),
)
queries = st.recursive(
    leaves,
    lambda parts: st.one_of(st.tuples(parts, parts).map(And), st.tuples(parts, parts).map(Or), parts.map(Not)),
    max_leaves=5,
)


def whooshs_own(asked):
    """Turn a query into one of Whoosh's own classes."""
    match asked:
        case Word(text):
            stem = forms(text)[1]
            return query.Or([query.Term("stems", stem), _itself(stem)])
        case Prefix(text):
            return query.Prefix("words", text)
        case Phrase(text):
            return spans.SpanNear2([query.Term("words", word) for word in words(text)], slop=1, ordered=True)
        case And(parts):
            return query.And([whooshs_own(part) for part in parts])
        case Or(parts):
            return query.Or([whooshs_own(part) for part in parts])
        case Not(part):
            return query.And([query.Every(), query.Not(whooshs_own(part))])
    raise AssertionError(asked)


def _itself(stem):
    """A word that is its own stem is kept among the words alone."""
    return query.Term("words", stem) if forms(stem)[1] == stem else query.NullQuery


@examples(0.6)
@given(held=st.lists(term_postings, min_size=1, max_size=10), later=st.lists(term_postings, max_size=4), asked=queries)
@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_whoosh_finds_the_same(tmp_path_factory, held, later, asked):
    engine = WhooshEngine(tmp_path_factory.mktemp("index"))
    engine.rebuild([batch(held, 1)], 1)
    engine.write(batch(later, len(held)))  # replaces the last article, if there is any, and adds others
    with open_index(engine.folder.current()).searcher() as searcher:
        found = {article_of(searcher, document) for document in searcher.docs_for_query(whooshs_own(asked))}
    execute = engine.search(EngineRequest(asked, groups_per_page=100))
    assert {group.value for group in execute.groups} == found


def batch(held: list[str], first: int) -> Batch:
    documents = [Document("paragraphs", n, n, 1, n, "body", text) for n, text in enumerate(held, first)]
    return Batch(frozenset(one.article for one in documents), documents, 1)


def article_of(searcher, document: int) -> int:
    """Find the article of a document by Whoosh's own postings."""
    return next(
        int(term)
        for term in searcher.reader().field_terms("article")
        if document in set(searcher.postings("article", term).all_ids())
    )


def test_words_near_each_other_are_those_that_whoosh_finds_near(fill, document):
    engine = fill(document(1, 1, "war of the peace"), document(2, 2, "peace war"), document(3, 3, "war of of of peace"))
    near = spans.SpanNear2([query.Term("words", "war"), query.Term("words", "peace")], slop=3, ordered=True)
    with open_index(engine.folder.current()).searcher() as searcher:
        assert {article_of(searcher, one) for one in searcher.docs_for_query(near)} == {1}
    execute = engine.search(EngineRequest(Near("war peace", 2)))
    assert {group.value for group in execute.groups} == {1, 2}
