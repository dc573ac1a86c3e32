"""What is no text of an article is known by itself, or by where it stands; what only looks like it stays text."""

import pytest

from articles.boilerplate import Sign, boilerplate_in, kinds_with_boilerplate
from articles.paragraph_kinds import PassageKind

TEXT = "The ferry minister, Amara Okafor, opened a new harbour in Lisbon on Monday."
ENDING = "Ferries from Morocco will call at the port twice a day, the minister said."

LINES = [
    (Sign.ADVERT, "ADVERTISEMENT"),
    (Sign.ADVERT, "Advertisement:"),
    (Sign.ADVERT, "Story Continues Below"),
    (Sign.ADVERT, "Advertisement Continue reading the main story"),
    (Sign.SIGN_UP, "Sign up for the Harbour Letter Manage Newsletters"),
    (Sign.SIGN_UP, "CLICK HERE TO GET THE TIDE APP"),
    (Sign.SIGN_UP, "Get the ferry stories you care about delivered to your inbox."),
    (Sign.SIGN_UP, "Follow Mara Lind on Twitter: @maralind"),
    (Sign.SIGN_UP, "Follow us on Facebook."),
    (Sign.RELATED_LINK, "SEE ALSO: Minister calls old ferry 'a shame'"),
    (Sign.RELATED_LINK, "READ MORE: Why the harbour had to wait"),
    (Sign.RELATED_LINK, "More:Okafor says the 'tide turns'"),
    (Sign.RELATED_LINK, "( Also on THE TIDE: Okafor: End 'paper ferries')"),
    (Sign.RELATED_LINK, "Inside the harbour that Lisbon forgot Read more"),
    (Sign.RELATED_LINK, "This article tagged under: Ferries"),
    (
        Sign.PLAYER,
        "JUST WATCHED Minister: 'No' new ferries Replay More Videos ... MUST WATCH Minister: 'No' new ferries 01:26",
    ),
    (Sign.PLAYER, "Politics The Harbour Waits For Its Ferry The Harbour Waits For Its Ferry Listen · 5:21 5:21"),
    (Sign.PLAYER, "Minister calls the new harbour 'troubling' 7:47"),
    (Sign.PLAYER, "Play'The Harbour Waits' For Its Ferry, Captain Says Facebook Twitter Google Plus Embed"),
    (Sign.PLAYER, "Enlarge this image toggle caption Mara Lind/AP Mara Lind/AP"),
    (Sign.PLAYER, "Media playback is unsupported on your device Media caption Captain Bello speaks about the storm"),
    (Sign.PLAYER, "CLOSE The minister on Monday called the harbour “incredibly successful”."),
    (
        Sign.PLAYER,
        "Photos: The harbour Photos: The harbour – Okafor says “the tide waits”.",
    ),
    (Sign.PLAYER, "Image The minister called it “just wrong.” Credit... Mara Lind for The Tide"),
    (Sign.RELATED_LINK, "Late ferries:Okafor says it was 'a shame' to wait for the tide"),
    (Sign.RELATED_LINK, "THE HARBOURS: Where they stand on late ferries"),
    (Sign.RELATED_LINK, "Why the ferries of Lisbon can wait: Mara Lind"),
    (Sign.CAPTION, "'I will wait as long as it takes,' the author writes. Why ferries are late"),
    (Sign.FURNITURE, "___"),
    (Sign.FURNITURE, "[pullquote]"),
    (Sign.COPYRIGHT, "Copyright © 2021 The Tide, LLC. Click here for reprint permission."),
    (Sign.COPYRIGHT, "This material may not be published, broadcast, rewritten or redistributed."),
    (Sign.CONTRIBUTION, "The Tide's Mara Lind and The Associated Press contributed to this report."),
    (Sign.CONTRIBUTION, "(Reporting by Mara Lind in Lisbon; Editing by Jonas Bello)"),
    (Sign.CONTRIBUTION, "Contributing: Mara Lind in Lisbon"),
    (Sign.CONTACT, "Write to Mara Lind at mara.lind@tide.example"),
    (Sign.EDITORS_NOTE, "Editor's note: This column first ran in May."),
    (Sign.EDITORS_NOTE, "CORRECTION: An earlier version of this story misstated the length of the ferry."),
    (Sign.DATE_LINE, "6 years ago"),
    (Sign.DATE_LINE, "Updated 7:46 p.m. ET, 1/16/2021"),
    (Sign.CAPTION, "FILE - In this May 3, 2021, file photo, the minister “waves” at a ferry."),
    (Sign.CAPTION, "The minister waves at a ferry in Lisbon on Monday. Mara Lind/Getty Images"),
    (Sign.CAPTION, 'Women hold up a placard that reads "Where is the ferry?" in Lisbon. [Photo/Agencies]'),
    (Sign.CAPTION, "GETTY The new harbour is the largest in the country"),
    (Sign.CREDIT, "(Photo: Mara Lind)"),
    (Sign.CREDIT, "Mara Lind/AP Photo"),
    (Sign.CREDIT, "(Pixabay)"),
    (Sign.CODE, '{% set buttonRadius = "40px" %} /* round */'),
    (Sign.POLL, "Do you approve of the new harbour? Vote Now"),
]


@pytest.mark.parametrize(("sign", "line"), LINES)
def test_a_line_that_is_no_article_text_is_known_by_itself(sign, line):
    assert boilerplate_in([TEXT, line, ENDING]) == [None, sign, None]


