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
        ("7 June 2021, 9.30am", "2021-06-07T09:30", datetime(2021, 6, 7, 9, 30)),
        ("9.30 p.m. on 7 June 2021", "2021-06-07T21:30", datetime(2021, 6, 7, 21, 30)),
        ("Mon 7 Jun 2021 18.54", "2021-06-07T18:54", datetime(2021, 6, 7, 18, 54)),
        ("25.12.2019, 21.11", "2019-12-25T21:11", datetime(2019, 12, 25, 21, 11)),
        ("11.11.2021", "2021-11-11", datetime(2021, 11, 11)),
        ("19/10/19", "2019-10-19", datetime(2019, 10, 19)),
        ("30/10/1999", "1999-10-30", datetime(1999, 10, 30)),
        ("14. 01. 2020, 13:47", "2020-01-14T13:47", datetime(2020, 1, 14, 13, 47)),
        ("2019.3.4", "2019-03-04", datetime(2019, 3, 4)),
        ("Published on 7 June 2021 | 4:39 pm", "2021-06-07T16:39", datetime(2021, 6, 7, 16, 39)),
        ("(Last updated: Mon, Jun 7 2021 9:29 AM)", "2021-06-07T09:29", datetime(2021, 6, 7, 9, 29)),
        ("June 7, 2021: 3:42 PM", "2021-06-07T15:42", datetime(2021, 6, 7, 15, 42)),
        ("20210607T132005+0200", "2021-06-07T13:20:05+02:00", datetime(2021, 6, 7, 11, 20, 5)),
        ("1-JUN-1987 15:01:01.79", "1987-06-01T15:01:01", datetime(1987, 6, 1, 15, 1, 1)),
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
        ("19-03-04", "two dates, 19 March 2004 or 4 March 2019"),
        ("04/03/05", "three dates, 4 March 2005, 3 April 2005 or 5 March 2004"),
        ("01. 11. 2023", "two dates, 1 November 2023 or 11 January 2023"),
        ("25.4.24", "two dates, 25 April 2024 or 24 April 2025"),
        ("19-13-04", "not a date"),
        ("2020/13/01", "not a date"),
        ("190304", "not a date"),
        ("60", "not a date"),
        ("June 24-28, 2021", "several days"),
        ("24 – 28 June 2021", "several days"),
        ("7 June 2021 to 8 June 2022", "not a date"),
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
