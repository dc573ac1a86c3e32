"""The words that a quotation is: one stretch of a paragraph, or several, as an editor chose them."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from articles import journal
from articles.editing.places import (
    Place,
    joined_words,
    lay,
    places_kept,
    places_of,
    quotation_places,
    refuse_doubtful,
    stored_place,
)
from articles.models import Correction, Quotation


class Words:
    """Where a quotation stands; its JSON form is {"words", "places": [[anchor, fingerprint, start, end], …]}."""

    field = Correction.Field.SPAN

    def changed_fields(self, quotation_key: int) -> list[str]:
        """Return what the journal calls it."""
        return [journal.quotation_field(self.field, quotation_key)]

    def value(self, quotation: Quotation) -> dict[str, Any]:
        """Return the words and where they stand."""
        return words_json(quotation.text, places_of(quotation))

    def prepared(self, quotation: Quotation, after: Any) -> tuple[dict[str, Any], Callable[[], None]]:
        """Return the words as they are kept, and what stores them.

        `after` is the JSON form, or has the "places" as forms send them (places.chosen_place) and whether even doubtful
        ones are meant ("anyway"). Raises ValueError, and DoubtfulPlaceError of these.
        """
        if quotation.standing == Quotation.Standing.REJECTED:
            raise ValueError("it was marked as no quotation: take that back first")
        kept = any(isinstance(one, list) for one in after["places"])
        chosen = list(map(stored_place, after["places"])) if kept else after["places"]
        places = quotation_places(quotation.article, chosen)
        if kept and joined_words(places) != after["words"]:
            raise ValueError("the text has changed meanwhile: choose the words anew")
        if not kept and not after.get("anyway"):
            refuse_doubtful(places, quotation)
        return words_json(joined_words(places), places), partial(self._store, quotation, places)

    def _store(self, quotation: Quotation, places: Sequence[Place]) -> None:
        if not quotation.span_corrected and not quotation.added:
            quotation.found_places = [place.stored for place in places_of(quotation)]
        quotation.text, quotation.span_corrected = joined_words(places), True
        quotation.standing, quotation.last_places = Quotation.Standing.STANDS, None
        lay(quotation, places)
        quotation.save(update_fields=["text", "span_corrected", "found_places", "standing", "last_places"])

    def forget(self, quotation: Quotation) -> None:
        """Have it stand where it was found, as far as these words are still there, until an extractor lays it anew."""
        places = places_kept(quotation.article, quotation.found_places or [])
        quotation.span_corrected, quotation.found_places = False, None
        if places:
            quotation.text = joined_words(places)
            lay(quotation, places)
        quotation.save(update_fields=["text", "span_corrected", "found_places"])


def words_json(words: str, places: Sequence[Place]) -> dict[str, Any]:
    """Return the JSON form of words and where they stand."""
    return {"words": words, "places": [place.stored for place in places]}


WORDS = Words()
