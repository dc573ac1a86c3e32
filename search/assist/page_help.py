"""All help of a page of results: another spelling, what to leave out, and cards.

However many words, names and filters a search has, the engine is asked twice at the most: once for words that are like
rare ones, then once for everything that is to be counted, the most wanted first. What had no answer when the time for
help was over is not offered.
"""

from dataclasses import dataclass

from search.assist.did_you_mean import DidYouMean, did_you_mean
from search.assist.entity_cards import EntityCard, entity_cards
from search.assist.zero_results import Relaxation, relaxations
from search.deadline import Deadline
from search.results.ask_engine import SearchUnavailable, ask_engine_many
from search.results.model import SearchResults


@dataclass(frozen=True, slots=True)
class PageHelp:
    """What a page of results offers besides what was found."""

    did_you_mean: DidYouMean | None
    relaxations: list[Relaxation]
    cards: list[EntityCard]


def page_help(results: SearchResults, deadline: Deadline) -> PageHelp:
    """Return all help for a page of results. Never raises: without an index there is what needs none."""
    meant, relaxed, cards = did_you_mean(results, deadline), relaxations(results), entity_cards(results)
    try:
        asked = [*meant.requests, *relaxed.requests, *cards.requests]
        answers = iter(ask_engine_many(asked, deadline.left()))
    except SearchUnavailable:
        return PageHelp(meant.without_index, relaxed.without_index, cards.without_index)
    return PageHelp(meant.made_of(answers), relaxed.made_of(answers), cards.made_of(answers))
