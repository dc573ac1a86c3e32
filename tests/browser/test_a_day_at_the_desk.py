"""A day of a chief editor, from a false quotation to an article that is erased, on a desktop and on a phone."""

import re
from collections.abc import Iterator

import pytest
from django.core.management import call_command
from playwright.sync_api import Locator, Page, expect

from accounts.groups import give_role
from accounts.roles import CHIEF_EDITOR
from articles.models import Article
from tests.browser.conftest import DESKTOP, PHONE, new_tab
from tests.browser.hands import PASSWORD, select, sign_in

pytestmark = pytest.mark.django_db(transaction=True)

TITLE, CORRECTED, RENEWED = "New harbor opens", "New harbour opens", "New harbor opens in Lisbon"
FALSE = "Every wave is a welcome to the whole world"
MISSED = "No ship is late for ever"
SAID = "Nobody will wait for a boat again"
QUOTATIONS = "/search/?unit=quotations", "/search/?unit=quotations&q=boat OR ship OR welcome"
ARTICLES = "/articles/", "/search/?q=harbour"
STORY = """---
id: harbour
title: {title}
published: 2021-03-02
---

The ferry minister, Amara Okafor, opened a new harbour in Lisbon on Monday.

“Nobody will wait for a boat again,” Okafor told reporters.

“The gulls were never so quiet,” Helena Brandt, a mayor, said.

“Every wave is a welcome to the whole world,” Okafor said on a poster.

Late in the evening one voice rose from the crowd. No ship is late for ever, and no ferry is early.
"""
OTHERS = {
    "pilots.txt": "Pilots on strike\n\nThe harbour master, Jorge Tavares, said that no pilot came to work.",
    "songs.txt": "Songs of the tide\n\nA singer, Ines Tavares, said that she wrote the songs at sea.",
    "market.txt": "Fish market closes\n\nThe former mayor, Helena Sommer, said that the market closes in May.",
}


@pytest.fixture
def folder(tmp_path):
    """The folder that the archive was imported from: the story, and others with people of the same names."""
    for name, text in OTHERS.items():
        (tmp_path / name).write_text(text)
    (tmp_path / "harbour.txt").write_text(STORY.format(title=TITLE))
    call_command("import_articles", str(tmp_path))
    call_command("sync_index")
    return tmp_path


@pytest.fixture
def chief(django_user_model) -> None:
    """Chiara, who may withdraw and erase too."""
    give_role(django_user_model.objects.create_user("chiara", password=PASSWORD), CHIEF_EDITOR)


@pytest.fixture(params=[DESKTOP, PHONE], ids=["desktop", "phone"])
def tabs(request, browser, server, chief) -> Iterator[tuple[Page, Page]]:
    """A tab of Chiara's, who has signed in, and one of a reader, on the same kind of device."""
    with new_tab(browser, server, **request.param) as desk, new_tab(browser, server, **request.param) as reader:
        sign_in(desk, "chiara")
        yield desk, reader


def test_a_day_at_the_desk(tabs, folder):
    desk, reader = tabs
    story = Article.objects.get(title=TITLE).get_absolute_url()

    reject(desk, story, FALSE)
    add(desk, story, MISSED)
    say_who_said(desk, story, SAID, "Tavares", "Jorge Tavares")
    join(desk, "Helena Brandt", "Sommer", "Helena Sommer")
    take_apart(desk, "Helena Sommer")
    correct_the_title(desk, story)
    import_again(folder, RENEWED)
    settle_the_conflict(desk)
    expect_all_corrections(reader, story)

    withdraw(desk, story)
    expect_gone(reader, story, "withdrawn")
    import_again(folder, "New harbour at last")
    expect_gone(reader, story, "withdrawn")
    restore(desk, story)
    expect_all_corrections(reader, story)
    erase(desk, story)
    expect_gone(reader, story, "erased")
    import_again(folder, "New harbour after all")
    expect_gone(reader, story, "erased")


def reject(desk: Page, story: str, words: str) -> None:
    edit(desk, story)
    way(desk, words, "Not a quotation").click()
    save(desk, "It is no quotation", why="It is a poster.")
    expect(desk.get_by_text("It counts as a quotation no more.")).to_be_visible()


def add(desk: Page, story: str, words: str) -> None:
    edit(desk, story)
    select(desk.locator("[data-paragraph=p5]"), words)
    desk.get_by_role("region", name="The words selected").get_by_role("link", name="Add a quotation").click()
    expect(desk.get_by_label("Its words")).to_have_value(words)
    desk.get_by_role("button", name="Add the quotation").click()
    expect(desk.get_by_text("The quotation is added.")).to_be_visible()


def say_who_said(desk: Page, story: str, words: str, name: str, who: str) -> None:
    edit(desk, story)
    way(desk, words, "Correct who said it").click()
    desk.get_by_role("group", name="Speaker 1").get_by_label("Name").fill(name)
    save(desk, "Save the correction", why="The sentence before names him.")
    expect(desk.get_by_role("group", name=f"Who is “{name}”?").get_by_role("radio")).to_have_count(3)
    desk.get_by_role("radio", name=who).check()
    desk.get_by_role("button", name="Save the correction").click()
    expect(desk.get_by_text("is corrected.")).to_be_visible()


def join(desk: Page, name: str, other: str, who: str) -> None:
    desk.goto("/people/")
    main(desk).get_by_role("link", name=name, exact=True).click()
    for_editors(desk, "Join with another person").click()
    desk.get_by_label("Name").fill(other)
    desk.get_by_role("button", name="Look at both").click()
    desk.get_by_role("radio", name=who).check()
    desk.get_by_role("button", name="Look at both").click()
    save(desk, "Join them: one person", why="She married.")
    expect(desk.get_by_text("are one person now.")).to_be_visible()


