"""Requests that the API's page shows; a test makes each of them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RequestExample:
    """An address below the API's, and what it asks for."""

    address: str
    meaning: str


EXAMPLES = (
    RequestExample("search/paragraphs?q=war+peace", "paragraphs with both words"),
    RequestExample("search/quotations?q=china&sort=newest", "what somebody said with the word in it, the newest first"),
    RequestExample("search/quotations?q=speaker:merkel&by=publishers", "how often each publisher quotes her"),
    RequestExample(
        "search/articles?q=war+-peace&size=50", "articles with the one word and without the other, 50 a page"
    ),
    RequestExample(
        "search/paragraphs?country=UA&not_kind=caption&date_from=2021", "a country since 2021, captions left out"
    ),
    RequestExample(
        "search/paragraphs?q=war&copies=apart&page=2", "copies of a wire story each by itself, the second page"
    ),
)
