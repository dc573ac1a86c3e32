"""What a block of plain text is, is told by its shape and place."""

import json
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.paragraph_kinds import PassageKind
from articles.sources import RecordProblem, SourceArticle, read
from articles.sources.plain_text import read_plain_text
from articles.sources.source_article import UnreadableRecordError

BODY = "The harbour bridge will close for a year while its deck is replaced, the city said on Monday."
MORE = "Ferries will run every ten minutes, and a bus will cross by the old road."


def article(text: str) -> SourceArticle:
    return read_plain_text(dedent(text).strip("\n"), "a place", "a.txt")


def kinds(text: str) -> list[tuple[str, str]]:
    return [(paragraph.kind.value, paragraph.text) for paragraph in article(text).paragraphs]


def test_a_text_without_blank_lines_is_a_paragraph_a_line():
    assert kinds(f"{BODY}\n{MORE}") == [("body", BODY), ("body", MORE)]


@pytest.mark.parametrize(
    "title", ["Harbour bridge to close", "Who will cross the harbour?", "“We will swim,” ferrymen say", "Cross!"]
)
def test_a_short_first_line_that_is_no_sentence_is_the_title(title):
    found = article(f"{title}\n\n{BODY}\n\n{MORE}")
    assert (found.title, len(found.paragraphs)) == (title, 2)


@pytest.mark.parametrize("first", [BODY, "A very long line " * 20, "It closed."])
def test_a_sentence_or_a_long_line_is_no_title(first):
    assert article(f"{first}\n\n{BODY}\n\n{MORE}").title == ""


def test_one_line_alone_is_text_not_title():
    found = article("Harbour bridge to close")
    assert (found.title, found.paragraphs[0].text) == ("", "Harbour bridge to close")


def test_text_between_title_and_image_is_the_standfirst():
    found = article(f"Bridge to close\n\nA year of ferries.\n\nThe bridge [File: Ama Boateng/Harbour]\n\n{BODY}")
    assert found.standfirst == "A year of ferries."


def test_a_first_paragraph_is_no_standfirst():
    found = article(f"Bridge to close\n\n{BODY}\n\n{MORE}")
    assert (found.standfirst, found.paragraphs[0].text) == ("", BODY)


def test_byline_and_date_are_taken_off_the_head():
    found = article(f"Bridge to close\n\nBy Ama Boateng and Li Na\n\nPublished: 5 March 2024\n\n{BODY}\n\n{MORE}")
    assert (found.byline, found.published.iso) == ("Ama Boateng and Li Na", "2024-03-05")
    assert [paragraph.text for paragraph in found.paragraphs] == [BODY, MORE]


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (
            "A crane above the river\nThe deck was laid in 1932 [File: Li Na/Harbour News]",
            [
                ("image_description", "A crane above the river"),
                ("caption", "The deck was laid in 1932"),
                ("credit", "Li Na/Harbour News"),
            ],
        ),
        ("The deck in 1932 [Photo: Li Na]", [("caption", "The deck in 1932"), ("credit", "Li Na")]),
        ("The deck in 1932 [Li Na/Harbour News]", [("caption", "The deck in 1932"), ("credit", "Li Na/Harbour News")]),
        ("[File: Li Na]", [("credit", "Li Na")]),
    ],
)
def test_an_image_has_description_caption_and_credit(block, expected):
    assert kinds(f"{BODY}\n\n{block}\n\n{MORE}")[1:-1] == expected


def test_a_bracket_inside_a_sentence_is_no_credit():
    sentence = "It asked [the city/the state] for help, and got none."
    assert kinds(f"{BODY}\n\n{sentence}\n\n{MORE}")[1] == ("body", sentence)


def test_a_short_line_that_ends_like_no_sentence_is_a_subhead():
    assert kinds(f"{BODY}\n\n‘No way across’\n\n{MORE}")[1] == ("subhead", "‘No way across’")


@pytest.mark.parametrize(
    ("line", "publisher"),
    [("Source: The Harbour Times", "The Harbour Times"), ("Source: Harbour and news agencies", "Harbour")],
)
def test_the_source_line_names_the_publisher_and_stays_as_a_note(line, publisher):
    found = article(f"{BODY}\n\n{MORE}\n\n{line}")
    assert found.publisher == publisher
    assert (found.paragraphs[-1].kind, found.paragraphs[-1].text) == (PassageKind.NOTE, line)


def test_lines_broken_at_a_width_are_one_paragraph():
    broken = (
        "The harbour bridge will close for a whole year while its\n"
        "deck is replaced, the city said on Monday, and ferries will\nrun."
    )
    assert len(article(f"{broken}\n\n{MORE}").paragraphs) == 2


