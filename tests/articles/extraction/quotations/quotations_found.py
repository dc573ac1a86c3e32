"""How the tests of quotations look at what was found: words and speakers, as a reader would list them."""

from articles.extraction import extract
from articles.extraction.decisions import Decisions
from articles.extraction.findings import FoundQuotation, Passage, QuotationKind

BY_RULES = Decisions()  # nothing learnt: what the rules alone say


def quoted(*texts: str) -> list[tuple[list[str], list[str]]]:
    """Return each quotation between marks as the words of its parts and its speakers' names (or words)."""
    passages = [Passage(text) for text in texts]
    return [
        ([span.of(passages) for span in quotation.spans], [one.name or one.words for one in quotation.speakers])
        for quotation in extract(passages).quotations
        if quotation.kind in (QuotationKind.DIRECT, QuotationKind.MIXED)
    ]


def first_speakers(*texts: str) -> list[tuple[str, str | None]]:
    """Return each quotation between marks as its words in one string and its first speaker."""
    return [(" … ".join(parts), speakers[0] if speakers else None) for parts, speakers in quoted(*texts)]


def only(*texts: str, decisions: Decisions | None = None) -> FoundQuotation:
    """Return the one quotation or term between marks of an article, by the shipped decisions or by others."""
    found = extract([Passage(text) for text in texts], decisions=decisions).quotations
    (quotation,) = (one for one in found if one.kind != QuotationKind.INDIRECT)
    return quotation
