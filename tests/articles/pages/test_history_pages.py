"""The log of corrections, the histories, and the page on which a correction is taken back."""

import csv
from io import StringIO

import pytest
from django.urls import reverse

from articles.editing.corrections import Edit, correct_quotation, correct_value
from articles.editing.quotation_parts import SPEAKERS
from articles.models import Article, Correction, Person

pytestmark = pytest.mark.django_db


@pytest.fixture
def correct(article, editor):
    """Correct a value of the article: `correct("byline", "Li Na")`."""

    def make(field, after, reason="the printed page says so") -> Correction:
        seen = Article.objects.get(pk=article.pk).revision
        return correct_value(article.pk, field, Edit(after, reason, editor, seen))

    return make


@pytest.fixture
def signed_in(client, editor):
    client.force_login(editor)
    return client


def page(client, name, *args, **query) -> str:
    return client.get(reverse(name, args=args), query).content.decode()


def test_the_history_of_an_article_tells_of_imports_and_corrections(signed_in, article, correct):
    correct("byline", "Li Na")
    shown = page(signed_in, "article-history", article.pk)
    assert "2 revisions" in shown
    assert "Imported</strong>" in shown
    assert "the printed page says so" in shown
    assert "[added: </span>Li Na" in shown


def test_it_is_read_a_page_at_a_time_at_a_fixed_cost(signed_in, article, correct, queries_of):
    for n in range(3):
        correct("byline", f"Li Na {n}")
    address = reverse("article-history", args=[article.pk])
    few = queries_of(address)
    for n in range(60):
        correct("byline", f"Li Nan {n}")
    assert queries_of(address) == few
    assert "Page </span>2" in page(signed_in, "article-history", article.pk)


def test_the_history_of_a_quotation_and_of_a_person(signed_in, article, editor):
    quotation = article.quotations.get()
    assert "Nothing of this quotation" in page(signed_in, "quotation-history", quotation.pk)
    correct_quotation(quotation.pk, SPEAKERS, Edit([], "nobody said so", editor, 1))
    assert "nobody said so" in page(signed_in, "quotation-history", quotation.pk)
    person = Person.objects.first()
    assert "Nothing of this person" in page(signed_in, "person-history", person.pk)


@pytest.mark.parametrize(
    ("query", "left"),
    [
        ({}, {"byline", "title"}),
        ({"field": "byline"}, {"byline"}),
        ({"of": "quotations"}, set()),
        ({"of": "articles"}, {"byline", "title"}),
        ({"why": "printed page"}, {"byline"}),
        ({"date_from": "9999"}, set()),
        ({"date_to": "9999"}, {"byline", "title"}),
        ({"date_to": "2001-02"}, set()),
    ],
)
def test_the_log_and_its_table_are_narrowed_alike(signed_in, correct, query, left):
    correct("byline", "Li Na")
    correct("title", "Another title", reason="=1+1")
    shown = page(signed_in, "corrections", **query)
    rows = list(csv.DictReader(StringIO(_table(signed_in, **query).removeprefix("\ufeff"), newline="")))
    assert {row["value"] for row in rows[:-1]} == left
    assert rows[-1]["correction"] == f"# rows: {len(left)}"
    assert f"{len(left)} correction" in shown.replace("\n", " ")
    assert "=1+1" not in [row["reason"] for row in rows]


def _table(client, **query) -> str:
    return b"".join(client.get(reverse("corrections-csv"), query).streaming_content).decode()


@pytest.mark.parametrize("query", [{"field": "nonsense"}, {"date_from": "soon"}, {"editor": "7777"}, {"of": "x"}])
def test_a_wrong_filter_is_said_and_nothing_is_listed(signed_in, correct, query):
    correct("byline", "Li Na")
    assert "Fix this filter" in page(signed_in, "corrections", **query)
    answer = signed_in.get(reverse("corrections-csv"), query)
    assert (answer.status_code, next(iter(query)) in answer.content.decode()) == (400, True)


def test_a_correction_is_taken_back_on_its_page(signed_in, article, correct):
    correction = correct("byline", "Li Na")
    address = reverse("revert", args=[correction.pk])
    assert "Li Na" in signed_in.get(address).content.decode()
    answer = signed_in.post(address, {"reason": "it was right before", "seen": article.revision + 1})
    assert answer["Location"] == reverse("article-history", args=[article.pk])
    article.refresh_from_db()
    assert article.byline == ""
    assert "Taken back by edith" in page(signed_in, "article-history", article.pk)


@pytest.mark.parametrize(("sent", "status"), [({}, 200), ({"reason": "x"}, 200), ({"reason": "why", "seen": "0"}, 409)])
def test_taking_back_asks_why_and_of_which_version(signed_in, article, correct, sent, status):
    correction = correct("byline", "Li Na")
    assert signed_in.post(reverse("revert", args=[correction.pk]), sent).status_code == status
    article.refresh_from_db()
    assert article.byline == "Li Na"


def test_readers_are_told_what_was_put_right_but_not_what_was_wrong(client, article, correct):
    correct("byline", "A name that was wrong", reason="a word for editors")
    correct("byline", "Li Na")
    shown = client.get(article.get_absolute_url()).content.decode()
    assert shown.count("The byline was") == 1
    assert "The byline was corrected." in shown
    assert "A name that was wrong" not in shown
    assert "a word for editors" not in shown


def test_the_feed_has_the_newest_corrections_without_what_was_wrong(client, article, correct):
    correct("byline", "A name that was wrong", reason="a word for editors")
    correct("title", "A & B \x0b", reason="a word for editors")
    feed = client.get(reverse("corrections-feed")).content.decode()
    assert feed.index("The title was corrected.") < feed.index("The byline was supplied.")
    assert "A &amp; B" in feed
    assert "A name that was wrong" not in feed
    assert "a word for editors" not in feed
    assert "edith" not in feed


def test_a_feed_of_nothing_is_a_feed(client, db):
    assert "<feed" in client.get(reverse("corrections-feed")).content.decode()
