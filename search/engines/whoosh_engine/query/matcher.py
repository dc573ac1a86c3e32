"""Query tree → which rows match, and by what they are scored: operations on masks with one place for each row.

A part of a query that is no text (a filter, a negation) matches without a score.
"""

from datetime import date

import numpy as np

from search.deadline import Deadline
from search.engines.facet_encoding import KIND_OF_PLACE, KINDS, encode_day
from search.engines.port import Facet, Unit
from search.engines.whoosh_engine.index.doc_set import Space
from search.engines.whoosh_engine.index.snapshot import Generation
from search.engines.whoosh_engine.query.bm25 import Among, Known, Match, OfText
from search.engines.whoosh_engine.query.facets import having, having_speaker, having_subject, having_words
from search.engines.whoosh_engine.query.phrases import near, phrase
from search.engines.whoosh_engine.query.terms import Occurrences, Texts
from search.language.analysis import forms, words
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

FACETS: dict[Field, Facet] = {"person": "people", "country": "countries", "publisher": "publishers"}


class Matching:
    """Matches queries against the paragraphs or the quotations of one generation."""

    def __init__(self, generation: Generation, unit: Unit, deadline: Deadline) -> None:
        self.generation = generation
        self.unit = unit
        self.deadline = deadline
        self.space: Space = generation.space(unit)
        self.texts = Texts(generation, unit, deadline)

    def found(self, query: Query | None) -> Match:
        """Match a query, or everything, among the rows that are not deleted."""
        if query is None:
            return Match(self.space.alive)
        found = self.match(query)
        return Match(found.mask & self.space.alive, found.scored)

    def match(self, query: Query) -> Match:
        """Match a query; rows that are deleted may be among the found."""
        self.deadline.check()
        match query:
            case And(parts):
                matches = [self.match(part) for part in parts]
                mask = np.logical_and.reduce([match.mask for match in matches])
                return Match(mask, tuple(scored for match in matches for scored in match.scored))
            case Or(parts):
                matches = [self._alternative(part) for part in parts]
                mask = np.logical_or.reduce([match.mask for match in matches])
                return Match(mask, tuple(scored for match in matches for scored in match.scored))
            case Not(part):
                return Match(~self.match(part).mask)
            case _:
                return self.leaf(query)

    def _alternative(self, query: Query) -> Match:
        """Match one part of several of which any will do: what it is made of scores only where all of it matches."""
        match = self.match(query)
        if not isinstance(query, And | Within):
            return match
        return Match(match.mask, tuple(Among(scored, match.mask) for scored in match.scored))

    def leaf(self, query: Query) -> Match:
        """Match a part that is no combination of others."""
        match query:
            case Word(text):
                return self._scored(self.texts.stem(forms(text)[1]))
            case Prefix(text):
                return self._scored(self.texts.prefix(forms(text)[0]))
            case Fuzzy(text):
                return self._scored(self.texts.like(forms(text)[0]))
            case Phrase(text):
                return self._scored(phrase(self.texts, words(text)))
            case Near(text, distance):
                return self._scored(near(self.texts, words(text), distance))
            case AtLeast(text, times):
                return self._at_least(text, times)
            case Within(place, part):
                return self._within(place, part)
            case Having(field, values, _):
                return Match(self._having(field, values))
            case Published(after, before, _):
                return Match(published(self.space, after, before))
            case UnresolvedName():
                raise ValueError("Names must be looked up before an engine is asked.")
        raise AssertionError(f"{query} is no leaf.")

    def everything(self) -> np.ndarray:
        """Return a mask of all rows."""
        return np.ones(len(self.space), bool)

    def _scored(self, occurrences: Occurrences) -> Match:
        mask = np.zeros(len(self.space), bool)
        for first, size, postings in occurrences.parts:
            mask[first : first + size][postings.rows] = True
        return Match(mask, (OfText(self.space, occurrences),))

    def counted(self, text: str) -> tuple[np.ndarray, Match]:
        """Return how often any form of a word occurs in each row, and where it does."""
        occurrences = self.texts.stem(forms(text)[1])
        counts = np.zeros(len(self.space), np.int64)
        for first, size, postings in occurrences.parts:
            counts[first : first + size][postings.rows] = postings.counts
        return counts, self._scored(occurrences)

    def _at_least(self, text: str, times: int) -> Match:
        counts, match = self.counted(text)
        return Match(counts >= times, match.scored)

    def _having(self, field: Field, values: frozenset[int | str]) -> np.ndarray:
        if field == "speaker":
            return having_speaker(self.space, values)
        if field == "about":
            return having_subject(self.space, values)
        if field in ("author", "section"):
            return having_words(self.space, "authors" if field == "author" else "section", values)
        return having(self.space, FACETS[field], values)

    def _within(self, place: Scope, part: Query | None) -> Match:
        if place == "quotes":
            return self._within_quotes(part)
        if place == "title":
            return Match(self._of_titled(part))
        found = self.match(part) if part is not None else Match(self.everything())
        return Match(found.mask & (self.space.column("part") == KINDS.index(KIND_OF_PLACE[place])), found.scored)

    def _of_titled(self, part: Query | None) -> np.ndarray:
        """Say which rows are of an article whose title matches."""
        titles = Matching(self.generation, "paragraphs", self.deadline)
        found = titles.found(Within("titles", part))
        table = np.zeros(len(self.generation.articles), bool)
        table[titles.space.article[found.mask]] = True
        return table[self.space.article]

    def _within_quotes(self, part: Query | None) -> Match:
        if self.unit == "quotations":
            return self.match(part) if part is not None else Match(self.everything())
        if part is None:
            return Match(self.space.column("quoted"))
        quotations = Matching(self.generation, "quotations", self.deadline)
        found = quotations.found(part)
        best = np.full(self.generation.homes, -1, np.float32)
        rows = np.flatnonzero(found.mask)
        np.maximum.at(best, quotations.space.home[rows], found.scores(quotations.space)[rows])
        of_paragraphs = best[self.space.home]
        mask = of_paragraphs >= 0
        return Match(mask, (Known(of_paragraphs * mask),) if found.scored else ())


def published(space: Space, after: date | None, before: date | None) -> np.ndarray:
    """Say which rows were published on or after the one day and before the other."""
    days = space.column("day")
    mask = days >= (0 if after is None else encode_day(after))
    return mask if before is None else mask & (days < encode_day(before))