def take_apart(desk: Page, name: str) -> None:
    for_editors(desk, f"take apart {name}").click()
    desk.get_by_role("button", name="Two people after all").click()
    desk.goto("/people/")
    expect(main(desk).get_by_role("link", name=name, exact=True)).to_be_visible()


def correct_the_title(desk: Page, story: str) -> None:
    desk.goto(story)
    desk.get_by_role("link", name="Correct the title").click()
    main(desk).get_by_role("textbox", name="Title").fill(CORRECTED)
    save(desk, "Save the correction", why="It is printed so.")
    expect(desk.get_by_role("heading", level=1)).to_have_text(CORRECTED)


def import_again(folder, title: str) -> None:
    (folder / "harbour.txt").write_text(STORY.format(title=title))
    call_command("import_articles", str(folder))
    call_command("sync_index")


def settle_the_conflict(desk: Page) -> None:
    page_of_the_desk(desk, "Conflicts with sources").click()
    conflict = main(desk).locator(".entry").filter(has_text=CORRECTED)
    expect(conflict).to_contain_text("in Lisbon")
    conflict.get_by_role("button", name="Keep the correction").click()
    expect(desk.get_by_text("No source contradicts a correction.")).to_be_visible()


def withdraw(desk: Page, story: str) -> None:
    desk.goto(story)
    desk.get_by_role("link", name="Withdraw this article").click()
    desk.get_by_label("The article goes").select_option("privacy")
    save(desk, "Withdraw the article", why="She asked us to.")
    expect(desk.get_by_text("is withdrawn.")).to_be_visible()


def restore(desk: Page, story: str) -> None:
    desk.goto(story)
    desk.get_by_role("link", name="Restore article").click()
    save(desk, "Restore the article", why="She changed her mind.")
    expect(desk.get_by_text("The article is back as it was.")).to_be_visible()
    call_command("sync_index")


def erase(desk: Page, story: str) -> None:
    desk.goto(story)
    desk.get_by_role("link", name="Erase it for good").click()
    desk.get_by_label("The article goes").select_option("legal")
    desk.get_by_label("The article’s number").fill(story.split("/")[-2])
    save(desk, "Erase the article for good", why="Order of a court.")
    expect(desk.get_by_text("is erased.")).to_be_visible()


def expect_all_corrections(reader: Page, story: str) -> None:
    """See all that Chiara left, as readers do: in the article, in lists and in what a search finds."""
    reader.goto(story)
    expect(reader.get_by_role("heading", level=1)).to_have_text(CORRECTED)
    expect(main(reader).get_by_text(FALSE)).to_be_visible()
    expect(reader.locator("mark.quotation").filter(has_text=FALSE)).to_have_count(0)
    expect(reader.locator("mark.quotation").filter(has_text=MISSED)).to_be_visible()
    for page in QUOTATIONS:
        reader.goto(page)
        expect(listed(reader, MISSED)).to_be_visible()
        expect(listed(reader, SAID)).to_contain_text("Jorge Tavares")
        expect(listed(reader, FALSE)).to_have_count(0)
    for page in ARTICLES:
        reader.goto(page)
        expect(listed(reader, CORRECTED)).to_be_visible()


def expect_gone(reader: Page, story: str, how: str) -> None:
    """Be told that the article is gone, and find nothing of it in any list."""
    answer = reader.goto(story)
    assert answer
    assert answer.status == 410
    expect(reader.get_by_role("heading", level=1)).to_have_text(f"This article was {how}")
    for page in QUOTATIONS + ARTICLES:
        reader.goto(page)
        expect(reader.get_by_role("heading", level=1)).to_be_visible()
        expect(listed(reader, SAID)).to_have_count(0)
        expect(listed(reader, "New harb")).to_have_count(0)


def listed(reader: Page, words: str) -> Locator:
    """Give what has these words in a list of articles or of quotations, or in what a search found."""
    return main(reader).locator(".said, .entry, .result").filter(has_text=words)


def edit(desk: Page, story: str) -> None:
    """Go where an article's text and findings are put right."""
    desk.goto(story)
    desk.get_by_role("link", name="Edit the text and what was found in it").click()


def way(desk: Page, words: str, name: str) -> Locator:
    """Open the line of a quotation, and give one of the ways to put it right."""
    line = desk.locator(".tools-quotation").filter(has_text=words[:20])
    line.locator("summary").click()
    return line.get_by_role("link", name=re.compile(f"^{name}"))


def for_editors(desk: Page, name: str) -> Locator:
    """Open what editors can do with a person, and give one of it."""
    editors = desk.locator(".subject-editors")
    editors.locator("summary").click()
    return editors.get_by_role("link", name=name)


def page_of_the_desk(desk: Page, name: str) -> Locator:
    """Open the menu, on a phone, and the desk in it, and give one of its pages."""
    if desk.locator(".masthead-menu").is_visible():
        desk.locator(".masthead-menu > summary").click()
    desk.locator(".desk > summary:visible").click()
    return desk.locator(".desk[open]").get_by_role("link", name=name)


def save(desk: Page, button: str, why: str) -> None:
    desk.get_by_label("Why").fill(why)
    desk.get_by_role("button", name=button).click()


def main(tab: Page) -> Locator:
    return tab.get_by_role("main")
