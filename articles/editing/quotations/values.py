"""A quotation's kind and its cue, as an editor corrects them; what was found lies beneath."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from articles import journal
from articles.models import Correction, Quotation
from articles.names.visible import visible
from articles.sources.cleaning import one_line

LONGEST_CUE = 200


@dataclass(frozen=True)
class QuotationColumn:
    """A value of a quotation that is one column, with the columns of what was found and of whether it is corrected.

    `normal` returns a value as it is kept from what somebody sent, and raises ValueError with a sentence.
    """

    field: Correction.Field
    column: str
    found: str
    flag: str
    normal: Callable[[Any], str]

    def changed_fields(self, quotation_key: int) -> list[str]:
        """Return what the journal calls it."""
        return [journal.quotation_field(self.field, quotation_key)]

    def value(self, quotation: Quotation) -> str:
        """Return what pages show."""
        return str(getattr(quotation, self.column))

    def prepared(self, quotation: Quotation, after: Any) -> tuple[str, Callable[[], None]]:
        """Return the value as it is kept, and what stores it. Raises ValueError."""
        refuse_one_that_stands_nowhere(quotation)
        value = self.normal(after)
        return value, partial(self._store, quotation, value)

    def _store(self, quotation: Quotation, value: str) -> None:
        if not getattr(quotation, self.flag):
            setattr(quotation, self.found, self.value(quotation))
        setattr(quotation, self.column, value)
        setattr(quotation, self.flag, True)
        quotation.save(update_fields=[self.column, self.found, self.flag])

    def forget(self, quotation: Quotation) -> None:
        """Show what was found beneath again, until an extractor says it anew."""
        if getattr(quotation, self.flag):
            setattr(quotation, self.column, getattr(quotation, self.found))
            setattr(quotation, self.found, "")
            setattr(quotation, self.flag, False)
            quotation.save(update_fields=[self.column, self.found, self.flag])


def refuse_one_that_stands_nowhere(quotation: Quotation) -> None:
    """Raise ValueError with a sentence where a quotation stands in no text."""
    if quotation.standing == Quotation.Standing.REJECTED:
        raise ValueError("it was marked as no quotation: take that back first")
    if quotation.standing == Quotation.Standing.GONE:
        raise ValueError("its words no longer stand in the article")


def _kind(after: Any) -> str:
    if after not in Quotation.Kind.values:
        raise ValueError("there is no such kind of quotation")
    return str(after)


def _cue(after: Any) -> str:
    cue = visible(one_line(str(after)))
    if len(cue) > LONGEST_CUE:
        raise ValueError(f"a cue has at most {LONGEST_CUE} characters")
    if cue and not any(map(str.isalpha, cue)):
        raise ValueError("write the cue in words, or leave it empty")
    return cue


KIND = QuotationColumn(Correction.Field.KIND, "kind", "found_kind", "kind_corrected", _kind)
CUE = QuotationColumn(Correction.Field.CUE, "cue_words", "found_cue", "cue_corrected", _cue)
