"""Time zones by the abbreviations that news agencies and papers write, in the sense in which they write them.

American agencies name zones by EST, CDT or PT, so CST is theirs, not China's; British papers name theirs by GMT and
BST. An abbreviation that papers of several countries write, each in its own sense (IST), is no zone here. “ET” is the
time on the clocks of the East at that date, whichever it is; EST and EDT are fixed, also where the season is another.
Offsets and zones: the IANA time zone database.
"""

from datetime import timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

FIXED_HOURS = {
    "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7,
    "AKST": -9, "AKDT": -8, "HST": -10, "ADT": -3, "NST": -3.5, "NDT": -2.5,
    "BST": 1, "WET": 0, "WEST": 1, "CET": 1, "CEST": 2, "MEZ": 1, "MESZ": 2, "EET": 2, "EEST": 3, "MSK": 3, "TRT": 3,
    "WAT": 1, "CAT": 2, "SAST": 2, "EAT": 3, "IRST": 3.5, "PKT": 5, "NPT": 5.75, "WIB": 7, "ICT": 7,
    "HKT": 8, "SGT": 8, "MYT": 8, "PHT": 8, "AWST": 8, "JST": 9, "KST": 9, "ACST": 9.5, "ACDT": 10.5,
    "AEST": 10, "AEDT": 11, "NZST": 12, "NZDT": 13,
}  # fmt: skip
BY_DATE = {
    "ET": "America/New_York",
    "CT": "America/Chicago",
    "MT": "America/Denver",
    "PT": "America/Los_Angeles",
    "UK": "Europe/London",
    "AET": "Australia/Sydney",
}
SEVERAL = {
    "IST": "Indian, Israeli or Irish",
    "AST": "Atlantic or Arabian",
    "AMT": "Amazonian or Armenian",
    "GST": "of the Gulf or of South Georgia",
}


def zone_called(name: str) -> tzinfo | None:
    """Return the zone of an abbreviation; None where it is several, or not known here."""
    if name in BY_DATE:
        return ZoneInfo(BY_DATE[name])
    return timezone(timedelta(hours=FIXED_HOURS[name])) if name in FIXED_HOURS else None


def why_unplaced(name: str) -> str:
    """Say why there is no zone of that abbreviation, and what becomes of the time."""
    why = f"is more than one, {SEVERAL[name]}" if name in SEVERAL else "is not known here"
    return f"the zone “{name}” {why}: the time is kept as it is printed, in no zone"
