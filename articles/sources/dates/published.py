"""The date that a record gives for its article: read, doubted, or left unknown with the reason."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from .errors import AmbiguousDateError, UnreadableDateError
from .reading import PublishedDate, read_date

EMBARGO = timedelta(days=1)  # what is of tomorrow may be here today; nothing is here that was published later


@dataclass(frozen=True, slots=True)
class RecordDate:
    """`date` is None where it is unknown. `doubt` is a sentence on why it is unknown, or can't be so.

    `remarks` are what the import says. `is_one` says that a date was given, even if nobody can know which day it is.
    """

    date: PublishedDate | None = None
    doubt: str = ""
    remarks: tuple[str, ...] = ()
    is_one: bool = True


def read_published(text: str) -> RecordDate:
    """Read the date a record gives; nothing given is unknown without a doubt. Never raises."""
    if not text:
        return RecordDate(is_one=False)
    try:
        date = read_date(text)
    except UnreadableDateError as error:
        remark = f"the date was left unknown: {error}"
        return RecordDate(None, error.sentence, (remark,), is_one=isinstance(error, AmbiguousDateError))
    if doubt := doubt_of_future(date, datetime.now(UTC)):
        return RecordDate(date, doubt, (f"the date “{text}” is doubted: {doubt}",))
    return RecordDate(date, "", (date.remark,) if date.remark else ())


def doubt_of_future(date: PublishedDate, imported_at: datetime) -> str:
    """Say that a date can't be so, where it lies more than a day after the import; nothing where it can."""
    if date.start <= imported_at + EMBARGO:
        return ""
    return f"it lies ahead of the import, which was on {imported_at.day} {imported_at:%B} {imported_at.year}"
