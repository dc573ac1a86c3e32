"""Articles → index documents: every paragraph, and every quotation that is somebody's own words.

An indirect one is in the article's words: it is found as part of its paragraph, not as what somebody said.

Reading takes eight queries however many articles are asked for, so callers choose batches that fit in memory.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from articles.models import Article, Mention, Paragraph, Quotation, QuotationSpan, Speaker, Subject
from articles.names.normalise import normalise
from search.engines.port import Batch, Document, Value
from search.language.analysis import words
from search.language.dates import read_date

ARTICLES_A_BATCH = 200
DAY_LETTERS = len("2022-03-18")


def batches(reached: int, mark: str) -> Iterator[Batch]:
    """Yield the documents of the whole archive in bounded batches, in the order of article ids."""
    last = 0
    while articles := next_articles(last):
        yield batch_of(articles, reached, mark)
        last = articles[-1]


def batch_of(articles: Collection[int], reached: int, mark: str) -> Batch:
    """Return the batch that brings the index up to date with these articles, whether they are there or gone."""
    return Batch(frozenset(articles), documents_of(articles), reached, mark)


def next_articles(after: int, most: int = ARTICLES_A_BATCH) -> list[int]:
    """Return the ids of the articles that follow an id, in order."""
    return list(Article.objects.filter(pk__gt=after).order_by("pk").values_list("pk", flat=True)[:most])


def documents_of(articles: Collection[int]) -> list[Document]:
    """Return the documents of these articles; none for those that are gone or empty."""
    quotations = list(searched_quotations(articles).values_list("pk", "text"))
    facts, homes = _Quoted(_speakers(articles), _subjects(articles)), _homes(articles)
    quoted = _Quoted(defaultdict(set), defaultdict(set))
    for quotation, places in homes.items():
        for paragraph in places:
            quoted.spoken[paragraph].update(facts.spoken[quotation])
            quoted.about[paragraph].update(facts.about[quotation])
    own = {paragraph for quotation, _ in quotations for paragraph in homes[quotation]}
    paragraphs = {document.id: document for document in _paragraphs(articles, quoted, own)}
    said = [
        replace(paragraphs[homes[pk][0]], unit="quotations", id=pk, text=text, **facts.told(pk))
        for pk, text in quotations
    ]
    return [*paragraphs.values(), *said]


@dataclass(frozen=True)
class _Quoted:
    """Who said, and of whom spoke, each quotation or the quotations of each paragraph, by their keys."""

    spoken: dict[int, set[Value]]
    about: dict[int, set[Value]]

    def told(self, key: int) -> dict[str, tuple]:
        """Return what a document says of them: people apart from others."""
        speakers, others = _told_apart(self.spoken.get(key, ()))
        people, countries = _told_apart(self.about.get(key, ()))
        return {"speakers": speakers, "other_speakers": others, "about": people, "about_countries": countries}


def searched_quotations(articles: Collection[int]):
    """The quotations of these articles that are searched: somebody's own words, with a place in the text."""
    own = (Quotation.Kind.DIRECT, Quotation.Kind.MIXED)
    quotations = Quotation.objects.filter(article__in=articles, kind__in=own)
    return quotations.filter(spans__isnull=False).distinct().order_by("pk")


def _speakers(articles: Collection[int]) -> dict[int, set[Value]]:
    """Return who said each quotation: people by id, countries by code, others by folded name; not the unnamed."""
    speakers = Speaker.objects.filter(quotation__article__in=articles).exclude(kind=Speaker.Kind.UNNAMED)
    told = speakers.values_list("quotation", "person", "country", "name")
    named = ((quotation, person or country or normalise(name)) for quotation, person, country, name in told)
    return _gathered((quotation, speaker) for quotation, speaker in named if speaker)


def _subjects(articles: Collection[int]) -> dict[int, set[Value]]:
    """Return of whom and what each quotation speaks: people by id, countries by code."""
    told = Subject.objects.filter(quotation__article__in=articles).values_list("quotation", "person", "country")
    return _gathered((quotation, person or country) for quotation, person, country in told)


def _told_apart(values: Iterable[Value]) -> tuple[tuple, tuple]:
    """Return the people, and the others."""
    people = sorted(one for one in values if isinstance(one, int))
    return tuple(people), tuple(sorted(set(values) - set(people)))


def _homes(articles: Collection[int]) -> dict[int, list[int]]:
    """Return the paragraphs each quotation lies in, in reading order."""
    spans = QuotationSpan.objects.filter(quotation__article__in=articles).order_by("quotation", "ordinal")
    homes: dict[int, list[int]] = defaultdict(list)
    for quotation, paragraph in spans.values_list("quotation", "paragraph"):
        homes[quotation].append(paragraph)
    return homes


def _paragraphs(articles: Collection[int], quoted: _Quoted, own: Collection[int]) -> Iterator[Document]:
    known = {pk: {"story": story or pk, **_told_of_article(*told)} for pk, story, *told in _articles(articles)}
    mentions = Mention.objects.filter(paragraph__article__in=articles)
    people = _gathered(mentions.filter(person__isnull=False).values_list("paragraph", "person"))
    countries = _gathered(mentions.filter(country__isnull=False).values_list("paragraph", "country"))
    paragraphs = Paragraph.objects.filter(article__in=known).order_by("article", "position")
    for pk, article, part, text in paragraphs.values_list("pk", "article", "kind", "text"):
        yield Document(
            unit="paragraphs",
            id=pk,
            article=article,
            paragraph=pk,
            part=part,
            text=text,
            has_quotation=pk in own,
            people=tuple(sorted(people[pk])),
            countries=tuple(sorted(countries[pk])),
            **known[article],
            **quoted.told(pk),
        )


def _articles(articles: Collection[int]) -> Iterable[tuple]:
    return Article.objects.filter(pk__in=articles).values_list(
        "pk", "story_member__story", "revision", "publisher", "published", "published_from", "byline", "section"
    )


def _told_of_article(
    revision: int, publisher: int | None, printed: str, published: datetime | None, byline: str, section: str
) -> dict[str, Any]:
    """Return what every document of an article carries of it."""
    return {
        "revision": revision,
        "publisher": publisher,
        "published": published,
        "day": printed_day(printed),
        "authors": tuple(sorted(set(words(byline)))),
        "section": tuple(sorted(set(words(section)))),
    }


def printed_day(published: str) -> date | None:
    """Return the day of an ISO date of any precision, the first one of a month or year; None where it tells none."""
    span = read_date(published[:DAY_LETTERS])
    return span.first if span else None


def _gathered(pairs: Iterable[tuple]) -> dict[int, set]:
    """Gather pairs by their first value."""
    gathered: dict[int, set] = defaultdict(set)
    for owner, value in pairs:
        gathered[owner].add(value)
    return gathered
