"""Extracting again: what is compared, and findings that came too late."""

import pytest

from articles.editing.corrections import Edit, correct_value
from articles.extraction.processes import ExtractionResult
from articles.findings.diff import FindingsSnapshot, QuotationSnapshot, compare
from articles.findings.extracted import extract_from
from articles.findings.reextraction import outdated, reextract, reextract_all
from articles.models import Article, Mention


def standing(quotations=None, people=(), countries=(), roles=None):
    """What stands, from people and countries given as (start, name) and (start, code, by)."""
    keys = {name: sum(map(ord, name)) for _, name in people}
    return FindingsSnapshot(
        quotations or {},
        {(1, start, start + 3): keys[name] for start, name in people},
        {key: name for name, key in keys.items()},
        {(1, start, start + 3): (code, by) for start, code, by in countries},
        roles or {},
    )


OKAFOR = (("person", "Amara Okafor"),)
HE = (("unnamed", "he"),)


@pytest.mark.parametrize(
    ("before", "after", "counts"),
    [
        (standing(), standing(), {}),
        (standing(people=[(0, "Bo")]), standing(people=[(0, "Bo")]), {}),
        (standing(), standing(people=[(0, "Bo")]), {"people added": 1, "mentions of people added": 1}),
        (standing(people=[(0, "Bo")]), standing(), {"people lost": 1, "mentions of people lost": 1}),
        (
            standing(people=[(0, "Bo"), (9, "Bo")]),
            standing(people=[(0, "Bo Li"), (9, "Bo Li")]),
            {"people renamed": 1, "mentions of people changed": 2},
        ),
        (
            standing(people=[(0, "Bo"), (5, "Bo Li")]),
            standing(people=[(0, "Bo Li"), (5, "Bo Li")]),
            {"people lost": 1, "mentions of people changed": 1},
        ),
        (
            standing(countries=[(0, "PT", "name")]),
            standing(countries=[(0, "PT", "people"), (7, "MA", "name")]),
            {"countries added": 1, "mentions of countries added": 1, "mentions of countries changed": 1},
        ),
        (standing({1: QuotationSnapshot(((1, 0, 5),), "direct", HE)}), standing(), {"quotations lost": 1}),
        (
            standing({1: QuotationSnapshot(((1, 0, 5),), "direct", HE)}),
            standing({1: QuotationSnapshot(((1, 0, 5),), "direct", OKAFOR)}),
            {"speakers changed": 1},
        ),
        (
            standing({1: QuotationSnapshot(((1, 0, 5),), "direct", HE)}),
            standing(
                {1: QuotationSnapshot(((1, 0, 6),), "direct", HE), 2: QuotationSnapshot(((1, 8, 9),), "mixed", HE)}
            ),
            {"quotations added": 1, "quotations changed": 1},
        ),
        (standing(roles={1: "mayor"}), standing(roles={1: "minister"}), {"roles changed": 1}),
    ],
)
def test_differences_are_counted_by_kind(before, after, counts):
    assert +compare(before, after).counts == counts
    assert bool(compare(before, after)) == bool(counts)


def test_they_say_who_and_where():
    found = compare(standing(people=[(0, "Bo"), (5, "Cy")]), standing(people=[(0, "Bo Li")])).which
    assert found == {"people lost": ["Cy"], "people renamed": ["Bo → Bo Li"]}


def test_findings_of_a_text_that_changed_meanwhile_are_not_stored(article, editor):
    late = extract_from([], "")  # of no text at all: it would take every mention away
    correct_value(article.pk, "title", Edit("Amara Okafor opens a harbour", "better", editor, 1))
    reextract(article.pk, late)
    assert Mention.objects.filter(person__name="Amara Okafor", paragraph__kind="title").exists()


def test_what_was_deleted_meanwhile_is_told(article):
    late = ExtractionResult(article.pk + 1, 1, None)
    from articles.findings.reextraction import _stored

    assert _stored(late, (), dry_run=False).problem == "it was deleted meanwhile"


@pytest.mark.slow(reason="other processes load the word lists")
@pytest.mark.django_db(transaction=True)
def test_processes_find_what_one_finds(source):
    from articles.importing.importer import import_article

    for n in range(20):
        import_article(source(source_id=f"test:{n}", title=f"Harbour {n}"))
    Mention.objects.filter(person__isnull=False).delete()
    Article.objects.update(extractor_version="older", findings_digest=None)
    found = list(reextract_all(outdated(), processes=2))
    assert [one.key for one in found] == list(Article.objects.order_by("pk").values_list("pk", flat=True))
    assert all(one.differences.counts["mentions of people added"] == 2 for one in found)
    assert not outdated().exists()
