"""Names that a country shares with another or with a state: "Congo", "Georgia" (data/en/ambiguous_names.tsv)."""

from ..lexicons import rows_of
from ..records import record
from .place_matcher import Town


@record
class AmbiguousName:
    """What a name shared by two places means; countries are ISO 3166-1 codes."""

    usual: str  # the country meant where nothing speaks for the other
    other: Town  # the other country, or a state of another one
    supporters: tuple[str, ...]  # countries that speak for the usual one where the article names them


AMBIGUOUS_NAMES = {
    form: AmbiguousName(usual, Town(*other.partition(".")[::2], 0), tuple(supporters.split()))
    for form, usual, other, supporters in rows_of("ambiguous_names.tsv")
}
