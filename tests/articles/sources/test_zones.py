"""A date keeps the day and the hour that are printed, whatever zone they are in."""

import pytest

from articles.sources.dates import read_date


@pytest.mark.parametrize(
    ("printed", "offset"),
    [
        ("7 January 2021 11:30 pm EST", "-05:00"),
        ("7 July 2021 11:30 pm EDT", "-04:00"),
        ("7 July 2021 11:30 pm EST", "-05:00"),
        ("7 January 2021 11:30 pm ET", "-05:00"),
        ("7 July 2021 11:30 pm ET", "-04:00"),
        ("7 July 2021 11:30 pm CT", "-05:00"),
        ("7 July 2021 11:30 pm PT", "-07:00"),
        ("7 January 2021 11:30 pm CST", "-06:00"),
        ("7 July 2021 11:30 pm PDT", "-07:00"),
        ("7 January 2021 11:30 pm CET", "+01:00"),
        ("7 July 2021 11:30 pm CEST", "+02:00"),
        ("7 July 2021 11.30pm BST", "+01:00"),
        ("7 January 2021 23.30 GMT", "Z"),
        ("11:30 pm AEDT, Thursday, January 7, 2021", "+11:00"),
        ("Thu Jan 07 23:30 JST 2021", "+09:00"),
        ("7 January 2021 23:30, UK", "Z"),
        ("7 July 2021 23:30, UK", "+01:00"),
        ("2021-01-07 23:30 EST", "-05:00"),
        ("7 January 2021 23:30 GMT+2", "+02:00"),
        ("7 January 2021 23:30 UTC-0500", "-05:00"),
        ("7 January 2021 23:30 (GMT+7)", "+07:00"),
        ("7 January 2021 11:30 PM +0100", "+01:00"),
        ("Thu Jan 07 2021 23:30 GMT+0200 (Eastern European Standard Time)", "+02:00"),
    ],
)
def test_a_named_zone_keeps_the_day(printed, offset):
    month = "07" if "July" in printed else "01"
    assert read_date(printed).iso == f"2021-{month}-07T23:30{offset}"
    assert read_date(printed).remark == ""


@pytest.mark.parametrize(
    ("zone", "why"),
    [("IST", "is more than one, Indian, Israeli or Irish"), ("AMT", "is more than one"), ("QQT", "is not known here")],
)
def test_a_zone_that_is_none_for_sure_is_left_out_and_said(zone, why):
    date = read_date(f"7 January 2021 11:30 pm {zone}")
    assert date.iso == "2021-01-07T23:30"
    assert f"the zone “{zone}” {why}" in date.remark
