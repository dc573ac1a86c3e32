"""The lasting identity of a finding leads to the same row: later, and in another install of the same articles."""

import json

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from articles.findings.identity import identity_of, resolve
from articles.findings.reextraction import reextract
from articles.importing.importer import import_article
from articles.models import Article, Mention, Paragraph, Quotation
from articles.sources import SourceArticle, SourceParagraph
from tests.examples import examples

pytestmark = pytest.mark.django_db

KEPT = "“We will wait,” said the mayor, Amara Okafor. “We will wait,” said Ines Duarte of Portugal."
OTHERS = [
    "Rain fell on Lisbon all day.",
    "“We will wait,” said Li Na, a baker.",
    "Ferries from Morocco call twice a day.",
    "Amara Okafor left for Portugal.",
]


def article_of(texts, **values):
    paragraphs = tuple(SourceParagraph(text) for text in texts)
    record = {"place": "p", "file_name": "f.txt", "paragraphs": paragraphs, "source_id": "test:1", "title": "A harbour"}
    return import_article(SourceArticle(**record | values)).article


def rows_of(article):
    """The rows of an article's findings, its paragraphs and itself, by what they are and in reading order."""
    return [
        article,
        *article.paragraphs.order_by("position"),
        *article.quotations.order_by("ordinal"),
        *Mention.objects.filter(paragraph__article=article).order_by("paragraph__position", "start"),
    ]


def as_sent(row):
    """The identity of a row as another install reads it from a file."""
    return json.loads(json.dumps(identity_of(row)))


def test_every_row_is_the_one_that_its_identity_names():
    article = article_of([*OTHERS, KEPT])
    rows = rows_of(article)
    assert len(rows) > 15
    assert [resolve(as_sent(row)) for row in rows] == rows


@pytest.mark.parametrize("source_id", ["test:1", None])
def test_another_install_has_the_same_rows_by_other_numbers(source_id):
    article = article_of([*OTHERS, KEPT], source_id=source_id)
    named = [(as_sent(row), str(row)) for row in rows_of(article)]
    old = {type(row): row.pk for row in rows_of(article)}
    article.delete()
    article_of(["Something else."], source_id="test:2", title="Else")
    article_of([KEPT, *OTHERS] if source_id else [*OTHERS, KEPT], source_id=source_id)
    found = [resolve(identity) for identity, _ in named]
    assert all(found)
    assert all(row.pk != old[type(row)] for row in found[:2])
    assert [row.text for row in found if isinstance(row, Quotation | Paragraph)] == [
        row["stretches"][0]["words"] for row, _ in named if row["kind"] in ("quotation", "paragraph")
    ]
    assert len({(type(row), row.pk) for row in found}) == len(found)


MOVED = st.builds(
    lambda others, many, at: [*others[:many][:at], KEPT, *others[:many][at:]],
    st.permutations(OTHERS),
    st.integers(0, 4),
    st.integers(0, 4),
)
TOUCHED_UP = st.builds(
    lambda before, after: [*OTHERS, f"{before}{KEPT}{after}"],
    st.sampled_from(["", "Then: ", "At noon, with rain in Oslo, "]),
    st.sampled_from(["", " Nobody laughed."]),
)


@examples(0.2, HealthCheck.function_scoped_fixture)
@given(st.lists(MOVED, max_size=2), st.lists(TOUCHED_UP, max_size=2))
def test_whatever_comes_after_it_leads_to_the_same_row(db, moved, touched_up):
    Article.objects.all().delete()
    article = article_of([*OTHERS, KEPT])
    kept = article.paragraphs.get(text=KEPT)
    rows = [kept, *Quotation.objects.filter(spans__paragraph=kept), *kept.mentions.all()]
    named = [as_sent(row) for row in rows]
    for texts in [*moved, [*OTHERS, KEPT], *touched_up]:
        article_of(texts)
        reextract(article.pk)
    assert [resolve(identity) for identity in named] == rows


@pytest.mark.parametrize("standing", ["rejected", "gone"])
def test_one_that_stands_no_more_is_found_by_where_it_stood(standing):
    article = article_of([KEPT, *OTHERS])
    first, second, _ = article.quotations.all()
    before = as_sent(second)
    span = second.spans.get()
    place = [span.paragraph.anchor, span.paragraph.fingerprint, span.start, span.end]
    second.spans.all().delete()
    Quotation.objects.filter(pk=second.pk).update(standing=standing, last_places=[place])
    assert resolve(before) == second
    assert resolve(as_sent(Quotation.objects.get(pk=second.pk))) == second
    assert resolve(as_sent(first)) == first


def test_a_paragraph_is_known_beneath_its_correction_and_when_it_was_touched_up():
    article = article_of([KEPT, *OTHERS])
    paragraph = article.paragraphs.get(text=KEPT)
    identity = as_sent(paragraph)
    article_of([KEPT.replace("the mayor", "a mayor"), *OTHERS])
    assert resolve(identity) == paragraph
    paragraph.quotation_spans.all().delete()
    paragraph.mentions.all().delete()
    Paragraph.objects.filter(pk=paragraph.pk).update(text="Nothing.", fingerprint="0" * 32, imported_text=KEPT)
    assert resolve(identity) == paragraph


@pytest.mark.parametrize(
    "identity",
    [
        {},
        {"kind": "quotation"},
        {"kind": "quotation", "article": "5"},
        {"kind": "quotation", "article": {}},
        {"kind": "quotation", "article": {"content_hash": "0"}, "stretches": [{}]},
        {"kind": "quotation", "article": {"source_id": "test:1"}, "stretches": [{"words": 5}]},
        {"kind": "quotation", "article": {"source_id": "test:1"}, "stretches": []},
        {"kind": "quotation", "article": {"source_id": "test:1"}, "stretches": [{"words": "", "paragraph": ""}]},
        {"kind": "person", "article": {"source_id": "test:1"}, "stretches": [{"words": "a", "paragraph": ""}]},
        {"kind": "mention", "article": {"source_id": "test:9"}, "stretches": [{"words": "a", "paragraph": ""}]},
        [],
    ],
)
def test_what_names_nothing_leads_nowhere(identity):
    article_of([KEPT])
    assert resolve(identity) is None
