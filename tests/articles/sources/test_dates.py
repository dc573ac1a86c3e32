"""Dates keep their precision and zone; what cannot be told for sure is refused with a sentence."""

import contextlib
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.sources.dates import UnreadableDateError, read_date


@pytest.mark.parametrize(
    ("given_text", "iso", "start"),
    [
        ("2016", "2016", datetime(2016, 1, 1)),
        ("2016-09", "2016-09", datetime(2016, 9, 1)),
        ("2016-09-20", "2016-09-20", datetime(2016, 9, 20)),
        ("  2016-09-20 ", "2016-09-20", datetime(2016, 9, 20)),
        ("2016-09-20T13:05", "2016-09-20T13:05", datetime(2016, 9, 20, 13, 5)),
        ("2016-09-20T13:05:09Z", "2016-09-20T13:05:09Z", datetime(2016, 9, 20, 13, 5, 9)),
        ("2016-09-20T13:05:09.123456+01:00", "2016-09-20T13:05:09+01:00", datetime(2016, 9, 20, 12, 5, 9)),
        ("2012-04-25 12:42:14 -0400", "2012-04-25T12:42:14-04:00", datetime(2012, 4, 25, 16, 42, 14)),
        ("2012-04-25 2:42:14 -0330", "2012-04-25T02:42:14-03:30", datetime(2012, 4, 25, 6, 12, 14)),
        ("12 March 2022", "2022-03-12", datetime(2022, 3, 12)),
        ("March 12, 2022", "2022-03-12", datetime(2022, 3, 12)),
        ("March 2022", "2022-03", datetime(2022, 3, 1)),
        ("Saturday 12 March 2022 9:22 am", "2022-03-12T09:22", datetime(2022, 3, 12, 9, 22)),
        ("19 Nov 2019 05:44 GMT", "2019-11-19T05:44Z", datetime(2019, 11, 19, 5, 44)),
        ("Mon, 14 Sep 2015 02:06:01 +0000", "2015-09-14T02:06:01Z", datetime(2015, 9, 14, 2, 6, 1)),
        ("25/12/2019", "2019-12-25", datetime(2019, 12, 25)),
        ("18 Mar 2022 1pm", "2022-03-18T13:00", datetime(2022, 3, 18, 13)),
        ("2022-03-18T13", "2022-03-18T13:00", datetime(2022, 3, 18, 13)),
        ("٢٠٢٢-٠٣-١٨", "2022-03-18", datetime(2022, 3, 18)),
    ],
)
def test_a_date_keeps_its_precision_and_zone(given_text, iso, start):
    date = read_date(given_text)
    assert date.iso == iso
    assert date.start == start.replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("given_text", "part_of_sentence"),
    [
        ("9/6/17", "two dates"),
        ("03.04.2020", "two dates"),
        ("Friday", "no year"),
        ("12 March", "no year"),
        ("2020-13-01", "not a date"),
        ("2021-02-29", "not a date"),
        ("0000-01-01", "not a date"),
        ("9999-12-31T23:00-05:00", "not a date"),
        ("2020-01-01T10:00+99:00", "not a time zone"),
        ("December 7, 2016 at 4:00 AM CST", "CST"),
        ("yesterday", "not a date"),
        ("", "not a date"),
        ("1" * 500, "500 characters long"),
        ("9" * 30 + "h", "not a date"),
    ],
)
def test_what_is_no_date_for_sure_is_refused(given_text, part_of_sentence):
    with pytest.raises(UnreadableDateError, match=part_of_sentence):
        read_date(given_text)


@given(st.text(max_size=90))
def test_any_text_is_a_date_or_refused(text):
    with contextlib.suppress(UnreadableDateError):
        date = read_date(text)
        assert date.iso.isascii()
        assert read_date(date.iso) == date


@given(st.dates())
def test_every_day_is_read_back(day):
    assert read_date(day.isoformat()).iso == day.isoformat()