@pytest.mark.parametrize(
    "line",
    [
        "“Sign up now,” the minister told the crews. “The ferry will not wait.”",
        "More than forty ferries were late on Monday.",
        "Read the bill, the minister told them, and they did.",
        "Photos of the wreck spread within hours, and the ministry said it would look into them.",
        "Close to the harbour, nobody slept.",
        "The opinion of the court was clear: the ferry must sail.",
        "Follow the money, said Captain Bello.",
        "Updated rules will come into force in March, the ministry said.",
        "Okafor contributed to the reports on harbours that the ministry ordered.",
        "JONAS BELLO: Why not wait for the ferry?",
        "Okafor:To me, that is not a question of ferries at all, as you know.",
        "The old harbour of Lisbon was closed. WHO said so",
        "Nationally, the minister has support from half of all sailors, according to a Reuters/Ipsos poll.",
        "See you at the harbour, he wrote.",
        "The ferry to the islands leaves the harbour at 7:47",
        "The race was won by Mara Lind of Lisbon, 2:17",
        "Mara Lind set a new record of Lisbon for ten thousand metres 28:12",
        "Harbour United v Ferry Town kick-off Saturday 7:30",
        "Copyright law does not cover ferries, the court said.",
        "WHAT THE MINISTER SAID",
        "How the harbour was built",
        "Editors at The Tide said on Monday that they would print the letter.",
        "Watch what they do, not what they say, Okafor warned.",
        "CAPTAIN BELLO: We will sail at dawn, whatever they say about the weather.",
    ],
)
def test_what_only_looks_like_it_is_text(line):
    assert boilerplate_in([TEXT, line, ENDING]) == [None, None, None]


def test_lines_in_capitals_beside_a_link_are_links():
    signs = boilerplate_in([TEXT, "MINISTER: 'WE SAIL AT DAWN'", ENDING, "CLICK HERE TO GET THE TIDE APP"])
    assert signs == [None, Sign.RELATED_LINK, None, Sign.SIGN_UP]


def test_headlines_after_a_label_are_links_until_the_text_goes_on():
    texts = [TEXT, "READ MORE:", "Okafor says ferries 'must sail'", "Why the tide waits", ENDING, "A short line"]
    assert [bool(sign) for sign in boilerplate_in(texts)] == [False, True, True, True, False, False]


def test_a_headline_that_no_text_follows_is_no_subhead():
    headline = "Minister Says Harbours Should Cancel Late Ferries"
    assert boilerplate_in([TEXT, headline, ENDING]) == [None, None, None]
    assert boilerplate_in([TEXT, ENDING, headline]) == [None, None, Sign.RELATED_LINK]


def test_a_link_to_a_column_stands_alone_and_a_talk_does_not():
    link = "Jonas Bello: The tide’s a paper tiger, and everyone knows it"
    assert boilerplate_in([TEXT, link, ENDING])[1] == Sign.RELATED_LINK
    assert boilerplate_in([TEXT, link, "Mara Lind: It is not, as far as I can see.", ENDING]) == [None] * 4


def test_a_turn_of_somebody_who_speaks_again_is_no_link():
    turns = ["Mara Lind: Why not wait for it?", ENDING, "Mara Lind: " + "The tide will not wait for any of you. " * 6]
    assert boilerplate_in([TEXT, *turns]) == [None] * 4


def test_a_caption_that_a_title_is_glued_to_is_no_beginning_of_a_text():
    caption = "The ministry gave no details beyond confirming the opening. Okafor opens a harbour"
    assert boilerplate_in([caption, TEXT, ENDING])[0] == Sign.CAPTION
    assert boilerplate_in([TEXT, ENDING, caption])[2] is None
    glued = "Okafor at the harbour on Monday. Who waits for the ferry?"
    assert boilerplate_in([glued, TEXT], title="Who waits for the ferry?") == [Sign.CAPTION, None]


def test_who_wrote_the_article_is_told_apart_where_the_article_never_names_them():
    about = "Mara Lind is a fellow at the Institute of Tides and the author of “Late Ferries”."
    assert boilerplate_in([TEXT, ENDING, about]) == [None, None, Sign.ABOUT_AUTHOR]
    named = "Amara Okafor is a member of the party of sailors."
    assert boilerplate_in([TEXT, ENDING, named]) == [None, None, None]


def test_only_text_is_asked_and_what_is_boilerplate_no_more_is_text_again():
    paragraphs = [
        ("SEE ALSO: The old ferry", PassageKind.SUBHEAD),
        (TEXT, PassageKind.BOILERPLATE),
        ("(Pixabay)", PassageKind.CAPTION),
        ("Advertisement", PassageKind.TITLE),
    ]
    kinds = [PassageKind.BOILERPLATE, PassageKind.BODY, PassageKind.CAPTION, PassageKind.TITLE]
    assert kinds_with_boilerplate(paragraphs) == kinds


@pytest.mark.parametrize(
    "texts",
    [
        ["x" * 1_000_000],
        ["Photo " * 100_000],
        ["A " * 450, "(" * 690, "/AP " * 200, "A/" * 350, "A. " * 300, "@ " * 449],
        ["AP Photo" + "/A" * 300 + "!", "AP" + "/Aa Photo" * 16 + "!", "AP Photo" + "/Aa Photo" * 70 + "!"],
        ["\ud800", "\0", "", " ", "\u202e@", "🚢" * 800],
        ["READ MORE:"] * 5_000,
        ["Mara Lind: The tide is high and rising", "x"] * 5_000,
        ["Mara Lind is a fellow of the tides."] * 5_000,
        ["THE FERRY IS LATE AGAIN IN LISBON TODAY"] * 5_000,
    ],
    ids=["1 MB", "photos", "marks", "credits", "letters", "labels", "columns", "authors", "capitals"],
)
def test_hostile_texts_are_answered_like_others(texts):
    assert len(boilerplate_in(texts)) == len(texts)
