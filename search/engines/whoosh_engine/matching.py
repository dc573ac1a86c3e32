"""Query tree → which documents match, and how well: operations on arrays with one place for each document.

Scores are BM25. A part of a query that is no text (a filter, a negation) matches without a score.
"""

from dataclasses import dataclass
from datetime import date
from typing import assert_never

import numpy as np

from search.engines.port import Facet, Unit
from search.engines.whoosh_engine.counting import having, having_speaker, having_subject, having_words
from search.engines.whoosh_engine.facts import PARTS, UNKNOWN, day_number
from search.engines.whoosh_engine.generation import Generation
from search.engines.whoosh_engine.phrases import phrase_postings
from search.engines.whoosh_engine.postings import Postings
from search.language.analysis import forms, words
from search.language.tree import (
    And,
    Field,
    Having,
    Named,
    Not,
    Or,
    Phrase,
    Place,
    Prefix,
    Published,
    Query,
    Within,
    Word,
)

SATURATION, LENGTH_SHARE = 1.2, 0.75  # k1 and b of BM25
FACETS: dict[Field, Facet] = {
    "person": "people",
    "country": "countries",
    "publisher": "publishers",
}
PLACE_PARTS = {"title": "title", "titles": "title", "captions": "caption"}


@dataclass(frozen=True)
class Match:
    """Which documents match; and how well, zero where they do not (None: without a score)."""

    mask: np.ndarray
    scores: np.ndarray | None = None


class Matching:
    """Matches queries against one generation; `unit` is what is searched for."""

    def __init__(self, generation: Generation, unit: Unit) -> None:
        self.generation = generation
        self.quotations = generation.column("quotation") == 1
        self.unit = unit
        self.asked = self.quotations if unit == "quotations" else ~self.quotations

    def match(self, query: Query | None) -> Match:
        """Match a query, or everything, among the documents of the unit that are not deleted."""
        found = self._match(query) if query is not None else Match(np.ones(len(self.generation), bool))
        mask = found.mask & self.generation.alive & self.asked
        return Match(mask, found.scores)

    def _match(self, query: Query) -> Match:
        match query:
            case Word(text):
                return self._scored(self.generation.of_stem(forms(text)[1]))
            case Prefix(text):
                return self._scored(self.generation.of_prefix(forms(text)[0]))
            case Phrase(text):
                return self._scored(phrase_postings(self.generation, words(text)))
            case And(parts):
                return self._all([self._match(part) for part in parts])
            case Or(parts):
                return self._any([self._match(part) for part in parts])
            case Not(part):
                return Match(~self._match(part).mask)
            case Within(place, part):
                return self._within(place, part)
            case Having("speaker", values, _):
                return Match(having_speaker(self.generation, values))
            case Having("about", values, _):
                return Match(having_subject(self.generation, values))
            case Having("author", values, _):
                return Match(having_words(self.generation, "authors", values))
            case Having("section", values, _):
                return Match(having_words(self.generation, "section", values))
            case Having(field, values, _):
                return Match(having(self.generation, FACETS[field], values))
            case Published(after, before, _):
                return Match(self.published(after, before))
            case Named():
                raise ValueError("Names must be looked up before an engine is asked.")
        assert_never(query)

    def _scored(self, postings: Postings) -> Match:
        mask = np.zeros(len(self.generation), bool)
        scores = np.zeros(len(self.generation), np.float32)
        documents, counts = postings.documents, postings.counts
        rarity = np.log1p((len(mask) - len(documents) + 0.5) / (len(documents) + 0.5))
        share = self.generation.length_share[documents]
        damping = SATURATION * (1 - LENGTH_SHARE + LENGTH_SHARE * share)
        mask[documents] = True
        scores[documents] = rarity * counts * (SATURATION + 1) / (counts + damping)
        return Match(mask, scores)

    def _all(self, matches: list[Match]) -> Match:
        mask = np.logical_and.reduce([match.mask for match in matches])
        scores = _sum(matches)
        return Match(mask, None if scores is None else scores * mask)

    def _any(self, matches: list[Match]) -> Match:
        return Match(np.logical_or.reduce([match.mask for match in matches]), _sum(matches))

    def _within(self, place: Place, part: Query | None) -> Match:
        if place == "quotes":
            return self._within_quotes(part)
        found = self._match(part) if part is not None else Match(np.ones(len(self.generation), bool))
        mask = found.mask & (self.generation.column("part") == PARTS.index(PLACE_PARTS[place]))
        if place != "title":
            return Match(mask, None if found.scores is None else found.scores * mask)
        return Match(self._same("article", mask & ~self.quotations))

    def _within_quotes(self, part: Query | None) -> Match:
        if self.unit == "quotations":
            return self._match(part) if part is not None else Match(self.quotations)
        if part is None:
            return Match(self.generation.column("has_quotation") == 1)
        found = self._match(part)
        mask = found.mask & self.quotations & self.generation.alive
        return self._paragraphs_of(mask, found.scores)

    def _paragraphs_of(self, quotations: np.ndarray, scores: np.ndarray | None) -> Match:
        paragraphs = self.generation.column("paragraph")
        mask = self._same("paragraph", quotations) & ~self.quotations
        if scores is None:
            return Match(mask)
        best = np.zeros(int(paragraphs.max(initial=0)) + 1, np.float32)
        np.maximum.at(best, paragraphs[quotations], scores[quotations])
        return Match(mask, best[paragraphs] * mask)

    def _same(self, fact: str, documents: np.ndarray) -> np.ndarray:
        """Say which documents have a fact (their article, their paragraph) in common with any of the given."""
        numbers = self.generation.column(fact)
        table = np.zeros(int(numbers.max(initial=0)) + 1, bool)
        table[numbers[documents & self.generation.alive]] = True
        return table[numbers]

    def published(self, after: date | None, before: date | None) -> np.ndarray:
        """Say which documents were published on or after the one day and before the other."""
        days = self.generation.column("day")
        mask = days != UNKNOWN
        if after is not None:
            mask &= days >= day_number(after)
        if before is not None:
            mask &= days < day_number(before)
        return mask


def _sum(matches: list[Match]) -> np.ndarray | None:
    scores = [match.scores for match in matches if match.scores is not None]
    return np.add.reduce(scores) if scores else None
