"""What the tests of countries ask the extractor: the countries of a text as (code, by, words)."""

from articles.extraction import extract
from articles.extraction.findings import FoundCountry, Passage


def found_in(text: str) -> tuple[FoundCountry, ...]:
    return extract([Passage(line) for line in text.split("\n")]).countries


def countries_in(text: str) -> list[tuple[str, str, str]]:
    passages = [Passage(line) for line in text.split("\n")]
    return [(found.code, found.by, found.mention.of(passages)) for found in extract(passages).countries]
