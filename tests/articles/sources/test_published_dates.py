"""The date of a record: what is none for sure is left unknown, what lies ahead is doubted, and both are said."""

import json
from datetime import UTC, datetime, timedelta

import pytest

from articles.sources.dates import read_published
from articles.sources.json_lines import read_line
from articles.sources.plain_text import read_plain_text

TEXT = "The ferry left. Nobody was late for it, and nobody minded the rain."


def from_json(published):
    line = json.dumps({"id": "1", "paragraphs": [TEXT], "published": published})
    return read_line(line.encode(), "a.jsonl, line 1", "a.jsonl")


def from_front_matter(published):
    return read_plain_text(f"---\npublished: {published}\n---\n{TEXT}\n", "a.txt", "a.txt")


def from_head(published):
    return read_plain_text(f"Ferry leaves\n\nPublished: {published}\n\n{TEXT}\n", "a.txt", "a.txt")


FORMATS = pytest.mark.parametrize("read", [from_json, from_front_matter, from_head])


@FORMATS
def test_a_date_that_lies_ahead_is_kept_and_doubted(read):
    found = read("7 June 2091")
    assert found.published.iso == "2091-06-07"
    assert found.published_doubt.startswith("it lies ahead of the import, which was on ")
    assert found.remarks == (f"the date “7 June 2091” is doubted: {found.published_doubt}",)


@FORMATS
def test_a_date_of_several_days_is_left_unknown_and_its_days_are_said(read):
    found = read("03/04/2020")
    assert found.published is None
    assert found.published_doubt == "“03/04/2020” can be read as two dates, 3 April 2020 or 4 March 2020"
    assert found.remarks == (f"the date was left unknown: {found.published_doubt}: write the year first (YYYY-MM-DD)",)
    assert [paragraph.text for paragraph in found.paragraphs] == [TEXT]


@FORMATS
def test_a_zone_that_is_several_is_remarked(read):
    found = read("7 June 2021 4:00 pm IST")
    assert (found.published.iso, found.published_doubt) == ("2021-06-07T16:00", "")
    assert "“IST” is more than one" in found.remarks[0]


def test_a_line_that_is_no_date_stays_text():
    found = from_head("with 2021 words")
    assert (found.published, found.published_doubt) == (None, "")
    assert "Published: with 2021 words" in [paragraph.text for paragraph in found.paragraphs]


def test_a_date_is_not_doubted_for_being_tomorrow():
    now = datetime.now(UTC)
    assert read_published((now + timedelta(hours=23)).isoformat()).doubt == ""
    assert read_published((now + timedelta(hours=25)).isoformat()).doubt != ""


def test_no_date_is_no_doubt():
    assert read_published("").doubt == ""


def test_what_lies_ahead_today_is_the_same_record_when_it_does_no_more():
    ahead = (datetime.now(UTC) + timedelta(days=9)).date().isoformat()
    found = from_json(ahead)
    assert found.published_doubt
    assert found.content_hash() == from_json(f"{ahead} ").content_hash()


def test_another_date_that_is_left_unknown_is_another_record():
    assert from_json("03/04/2020").content_hash() != from_json("04/05/2020").content_hash()


def test_numbers_are_read_alike_in_any_year():
    ahead = datetime.now(UTC).year % 100 + 2
    found = from_json(f"15-10-{ahead:02d}")
    assert found.published is None
    assert f"15 October 20{ahead:02d}" in found.published_doubt
