"""The look as a browser lays it out: columns where they belong, type of the scale, nothing wider than its window.

Structure and sizes are measured, not pixels compared, so that it holds on a machine with other fonts beside its own.
"""

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import override_settings
from playwright.sync_api import Page

from articles.models import Article, Person
from tests.browser.conftest import DESKTOP, PHONE, new_tab
from tests.browser.measuring import NEAR, boxes, loaded_families, style, token_sizes, type_sizes
from tests.browser.seeded import running_server, seeded_archive

pytestmark = pytest.mark.django_db  # each test is one transaction, which writes nothing

DEVICES: dict[str, dict[str, Any]] = {"desk": DESKTOP, "phone": PHONE}
EDGE = {"desk": 48, "phone": 18}  # px between the window and the page: clamp(18px, 4vw, 48px)
FIRST_SCREEN = 844  # px, of the phone
FAMILIES = {"Newsreader", "Schibsted Grotesk"}
SMALLEST = 12  # px
MOST_SIZES = 12  # of type on one page; the page of components shows the whole scale
MEASURE = 39 * 16  # px of an article's line at the most
DESIGN = "/design/"
PAGES = [
    "/articles/",
    "/articles/{article}/",
    "/search/?q=china",
    "/search/?unit=quotations",
    "/people/{person}/",
    DESIGN,
]
COLUMNS = [  # an address, its first column, and the one beside it; on a phone, below it
    ("/articles/", ".columns-filters > :first-child", ".columns-filters > :last-child"),
    ("/search/?q=china", ".facets", ".search-list"),
    ("/people/{person}/", ".columns-rail > :first-child", ".columns-rail > :last-child"),
]


@pytest.fixture(scope="module")
def archive(django_db_setup, django_db_blocker, tmp_path_factory) -> Iterator[dict[str, int]]:
    """Fill the archive with the seeds, once, and give the numbers that stand in addresses."""
    with seeded_archive(django_db_blocker, tmp_path_factory.mktemp("look") / "index"), override_settings(DEBUG=True):
        person = Person.objects.filter(spoken__isnull=False).order_by("name").first()
        yield {"article": Article.objects.exclude(title="").get().pk, "person": person.pk}


@pytest.fixture(autouse=True)
def own_index(archive):
    """The index is the shared archive's."""


@pytest.fixture(scope="module")
def server(archive) -> Iterator[str]:
    with running_server() as address:
        yield address


@pytest.fixture(scope="module", params=list(DEVICES))
def device(request) -> str:
    return request.param


@pytest.fixture(scope="module")
def tab(device, browser, server) -> Iterator[Page]:
    """A tab of each device."""
    with new_tab(browser, server, **DEVICES[device]) as tab:
        yield tab


@pytest.mark.parametrize("path", PAGES)
def test_a_page_keeps_to_its_window_and_its_edges(tab, device, archive, path):
    tab.goto(path.format(**archive))
    width, wide = tab.evaluate("[innerWidth, document.documentElement.scrollWidth]")
    assert wide <= width
    [title] = boxes(tab, "main h1")
    assert path.startswith("/search") or abs(title.left - EDGE[device]) <= NEAR  # whose title is only heard
    [masthead], [main], [colophon] = (boxes(tab, part) for part in ("body > header", "main", "body > footer"))
    assert masthead.top == 0
    assert masthead.bottom - masthead.top <= 4.5 * 16
    assert masthead.bottom <= main.top + NEAR < main.bottom <= colophon.top + NEAR


@pytest.mark.parametrize("path", PAGES)
def test_the_type_is_of_the_scale_and_its_fonts_are_there(tab, archive, path):
    tab.goto(path.format(**archive))
    assert loaded_families(tab) >= FAMILIES
    assert style(tab, "h1", "fontFamily").startswith("Newsreader")
    assert style(tab, "body", "fontFamily").strip('"').startswith("Schibsted Grotesk")
    sizes, scale = type_sizes(tab), token_sizes(tab).values()
    assert min(sizes) >= SMALLEST
    assert len(sizes) <= MOST_SIZES
    title = float(style(tab, "h1", "fontSize").removesuffix("px"))
    assert path.startswith("/search") or any(abs(title - size) < 0.1 for size in scale)


@pytest.mark.parametrize(("path", "first", "second"), COLUMNS)
def test_columns_stand_where_they_belong(tab, device, archive, path, first, second):
    tab.goto(path.format(**archive))
    [one], [other] = boxes(tab, first), boxes(tab, second)
    assert other.is_beside(one) if device == "desk" else other.is_below(one)


def test_an_article_has_its_measure_and_its_voices_beside_it(tab, device, archive):
    tab.goto("/articles/{article}/".format(**archive))
    lines = boxes(tab, ".story-text p")
    assert len(lines) > 10
    assert max(line.right - line.left for line in lines) <= MEASURE + NEAR
    sizes = type_sizes(tab)
    assert max(sizes, key=lambda size: sizes[size]) == token_sizes(tab)["read"] == (19 if device == "desk" else 18)
    rails = boxes(tab, ".story-rail")
    assert device == "phone" or min(rail.left for rail in rails) >= max(line.right for line in lines)


def test_the_first_result_stands_within_the_first_screen(tab, device):
    tab.goto("/search/?q=china")
    first = boxes(tab, "main article")[0]
    assert first.top < FIRST_SCREEN - 100


def test_spoken_words_are_larger_than_what_is_said_of_them(tab):
    tab.goto("/search/?unit=quotations")
    words = float(style(tab, "main blockquote", "fontSize").removesuffix("px"))
    assert words > float(style(tab, "main .found-by", "fontSize").removesuffix("px"))


def test_a_phones_menu_is_large_enough_for_a_finger(browser, server):
    with new_tab(browser, server, **PHONE) as tab:
        tab.goto("/articles/")
        tab.locator(".masthead-menu > summary").click()
        targets = boxes(tab, ".masthead-phone > a, .masthead-menu > summary, .masthead-menu-list :is(a, button)")
        assert len(targets) > 6
        assert min(target.bottom - target.top for target in targets) >= 44
