"""A line that stands in many articles of one publisher is known as boilerplate, without any rule about its words."""

import pytest
from django.core.management import call_command

from articles.content.standing_lines import LEAST_STORIES, count_anew, find_standing_lines
from articles.findings.reextraction import reextract
from articles.importing.importer import import_article
from articles.models import Paragraph, StandingLine
from articles.models.paragraph import fingerprint

pytestmark = pytest.mark.django_db
LINE = "Die Flut ist eine Zeitung über Häfen und alle, die dort warten"
WORDS = ("anchor", "buoy", "cable", "deck", "engine", "flag", "gale", "hull")


def text(word: str) -> list[str]:
    """Return an article's paragraphs, unlike those of any other word."""
    return [
        f"The {word} of ferry {n} {word} was {word} and {n} crews {word} it by the {word} of {word}." for n in range(6)
    ]


@pytest.fixture
def publish(source):
    """Import an article about a word, with lines beneath it, and return it."""

    def build(word, *lines, publisher="The Tide", before=()):
        texts = [*before, *text(word), *lines]
        return import_article(source(texts=texts, source_id=word, title=f"All {word}", publisher=publisher)).article

    return build


def kind_of(article, line=LINE) -> str:
    return Paragraph.objects.get(article=article, fingerprint=fingerprint(line)).kind


def test_a_line_that_is_repeated_is_known_where_it_stands_and_where_it_comes_in(publish):
    articles = [publish(word, LINE) for word in WORDS[:LEAST_STORIES]]
    assert {kind_of(article) for article in articles} == {"body"}
    call_command("reextract_articles", "--all", "--processes=1")
    assert {kind_of(article) for article in articles} == {"boilerplate"}
    assert kind_of(publish("mast", LINE)) == "boilerplate"
    reextract(articles[0].pk)
    assert kind_of(articles[0]) == "boilerplate"


def test_a_line_that_is_repeated_no_more_is_text_again(publish):
    articles = [publish(word, LINE) for word in WORDS[:LEAST_STORIES]]
    call_command("reextract_articles", "--all", "--processes=1")
    articles.pop().delete()
    call_command("reextract_articles", "--all", "--processes=1")
    assert not StandingLine.objects.exists()
    assert {kind_of(article) for article in articles} == {"body"}


def test_a_dry_run_counts_nothing(publish):
    for word in WORDS[:LEAST_STORIES]:
        publish(word, LINE)
    call_command("reextract_articles", "--all", "--dry-run", "--processes=1")
    assert not StandingLine.objects.exists()


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("“Die Flut wartet auf niemanden”, sagt man in allen Häfen", "The Tide"),
        ("What is next for us", "The Tide"),
        ("The tide is high and rising. " * 30, "The Tide"),
        (LINE, ""),
    ],
    ids=["said", "short", "long", "no publisher"],
)
def test_what_may_be_text_is_no_standing_line(publish, line, publisher):
    for word in WORDS[:LEAST_STORIES]:
        publish(word, line, publisher=publisher)
    assert find_standing_lines() == set()


def test_copies_of_one_text_count_once_and_papers_apart(publish, source):
    for word in WORDS[: LEAST_STORIES - 1]:
        publish(word, LINE)
    import_article(source(texts=[*text("anchor"), LINE], source_id="copy", title="A copy", publisher="The Tide"))
    publish("gale", LINE, publisher="The Harbour")
    assert find_standing_lines() == set()


def test_a_standing_line_amid_the_text_is_text(publish):
    StandingLine.objects.create(fingerprint=fingerprint(LINE))
    amid = publish("anchor", *text("buoy"), before=[*text("cable"), LINE])
    assert kind_of(amid) == "body"


def test_thousands_of_lines_are_counted_by_few_queries(article, django_assert_num_queries):
    lines = [f"A line of the harbour that is number {n} of very many" for n in range(3_000)]
    rows = [(n + 10, line, fingerprint(line)) for n, line in enumerate(lines)]
    Paragraph.objects.bulk_create(
        Paragraph(article=article, number=n, position=n, kind="body", text=line, fingerprint=mark)
        for n, line, mark in rows
    )
    with django_assert_num_queries(2):
        assert find_standing_lines() == set()
    count_anew()
