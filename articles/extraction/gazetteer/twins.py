"""Names that a country shares with another country or with a state: "Congo", "Georgia" (data/twins.tsv)."""

from dataclasses import dataclass

from ..lexicons import rows_of
from .atlas import Town


@dataclass(frozen=True, slots=True)
class Twin:
    """What a shared name means: the usual country, the other place, and countries that speak for the usual one."""

    usual: str
    other: Town
    speakers: tuple[str, ...]


TWINS = {
    form: Twin(usual, Town(*other.partition(".")[::2], 0), tuple(speakers.split()))
    for form, usual, other, speakers in rows_of("twins.tsv")
}
