"""Requests that the API's page shows; a test makes each of them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RequestExample:
    """An address below version 1's, and what it asks for."""

    address: str
    meaning: str


EXAMPLES = (
    RequestExample("quotations?q=china&sort=newest", "what somebody said with the word in it, the newest first"),
    RequestExample("paragraphs?q=war+peace&size=100", "paragraphs with both words, a hundred at a time"),
    RequestExample("articles?country=UA&date_from=2021&sort=oldest", "articles that name a country since 2021"),
    RequestExample("people?name=ann", "people with the word in a spelling of their name"),
    RequestExample("search/quotations?q=speaker:merkel&by=publishers", "how often each publisher quotes her"),
    RequestExample(
        "search/paragraphs?q=war&not_kind=caption&copies=apart", "the page of a search, captions left out, copies apart"
    ),
)
