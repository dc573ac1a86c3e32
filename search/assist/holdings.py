"""How many articles there are within the time, the publishers and the sections asked for, where little was found.

Little may be found since there is little to search: that is another thing than words that nobody wrote.
"""

from urllib.parse import urlencode

from search.assist.pending import Answers, Pending
from search.results.counts import count_questions
from search.results.model import SearchResults
from search.results.request import Choices, SearchRequest

FEW = 10  # results, and fewer, beside which it is said what there was to search
OF_HOLDINGS = ("publishers", "sections", "years", "months")  # facets that say where is searched, not for what
YEAR = len("2022")


def holdings_request(asked: SearchRequest) -> SearchRequest:
    """Return the request for all articles within the time, the publishers and the sections of another."""
    return SearchRequest(
        unit="articles",
        chosen=_of_holdings(asked.chosen),
        excluded=_of_holdings(asked.excluded),
        date_from=asked.date_from,
        date_to=asked.date_to,
        copies_apart=True,
    )


def _of_holdings(choices: Choices) -> Choices:
    return tuple((facet, values) for facet, values in choices if facet in OF_HOLDINGS)


def holdings(results: SearchResults) -> Pending[int | None]:
    """Return how many articles there were to search, where little was found within a time, publishers or sections.

    None where much was found, where nothing was searched, and where nothing narrows the archive.
    """
    asked = holdings_request(results.request)
    few = results.documents <= FEW and not (results.is_empty or results.degraded)
    narrowed = asked.chosen or asked.excluded or asked.date_from or asked.date_to
    questions = count_questions([asked] if few and narrowed else (), results.lookup)
    return Pending(list(questions.values()), _articles, None)


def _articles(answers: Answers) -> int | None:
    return next((one.documents for one in answers if one), None)


def coverage_years(asked: SearchRequest) -> str:
    """Return the query string that shows the archive's coverage of the years asked for; empty for all."""
    years = [str(year) for year in asked.chosen_in("years")]
    years += [str(month)[:YEAR] for month in asked.chosen_in("months")]
    first, last = asked.date_from[:YEAR] or min(years, default=""), asked.date_to[:YEAR] or max(years, default="")
    return urlencode([(name, year) for name, year in (("from", first), ("to", last)) if year])
