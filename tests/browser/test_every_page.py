"""Every page in a real browser: no violation that axe knows, nothing wider than a phone, nothing lost in the dark.

The pages are only looked at, so all tests here share one archive, one server and, for each device, one tab.
"""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

import pytest
from django.conf import settings as project
from django.contrib.auth import get_user_model
from django.test import Client
from django_filters import FilterSet
from playwright.sync_api import Page, expect

from accounts.groups import give_role
from accounts.models import Job, KeptFile
from accounts.roles import ADMINISTRATOR
from articles.editing.corrections import Edit, correct_quotation, correct_value
from articles.editing.quotations.standing import STANDING
from articles.filters import ArticleFilter
from articles.identity.publishers import alias_named
from articles.identity.sections import set_section
from articles.importing.importer import import_article
from articles.models import Article, MergeCandidate, MergeDecision, Person, Publisher, Quotation, WithdrawalKind
from articles.models.paragraph import fingerprint
from articles.sources import SourceArticle, SourceParagraph
from articles.withdrawal.withdraw import Ground, withdraw
from search.results.request import SearchRequest
from tests.browser.conftest import DESKTOP, PHONE, new_tab
from tests.browser.looking import what_is_wrong
from tests.browser.seeded import running_server, seeded_archive

pytestmark = pytest.mark.django_db  # each test is one transaction, which writes nothing

DEVICES: dict[str, dict[str, Any]] = {"at a desk": DESKTOP, "on a phone": PHONE}


def listed(path: str, filters: type[FilterSet], **values: str) -> str:
    """Return the address of a list narrowed by filters that it has."""
    assert values.keys() <= filters.base_filters.keys()
    return f"{path}?{urlencode(values)}"


def searched(path: str = "/search/", **values: Any) -> str:
    """Return the address of a search."""
    return f"{path}?{SearchRequest(**values).to_query()}"


WAR = "war OR costs"
US, CHINA = ("countries", ("US",)), ("countries", ("CN",))
PUBLIC = [
    "/articles/",
    listed("/articles/", ArticleFilter, missing="date", sort="oldest"),
    "/articles/{article}/",
    "/articles/{untitled}/",
    "/articles/{withdrawn}/",
    searched(unit="quotations"),
    "/quotations/{quotation}/",
    "/quotations/{rejected}/",
    "/quotations/{unsure}/",
    searched(unit="quotations", chosen=(("certainty", ("unsure",)),)),
    "/articles/{article}/p1-{former}/",
    searched(unit="quotations", chosen=(("speaker_kinds", ("country", "organisation")), ("about_countries", ("CN",)))),
    searched(q="about:china in:quotes"),
    "/people/",
    "/people/{person}/",
    "/publishers/",
    "/publishers/{publisher}/",
    "/coverage/",
    "/coverage/{publisher}/",
    "/countries/",
    "/countries/US/",
    "/search/",
    "/search/help/",
    searched(q="costs", unit="quotations"),
    searched(q="zeppelin", chosen=(US,)),
    searched(q="china", date_from="2022"),
    searched(q=WAR, chosen=(US,), excluded=(CHINA, ("kinds", ("title",))), date_from="2010"),
    searched(q=WAR, group_by="countries"),
    searched(q=WAR, group_by="months", chosen=(("years", (2022,)),)),
    searched(q=WAR, unit="articles", copies_apart=True),
    searched("/search/values/people/", q="war"),
    searched("/search/concordance/", q="war"),
    searched("/search/values/sections/", q="war"),
    searched("/search/values/countries/", q="war", excluded=(CHINA,)) + "&name=chi",
    searched("/search/opened/{article}/", q="the") + "&at=1#p2",
    searched("/search/opened/{untitled}/", q="zeppelin") + "&at=none",
    "/cite/articles/{article}/",
    "/cite/articles/{untitled}/",
    "/cite/quotations/{quotation}/",
    searched("/cite/search/", q=WAR),
    "/sign-in/",
    "/sign-in/forgotten/",
    "/sign-in/new-password/1-x/",
    "/api/",
    "/nowhere/",
]  # fmt: skip
EDITORS = [
    "/articles/{article}/",
    "/articles/{article}/correct/title/",
    "/quotations/{quotation}/",
    "/quotations/{quotation}/correct-speaker/",
    "/quotations/{quotation}/correct-about/",
    "/quotations/{quotation}/correct-kind/",
    "/quotations/{quotation}/correct-words/",
    "/quotations/{quotation}/reject/",
    "/articles/{article}/?edit=1",
    "/articles/{article}/p2/add-quotation/?start=0&end=40",
    "/articles/{article}/p2/correct-text/",
    "/articles/{article}/p2/add-name/?start=0&end=10",
    "/mentions/{mention}/correct/",
    "/people/",
    "/people/{person}/",
    "/people/merge-candidates/",
    "/people/merge-candidates/?state=same",
    "/people/merge-candidates/?state=different",
    "/articles/{article}/correct/section/",
    "/articles/{article}/history/",
    "/corrections/",
    "/corrections/conflicts/",
    "/corrections/to-look-at/",
    "/quotations/{rejected}/",
    "/articles/{article}/versions/",
    "/articles/{article}/versions/2/",
    "/corrections/{correction}/revert/",
    "/account/",
    "/account/email/",
    "/account/password/",
    "/accounts/",
    "/accounts/{account}/",
    "/accounts/changes/",
    "/accounts/invite/",
    "/articles/{article}/withdraw/",
    "/articles/{withdrawn}/",
    "/articles/{withdrawn}/restore/",
    "/articles/{withdrawn}/erase/",
    "/corrections/withdrawn/",
    "/publishers/",
    "/publishers/{publisher}/",
    "/publishers/merge-candidates/",
    "/jobs/",
    "/jobs/{job}/",
    searched("/search/file/", q=WAR),
    "/files/",
    "/files/{file}/",
]
MISUNDERSTOOD = [  # an address, what is said of it, and where
    (listed("/articles/", ArticleFilter, date_from="soon"), ".errorlist", "soon"),
    (listed("/articles/", ArticleFilter, date_from="2022", date_to="2021"), ".errorlist", "ends before it begins"),
    (searched(unit="quotations", q='speaker:"Nobody Atall"'), "[role=status]", "Nobody Atall"),
    (searched(q='war -"'), "[role=status]", "quotation mark"),
    (searched(q="war", date_from="soon"), "[role=status]", "“soon” is not a date"),
]


