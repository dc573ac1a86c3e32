"""What an article says of whom: quotations with their speakers, people with their roles, countries with their codes.

Plain Python without Django. `extract` takes the passages of one article in reading order and returns `Findings`. The
steps, each a module: words, sentences and marks (reading); names and people; roles and genders; gazetteer and countries; cues,
nominals and subjects (attribution); references; quotations. The word lists are in data/.
"""

from collections.abc import Sequence

from .countries import country_mentions, found_countries
from .findings import Findings, FoundPerson, Passage
from .people import Cast, cast_of, span_of
from .quotations import found_quotations
from .reading import Reading, read
from .roles import roles_of

__all__ = ["EXTRACTOR_VERSION", "extract"]

EXTRACTOR_VERSION = "2026.11.1"  # raise it with every change that finds something else


def extract(passages: Sequence[Passage]) -> Findings:
    """Find the quotations, people and countries of one article."""
    reading = read(passages)
    cast = cast_of(reading)
    roles = roles_of(reading, cast)
    countries = country_mentions(reading, cast)
    return Findings(
        version=EXTRACTOR_VERSION,
        people=_found_people(reading, cast, roles),
        countries=found_countries(countries, reading),
        quotations=found_quotations(reading, cast, countries, roles),
    )


def _found_people(reading: Reading, cast: Cast, roles: dict[int, str]) -> tuple[FoundPerson, ...]:
    spans: dict[int, list] = {}
    for mention in cast.mentions:
        spans.setdefault(mention.person, []).append(span_of(mention, reading))
    return tuple(
        FoundPerson(
            name=" ".join(cast.people[number].name),
            mentions=tuple(places),
            role=roles.get(number),
            full=len(cast.people[number].name) > 1,
            confidence=round(cast.people[number].certainty, 2),
            evidence=(f"Named in full as “{' '.join(cast.people[number].name)}”.",)
            if len(cast.people[number].name) > 1
            else ("Known by one name with a title.",),
        )
        for number, places in spans.items()
    )