def test_front_matter_gives_the_metadata():
    found = article(f"""
        ---
        title: Bridge: a year without
        authors: Ama Boateng
        date: 2024-03-05T09:30+01:00
        publisher: "The Harbour Times"
        id: harbour-17
        language: en
        ---
        {BODY}

        {MORE}
        """)
    assert (found.title, found.byline, found.publisher) == (
        "Bridge: a year without",
        "Ama Boateng",
        "The Harbour Times",
    )
    assert (found.published.iso, found.source_id, found.language) == ("2024-03-05T09:30+01:00", "harbour-17", "en")
    assert [paragraph.text for paragraph in found.paragraphs] == [BODY, MORE]


@pytest.mark.parametrize(
    "authors",
    ["Ama Boateng, Li Na", "[Ama Boateng, Li Na]", "\n- Ama Boateng\n- Li Na", "\n  - 'Ama Boateng'\n  - Li Na"],
)
def test_authors_may_be_a_list(authors):
    found = read_plain_text(f'---\nauthors: {authors}\ntitle: "Bridge to close"\n---\n{BODY}', "a place", "a.txt")
    assert (found.byline, found.title, found.remarks) == ("Ama Boateng, Li Na", "Bridge to close", ())


@pytest.mark.parametrize(
    "head",
    [
        "Bridge to close\nBy Ama Boateng\n5 March 2024\n\n",
        "Bridge to close\n\nBy Ama Boateng\n5 March 2024\n\n",
        "Bridge to close\nBy Ama Boateng\n\n5 March 2024\n\n",
    ],
)
def test_a_head_may_stand_in_one_block(head):
    found = read_plain_text(f"{head}{BODY}\n\n{MORE}", "a place", "a.txt")
    assert (found.title, found.byline, found.published.iso) == ("Bridge to close", "Ama Boateng", "2024-03-05")
    assert [paragraph.text for paragraph in found.paragraphs] == [BODY, MORE]


@pytest.mark.parametrize(
    ("head", "remark"),
    [
        ("---\nprize: yes\n---\n", "“prize” is not a name"),
        ("---\ndate: soon\n---\n", "“soon” is not a date"),
        ("---\ntitle: One\nheadline: Two\n---\n", "“headline” twice"),
        ("---\nthis is no pair\n---\n", "is not “key: value”"),
        ("---\ntitle: Never closed\n\n", "never closed"),
        ("---\ntitle: " + "x" * 30_000 + "\n---\n", "over 20,000 characters"),
    ],
)
def test_front_matter_that_is_not_understood_is_remarked_and_the_text_is_kept(head, remark):
    found = read_plain_text(head + f"{BODY}\n\n{MORE}", "a place", "a.txt")
    assert any(remark in sentence for sentence in found.remarks)
    assert found.paragraphs[-1].text == MORE


def test_an_empty_id_is_none():
    assert read_plain_text(f"---\nid:\n---\n{BODY}", "a place", "a.txt").source_id is None


def test_more_paragraphs_than_a_page_could_show_are_refused():
    with pytest.raises(UnreadableRecordError, match="10,001 paragraphs"):
        read_plain_text("Rain.\n" * 10_001, "a place", "a.txt")


@pytest.mark.parametrize("text", ["[" + "\xa0" * 50_000 + "x", "Source: a" + "\xa0" * 50_000, "[" * 50_000 + "]"])
def test_runs_of_blanks_and_brackets_are_read_to_their_end(text):
    assert read_plain_text(f"{BODY}\n\n{text}", "a place", "a.txt").paragraphs[-1].text


@pytest.mark.parametrize("text", ["", " \n\n\t\n", "\x00\x01", "---\ntitle: Alone\n---\n"])
def test_a_file_without_text_is_a_problem(text):
    with pytest.raises(UnreadableRecordError, match="no text"):
        read_plain_text(text, "a place", "a.txt")


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=400))
def test_any_text_is_an_article_without_controls_or_is_refused(text):
    try:
        found = read_plain_text(text, "a place", "a.txt")
    except UnreadableRecordError:
        return
    for paragraph in found.paragraphs:
        assert paragraph.text == paragraph.text.strip(" \t\n") != ""
        assert not any(c < " " for c in paragraph.text)


def test_the_seeds_are_read_as_a_careful_editor_would(seeds, shared):
    gold = json.loads((shared / "gold" / "seeds.json").read_text())
    for name, expected in gold.items():
        (found,) = read(seeds / name)
        assert not isinstance(found, RecordProblem)
        assert (found.title or None, found.standfirst or None) == (expected["title"], expected["standfirst"])
        assert (found.publisher or None, found.published) == (expected["source"], None)
        texts: dict[str, list[str]] = {}
        for paragraph in found.paragraphs:
            texts.setdefault(paragraph.kind.value, []).append(paragraph.text)
        for kind, key in [("caption", "captions"), ("credit", "credits"), ("subhead", "subheads")]:
            assert texts.get(kind, []) == expected.get(key, [])
        assert texts.get("image_description", []) == expected.get("image_descriptions", [])
        if "paragraph_kinds" in expected:
            assert {kind: len(of_kind) for kind, of_kind in texts.items()} == expected["paragraph_kinds"]