@pytest.fixture(scope="module")
def archive(django_db_setup, django_db_blocker, tmp_path_factory) -> Iterator[dict[str, int | str]]:
    """Fill the archive with the seeds, once, and give the numbers and slugs that stand in addresses."""
    with seeded_archive(django_db_blocker, tmp_path_factory.mktemp("every-page") / "index"):
        make_candidates()
        make_things(Article.objects.exclude(title="").get())
        titled, untitled = Article.objects.exclude(title="").get(), Article.objects.get(title="")
        yield {
            "article": titled.pk,
            "untitled": untitled.pk,
            "withdrawn": withdrawn(),
            "publisher": Publisher.objects.get(merged_into=None, article__title__gt="").slug,
            "mention": titled.paragraphs.filter(mentions__gt=0).values_list("mentions", flat=True)[0],
            "person": Person.objects.filter(spoken__isnull=False).order_by("name").first().pk,
            "correction": contradicted(titled, correct_byline(titled)),
            "quotation": Quotation.objects.filter(article=titled).first().pk,
            "account": get_user_model().objects.get(username="corrector").pk,
            "rejected": rejected(untitled),
            "unsure": unsure(titled),
            "former": fingerprint("A new beginning.")[:6],
            "file": kept_file(),
            "job": Job.objects.create(task="a.task", key="a.task", what="Count", state="running", done=2, total=5).pk,
        }


def kept_file() -> int:
    """Make a file that is still made for who is signed in, and return its key."""
    job = Job.objects.create(task="a.task", key="a.file", what="A file", unit="rows", state="running", done=2, total=5)
    owner = get_user_model().objects.get(username="corrector")
    return KeptFile.objects.create(owner=owner, what="q=war", ending="csv", words="Searched.", name="a.csv", job=job).pk


def correct_byline(article: Article) -> int:
    """Correct an article as an editor does, and return the number of the correction."""
    editor = get_user_model().objects.create_user("corrector")
    return correct_value(article.pk, "byline", Edit("Li Na", "as printed", editor, article.revision)).pk


def rejected(article: Article) -> int:
    """Have an editor reject a quotation of an article, and return its number."""
    quotation, editor = article.quotations.said().first(), get_user_model().objects.get(username="corrector")
    correct_quotation(quotation.pk, STANDING, Edit("rejected", "a headline", editor, article.revision))
    return quotation.pk


def unsure(article: Article) -> int:
    """Have it be unsure who said the last quotation of an article that somebody says, and return its number."""
    quotation = article.quotations.said().filter(speakers__person__isnull=False).last()
    article.quotations.filter(pk=quotation.pk).update(confidence=0)
    return quotation.pk


def contradicted(article: Article, correction: int) -> int:
    """Have the source of an article contradict the correction of its byline; returns the number of the correction."""
    first = article.versions.get()
    content = first.unpacked()
    content["values"]["byline"] = "A. Pen"
    content["paragraphs"] = [["body", "A new beginning."], *content["paragraphs"][2:]]
    packed = first.packed(content)
    second = article.versions.create(number=2, content_hash="2", place="b.txt", at=first.at, content=packed)
    article.conflicts.create(field="byline", ours="Li Na", theirs="A. Pen", version=second)
    return correction


