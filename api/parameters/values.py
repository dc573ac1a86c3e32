"""The types of parameters' values, each of which is its own validation and its own description."""

from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints

HIGHEST = 10**18 - 1  # number of a row that an address may ask for
LONGEST_NAME = 200  # code points

_YEAR = "[1-9][0-9]{3}"
_LEAP = "[1-9][0-9](?:0[48]|[2468][048]|[13579][26])|(?:[2468][048]|[13579][26])00"
_DAYS = (
    "(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8])"
)
# A year, a month or a day of the calendar, so that what the schema allows is a date.
DATE_PATTERN = f"^(?:{_YEAR}(?:-(?:0[1-9]|1[0-2])|-(?:{_DAYS}))?|(?:{_LEAP})-02-29)$"
MONTH_PATTERN = f"^{_YEAR}-(?:0[1-9]|1[0-2])$"
NO_NUL = r"^[^\x00]+$"

Number = Annotated[int, Field(ge=1, le=HIGHEST)]
Name = Annotated[str, Field(max_length=LONGEST_NAME, pattern=NO_NUL)]
Date = Annotated[str, Field(pattern=DATE_PATTERN)]
CountryCode = Annotated[str, StringConstraints(to_upper=True), Field(pattern="^[A-Za-z]{2}$")]


def type_of(schema: dict[str, Any]) -> Any:
    """Return the type whose values are those of a JSON schema of a text, a number or a choice."""
    if "enum" in schema:
        return Literal[tuple(schema["enum"])]
    kind = int if schema["type"] == "integer" else str
    limits = {
        "ge": schema.get("minimum"),
        "le": schema.get("maximum"),
        "max_length": schema.get("maxLength"),
        "pattern": schema.get("pattern"),
    }
    return Annotated[kind, Field(**{name: limit for name, limit in limits.items() if limit is not None})]
