"""The places that name people and countries: stored as found, all of them anew."""

from collections.abc import Iterator
from itertools import chain

from articles.findings.linked import LinkedFindings
from articles.models import Article, Mention
from articles.models.bulk_rows import Row, insert_rows

COLUMNS = ("paragraph_id", "start", "end", "person_id", "extracted_as_id", "country_id", "by", "confidence", "evidence")


def forget_mentions(article: Article) -> None:
    """Delete the mentions of an article."""
    Mention.everything.filter(paragraph__article=article).delete()


def store_mentions(linked: LinkedFindings) -> None:
    """Store the mentions of people and countries."""
    insert_rows(Mention, COLUMNS, chain(_of_people(linked), _of_countries(linked)))


def _of_people(linked: LinkedFindings) -> Iterator[Row]:
    for person in linked.findings.people:
        columns = (*linked.person_keys[person.name], None, "", person.confidence, person.evidence)
        for span in person.mentions:
            yield linked.paragraphs[span.passage].pk, span.start, span.end, *columns


def _of_countries(linked: LinkedFindings) -> Iterator[Row]:
    for found in linked.findings.countries:
        where = found.mention
        columns = (None, None, found.code, found.by, found.confidence, found.evidence)
        yield linked.paragraphs[where.passage].pk, where.start, where.end, *columns