def make_candidates() -> None:
    """Make three pairs of people merge candidates; two of them are decided."""
    people = list(Person.objects.filter(mentions__isnull=False).distinct().order_by("pk")[:6])
    for n, (state, *pair) in enumerate(zip(MergeCandidate.State.values, people[::2], people[1::2], strict=True)):
        candidate = MergeCandidate.objects.create(first=pair[0], second=pair[1], kind="spelling", state=state)
        kept = pair[0] if n == 1 else None
        MergeDecision.objects.create(candidate=candidate, state=state, kept=kept, reason="A reason.")


def make_things(article: Article) -> None:
    """Have an article stand in a section, and a publisher of nearly its publisher's name beside it."""
    set_section(article, "world_news")
    article.save()
    alias_named(f"The {article.publisher}")


def withdrawn() -> int:
    """Import an article and withdraw it; the index never had it."""
    source = SourceArticle("a place", "withdrawn.txt", (SourceParagraph("It rained."),), title="Rain")
    article = import_article(source).article
    withdraw(article.pk, Ground(WithdrawalKind.ERROR, "It did not rain."))
    return article.pk


@pytest.fixture(autouse=True)
def own_index(archive):
    """The index is the shared archive's."""


@pytest.fixture(scope="module")
def server(archive) -> Iterator[str]:
    """The address of a server over the shared archive, which no test empties."""
    with running_server() as address:
        yield address


@pytest.fixture(scope="module", params=list(DEVICES.values()), ids=list(DEVICES))
def tab(request, browser, server) -> Iterator[Page]:
    """A tab of each device."""
    with new_tab(browser, server, **request.param) as tab:
        yield tab


@pytest.fixture(scope="module", params=list(DEVICES.values()), ids=list(DEVICES))
def editors_tab(request, browser, server, editors_session) -> Iterator[Page]:
    """A tab of each device, signed in as an editor."""
    with new_tab(browser, server, **request.param) as tab:
        tab.context.add_cookies([{"name": project.SESSION_COOKIE_NAME, "value": editors_session, "url": server}])
        yield tab


@pytest.fixture(scope="module")
def editors_session(archive) -> str:
    """The key of a session of somebody who may everything that editors may, and more."""
    user = get_user_model().objects.create_user("edith", password="a long enough password")
    give_role(user, ADMINISTRATOR)
    client = Client()
    client.force_login(user)
    return client.cookies[project.SESSION_COOKIE_NAME].value


@pytest.mark.parametrize("path", PUBLIC)
def test_a_page_breaks_no_rule(tab, archive, path):
    tab.goto(path.format(**archive))
    assert what_is_wrong(tab) == []


@pytest.mark.parametrize("path", EDITORS)
def test_a_page_of_an_editor_breaks_no_rule(editors_tab, archive, path):
    editors_tab.goto(path.format(**archive))
    expect(editors_tab.get_by_role("button", name="Sign out", include_hidden=True).first).to_be_attached()
    assert what_is_wrong(editors_tab) == []


def test_a_form_with_a_mistake_breaks_no_rule_and_has_the_focus_there(editors_tab, archive):
    editors_tab.goto("/articles/{article}/correct/published/".format(**archive))
    editors_tab.get_by_role("textbox", name="Date").fill("soon")
    editors_tab.get_by_label("Why").fill("It was wrong.")
    editors_tab.get_by_role("button", name="Save the correction").click()
    expect(editors_tab.locator(".errorlist")).to_contain_text("“soon” is not a date")
    expect(editors_tab.get_by_role("textbox", name="Date")).to_be_focused()
    expect(editors_tab.get_by_label("Why")).to_have_value("It was wrong.")
    assert what_is_wrong(editors_tab) == []


@pytest.mark.parametrize(("path", "where", "said"), MISUNDERSTOOD)
def test_a_page_that_says_what_it_did_not_understand_breaks_no_rule(tab, path, where, said):
    tab.goto(path)
    expect(tab.locator(where).filter(has_text=said)).to_be_visible()
    assert what_is_wrong(tab) == []


def test_the_keyboard_reaches_the_content_first_and_a_focus_is_seen(page, archive):
    page.goto("/articles/{article}/".format(**archive))
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent").strip() == "Skip to the content"
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline != "none"
    page.keyboard.press("Enter")
    page.wait_for_function("document.activeElement.id === 'main'")


def test_without_javascript_a_reader_sees_why(plain, archive):
    plain.goto("/articles/{article}/".format(**archive))
    voice = plain.locator("details.voice").first
    way = voice.get_by_role("link", name="How this is known").first
    expect(way).to_be_hidden()
    voice.locator("summary").click()
    way.click()
    expect(plain.locator(".evidence .evidence-cue").first).to_be_visible()
    place = plain.locator(".evidence-steps a").first
    href = place.get_attribute("href")
    place.click()
    plain.wait_for_url(f"**{href}")


def test_a_filter_changes_the_list_in_place_and_the_back_button_undoes_it(page):
    page.goto("/articles/")
    count = page.locator(".listing-count")
    before = count.inner_text()
    page.get_by_label("Missing").select_option("title")
    page.wait_for_url("**missing=title**")
    expect(count).not_to_have_text(before)
    page.go_back()
    expect(count).to_have_text(before)
