"""The address of a paragraph leads to it, wherever its text goes, and shows what it said where that is gone."""

from datetime import UTC, datetime

import pytest

from articles.importing.importer import import_article
from articles.models import Correction, Paragraph
from articles.models.paragraph import fingerprint

pytestmark = pytest.mark.django_db

RAIN, WAIT, PORT = "Rain fell on Lisbon.", "Nobody will wait for a boat again.", "Ferries call twice a day."
TOUCHED_UP = "Nobody will wait for a ferry again."


@pytest.fixture
def article(source):
    return import_article(source(texts=[RAIN, WAIT, PORT])).article


def mark(text):
    return fingerprint(text)[:6]


def leads_to(client, path):
    answer = client.get(path)
    assert answer.status_code == 302
    return answer.headers["Location"]


@pytest.mark.parametrize("tail", ["p2/", f"p2-{mark(WAIT)}/", f"p2-{fingerprint(WAIT)}/", f"p2-{mark(WAIT).upper()}/"])
def test_a_paragraph_is_led_to(client, article, tail):
    address = f"/articles/{article.pk}/"
    assert leads_to(client, address + tail) == f"{address}#p2"


def test_the_address_that_pages_give_leads_to_it(client, article):
    for paragraph in article.paragraphs.filter(number__isnull=False):
        where = f"/articles/{article.pk}/#{paragraph.anchor}"
        assert leads_to(client, paragraph.get_absolute_url()) == where
    title = article.paragraphs.get(kind="title")
    assert title.get_absolute_url() == f"/articles/{article.pk}/#title"


def test_a_text_that_moved_is_followed(client, article, source):
    Paragraph.objects.filter(number=2).update(number=9)
    assert leads_to(client, f"/articles/{article.pk}/p2-{mark(WAIT)}/").endswith("#p9")


def test_of_the_same_text_twice_the_nearer_is_meant(client, source):
    article = import_article(source(texts=[WAIT, RAIN, PORT, WAIT])).article
    assert leads_to(client, f"/articles/{article.pk}/p4-{mark(WAIT)}/").endswith("#p4")
    assert leads_to(client, f"/articles/{article.pk}/p3-{mark(WAIT)}/").endswith("#p4")


def test_digits_that_several_texts_begin_with_leave_the_choice(client, article):
    for n, end in ((1, "1"), (2, "2")):
        Paragraph.objects.filter(article=article, number=n).update(fingerprint="abcdef".ljust(31, "0") + end)
    assert leads_to(client, f"/articles/{article.pk}/p2-abcdef/").endswith("#p2")
    answer = client.get(f"/articles/{article.pk}/p3-abcdef/")
    assert answer.status_code == 300
    assert RAIN in answer.content.decode()
    assert WAIT in answer.content.decode()


@pytest.mark.parametrize(
    ("now", "said"),
    [
        ([RAIN, TOUCHED_UP, PORT], "The paragraph says something else now."),
        ([RAIN, PORT], "The article has it no more."),
    ],
)
def test_words_that_are_gone_are_shown_with_what_changed(client, article, source, now, said):
    article.versions.update(at=datetime(2026, 3, 1, tzinfo=UTC))
    import_article(source(texts=now))
    answer = client.get(f"/articles/{article.pk}/p2-{mark(WAIT)}/")
    page = answer.content.decode()
    assert (answer.status_code, answer.headers["X-Robots-Tag"]) == (200, "noindex")
    assert WAIT in page
    assert said in page
    assert "imported on 1 March 2026" in page
    assert ("<ins>" in page and "ferry" in page and f'href="/articles/{article.pk}/#p2"' in page) == (len(now) == 3)


def test_words_that_only_a_correction_had_are_shown(client, article, editor):
    said = "Nobody will ever wait again."
    Correction.objects.create(
        article=article, paragraph=2, field="text", before=WAIT, after=said, reason="so", editor=editor, revision=2
    )
    page = client.get(f"/articles/{article.pk}/p2-{mark(said)}/").content.decode()
    assert said in page
    assert "corrected on" in page


@pytest.mark.parametrize(
    "tail",
    ["p2-000000/", "p2-abc/", "p2-wxyzxyz/", f"p2-{'0' * 33}/", "p77/", f"p{'9' * 30}/", f"p{'9' * 30}-000000/"],
)
def test_what_never_was_is_said_so(client, article, tail):
    answer = client.get(f"/articles/{article.pk}/{tail}")
    assert answer.status_code == 404
    assert "There is no such paragraph" in answer.content.decode()


def test_an_article_that_is_none_has_no_paragraph(client, article):
    assert client.get(f"/articles/{article.pk + 1}/p1/").status_code == 404


def test_more_paragraphs_cost_no_more_queries(client, article, source, django_assert_max_num_queries):
    import_article(source(texts=[RAIN, *(f"Paragraph {n}." for n in range(50))]))
    with django_assert_max_num_queries(6):
        client.get(f"/articles/{article.pk}/p2-{mark(WAIT)}/")
