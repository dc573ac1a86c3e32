"""Two and eight editors at once, beside an import and an extraction of the same articles: nothing of theirs is lost."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import replace
from functools import partial
from itertools import count
from threading import Event
from typing import TypeVar

import pytest
from django.db import connection, connections

from accounts.groups import give_role
from accounts.roles import EDITOR
from articles.findings.extracted import ExtractedText, extract_from, passages_of
from articles.findings.reextraction import reextract
from articles.importing.importer import import_article
from articles.models import Article, Change, Correction, MergeDecision, Person
from articles.sources import SourceArticle, SourceParagraph
from tests.patience import PATIENCE
from tests.reliability.editors_at_work import EditorAtWork
from tests.reliability.standing_words import lost_words

ARTICLES = 3
STEPS = 80  # of all editors together
TEXT = (
    "The ferry minister, Amara Okafor, opened harbour {n} in Lisbon on Monday.",
    "“Nobody will wait for boat {n} again,” Okafor told reporters.",
    "“The harbour was full on the first day,” said Joana Prata, who keeps the lamps of harbour {n}.",
    "Ferries from Morocco will call {n} times a day, Tomas Reis said in Oslo.",
)

T = TypeVar("T")

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def patient(settings, monkeypatch):
    """Have an editor wait for a turn as long as tests wait, since a slow machine is no error; a deadlock is one."""
    options, waiting = connections.settings["default"]["OPTIONS"], f"-c lock_timeout={PATIENCE:.0f}s"
    settings.LONGEST_WAIT = PATIENCE
    name, value = ("timeout", PATIENCE) if connection.vendor == "sqlite" else ("options", waiting)
    monkeypatch.setitem(options, name, value)


@pytest.fixture
def at_work(django_user_model) -> Callable[[int], EditorAtWork]:
    """Make an editor who works on the articles, by a number: what they do is drawn by it."""
    articles = [import_article(version(n, 0)).article.pk for n in range(ARTICLES)]

    def make(number: int) -> EditorAtWork:
        user = django_user_model.objects.create_user(f"editor{number}", password="a long enough password")
        give_role(user, EDITOR)
        return EditorAtWork(user, articles, number)

    return make


def version(n: int, number: int) -> SourceArticle:
    """Return a version of an article as its source tells it: another title, one paragraph more or one fewer."""
    texts = [text.format(n=n) for text in TEXT]
    texts = (texts, ["A paragraph before it.", *texts], texts[1:], [*texts[:2], texts[3]])[number % 4]
    paragraphs = tuple(map(SourceParagraph, texts))
    return SourceArticle("a place", f"{n}.txt", paragraphs, source_id=f"test:{n}", title=f"Harbour {number % 3}")


def import_again(number: int) -> None:
    import_article(version(number % ARTICLES, number))


def extract_again(number: int) -> None:
    """Store what an extractor finds that finds less than ours, or less of it."""
    article = Article.objects.order_by("pk")[number % ARTICLES]
    passages = tuple(passages_of(article))
    found = extract_from(passages, "").findings
    fewer = replace(found, quotations=found.quotations[number % 2 :], people=found.people[number % 3 :])
    reextract(article.pk, ExtractedText.of(passages, fewer, bytes([number % 256]) * 16))


def over_and_over(work: Callable[[int], None], done: Event) -> int:
    """Work until it is done, and once more; return how often."""
    for number in count(1):
        work(number)
        if done.is_set():
            break
    return number


def on_a_connection_of_its_own(work: Callable[[], T]) -> T:
    try:
        return work()
    finally:
        connections.close_all()


def work_at_once(desks: list[EditorAtWork]) -> None:
    """Have all editors work, beside an import and an extraction that end with them."""
    done = Event()
    with ThreadPoolExecutor(len(desks) + 2) as pool:
        beside = [
            pool.submit(on_a_connection_of_its_own, partial(over_and_over, work, done))
            for work in (import_again, extract_again)
        ]
        at_desks = [pool.submit(on_a_connection_of_its_own, partial(desk.work, STEPS // len(desks))) for desk in desks]
        wait(at_desks)
        done.set()
    assert all(one.result() for one in beside)
    assert [one.result() for one in at_desks] == [None] * len(desks)


@pytest.mark.parametrize("editors", [2, 8])
def test_editors_at_once_lose_nothing(at_work, editors):
    desks = [at_work(number) for number in range(editors)]
    work_at_once(desks)
    assert [error for desk in desks for error in desk.errors] == []
    saved = sorted(key for desk in desks for key in desk.saved)
    assert saved == list(Correction.every.order_by("pk").values_list("pk", flat=True))
    assert sum(desk.decisions for desk in desks) == MergeDecision.objects.count()
    assert lost_words() == []
    for article in Article.objects.all():
        revisions_are_whole(article)
        quotations_are_counted(article)
    for person in Person.objects.all():
        revisions = person.corrections.order_by("pk").values_list("revision", flat=True)
        assert list(revisions) == list(range(1, person.revision + 1))


def revisions_are_whole(article: Article) -> None:
    """Make sure that each revision was written once, and that corrections have those that the journal tells of."""
    journal = Change.objects.filter(article_id=article.pk).order_by("number")
    assert list(journal.values_list("revision", flat=True)) == list(range(1, article.revision + 1))
    corrected = journal.filter(kind=Change.Kind.CORRECTED).values_list("revision", flat=True)
    assert list(article.corrections.order_by("pk").values_list("revision", flat=True)) == list(corrected)


def quotations_are_counted(article: Article) -> None:
    """Make sure that an article counts the quotations it has, and that each has a number of its own in its order."""
    assert article.quotation_count == article.quotations.said().count()
    ordinals = list(article.quotations.filter(standing="stands").values_list("ordinal", flat=True))
    assert len(ordinals) == len(set(ordinals))
