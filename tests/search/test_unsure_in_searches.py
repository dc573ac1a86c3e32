"""What is unsure is under nobody's name in the index, on pages, in files, in feeds and in the API; a facet finds it."""

import csv
import json

import pytest

from articles import journal
from articles.extraction.certainty import LEAST_LIKELY
from articles.models import Change, Person, Quotation
from search.indexing.documents import documents_of
from search.indexing.sync import sync

pytestmark = pytest.mark.django_db


@pytest.fixture
def unsure(archive):
    """Words that may be Kirby's; the article says “the spokesman”. All others are known."""
    quotation = archive[0].quotations.get()
    quotation.speakers.update(words="the spokesman")
    Quotation.objects.filter(pk=quotation.pk).update(confidence=LEAST_LIKELY - 0.01)
    journal.record(archive[0], Change.Kind.CORRECTED)
    sync()
    return quotation


@pytest.fixture
def kirby(archive):
    return Person.objects.get(name="Kirby").pk


def counted(client, address: str) -> int:
    return client.get(f"/search/?{address}").context["found"].documents


def facet(client, name: str, address: str = "q=war&unit=quotations"):
    (found,) = [one for one in client.get(f"/search/?{address}").context["found"].facets if one.facet == name]
    return [(value.value, value.name, value.count) for value in found.values if value.count]


def test_neither_it_nor_its_paragraph_is_under_a_name_in_the_index(archive, unsure):
    documents = [one for one in documents_of([archive[0].pk]) if one.has_quotation]
    assert {one.unit for one in documents} == {"paragraphs", "quotations"}
    assert {(one.speakers, one.speaker_kinds, one.certainty) for one in documents} == {((), (), ("unsure",))}


def test_a_paragraph_that_quotes_nobody_has_no_certainty(archive):
    first, second = (documents_of([one.pk]) for one in archive)
    assert {one.certainty for one in first if one.has_quotation} == {("sure",)}
    assert {one.certainty for one in (*first, *second) if not one.has_quotation} == {()}


@pytest.mark.parametrize("unit", ["paragraphs", "quotations", "articles"])
@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("certainty=unsure", 1),
        ("certainty=known", 0),
        ("certainty=known&certainty=unsure", 1),
        ("not_certainty=unsure&quotations=with", 0),
        ("q=speaker:kirby", 0),
        ("q=in:quotes+speaker:kirby", 0),
        ("speaker={kirby}", 0),
        ("speaker={kirby}&certainty=unsure", 0),
        ("candidate={kirby}", 1),
        ("candidate={kirby}&certainty=unsure", 1),
        ("candidate={kirby}&certainty=known", 0),
    ],
)
def test_a_search_finds_it_as_unsure_and_by_no_name(client, unsure, kirby, unit, asked, found):
    assert counted(client, f"unit={unit}&{asked.format(kirby=kirby)}") == found


def test_the_facet_of_speakers_leaves_it_out_and_its_own_has_it(client, unsure):
    assert facet(client, "speakers") == []
    assert facet(client, "certainty") == [("unsure", "unsure", 1)]


def test_the_address_says_it_in_words_and_as_a_chip(client, unsure):
    page = client.get("/search/?q=war&certainty=unsure&unit=quotations").content.decode()
    assert "where who said it is unsure" in page
    assert '<span class="unknown">“the spokesman”</span>' in page


@pytest.mark.parametrize("value", ["certain", "UNSURE", "0", "%00", "unsure'--", "%3Cb%3E", "a" * 3000])
def test_a_certainty_that_there_is_not_is_left_out_and_said(client, unsure, value):
    answer = client.get(f"/search/?q=war&certainty={value}")
    assert answer.status_code == 200
    assert answer.context["found"].request.chosen == ()
    assert value == "%00" or "The filter “certainty” has no value" in answer.content.decode()


def test_a_file_has_the_articles_words_and_the_name_as_a_candidate(client, unsure):
    read = client.get("/search/export.csv?q=war&unit=quotations").getvalue().decode("utf-8-sig")
    row = next(csv.DictReader(read.splitlines()))
    assert (row["speakers"], row["certainty"], row["candidates"]) == ("the spokesman", "unsure", "Kirby")
    lines = client.get("/search/export.jsonl?q=war&unit=paragraphs&certainty=unsure").getvalue().decode().splitlines()
    row = json.loads(lines[0])
    assert (row["speakers"], row["certainty"], row["candidates"]) == (["the spokesman"], "", ["Kirby"])


def test_a_feed_says_that_it_is_unsure_and_names_nobody(client, unsure):
    feed = client.get("/search/feed.atom?q=war&unit=quotations").content.decode()
    assert "unsure who said it (“the spokesman”): “No war with China”" in feed
    assert "Kirby" not in feed


def test_the_api_has_the_name_among_the_candidates_alone(client, unsure, kirby):
    answer = client.get("/api/search/quotations?q=war&certainty=unsure").json()
    (passage,) = answer["articles"][0]["passages"]
    said = passage["quotation"]
    assert (said["speakers"], said["certainty"], said["speaker_words"]) == ([], "unsure", "the spokesman")
    assert [(one["name"], one["person"]) for one in said["candidates"]] == [("Kirby", kirby)]


def test_an_editors_word_brings_the_name_back_everywhere(client, unsure, kirby, django_user_model):
    Quotation.objects.filter(pk=unsure.pk).update(checked=True)
    journal.record(unsure.article, Change.Kind.CORRECTED)
    sync()
    assert (
        counted(client, f"unit=quotations&speaker={kirby}") == counted(client, "unit=quotations&certainty=known") == 1
    )
    said = client.get("/api/search/quotations?q=war").json()["articles"][0]["passages"][0]["quotation"]
    assert (said["certainty"], said["candidates"], said["speaker_words"]) == ("checked", [], None)
    assert [one["name"] for one in said["speakers"]] == ["Kirby"]


def test_pages_and_searches_count_alike(client, archive, unsure, kirby):
    for certainty in ("known", "unsure"):
        listed = client.get(f"/quotations/?certainty={certainty}", follow=True).context["found"].documents
        assert listed == counted(client, f"unit=quotations&certainty={certainty}")
    shown = client.get(f"/people/{kirby}/").context["page"]
    assert shown.quotation_count == counted(client, f"unit=quotations&speaker={kirby}") == 0
    assert shown.unsure_count == counted(client, f"unit=quotations&candidate={kirby}") == 1
