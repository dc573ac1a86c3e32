"""Small archives and indexes of the tests' own.

What adds rows can be used by tests that may use the database, and by fixtures of a module over `rows_of_a_module`.
"""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from django.test import override_settings

from search.engines.port import Batch, Document, EngineRequest, Filters
from search.engines.whoosh_engine.engine import WhooshEngine
from search.language.parser import parse

if TYPE_CHECKING:
    from articles.models import Article


@pytest.fixture
def engine(tmp_path) -> WhooshEngine:
    """An engine on an empty folder."""
    return WhooshEngine(tmp_path / "engine", wait_for_writer=0)


@pytest.fixture(scope="session")
def document_of():
    """Build a paragraph document: `document_of(article, id, text, year=2020, …)`."""

    def build(article: int, number: int, text: str, year: int | None = 2020, **values) -> Document:
        published = datetime(year, 6, 1, tzinfo=UTC) if year else None
        usual: dict[str, Any] = {
            "unit": "paragraphs",
            "revision": 1,
            "paragraph": number,
            "kind": "body",
            "published": published,
        }
        usual["day"] = published.date() if published else None
        return Document(article=article, id=number, text=text, **(usual | values))

    return build


@pytest.fixture
def document(document_of):
    """Build a paragraph document."""
    return document_of


@pytest.fixture
def fill(engine):
    """Build the index from documents: `fill(document, …)`."""

    def filled(*documents: Document, reached: int = 1) -> WhooshEngine:
        engine.rebuild([batch_of(*documents, reached=reached)], reached)
        return engine

    return filled


def batch_of(*documents: Document, reached: int = 1) -> Batch:
    """A batch that replaces the articles of these documents."""
    return Batch(frozenset(document.article for document in documents), documents, reached)


@pytest.fixture
def batch():
    """Make a batch of documents."""
    return batch_of


@pytest.fixture
def ask(engine):
    """Search by words: `ask("tax", people={3}, sort="newest")` gives the answer."""

    def asked(words: str = "", unit="paragraphs", after=None, before=None, choices=None, **request):
        chosen = {facet: frozenset(values) for facet, values in (choices or {}).items()}
        query = parse(words).query
        return engine.search(EngineRequest(query, unit, Filters(chosen, after=after, before=before), **request))

    return asked


@pytest.fixture
def found(ask):
    """Search by words and return the ids of the paragraphs found, in order of the answer."""

    def numbers(*args, **kwargs) -> list[int]:
        return [hit.paragraph for group in ask(*args, **kwargs).groups for hit in group.hits]

    return numbers


@pytest.fixture(scope="session")
def add_article():
    """Add an article to the archive: `add_article("Title", "paragraph", …)`, written to the journal."""
    from articles import journal
    from articles.identity.publishers import alias_named
    from articles.models import Article, Change, Paragraph

    def added(title: str, *texts: str, publisher: str = "The Daily", year: int = 2020) -> Article:
        house = alias_named(publisher).publisher
        published = datetime(year, 6, 1, tzinfo=UTC)
        article = Article.objects.create(
            title=title, publisher=house, published=f"{year}-06-01", published_from=published, revision=1
        )
        Paragraph.objects.create(article=article, position=0, kind="title", text=title, fingerprint="t")
        for number, text in enumerate(texts, 1):
            Paragraph.objects.create(
                article=article, number=number, position=number, kind="body", text=text, fingerprint=f"{number}"
            )
        journal.record(article, Change.Kind.IMPORTED)
        return article

    return added


@pytest.fixture(scope="session")
def add_person():
    """Add a person with their spellings, once."""
    from articles.models import Alias, Person
    from articles.names.normalise import normalise

    def added(name: str) -> Person:
        person, new = Person.objects.get_or_create(identity=normalise(name), defaults={"name": name})
        if new:
            Alias.objects.create(person=person, name=name, folded=normalise(name))
        return person

    return added


