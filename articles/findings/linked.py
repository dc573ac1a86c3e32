"""Findings with the archive's rows that they name: what the tables of an article's findings are filled from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Self

from articles.extraction.findings import Findings, FoundQuotation
from articles.findings.people import store_people
from articles.identity.countries import countries_for
from articles.models import Article, Country, Person
from articles.models.paragraph import StoredParagraph
from articles.models.person import person_keys

Location = tuple[int, int, int]  # a paragraph's key, and the start and end of a span in it, in code points


@dataclass(frozen=True)
class LinkedFindings:
    """What was found in an article, whose paragraphs are numbered as its spans count them.

    `people` are by the name that was found, as they were extracted, and `person_keys` the keys of whom pages show for
    them since a merge, and of whom was extracted where they differ. `countries` are by ISO 3166-1 alpha-2 code.
    """

    article: Article
    paragraphs: Sequence[StoredParagraph]
    findings: Findings
    people: Mapping[str, Person]
    person_keys: Mapping[str, tuple[int, int | None]]
    countries: Mapping[str, Country]

    @classmethod
    def of(cls, article: Article, paragraphs: Sequence[StoredParagraph], findings: Findings) -> Self:
        """Link findings to the archive's people and countries; those it does not have yet are stored first."""
        people = store_people(article, findings.people)
        keys = {name: person_keys(person) for name, person in people.items()}
        return cls(article, paragraphs, findings, people, keys, countries_for(_codes(findings)))

    def locations(self, quotation: FoundQuotation) -> tuple[Location, ...]:
        """Return where the spans of a quotation stand."""
        return tuple((self.paragraphs[span.passage].pk, span.start, span.end) for span in quotation.spans)

    def words(self, quotation: FoundQuotation) -> str:
        """Return the words of all spans: a line break between paragraphs, dots where an attribution interrupts them."""
        words = ""
        for last, span in zip((None, *quotation.spans), quotation.spans, strict=False):
            if last:
                words += " … " if last.passage == span.passage else "\n"
            words += self.paragraphs[span.passage].text[span.start : span.end]
        return words


def _codes(findings: Findings) -> set[str]:
    spoken = {speaker.country for found in findings.quotations for speaker in found.speakers if speaker.country}
    about = {subject.country for found in findings.quotations for subject in found.about if subject.country}
    return spoken | about | {found.code for found in findings.countries}
