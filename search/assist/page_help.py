"""All help of a page of results: another spelling, what to leave out, counts of the other units, and cards.

However many words, names and filters a search has, the engine is asked twice at the most: once for words that are like
rare ones, then once for everything that is to be counted, the most wanted first. What had no answer when the time for
help was over is not offered.
"""

from dataclasses import dataclass

from search.assist.did_you_mean import DidYouMean, did_you_mean
from search.assist.entity_cards import EntityCard, entity_cards
from search.assist.holdings import holdings
from search.assist.unit_counts import UnitCounts, undated_count, unit_counts
from search.assist.zero_results import Relaxation, relaxations
from search.deadline import Deadline
from search.results.ask_engine import SearchUnavailable, ask_engine_many
from search.results.model import SearchResults


@dataclass(frozen=True, slots=True)
class PageHelp:
    """What a page of results offers besides what was found.

    `undated` is how much has no date and so is in no time to ask for; `holdings`, where little was found, how many
    articles there are within the time, the publishers and the sections asked for.
    """

    did_you_mean: DidYouMean | None
    relaxations: list[Relaxation]
    unit_counts: UnitCounts
    cards: list[EntityCard]
    undated: int
    holdings: int | None


def page_help(results: SearchResults, deadline: Deadline) -> PageHelp:
    """Return all help for a page of results. Never raises: without an index there is what needs none."""
    meant, relaxed, units = did_you_mean(results, deadline), relaxations(results), unit_counts(results)
    cards, undated, held = entity_cards(results), undated_count(results), holdings(results)
    each = (meant, relaxed, units, cards, undated, held)
    try:
        answers = iter(ask_engine_many([one for part in each for one in part.requests], deadline.left()))
    except SearchUnavailable:
        return PageHelp(
            meant.without_index,
            relaxed.without_index,
            units.without_index,
            cards.without_index,
            undated.without_index,
            held.without_index,
        )
    return PageHelp(
        meant.made_of(answers),
        relaxed.made_of(answers),
        units.made_of(answers),
        cards.made_of(answers),
        undated.made_of(answers),
        held.made_of(answers),
    )
