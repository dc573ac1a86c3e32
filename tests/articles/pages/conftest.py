"""An archive made row by row, so that a page's test does not hang on what the extractor finds."""

from dataclasses import dataclass

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.extraction.certainty import LEAST_SURE
from articles.identity.publishers import alias_named
from articles.identity.sections import section_named
from articles.models import (
    Alias,
    Article,
    Country,
    Mention,
    MergeCandidate,
    Paragraph,
    Person,
    Quotation,
    QuotationSpan,
    Role,
    Speaker,
    Subject,
)
from articles.models.paragraph import fingerprint
from articles.names.normalise import normalise
from articles.sources.dates import read_date
from search.indexing.rebuild import rebuild

TEXT = "“We never sink,” captain Mara Quill told Peru’s harbour master."


class Archive:
    """Makes rows by a few words each."""

    def article(
        self,
        *texts,
        title="Ferry leaves",
        published="2022-03-18",
        doubt="",
        publisher="Harbour Post",
        section="",
        **values,
    ):
        """An article of these paragraphs, its date doubted for a reason, if any."""
        row = Article.objects.create(
            title=title,
            published=published,
            published_from=read_date(published).start if published and not doubt else None,
            published_doubt=doubt,
            publisher=alias_named(publisher).publisher if publisher else None,
            section=section_named(section) if section else None,
            content_hash="0",
            revision=1,
            **values,
        )
        if title:
            self.paragraph(row, title, "title", None, -2)
        for number, text in enumerate(texts or (TEXT,), start=1):
            self.paragraph(row, text, "body", number, number)
        return row

    def paragraph(self, article, text, kind, number, position):
        """One paragraph."""
        return Paragraph.objects.create(
            article=article, text=text, kind=kind, number=number, position=position, fingerprint=fingerprint(text)
        )

    def person(self, name="Mara Quill"):
        """A person with the alias of that name."""
        person, made = Person.objects.get_or_create(name=name, identity=normalise(name))
        if made:
            Alias.objects.create(person=person, name=name, folded=normalise(name))
        return person

    def country(self, code="PE", name="Peru"):
        """A country."""
        return Country.objects.get_or_create(code=code, defaults={"name": name})[0]

    def mention(self, article, words, number=1, **whom):
        """A place of paragraph `number` that names a `person` or a `country`."""
        paragraph = article.paragraphs.get(number=number)
        start = paragraph.text.index(words)
        end = start + len(words)
        return Mention.objects.create(paragraph=paragraph, start=start, end=end, confidence=0.9, by="name", **whom)

    def quotation(self, article, words, number=1, kind="direct", person=None, speaker=None):
        """A quotation, said by a person or by whom `speaker` (a Speaker's values) describes."""
        paragraph = article.paragraphs.get(number=number)
        ordinal = article.quotations.count()
        row = Quotation.objects.create(article=article, ordinal=ordinal, kind=kind, text=words, confidence=LEAST_SURE)
        start = paragraph.text.index(words)
        QuotationSpan.objects.create(quotation=row, ordinal=0, paragraph=paragraph, start=start, end=start + len(words))
        if person:
            speaker = {"kind": "person", "person": person, "name": person.name}
        if speaker:
            Speaker.objects.create(quotation=row, ordinal=0, **speaker)
        Article.objects.filter(pk=article.pk).update(quotation_count=ordinal + 1)
        return row

    def about(self, quotation, way="named", evidence=(), **whom):
        """Have a quotation speak of a `person` or a `country`."""
        ordinal = quotation.about.count()
        return Subject.objects.create(
            quotation=quotation, ordinal=ordinal, way=way, confidence=LEAST_SURE, evidence=list(evidence), **whom
        )

    def merge_candidate(self, one, other):
        """Two people who may be one, not decided yet."""
        first, second = sorted((self.person(one), self.person(other)), key=lambda person: person.pk)
        return MergeCandidate.objects.create(first=first, second=second, kind="spelling")

    def full(self, n=0, **values):
        """An article with a person, a role, a country and a quotation."""
        article = self.article(**{"title": f"Ferry {n} leaves", **values})
        person, country = self.person(), self.country()
        self.mention(article, "Mara Quill", person=person)
        self.mention(article, "Peru", country=country)
        quotation = self.quotation(article, "We never sink,", person=person)
        self.about(quotation, person=person)
        self.about(quotation, country=country)
        Role.objects.create(person=person, article=article, words="captain")
        return article


@pytest.fixture
def archive(db):
    """A maker of rows."""
    return Archive()


@pytest.fixture
def reader(db, django_user_model):
    """Somebody who is signed in and may not correct."""
    return django_user_model.objects.create_user("rita", password="a long enough password")


@pytest.fixture
def queries_of(client):
    """Count the queries that a page costs."""

    def count(address):
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200
        return len(queries)

    return count


@dataclass(frozen=True)
class QuotationsFound:
    """What a search of quotations shows: its page, how many it counts, and those of the page in their order."""

    page: str
    total: int
    quotations: list[Quotation]
    sentences: list[str]

    @property
    def texts(self):
        """Their words."""
        return [one.text for one in self.quotations]


@pytest.fixture
def search_quotations(client):
    """Index the archive as it is, and look a search of quotations up: by its address, or a former one of the list."""

    def found(query=""):
        rebuild()
        address = query if query.startswith("/") else f"/search/?unit=quotations&{query}"
        answer = client.get(address, follow=True)
        assert answer.status_code == 200
        results = answer.context["found"]
        hits = [one.quotation for article in results.articles for one in article.paragraphs]
        return QuotationsFound(answer.content.decode(), results.documents, hits, answer.context["warnings"])

    return found
