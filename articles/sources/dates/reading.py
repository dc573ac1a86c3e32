"""One date, at the precision it has, in the zone it names.

A date is kept as ISO 8601 text of reduced precision ("2016", "2016-09", "2016-09-20", "2016-09-20T13:00",
"2016-09-20T13:00:05+01:00"), as ISO 8601-1:2019 and EDTF level 0 have it.
"""

import re
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta, tzinfo

from dateutil import parser
from dateutil.tz import tzoffset

from .errors import UnreadableDateError
from .numbers import HAS_MONTH_NAME, with_year_first
from .wording import SEVERAL_DAYS, in_plain_form, with_colon
from .zones import why_unplaced, zone_called

LONGEST = 80
ISO = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)"
    r"(?:[T ](?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,]\d{1,9})?)?"
    r"\s?(?P<zone>Z|UTC|GMT|[+-]\d\d:?\d\d)?)?)?)?",
    re.ASCII,  # other scripts' digits are read too, but as words: what is kept is always ASCII
)
YEAR = re.compile(r"(?<!\d)(?:1[6-9]|20)\d\d(?!\d|\s?(?:GMT|UTC|Z)\b|\s?[+-]\d)")
WHOLE_DAY = re.compile(r"\d{4}-\d\d-\d\d")
# Two defaults that differ in every part tell which parts the text itself gave.
ONE_DEFAULT, OTHER_DEFAULT = datetime(2000, 1, 1, 0, 0, 0), datetime(2004, 2, 2, 1, 0, 1)


@dataclass(frozen=True, slots=True)
class PublishedDate:
    """`iso` is the date as given, at its own precision and zone; `start` the instant it begins at, in UTC.

    Where the text names no zone, `start` takes UTC, to sort by; the zone stays unknown in `iso`. `remark` is a sentence
    on what was read with doubt and is not in `iso`, or nothing.
    """

    iso: str
    start: datetime
    remark: str = field(default="", compare=False)


def read_date(text: str) -> PublishedDate:
    """Read one date.

    Raises UnreadableDateError, with a sentence, for anything that is not one date for sure.
    """
    text = text.strip()
    if len(text) > LONGEST:
        raise UnreadableDateError(f"the date is {len(text)} characters long, {LONGEST} at the most are read")
    iso = ISO.fullmatch(text)
    try:
        return _from_iso(iso) if iso else _from_words(text)
    except UnreadableDateError:
        raise
    except (ValueError, ArithmeticError) as error:
        raise UnreadableDateError(f"“{text}” is not a date") from error


def _from_iso(found: re.Match[str]) -> PublishedDate:
    parts = found.groupdict()
    iso = parts["year"]
    moment = datetime(int(parts["year"]), int(parts["month"] or 1), int(parts["day"] or 1))
    for name in ("month", "day"):
        iso += f"-{parts[name]}" if parts[name] else ""
    if not parts["hour"]:
        return PublishedDate(iso, moment.replace(tzinfo=UTC))
    moment = moment.replace(hour=int(parts["hour"]), minute=int(parts["minute"]), second=int(parts["second"] or 0))
    return _with_time(moment, bool(parts["second"]), _offset(parts["zone"]))


def _offset(zone: str | None) -> timedelta | None:
    if zone is None:
        return None
    if zone in ("Z", "UTC", "GMT"):
        return timedelta()
    hours, minutes = int(zone[1:3]), int(zone[-2:])
    if hours > 14 or minutes > 59:
        raise UnreadableDateError(f"“{zone}” is not a time zone")
    offset = timedelta(hours=hours, minutes=minutes)
    return -offset if zone[0] == "-" else offset


def _with_time(moment: datetime, seconds: bool, offset: timedelta | None) -> PublishedDate:
    iso = moment.isoformat(timespec="seconds" if seconds else "minutes")
    if offset is not None:
        iso += _zone_text(offset)
    return PublishedDate(iso, (moment - (offset or timedelta())).replace(tzinfo=UTC))


def _zone_text(offset: timedelta) -> str:
    if not offset:
        return "Z"
    minutes = round(offset.total_seconds() / 60)
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"


def _from_words(text: str) -> PublishedDate:
    """Read a date in words; what dateutil would fill in from today is told from what the text gives."""
    if SEVERAL_DAYS.search(text):
        raise UnreadableDateError(f"“{text}” is several days")
    plain = with_year_first(in_plain_form(text), text)
    zones = NamedZones()
    one, other = (_parsed(plain, default, zones) for default in (ONE_DEFAULT, OTHER_DEFAULT))
    if one.year != other.year:
        raise UnreadableDateError(f"“{text}” names no year")
    years = YEAR.findall(plain)
    if years and f"{one.year:04d}" not in years:
        raise UnreadableDateError(f"“{text}” is not one date")
    return replace(_at_precision(one, other), remark=zones.remark)


def _at_precision(one: datetime, other: datetime) -> PublishedDate:
    """Return a date without the parts that two readings of it with different defaults do not share."""
    if one.month != other.month:
        return PublishedDate(f"{one.year:04d}", datetime(one.year, 1, 1, tzinfo=UTC))
    if one.day != other.day:
        return PublishedDate(f"{one.year:04d}-{one.month:02d}", datetime(one.year, one.month, 1, tzinfo=UTC))
    if one.hour != other.hour:
        return PublishedDate(one.date().isoformat(), datetime(one.year, one.month, one.day, tzinfo=UTC))
    return _with_time(one.replace(microsecond=0, tzinfo=None), one.second == other.second, one.utcoffset())


def _parsed(text: str, default: datetime, zones: "NamedZones") -> datetime:
    clock = with_colon(text) if HAS_MONTH_NAME.search(text) or WHOLE_DAY.search(text) else text
    moment: datetime = parser.parse(clock, default=default, tzinfos=zones)
    return moment


class NamedZones:
    """Answers dateutil's question which zone a name is; `remark` says what becomes of a time without one."""

    def __init__(self) -> None:
        self.remark = ""

    def __call__(self, name: str | None, offset: int | None) -> tzinfo | None:
        if offset is not None:
            return tzoffset(name, offset)
        zone = zone_called(name) if name else None
        if name and zone is None:
            self.remark = why_unplaced(name)
        return zone
