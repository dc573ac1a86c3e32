"""One section of several publishers: every list, filter, facet, file, feed and answer counts the same articles."""

import csv
import json
import shutil
from dataclasses import replace
from io import StringIO
from urllib.parse import urlencode

import pytest

from articles.identity.sections import section_named
from articles.importing.importer import import_article
from articles.models import Article
from articles.sources import SourceArticle, SourceParagraph

pytestmark = pytest.mark.django_db
TEXTS = ("us-news/politics", "Politics", "POLITICS", "world > politics")
ALL = len(TEXTS)


@pytest.fixture(scope="module")
def indexed(rows_of_a_module, index_now):
    for number, section in enumerate((*TEXTS, "world_news", "")):
        paragraphs = (SourceParagraph(f"Ferry {number} left the harbour."),)
        source = SourceArticle("a place", "a.jsonl", paragraphs, source_id=f"{number}", publisher=f"Paper {number}")
        import_article(replace(source, section=section))
    return index_now()


@pytest.fixture
def politics(db, indexed, settings):
    shutil.copytree(indexed, settings.SEARCH_INDEX_DIR)
    return section_named("politics")


def searches(politics) -> list[str]:
    by_words = [urlencode({"q": f'section:"{name}"'}) for name in ("politics", *TEXTS)]
    return [*(urlencode({"section": way}) for way in (politics.pk, "politics", *TEXTS)), *by_words]


def test_the_article_says_it_readably_and_keeps_what_came(politics):
    assert set(politics.articles.values_list("imported__section", flat=True)) == set(TEXTS)
    assert politics.name == "Politics"
    assert Article.objects.get(source_id="4").section.name == "World news"
    assert Article.objects.get(source_id="5").section is None


def test_the_list_of_articles_takes_every_text(client, politics):
    for way in (politics.pk, *TEXTS):
        page = client.get(f"/articles/?{urlencode({'section': way})}")
        assert page.context["listing"].total == ALL, way
        assert f'<option value="{politics.pk}" selected>Politics</option>' in page.content.decode()
        assert not client.get(f"/quotations/?{urlencode({'section': way})}", follow=True).context["warnings"]


def test_pages_files_feed_and_api_count_the_same(client, politics):
    for query in searches(politics):
        page = client.get(f"/search/?unit=articles&{query}")
        assert page.context["found"].documents == ALL, query
        table = b"".join(client.get(f"/search/export.csv?unit=articles&{query}").streaming_content).decode()
        rows = list(csv.DictReader(StringIO(table)))
        assert [row["section"] for row in rows if row["section"]] == ["Politics"] * ALL
        lines = b"".join(client.get(f"/search/export.jsonl?unit=articles&{query}").streaming_content).splitlines()[:-1]
        assert [json.loads(line)["section"] for line in lines] == ["Politics"] * ALL
        feed = client.get(f"/search/feed.atom?unit=articles&{query}").content.decode()
        assert feed.count('<category term="Politics"') == feed.count("<entry>") == ALL
        answer = client.get(f"/api/search/articles?{query}").json()
        assert [one["article"]["section"] for one in answer["articles"]] == ["Politics"] * ALL


def test_the_facet_lists_it_once_and_a_click_finds_as_many(client, politics):
    answer = client.get("/api/search/articles?q=ferry").json()
    facet = next(one for one in answer["facets"] if one["facet"] == "sections")
    assert {one["name"]: one["count"] for one in facet["values"]} == {"Politics": ALL, "World news": 1}
    click = next(one["link"] for one in facet["values"] if one["name"] == "Politics")
    assert client.get(click).json()["total"]["documents"] == ALL
    without = client.get(f"/api/search/articles?q=ferry&not_section={politics.pk}").json()
    assert without["total"]["documents"] == 2


def test_it_is_a_chip_and_told_in_words(client, politics):
    page = client.get(f"/search/?q=ferry&section={politics.pk}")
    assert [(chip.label, chip.value) for chip in page.context["chips"]] == [("Sections", "Politics")]
    assert page.context["found"].explanation == (
        "Searched paragraphs for “ferry” in any form, in the section Politics."
    )


def test_a_word_of_its_name_leads_to_it_and_one_of_none_says_so(client, politics):
    found = client.get("/search/?q=section:news&unit=articles").context["found"]
    assert found.documents == ALL + 1  # one text of Politics is us-news/politics
    assert found.explanation == "Searched articles for the section “news” (Politics and World news)."
    page = client.get("/search/?q=section:weather")
    assert page.context["found"].warnings == ("The archive knows no section called “weather”.",)


def test_it_is_suggested_in_its_field(client, politics):
    found = client.get("/search/suggestions/?q=section:pol", headers={"accept": "application/json"}).json()
    assert [(one["kind"], one["name"]) for one in found["suggestions"]] == [("section", "Politics")]


def test_all_sections_are_listed_and_found_by_name(client, politics):
    page = client.get("/search/values/sections/?q=ferry&name=poli")
    assert [(one.name, one.count) for one in page.context["found"].values] == [("Politics", ALL)]


@pytest.mark.parametrize("value", ["nothing", "\x00", "9" * 30, "x" * 5_000, "%' OR 1=1 --", "<script>", "٣", "-1"])
def test_a_section_that_is_none_gets_a_sentence(client, politics, value):
    page = client.get(f"/search/?{urlencode({'q': 'ferry', 'section': value})}")
    assert page.context["found"].documents == ALL + 2
    assert "<script>" not in page.content.decode()
    assert bool(page.context["warnings"]) == bool(value.strip("\x00"))
    assert client.get(f"/articles/?{urlencode({'section': value})}").context["listing"].total == 0
