"""Every page in a real browser: no violation that axe knows, nothing wider than a phone, nothing lost in the dark."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core.management import call_command

from articles.models import Article, Person, PersonDecision, PersonOffer, Quotation

pytestmark = pytest.mark.django_db(transaction=True)

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PUBLIC = [
    "/articles/",
    "/articles/?missing=date&sort=oldest",
    "/articles/?after=soon",
    "/articles/{article}/",
    "/articles/{untitled}/",
    "/quotations/",
    "/quotations/?about_country=CN&about=putin",
    "/search/?q=about:china+in:quotes",
    "/people/",
    "/people/{person}/",
    "/countries/",
    "/countries/US/",
    "/search/",
    "/search/help/",
    "/search/?q=war+-%22",
    "/search/?q=costs&unit=quotations",
    "/search/?q=zeppelin&country=US",
    "/search/?q=china&after=2022",
    "/search/?q=war+OR+costs&country=US&not_country=CN&not_kind=title&after=2010",
    "/search/?q=war+OR+costs&by=countries",
    "/search/?q=war+OR+costs&by=months&year=2022",
    "/search/?q=war+OR+costs&unit=articles&copies=apart",
    "/search/values/people/?q=war",
    "/search/values/countries/?q=war&find=chi&not_country=CN",
    "/search/opened/{article}/?q=the&at=1#p2",
    "/search/opened/{untitled}/?q=zeppelin&at=none",
    "/sign-in/",
    "/api/",
    "/nowhere/",
]
EDITORS = [
    "/articles/{article}/",
    "/articles/{article}/correct/title/",
    "/quotations/{quotation}/correct-speaker/",
    "/quotations/{quotation}/correct-about/",
    "/people/",
    "/people/{person}/",
    "/people/offers/",
    "/people/offers/?state=same",
    "/people/offers/?state=different",
]


@pytest.fixture
def address(seeds):
    """Fill the archive with the seeds and give addresses their numbers."""
    call_command("import_articles", str(seeds))
    call_command("sync_index")
    people = list(Person.objects.filter(mentions__isnull=False).distinct().order_by("pk")[:6])
    for n, (state, *pair) in enumerate(zip(PersonOffer.State.values, people[::2], people[1::2], strict=True)):
        offer = PersonOffer.objects.create(first=pair[0], second=pair[1], kind="spelling", state=state)
        PersonDecision.objects.create(offer=offer, state=state, kept=pair[0] if n == 1 else None, reason="A reason.")
    titled, untitled = Article.objects.exclude(title="").get(), Article.objects.get(title="")
    numbers = {
        "article": titled.pk,
        "untitled": untitled.pk,
        "person": Person.objects.filter(spoken__isnull=False).order_by("name").first().pk,
        "quotation": Quotation.objects.filter(article=titled).first().pk,
    }
    return lambda path: path.format(**numbers)


@pytest.fixture
def sign_in(client, live_server, editor):
    """Hand a page's browser the session of an editor."""

    def signed(page):
        client.force_login(editor)
        cookie = client.cookies["sessionid"]
        page.context.add_cookies([{"name": "sessionid", "value": cookie.value, "url": live_server.url}])

    return signed


@pytest.fixture
def editor(django_user_model):
    from django.contrib.auth.models import Permission

    user = django_user_model.objects.create_user("edith", password="a long enough password")
    user.user_permissions.add(Permission.objects.get(codename="add_correction"))
    return user


def violations(page) -> list[str]:
    results = Axe().run(page, options={"runOnly": RULES}).response["violations"]
    return [f"{v['id']}: {node['html'][:150]}" for v in results for node in v["nodes"]]


def look_at(page, path: str) -> list[str]:
    """Open a page in the light and in the dark and return what is wrong with it."""
    wrong = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        page.goto(path)
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        wrong += [f"{scheme} {path}: {violation}" for violation in violations(page)]
    width, wide = page.evaluate("[innerWidth, document.documentElement.scrollWidth]")
    return [*wrong, f"{path} is {wide} px wide in a window of {width}"] if wide > width else wrong


def test_every_page_at_a_desk(browser, live_server, address):
    page = browser.new_context(viewport={"width": 1280, "height": 900}, base_url=live_server.url).new_page()
    assert [wrong for path in PUBLIC for wrong in look_at(page, address(path))] == []


def test_every_page_on_a_phone(phone, address):
    assert [wrong for path in PUBLIC for wrong in look_at(phone, address(path))] == []


def test_every_page_of_an_editor(page, phone, address, sign_in):
    for tab in (page, phone):
        sign_in(tab)
        assert [wrong for path in EDITORS for wrong in look_at(tab, address(path))] == []


def test_the_keyboard_reaches_the_content_first_and_a_focus_is_seen(page, address):
    page.goto(address("/articles/{article}/"))
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent").strip() == "Skip to the content"
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline != "none"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_without_javascript_a_reader_sees_why(plain, address):
    plain.goto(address("/articles/{article}/"))
    why = plain.locator("details.why").first
    assert not why.locator(".chain").first.is_visible()
    why.locator("summary").click()
    assert why.locator(".chain").first.is_visible()
    place = why.locator(".step-place a").first
    place.click()
    assert plain.url.endswith(place.get_attribute("href"))


def test_a_filter_changes_the_list_in_place_and_the_back_button_undoes_it(page, address):
    page.goto(address("/articles/"))
    count = page.locator(".listing-count")
    before = count.inner_text()
    page.get_by_label("Missing").select_option("title")
    page.wait_for_url("**missing=title**")
    assert count.inner_text() != before
    page.go_back()
    page.wait_for_function("text => document.querySelector('.listing-count').innerText === text", arg=before)
