"""What the database itself holds, whoever writes to it."""

import pytest
from django.db import DatabaseError, connection, transaction

from articles.editing.corrections import Edit, correct_value
from articles.identity.publishers import alias_named
from articles.models import (
    Correction,
    Country,
    Mention,
    MergeCandidate,
    MergeDecision,
    Paragraph,
    Person,
    PublisherCandidate,
    PublisherDecision,
    QuotationSpan,
    Speaker,
    Subject,
)

pytestmark = pytest.mark.django_db


def refused(change) -> bool:
    try:
        with transaction.atomic():
            change()
    except DatabaseError:
        return True
    return False


@pytest.fixture
def paragraph(article):
    return article.paragraphs.get(number=1)


@pytest.fixture
def country():
    return Country.objects.get_or_create(code="PT", defaults={"name": "Portugal"})[0]


def test_a_mention_ends_within_its_paragraph(paragraph, country):
    length = len(paragraph.text)
    values = {"paragraph": paragraph, "country": country, "confidence": 1}
    mention = Mention.objects.create(start=0, end=length, **values)
    assert refused(lambda: Mention.objects.create(start=0, end=length + 1, **values))
    assert refused(lambda: Mention.objects.filter(pk=mention.pk).update(end=length + 1))


def test_a_span_counts_code_points(paragraph, country):
    Mention.objects.filter(paragraph=paragraph).delete()
    Paragraph.objects.filter(pk=paragraph.pk).update(text="👍🏽é!")
    values = {"paragraph": paragraph, "country": country, "confidence": 1}
    assert Mention.objects.create(start=0, end=4, **values)
    assert refused(lambda: Mention.objects.create(start=0, end=5, **values))


def test_a_quotation_span_ends_within_its_paragraph(article, paragraph):
    span = QuotationSpan.objects.first()
    assert refused(lambda: QuotationSpan.objects.filter(pk=span.pk).update(end=10_000))


def test_a_text_is_not_cut_below_its_spans(article):
    spans = QuotationSpan.objects.filter(paragraph__article=article)
    assert refused(lambda: Paragraph.objects.filter(pk=spans.get().paragraph_id).update(text="x"))


def test_a_correction_is_never_changed(article, editor):
    correct_value(article.pk, "title", Edit("One", "why", editor, 1))

    def change():
        with connection.cursor() as cursor:
            cursor.execute("UPDATE articles_correction SET reason = 'another'")

    assert refused(change)
    assert Correction.objects.get().reason == "why"


def test_a_decision_is_never_changed(editor):
    ada, bea = (Person.objects.create(name=name, identity=name) for name in ("Ada Vale", "Adda Vale"))
    candidate = MergeCandidate.objects.create(first=ada, second=bea, kind="slip")
    MergeDecision.objects.create(candidate=candidate, state="different", editor=editor, reason="why")

    def change():
        with connection.cursor() as cursor:
            cursor.execute("UPDATE articles_mergedecision SET reason = 'another'")

    assert refused(change)
    assert MergeDecision.objects.get().reason == "why"
    assert refused(lambda: MergeCandidate.objects.create(first=bea, second=ada, kind="slip"))
    assert refused(lambda: MergeCandidate.objects.create(first=ada, second=bea, kind="slip"))


def test_a_decision_about_publishers_is_never_changed(editor):
    one, other = (alias_named(name).publisher for name in ("Quay Post", "The Quay Post"))
    candidate = PublisherCandidate.objects.get()
    PublisherDecision.objects.create(candidate=candidate, state="different", editor=editor, reason="why")

    def change():
        with connection.cursor() as cursor:
            cursor.execute("UPDATE articles_publisherdecision SET reason = 'another'")

    assert refused(change)
    assert PublisherDecision.objects.get().reason == "why"
    assert refused(lambda: PublisherCandidate.objects.create(first=other, second=one, kind="slip"))
    assert refused(lambda: PublisherCandidate.objects.create(first=one, second=other, kind="slip"))


@pytest.mark.parametrize(
    "values",
    [
        {"start": 3, "end": 3, "confidence": 1, "country_id": "PT"},
        {"start": 0, "end": 3, "confidence": 1},
        {"start": 0, "end": 3, "confidence": 1.2, "country_id": "PT"},
    ],
)
def test_a_mention_is_of_something_somewhere(paragraph, country, values):
    assert refused(lambda: Mention.objects.create(paragraph=paragraph, **values))


@pytest.mark.parametrize("values", [{"standing": "rejected"}, {"standing": "gone", "paragraph": None}])
def test_a_mention_that_stands_no_more_names_nobody(paragraph, country, values):
    mention = Mention.objects.create(paragraph=paragraph, country=country, start=0, end=3, confidence=1)
    this = Mention.objects.filter(pk=mention.pk)
    assert refused(lambda: this.update(**values))
    assert not refused(lambda: this.update(country=None, **values))
    assert refused(lambda: this.update(country=None, standing="gone", paragraph=paragraph))
    assert refused(lambda: this.update(country=None, standing="stands", paragraph=paragraph))


@pytest.mark.parametrize("kind", ["person", "country"])
def test_a_speaker_is_what_its_kind_says(article, kind):
    quotation = article.quotations.get()
    assert refused(lambda: Speaker.objects.create(quotation=quotation, ordinal=7, kind=kind, name="x"))


@pytest.mark.parametrize("both", [True, False])
def test_a_subject_is_a_person_or_a_country(article, country, both):
    who = {"person": article.quotations.get().speakers.get().person, "country": country} if both else {}
    values = {"quotation": article.quotations.get(), "ordinal": 7, "way": "named", "confidence": 1}
    assert refused(lambda: Subject.objects.create(**values, **who))
    assert not refused(lambda: Subject.objects.create(**values, country=country))


@pytest.mark.parametrize("field", ["speaker", "about"])
def test_a_correction_of_a_quotation_names_it(article, editor, field):
    values = {"article": article, "before": [], "after": [], "reason": "x", "editor": editor, "revision": 2}
    assert refused(lambda: Correction.objects.create(field=field, **values))
    assert refused(lambda: Correction.objects.create(field="title", quotation=article.quotations.get(), **values))
    assert not refused(lambda: Correction.objects.create(field=field, quotation=article.quotations.get(), **values))


@pytest.mark.parametrize(
    ("field", "of"),
    [
        ("text", {"paragraph": 1}),
        ("quotation check", {"quotation": True}),
        ("named", {"mention": True}),
        ("name", {"person": True, "article": None}),
    ],
)
def test_a_correction_names_what_its_field_is_of_and_nothing_else(article, editor, paragraph, country, field, of):
    quotation = article.quotations.get()
    mention = Mention.objects.create(paragraph=paragraph, country=country, start=0, end=3, confidence=1)
    rows = {"quotation": quotation, "mention": mention, "person": quotation.speakers.get().person}
    values = {"before": "", "after": "x", "reason": "why", "editor": editor, "revision": 2, "article": article}
    right = {name: rows.get(name, which) if which is True else which for name, which in of.items()}
    assert not refused(lambda: Correction.objects.create(field=field, **values | right))
    assert refused(lambda: Correction.objects.create(field="title", **values | right))
    assert refused(lambda: Correction.objects.create(field=field, **values))


def test_a_paragraph_is_numbered_unless_it_is_a_heading(paragraph):
    assert refused(lambda: Paragraph.objects.filter(pk=paragraph.pk).update(number=None))
    assert refused(lambda: Paragraph.objects.filter(pk=paragraph.pk).update(number=2))
