"""Query tree → which documents match, and by what they are scored: operations on masks over all documents.

A part of a query that is no text (a filter, a negation) matches without a score.
"""

from datetime import date

import numpy as np

from search.deadline import Deadline
from search.engines.facet_encoding import KIND_OF_PLACE, KINDS, encode_day
from search.engines.port import Facet, Unit
from search.engines.whoosh_engine.index.doc_set import DocSet
from search.engines.whoosh_engine.index.editions import Editions
from search.engines.whoosh_engine.index.snapshot import Snapshot
from search.engines.whoosh_engine.index.traits import KIND, QUOTED
from search.engines.whoosh_engine.query.bm25 import Bm25Scorer, MaskedScorer, Match, PrecomputedScorer
from search.engines.whoosh_engine.query.facets import having, having_author, having_subject
from search.engines.whoosh_engine.query.nearness import near
from search.engines.whoosh_engine.query.phrases import countable, phrase, word
from search.engines.whoosh_engine.query.terms import Occurrences, TermPostings
from search.language.analysis import lattice, unit_lattices, word_terms
from search.language.ast import (
    And,
    AtLeast,
    Field,
    Fuzzy,
    Having,
    Near,
    Not,
    Or,
    Phrase,
    Prefix,
    Published,
    Query,
    Scope,
    UnresolvedName,
    Within,
    Word,
)

FACETS: dict[Field, Facet] = {
    "person": "people",
    "speaker": "speakers",
    "country": "countries",
    "publisher": "publishers",
    "section": "sections",
}


LeafMatches = dict[tuple[Unit, Query], Match]  # what was matched before for the same call, by what was searched


