"""The people beside the speaker who may have said a quotation: whom pages show for them, and how probable it is."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from articles.identity.merged_people import with_whom_they_were_merged_into
from articles.models import Person, Quotation
from articles.models.quotation import OtherCandidate
from articles.models.withheld_person import withheld


def read_other_candidates(quotations: Iterable[Quotation]) -> None:
    """Set who else may have said each of these quotations, whose speakers are prefetched (2 queries if
    any has some, and one more for each step of the longest chain of merges).

    Nobody where an editor vouches for who said it; whom pages leave out, and who is the speaker by now, is none.
    """
    in_doubt = [(one, one.found_candidates) for one in quotations if one.found_candidates and not one.is_checked]
    if not in_doubt:
        return
    people = _shown({candidate["person"] for _, found in in_doubt for candidate in found})
    for one, found in in_doubt:
        one.other_candidates = _others(one, found, people)


def _shown(keys: Collection[int]) -> dict[int, Person]:
    """Return whom pages show for each of these people, by their keys; without those whom they leave out."""
    found = with_whom_they_were_merged_into(Person.objects.in_bulk(keys))
    shown = {key: found[key].shown for key in keys if key in found}
    left_out = set(withheld().filter(pk__in={person.pk for person in shown.values()}))
    return {key: person for key, person in shown.items() if person.pk not in left_out}


def _others(
    quotation: Quotation, found: Iterable[dict[str, Any]], people: Mapping[int, Person]
) -> tuple[OtherCandidate, ...]:
    known = {speaker.person_id for speaker in quotation.speakers.all()}
    others: dict[int, OtherCandidate] = {}
    for candidate in found:
        person = people.get(candidate["person"])
        if person and person.pk not in known:
            others.setdefault(person.pk, OtherCandidate(person, candidate["confidence"]))
    return tuple(others.values())
