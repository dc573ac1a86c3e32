"""The places that name people and countries: stored as found, all of them anew."""

from collections.abc import Iterator

from articles.findings.linked import LinkedFindings
from articles.models import Article, Mention
from articles.models.person import person_columns


def forget_mentions(article: Article) -> None:
    """Delete the mentions of an article."""
    Mention.objects.filter(paragraph__article=article).delete()


def store_mentions(linked: LinkedFindings) -> None:
    """Store the mentions of people and countries (1 query)."""
    Mention.objects.bulk_create([*_of_people(linked), *_of_countries(linked)])


def _of_people(linked: LinkedFindings) -> Iterator[Mention]:
    for person in linked.findings.people:
        for span in person.mentions:
            yield Mention(
                paragraph=linked.paragraphs[span.passage],
                start=span.start,
                end=span.end,
                **person_columns(linked.people[person.name]),
                confidence=person.confidence,
                evidence=list(person.evidence),
            )


def _of_countries(linked: LinkedFindings) -> Iterator[Mention]:
    for found in linked.findings.countries:
        yield Mention(
            paragraph=linked.paragraphs[found.mention.passage],
            start=found.mention.start,
            end=found.mention.end,
            country=linked.countries[found.code],
            by=found.by,
            confidence=found.confidence,
            evidence=list(found.evidence),
        )