class Matcher:
    """Matches queries against the paragraphs or the quotations of one snapshot.

    `known` has the leaves that were matched before, and takes in those that are matched here.
    """

    def __init__(self, snapshot: Snapshot, unit: Unit, deadline: Deadline, known: LeafMatches) -> None:
        self.snapshot = snapshot
        self.unit: Unit = unit
        self.deadline = deadline
        self.known = known
        self.doc_set: DocSet = snapshot.doc_set(unit)
        self.term_postings = TermPostings(snapshot, unit, deadline)

    @property
    def searched(self) -> DocSet:
        """What the masks are about."""
        return self.doc_set

    def match_live(self, query: Query | None) -> Match:
        """Match a query, or everything, among the live documents."""
        if query is None:
            return Match(self.searched.live_docs)
        found = self.match(query)
        return Match(found.mask & self.searched.live_docs, found.scorers)

    def match(self, query: Query) -> Match:
        """Match a query; deleted documents may be among the found."""
        self.deadline.check()
        match query:
            case And(parts):
                matches = [self.match(part) for part in parts]
                mask = np.logical_and.reduce([match.mask for match in matches])
                return Match(mask, tuple(scorers for match in matches for scorers in match.scorers))
            case Or(parts):
                matches = [self._match_alternative(part) for part in parts]
                mask = np.logical_or.reduce([match.mask for match in matches])
                return Match(mask, tuple(scorers for match in matches for scorers in match.scorers))
            case Not(part):
                return Match(~self.match(part).mask)
            case _:
                return self._match_leaf_once(query)

    def _match_alternative(self, query: Query) -> Match:
        """Match one part of several of which any will do: what it is made of scores only where all of it matches."""
        match = self.match(query)
        if not isinstance(query, And | Within):
            return match
        return Match(match.mask, tuple(MaskedScorer(scorers, match.mask) for scorers in match.scorers))

    def _match_leaf_once(self, query: Query) -> Match:
        key = self.unit, query
        if key not in self.known:
            self.known[key] = self.match_leaf(query)
        return self.known[key]

    def match_leaf(self, query: Query) -> Match:
        """Match a part that is no combination of others."""
        match query:
            case Word(text):
                return self._scored(word(self.term_postings, word_terms(text)))
            case Prefix(text):
                return self._scored(self.term_postings.prefixes(word_terms(text).words))
            case Fuzzy(text):
                return self._scored(self.term_postings.fuzzy(word_terms(text).words))
            case Phrase(text):
                return self._scored(phrase(self.term_postings, lattice(text)))
            case Near(text, distance):
                return self._scored(near(self.term_postings, unit_lattices(text), distance))
            case AtLeast(text, times):
                return self._at_least(text, times)
            case Within(place, part):
                return self._within(place, part)
            case Having(field, values, _):
                return Match(self._having(field, values))
            case Published(after, before, _):
                return Match(self.doc_set.edition.spread(published(self.doc_set.editions, after, before)))
            case UnresolvedName():
                raise ValueError("Names must be looked up before an engine is asked.")
        raise AssertionError(f"{query} is no leaf.")

    def everything(self) -> np.ndarray:
        """Return a mask of all documents."""
        return np.ones(len(self.doc_set), bool)

    def _scored(self, occurrences: Occurrences) -> Match:
        mask = np.zeros(len(self.doc_set), bool)
        for first, size, postings in occurrences.parts:
            mask[first : first + size][postings.doc_ids] = True
        return Match(mask, (Bm25Scorer(self.doc_set, occurrences),))

    def counted(self, text: str) -> tuple[np.ndarray, Match]:
        """Return how often any form of a word occurs in each document, and where it does."""
        occurrences = countable(self.term_postings, word_terms(text))
        counts = np.zeros(len(self.doc_set), np.int64)
        for first, size, postings in occurrences.parts:
            counts[first : first + size][postings.doc_ids] = postings.counts
        return counts, self._scored(occurrences)

    def _at_least(self, text: str, times: int) -> Match:
        counts, match = self.counted(text)
        return Match(counts >= times, match.scorers)

    def _having(self, field: Field, values: frozenset[int | str]) -> np.ndarray:
        if field == "about":
            return having_subject(self.doc_set, values)
        if field == "author":
            return having_author(self.doc_set, values)
        return having(self.doc_set, FACETS[field], values)

    def _within(self, place: Scope, part: Query | None) -> Match:
        if place == "quotes":
            return self._within_quotes(part)
        if place == "title":
            return Match(self._of_titled(part))
        found = self.match(part) if part is not None else Match(self.everything())
        of_place = self.doc_set.traits.spread(np.isin(KIND, KINDS.index(KIND_OF_PLACE[place])))
        return Match(found.mask & of_place, found.scorers)

    def _of_titled(self, part: Query | None) -> np.ndarray:
        """Return a mask of the documents of an article whose title matches."""
        titles = Matcher(self.snapshot, "paragraphs", self.deadline, self.known)
        found = titles.match_live(Within("titles", part))
        table = np.zeros(len(self.snapshot.articles), bool)
        table[titles.doc_set.articles_of(np.flatnonzero(found.mask))] = True
        return self.doc_set.edition.spread(table.take(self.doc_set.editions.article))

    def _within_quotes(self, part: Query | None) -> Match:
        if self.unit == "quotations":
            return self.match(part) if part is not None else Match(self.everything())
        if part is None:
            return Match(self.doc_set.traits.spread(QUOTED.astype(bool)))
        quotations = Matcher(self.snapshot, "quotations", self.deadline, self.known)
        found = quotations.match_live(part)
        best = np.full(len(self.doc_set) + 1, -1, np.float32)  # the last for quotations of no paragraph that is here
        doc_ids = np.flatnonzero(found.mask)
        np.maximum.at(best, self.snapshot.paragraphs_of(doc_ids), found.scores(quotations.doc_set).take(doc_ids))
        mask = best[:-1] >= 0
        return Match(mask, (PrecomputedScorer(best[:-1] * mask),) if found.scorers else ())


def published(editions: Editions, after: date | None, before: date | None) -> np.ndarray:
    """Return a mask of the editions that were published on or after the one day and before the other."""
    mask: np.ndarray = editions.day >= (0 if after is None else encode_day(after))
    return mask if before is None else mask & (editions.day < encode_day(before))
