"""Rows follow a decision on who is whom: in steps, ended anywhere, begun again, and the later decision holds."""

from itertools import islice

import pytest

from articles.identity import following
from articles.identity.following import follow_in_steps, rows_behind
from articles.identity.merge import merge, record_merge, record_separation, separate
from articles.importing.importer import import_article
from articles.models import Alias, Article, Change, Mention, Person, Role, Speaker, Subject

pytestmark = pytest.mark.django_db

ARTICLES = 5
TABLES = (Mention, Speaker, Subject, Role)
BOTH = (
    "{one}, the mayor of Lisbon, met {other}, the minister of ports.",
    "“{one} will build it,” {other} told reporters.",
    "“{other} will pay for it,” {one} told reporters.",
)


@pytest.fixture(autouse=True)
def small_steps(monkeypatch):
    monkeypatch.setattr(following, "A_STEP", 2)


@pytest.fixture
def people(source) -> list[Person]:
    """Adela Vale, Bruno Dias and Clara Nunes, each named beside another one in some articles."""
    names = ("Adela Vale", "Bruno Dias", "Clara Nunes")
    for n in range(ARTICLES):
        one, other = names[n % 3], names[(n + 1) % 3]
        texts = [text.format(one=one, other=other) for text in BOTH]
        import_article(source(texts, source_id=f"test:{n}", title=f"Pier {n}"))
    return [Person.objects.get(name=name) for name in names]


def rows() -> set[tuple[object, ...]]:
    """All that points to people, each row as whose it is and as whom it was found."""
    found = {(table.__name__, *row) for table in TABLES for row in table.objects.values_list("pk", *COLUMNS)}
    return found | {("Alias", *row) for row in Alias.objects.values_list("name", *COLUMNS)}


COLUMNS = ("person", "extracted_as")


def named_in(article: Article) -> set[int]:
    """Return the people whom all rows of an article name."""
    ways = (
        Mention.objects.filter(paragraph__article=article, person__isnull=False),
        Speaker.objects.filter(quotation__article=article),
        Subject.objects.filter(quotation__article=article, person__isnull=False),
    )
    return {key for way in ways for key in way.values_list("person", flat=True)}


def test_steps_lead_where_one_transaction_leads_and_back(people):
    adela, bruno, _ = people
    before = rows()
    merge(adela, bruno)
    merged = rows()
    separate(bruno)
    assert rows() == before
    record_merge(adela, bruno)
    steps = list(follow_in_steps(bruno.pk))
    assert rows() == merged
    assert len(steps) > 1
    record_separation(bruno)
    assert len(list(follow_in_steps(bruno.pk))) > 1
    assert rows() == before
    assert rows_behind(bruno) == 0


def test_what_was_ended_on_the_way_is_brought_to_its_end(people):
    adela, bruno, _ = people
    merge(adela, bruno)
    merged = rows()
    separate(bruno)
    record_merge(adela, bruno)
    behind = [rows_behind(bruno)]
    while behind[-1]:
        list(islice(follow_in_steps(bruno.pk), 1))  # each time another process, which ends after a step
        behind.append(rows_behind(bruno))
    assert behind == sorted(set(behind), reverse=True)
    assert rows() == merged


def test_each_article_names_the_one_or_the_other_and_the_journal_knows_of_each_once(people):
    adela, bruno, _ = people
    articles = Article.objects.all()
    with_bruno = {article.pk for article in articles if bruno.pk in named_in(article)}
    record_merge(adela, bruno)
    for _ in follow_in_steps(bruno.pk):
        moved = set(Change.objects.filter(kind="merged").values_list("article_id", flat=True))
        assert {article.pk for article in articles if bruno.pk in named_in(article)} == with_bruno - moved
    assert sorted(Change.objects.filter(kind="merged").values_list("article_id", flat=True)) == sorted(with_bruno)


def test_what_is_decided_on_the_way_holds(people):
    adela, bruno, clara = people
    before = rows()
    record_merge(adela, bruno)
    steps = follow_in_steps(bruno.pk)
    next(steps)
    record_separation(Person.objects.get(pk=bruno.pk))
    list(steps)
    assert rows() == before
    record_merge(adela, Person.objects.get(pk=bruno.pk))
    next(follow_in_steps(bruno.pk))
    record_merge(clara, Person.objects.get(pk=adela.pk))  # who was kept is merged while rows still follow
    list(follow_in_steps(adela.pk))
    list(follow_in_steps(bruno.pk))
    in_steps = rows()
    separate(Person.objects.get(pk=adela.pk))
    separate(Person.objects.get(pk=bruno.pk))
    assert rows() == before
    merge(adela, Person.objects.get(pk=bruno.pk))
    merge(clara, Person.objects.get(pk=adela.pk))
    assert rows() == in_steps


def test_somebody_in_no_article_has_nothing_to_follow():
    nobody = Person.objects.create(name="Nobody", identity="nobody")
    assert list(follow_in_steps(nobody.pk)) == []
    with pytest.raises(Person.DoesNotExist):
        list(follow_in_steps(nobody.pk + 1))
