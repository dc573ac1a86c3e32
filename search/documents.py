"""Articles → index documents: every paragraph, and every quotation that is somebody's own words.

An indirect one is in the article's words: it is found as part of its paragraph, not as what somebody said.

Reading takes seven queries however many articles are asked for, so callers choose batches that fit in memory.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from articles.models import Article, Mention, Paragraph, Quotation, QuotationSpan, Speaker
from articles.models.person import fold
from search.engines.port import Batch, Document, Value

ARTICLES_A_BATCH = 200


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
    spoken, homes = _speakers(articles), _homes(articles)
    quoted: dict[int, set[Value]] = defaultdict(set)
    for quotation, _ in quotations:
        for paragraph in homes[quotation]:
            quoted[paragraph].update(spoken[quotation])
    paragraphs = {document.id: document for document in _paragraphs(articles, quoted)}
    said = [
        replace(paragraphs[homes[pk][0]], unit="quotations", id=pk, text=text, **_told_apart(spoken[pk]))
        for pk, text in quotations
    ]
    return [*paragraphs.values(), *said]


def searched_quotations(articles: Collection[int]):
    """The quotations of these articles that are searched: somebody's own words, with a place in the text."""
    own = (Quotation.Kind.DIRECT, Quotation.Kind.MIXED)
    quotations = Quotation.objects.filter(article__in=articles, kind__in=own)
    return quotations.filter(spans__isnull=False).distinct().order_by("pk")


def _speakers(articles: Collection[int]) -> dict[int, set[Value]]:
    """Return who said each quotation: people by id, countries by code, others by folded name; not the unnamed."""
    speakers = Speaker.objects.filter(quotation__article__in=articles).exclude(kind=Speaker.Kind.UNNAMED)
    told = speakers.values_list("quotation", "person", "country", "name")
    named = ((quotation, person or country or fold(name)) for quotation, person, country, name in told)
    return _gathered((quotation, speaker) for quotation, speaker in named if speaker)


def _told_apart(speakers: Iterable[Value]) -> dict[str, tuple]:
    """Return the speakers as a document has them: people, and others."""
    people = sorted(one for one in speakers if isinstance(one, int))
    return {"speakers": tuple(people), "other_speakers": tuple(sorted(set(speakers) - set(people)))}


def _homes(articles: Collection[int]) -> dict[int, list[int]]:
    """Return the paragraphs each quotation lies in, in reading order."""
    spans = QuotationSpan.objects.filter(quotation__article__in=articles).order_by("quotation", "ordinal")
    homes: dict[int, list[int]] = defaultdict(list)
    for quotation, paragraph in spans.values_list("quotation", "paragraph"):
        homes[quotation].append(paragraph)
    return homes


def _paragraphs(articles: Collection[int], quoted: dict[int, set[Value]]) -> Iterator[Document]:
    known = {pk: told for pk, *told in _articles(articles)}
    mentions = Mention.objects.filter(paragraph__article__in=articles)
    people = _gathered(mentions.filter(person__isnull=False).values_list("paragraph", "person"))
    countries = _gathered(mentions.filter(country__isnull=False).values_list("paragraph", "country"))
    paragraphs = Paragraph.objects.filter(article__in=known).order_by("article", "position")
    for pk, article, part, text in paragraphs.values_list("pk", "article", "kind", "text"):
        revision, publisher, published = known[article]
        yield Document(
            unit="paragraphs",
            id=pk,
            article=article,
            revision=revision,
            paragraph=pk,
            part=part,
            text=text,
            publisher=publisher,
            published=published,
            has_quotation=pk in quoted,
            people=tuple(sorted(people[pk])),
            countries=tuple(sorted(countries[pk])),
            **_told_apart(quoted.get(pk, ())),
        )


def _articles(articles: Collection[int]) -> Iterable[tuple]:
    return Article.objects.filter(pk__in=articles).values_list("pk", "revision", "publisher", "published_from")


def _gathered(pairs: Iterable[tuple]) -> dict[int, set]:
    """Gather pairs by their first value."""
    gathered: dict[int, set] = defaultdict(set)
    for owner, value in pairs:
        gathered[owner].add(value)
    return gathered
