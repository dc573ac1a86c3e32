"""Whether the last correction of each value is what stands: names by whom they lead to, since people are joined."""

from collections.abc import Iterator
from typing import Any

from articles.editing.people.roles import role_value
from articles.editing.reverting import standing_value
from articles.models import Correction, Mention, Person, Quotation

Field = Correction.Field
CHECKS = {Field.QUOTATION_CHECK: Field.QUOTATION, Field.MENTION_CHECK: Field.MENTION}


def lost_words() -> list[str]:
    """Say of each last correction that does not stand what stands instead."""
    return [
        f"{correction} ({correction.pk}): {stands!r}, not {correction.after!r}"
        for correction in last_words()
        if not _agree(correction, stands := _standing(correction))
    ]


def last_words() -> Iterator[Correction]:
    """Yield the last correction of each value that none of another value took back with it."""
    last: dict[tuple[Any, ...], Correction] = {}
    for correction in Correction.every.order_by("pk"):
        if not _keeps_checks(correction):
            last.pop(_key(correction, _check_of(correction)), None)
        if correction.field == Field.MENTION:
            last.pop(_key(correction, Field.NAMED), None)
        last[_key(correction, correction.field)] = correction
    return (correction for correction in last.values() if not correction.releases)


def _key(correction: Correction, field: str) -> tuple[Any, ...]:
    of_many = correction.after[0]["name"].casefold() if field in (Field.ROLE, Field.ALIAS) else ""
    of = correction.article_id, correction.paragraph, correction.quotation_id, correction.mention_id
    return field, *of, correction.person_id, of_many


def _keeps_checks(correction: Correction) -> bool:
    return correction.field not in CHECKS.values() or correction.after != "rejected"


def _check_of(correction: Correction) -> str:
    return next(check for check, standing in CHECKS.items() if standing == correction.field)


def _standing(correction: Correction) -> Any:
    """Return what stands; a role is shown with whom its person is joined with."""
    if correction.field == Field.ROLE:
        return role_value(correction.person.shown, correction.after[0]["name"])
    return standing_value(correction)


def _agree(correction: Correction, stands: Any) -> bool:
    if correction.field == Field.QUOTATION:
        return stands == "rejected" if correction.after == "rejected" else stands in ("stands", "gone")
    if correction.field == Field.MENTION:
        return (stands == "rejected") == (correction.after == "rejected")
    if correction.field == Field.SPAN:  # the rest of its paragraph may have changed, and with it where they stand
        gone = correction.quotation.standing != Quotation.Standing.STANDS
        return gone or stands["words"] == correction.after["words"]
    if correction.field == Field.NAMED:
        gone = correction.mention.standing == Mention.Standing.GONE
        return gone or _who(stands) == _who(correction.after)
    if correction.field in (Field.SPEAKER, Field.ABOUT):
        return [*map(_who, stands)] == [*map(_who, correction.after)]
    return bool(stands == correction.after)


def _who(value: Any) -> Any:
    if value["kind"] != "person":
        return value
    identity = value.get("identity") or Person.identity_of(value["name"])
    return Person.objects.get(identity=identity).shown.pk
