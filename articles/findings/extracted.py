"""Findings on their way into the archive: made outside the write lock, of a text that may change until they are stored.

What writes them (`store.enrich`) makes sure that the article's text is still the one they are of, and raises
`StaleFindingsError` where it is not; `again_where_stale` then has all done over. Nobody waits for an extraction.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial, wraps
from secrets import token_bytes
from typing import ParamSpec, Self, TypeVar

from articles.extraction import extract
from articles.extraction.digests import digest_of
from articles.extraction.findings import Findings, Passage, QuotationKind
from articles.findings.recogniser import recogniser
from articles.findings.slices import FindingsSlice, sliced
from articles.models import Article
from articles.models.paragraph import HEADINGS
from articles.paragraph_kinds import PassageKind

LEAST_INDIRECT = 0.5  # readers are shown reported words that are as likely right as not; find_in prints less sure ones
MARK_BYTES = 16  # as many as a digest has, in whose place a mark stands
TIMES = 10  # an article's text changes so often within seconds only where something goes wrong

P = ParamSpec("P")
T = TypeVar("T")


class StaleFindingsError(Exception):
    """The text of an article changed after the findings were made."""


@dataclass(frozen=True)
class ExtractedText:
    """What is found in a text, made ready to be stored.

    `digest` is that of all that was found, by which it is known whether another extraction finds the same; `slices` are
    those findings that are sure enough to be stored. `mark` stands in the archive until all are (completion.py).
    """

    passages: tuple[Passage, ...]
    findings: Findings
    digest: bytes
    slices: tuple[FindingsSlice, ...]
    mark: bytes = field(default_factory=partial(token_bytes, MARK_BYTES), compare=False)

    @classmethod
    def of(cls, passages: tuple[Passage, ...], findings: Findings, digest: bytes) -> Self:
        """Make findings ready; it takes a while where they are of a long article."""
        return cls(passages, findings, digest, tuple(sliced(sure_enough(findings), len(passages))))


def extract_from(passages: Iterable[Passage], language: str, byline: str = "") -> ExtractedText:
    """Find what these passages of one article say, in reading order; call it outside a write transaction.

    `language` and `byline` are the article's as the archive has them, "" where it does not know them.
    """
    passages = tuple(passages)
    findings = extract(passages, recogniser(), language=language, authors=(byline,) if byline else ())
    return ExtractedText.of(passages, findings, digest_of(findings))


def sure_enough(findings: Findings) -> Findings:
    """Return findings without the indirect quotations that are too unsure to be shown."""
    quotations = (
        found
        for found in findings.quotations
        if found.kind != QuotationKind.INDIRECT or found.confidence >= LEAST_INDIRECT
    )
    return replace(findings, quotations=tuple(quotations))


def passages_of(article: Article) -> list[Passage]:
    """Read the passages of an article as they are stored, in reading order (1 query)."""
    rows = article.paragraphs.order_by("position").values_list("text", "kind")
    return [Passage(text, PassageKind(kind)) for text, kind in rows]


def with_heading(passages: Sequence[Passage], kind: PassageKind, text: str) -> list[Passage]:
    """Return an article's passages with another title or standfirst; without any where the text is empty."""
    headings = dict.fromkeys(map(PassageKind, HEADINGS), "")
    rest = [passage for passage in passages if passage.kind not in headings]
    headings |= {passage.kind: passage.text for passage in passages if passage.kind in headings} | {kind: text}
    return [Passage(text, heading) for heading, text in headings.items() if text] + rest


def again_where_stale(work: Callable[P, T]) -> Callable[P, T]:
    """Have a function, which extracts and then stores, done over where the text changed in between."""

    @wraps(work)
    def repeated(*args: P.args, **kwargs: P.kwargs) -> T:
        for _ in range(TIMES - 1):
            try:
                return work(*args, **kwargs)
            except StaleFindingsError:
                continue
        return work(*args, **kwargs)

    return repeated
