"""Whether a quotation stands or an editor rejected it, and whether an editor vouches for all that is said of it."""

from collections.abc import Callable
from functools import partial
from typing import Any

from articles import journal
from articles.editing.places import DoubtfulPlaceError, lay, places_again, places_of, refuse_doubtful
from articles.editing.quotations.values import refuse_one_that_stands_nowhere
from articles.models import Correction, Quotation
from articles.models.correction import OF_QUOTATIONS

CHECKED, UNCHECKED = "checked", ""


class Standing:
    """Whether it stands: "rejected" takes its words out of the text and keeps where they stood, "stands" back.

    Whether somebody vouches for it lies beneath a rejection, and counts again once that is taken back.
    """

    field = Correction.Field.QUOTATION

    def changed_fields(self, quotation_key: int) -> list[str]:
        """Return what the journal calls it."""
        return [journal.quotation_field(self.field, quotation_key)]

    def value(self, quotation: Quotation) -> str:
        """Return "stands", "rejected" or "gone"."""
        return str(quotation.standing)

    def prepared(self, quotation: Quotation, after: Any) -> tuple[str, Callable[[], None]]:
        """Return how it is to stand, and what stores it; nothing is what was before one was added, so it is rejected.

        Raises ValueError where its words are no longer there.
        """
        if after in (Quotation.Standing.REJECTED, ""):
            return str(Quotation.Standing.REJECTED.value), partial(self._reject, quotation)
        if after == Quotation.Standing.GONE and quotation.standing == Quotation.Standing.REJECTED:
            after = str(Quotation.Standing.STANDS.value)  # a rejection that is taken back, where the words are back
        if after != Quotation.Standing.STANDS:
            raise ValueError("a quotation stands or is rejected")
        if quotation.standing == Quotation.Standing.STANDS:
            return after, lambda: None
        places = places_again(quotation)
        if not places:
            raise ValueError("its words no longer stand in the article")
        try:
            refuse_doubtful(places, quotation)
        except DoubtfulPlaceError as error:
            raise ValueError(f"it cannot stand again: {error}") from error
        return after, partial(self._restore, quotation, places)

    def _reject(self, quotation: Quotation) -> None:
        if quotation.standing == Quotation.Standing.STANDS:
            quotation.last_places = [place.stored for place in places_of(quotation)]
        quotation.standing = Quotation.Standing.REJECTED
        quotation.spans.all().delete()
        quotation.save(update_fields=["standing", "last_places"])

    def _restore(self, quotation: Quotation, places: Any) -> None:
        quotation.standing, quotation.last_places = Quotation.Standing.STANDS, None
        lay(quotation, places)
        quotation.save(update_fields=["standing", "last_places"])


class Check:
    """Whether an editor vouches for its words, kind, speakers and subjects: "checked" or nothing.

    Who says so has seen all of these, so a change of any of them meanwhile is a conflict.
    """

    field = Correction.Field.QUOTATION_CHECK

    def changed_fields(self, quotation_key: int) -> list[str]:
        """Return what the journal calls it and all that it vouches for."""
        known = [journal.speaker_field(quotation_key), journal.about_field(quotation_key)]
        return [journal.quotation_field(self.field, quotation_key), *known, *_vouched_for(quotation_key)]

    def value(self, quotation: Quotation) -> str:
        """Return "checked", or nothing."""
        return CHECKED if quotation.checked else UNCHECKED

    def prepared(self, quotation: Quotation, after: Any) -> tuple[str, Callable[[], None]]:
        """Return whether it is to count as checked, and what stores it. Raises ValueError."""
        refuse_one_that_stands_nowhere(quotation)
        if after not in (CHECKED, UNCHECKED):
            raise ValueError("a quotation is checked or it is not")
        return after, partial(self._store, quotation, after == CHECKED)

    def _store(self, quotation: Quotation, checked: bool) -> None:
        quotation.checked = checked
        quotation.save(update_fields=["checked"])


def _vouched_for(quotation_key: int) -> list[str]:
    own = [field for field in OF_QUOTATIONS if field not in (Correction.Field.SPEAKER, Correction.Field.ABOUT)]
    return [journal.quotation_field(field, quotation_key) for field in own]


STANDING = Standing()
CHECK = Check()