@pytest.fixture(scope="session")
def quote(add_person):
    """Have somebody quoted in a paragraph: `quote(paragraph, "Kirby", "words")`."""
    from articles.models import Quotation, QuotationSpan, Speaker

    def quoted(paragraph, name: str, words: str, kind: str = "direct") -> Quotation:
        article, start = paragraph.article, paragraph.text.index(words)
        ordinal = article.quotations.count()
        quotation = Quotation.objects.create(article=article, ordinal=ordinal, kind=kind, text=words, confidence=1)
        QuotationSpan.objects.create(
            quotation=quotation, ordinal=0, paragraph=paragraph, start=start, end=start + len(words)
        )
        if name:
            Speaker.objects.create(quotation=quotation, ordinal=0, kind="person", person=add_person(name), name=name)
        return quotation

    return quoted


@pytest.fixture(scope="session")
def speaks():
    """Have a country, by its code, or an organisation or document, by its name, say a quotation too."""
    from articles.models import Country, Quotation, Speaker

    def spoken(quotation: Quotation, name: str, code: str = "", kind: str = "organisation") -> None:
        who: dict[str, Any] = {"kind": kind, "name": name}
        if code:
            who = {"kind": "country", "country": Country.objects.get_or_create(code=code, defaults={"name": name})[0]}
        Speaker.objects.create(quotation=quotation, ordinal=quotation.speakers.count(), words=name, **who)

    return spoken


@pytest.fixture(scope="session")
def speaks_of(add_person):
    """Have a quotation speak of a person, or of a country by its code."""
    from articles.models import Country, Quotation, Subject

    def spoken_of(quotation: Quotation, name: str, code: str = "") -> None:
        who = {"person": add_person(name)}
        if code:
            who = {"country": Country.objects.get_or_create(code=code, defaults={"name": name})[0]}
        Subject.objects.create(quotation=quotation, ordinal=quotation.about.count(), way="named", confidence=1, **who)

    return spoken_of


@pytest.fixture(scope="session")
def mention(add_person):
    """Have a paragraph name a person, or a country by its code."""
    from articles.models import Country, Mention

    def mentioned(paragraph, name: str, code: str = "") -> None:
        whom = {"person": add_person(name)}
        if code:
            whom = {"country": Country.objects.get_or_create(code=code, defaults={"name": name})[0]}
        start = paragraph.text.index(name)
        Mention.objects.create(paragraph=paragraph, start=start, end=start + len(name), confidence=1, **whom)

    return mentioned


@pytest.fixture
def changed():
    """Tell the journal that an article was changed."""
    from articles import journal
    from articles.models import Change

    def recorded(article) -> None:
        article.revision += 1
        article.save()
        journal.record(article, Change.Kind.CORRECTED)

    return recorded


@pytest.fixture(scope="session")
def add_two(add_article, quote, mention):
    """Add two articles: Kirby is quoted on China in the first, the second has a quotation of nobody's."""

    def added() -> "tuple[Article, Article]":
        first = add_article(
            "Talks on tax", "“No war with China,” Kirby said.", "Müller kept silent on the tax.", year=2021
        )
        second = add_article("War of words", "A so-called “war” of words.", publisher="The Weekly", year=2019)
        paragraph = first.paragraphs.get(number=1)
        quote(paragraph, "Kirby", "No war with China")
        mention(paragraph, "Kirby")
        mention(paragraph, "China", code="CN")
        quote(second.paragraphs.get(number=1), "", "war", kind="term")
        return first, second

    return added


@pytest.fixture(scope="session")
def index_now(tmp_path_factory):
    """Index the archive as it is, for all tests of a module; returns the folder, of which each test takes a copy."""
    from search.indexing.sync import sync

    def indexed() -> Path:
        folder = tmp_path_factory.mktemp("index") / "index"
        with override_settings(SEARCH_INDEX_DIR=folder):
            sync()
        return folder

    return indexed


@pytest.fixture
def archive(db, add_two):
    """The two articles."""
    return add_two()


@pytest.fixture
def words_given(use_engine):
    """Say which words the index has, and which of them are alike: `words_given({"tax": 3}, {"tex": ("tax",)})`."""
    from tests.search.fake_engines import WordsGiven

    def given(counts: dict[str, int], alike: dict[str, tuple[str, ...]] | None = None, away: bool = False) -> None:
        use_engine(WordsGiven(counts, alike or {}, away))

    return given
