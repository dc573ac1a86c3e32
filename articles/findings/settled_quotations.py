"""What becomes of an article's quotations when it is extracted from again: which stand, in which rows, and which go."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from articles.findings.article_text import ArticleText, Locations, Place, shared
from articles.findings.held_quotations import found_beneath
from articles.findings.quotation_layers import FoundValues, find_again, go, stand
from articles.findings.quotation_matching import EarlierQuotation, LaidQuotation, align, lay
from articles.models import Quotation


@dataclass(frozen=True)
class FoundAt:
    """A quotation found: its values, and where it stands."""

    values: FoundValues
    locations: Locations


@dataclass(frozen=True)
class Standing:
    """A quotation that stands now: its row, or its number among those found where it has none yet."""

    locations: Locations
    row: Quotation | None = None
    number: int = 0


@dataclass
class SettledQuotations:
    """The rows of an article's quotations, set to what is found beside editors' words; the caller stores them.

    `again` are the rows of those that are found, by their number among them; `gone` those of no editor that are found
    no more.
    """

    found: Sequence[FoundAt]
    before: ArticleText
    now: ArticleText
    standing: list[Standing] = field(default_factory=list)
    again: dict[int, Quotation] = field(default_factory=dict)
    gone: list[Quotation] = field(default_factory=list)

    def settle(self, earlier: Sequence[EarlierQuotation]) -> None:
        """Set the rows of all earlier quotations."""
        laid = lay(earlier, self.before, self.now)
        held = [one for one in laid if one.row.is_held]
        places, texts = [one.locations for one in self.found], [one.values.text for one in self.found]
        beneath = found_beneath(held, places, texts, self.now)
        own = [n for n in range(len(self.found)) if n not in beneath]
        free = [one for one in laid if not one.row.is_held]
        rows = align([places[n] for n in own], [texts[n] for n in own], free)
        for one in held:
            self._hold(one, [n for n in beneath if beneath[n] is one])
        for n, row in zip(own, rows, strict=True):
            self._stand(n, row)
        again = {row.pk for row in rows if row}
        for one in free:
            if one.row.pk not in again:
                go(one.row, self._last_places(one))
                self.gone.append(one.row)
        if any(one.row and one.row.is_held for one in self.standing):
            self.standing.sort(key=lambda one: self.now.order_of(one.locations))

    def _stand(self, n: int, row: Quotation | None) -> None:
        if row:
            self._find_again(row, n)
        self.standing.append(Standing(self.found[n].locations, row, n))

    def _find_again(self, row: Quotation, n: int) -> None:
        self.again[n] = row
        find_again(row, self.found[n].values, lambda: self._places(self.found[n].locations))

    def _hold(self, one: LaidQuotation, beneath: Sequence[int]) -> None:
        """Have an editor's quotation stand on its words or go with them, above the one found that is most like it."""
        row = one.row
        if beneath:
            most = max(beneath, key=lambda n: shared(one.locations, self.found[n].locations))
            self._find_again(row, most)
            if one.is_rejected and not one.locations:  # its words were touched up
                row.text, one = self.found[most].values.text, LaidQuotation(one.earlier, self.found[most].locations)
        if one.locations and not one.is_rejected:
            stand(row)
            self.standing.append(Standing(one.locations, row))
        else:
            go(row, self._last_places(one))

    def _last_places(self, one: LaidQuotation) -> list[Place]:
        if one.locations:
            return self._places(one.locations)
        if one.earlier.locations:
            return list(map(self.before.place_of, one.earlier.locations))
        return [Place(*place) for place in one.row.last_places or ()]

    def _places(self, locations: Locations) -> list[Place]:
        return list(map(self.now.place_of, locations))
