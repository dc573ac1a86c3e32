"""Take a correction back: what stood before it stands again, by a correction of its own.

Where nobody had corrected the value before, it is released: what was imported or extracted shows again, as its source
or the extractor says it now. Each field is given back by the use case that corrects it.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from articles.content.layered_fields import LAYERED, value_of
from articles.content.paragraph_layers import LAYER_OF
from articles.editing.corrections import Edit, QuotationValue, correct_quotation, correct_value
from articles.editing.mentions import values as mentions
from articles.editing.mentions.values import NAMED, MentionValue, correct_mention, release_mention
from articles.editing.paragraphs import correct_paragraph
from articles.editing.people.names import correct_spelling, rename, spelling_value
from articles.editing.people.roles import correct_role, role_value
from articles.editing.people.withholding import correct_hidden, correct_person, hidden_value, person_value
from articles.editing.quotation_parts import SPEAKERS, SUBJECTS
from articles.editing.quotations.spans import WORDS
from articles.editing.quotations.standing import CHECK, STANDING
from articles.editing.quotations.values import CUE, KIND
from articles.editing.releasing import Releasable, release_quotation
from articles.models import Correction

Row = TypeVar("Row")


@dataclass(frozen=True)
class Correctable:
    """How a value is corrected, and read as it stands, given a correction that was made of it before."""

    correct: Callable[[Correction, Edit], Correction]
    value: Callable[[Correction], Any]


def _give_back_value(correction: Correction, edit: Edit) -> Correction:
    return correct_value(present(correction.article).pk, correction.field, edit)


def _give_back_quotation(correction: Correction, edit: Edit) -> Correction:
    key = present(correction.quotation).pk
    if edit.releases and correction.field in FOUND_BENEATH:
        return release_quotation(key, FOUND_BENEATH[correction.field], edit)
    return correct_quotation(key, QUOTATION_VALUES[correction.field], edit)


def _of_person(use_case: Callable[[int, Edit], Correction]) -> Callable[[Correction, Edit], Correction]:
    return lambda correction, edit: use_case(present(correction.person).pk, edit)


def _give_back_mention(correction: Correction, edit: Edit) -> Correction:
    key = present(correction.mention).pk
    if edit.releases and correction.field == NAMED.field:
        return release_mention(key, edit)
    return correct_mention(key, MENTION_VALUES[correction.field], edit)


def _give_back_paragraph(correction: Correction, edit: Edit) -> Correction:
    return correct_paragraph(present(correction.article).pk, present(correction.paragraph), correction.field, edit)


def _of_paragraph(correction: Correction) -> str:
    rows = present(correction.article).paragraphs.filter(number=present(correction.paragraph))
    return rows.values_list(LAYER_OF[correction.field], flat=True).first() or ""


FOUND_BENEATH: dict[str, Releasable] = {one.field: one for one in (SPEAKERS, SUBJECTS, KIND, CUE, WORDS)}
QUOTATION_VALUES: dict[str, QuotationValue] = {**FOUND_BENEATH, STANDING.field: STANDING, CHECK.field: CHECK}
OF_ARTICLE = Correctable(_give_back_value, lambda correction: value_of(present(correction.article), correction.field))
OF_QUOTATION = Correctable(
    _give_back_quotation, lambda correction: QUOTATION_VALUES[correction.field].value(present(correction.quotation))
)
OF_PERSON: dict[str, Correctable] = {
    Correction.Field.NAME: Correctable(_of_person(rename), lambda correction: present(correction.person).name),
    Correction.Field.ROLE: Correctable(
        _of_person(correct_role), lambda correction: role_value(present(correction.person), correction.after[0]["name"])
    ),
    Correction.Field.ALIAS: Correctable(
        _of_person(correct_spelling),
        lambda correction: spelling_value(present(correction.person), correction.after[0]["name"]),
    ),
    Correction.Field.PERSON: Correctable(
        _of_person(correct_person), lambda correction: person_value(present(correction.person))
    ),
    Correction.Field.HIDDEN: Correctable(
        _of_person(correct_hidden), lambda correction: hidden_value(present(correction.person))
    ),
}
OF_PARAGRAPH = Correctable(_give_back_paragraph, _of_paragraph)
MENTION_VALUES: dict[str, MentionValue] = {one.field: one for one in (NAMED, mentions.STANDING, mentions.CHECK)}
OF_MENTION = Correctable(
    _give_back_mention, lambda correction: MENTION_VALUES[correction.field].value(present(correction.mention))
)
GIVES_BACK: dict[str, Correctable] = {
    **OF_PERSON,
    **dict.fromkeys(LAYER_OF, OF_PARAGRAPH),
    **dict.fromkeys(LAYERED, OF_ARTICLE),
    **dict.fromkeys(MENTION_VALUES, OF_MENTION),
    **dict.fromkeys(QUOTATION_VALUES, OF_QUOTATION),
}


def standing_value(correction: Correction) -> Any:
    """Return what stands now of the value that was corrected, in the JSON form of corrections."""
    return GIVES_BACK[correction.field].value(correction)


def revert(correction: Correction, edit: Edit) -> Correction:
    """Give back what stood before a correction; `edit.after` counts for nothing.

    Raises ConflictError where the value has changed since the form was opened, NothingToCorrectError where it stands as
    it did, ValueError where such a correction can't be taken back.
    """
    if correction.field not in GIVES_BACK:
        raise ValueError(f"a correction of the {correction.get_field_display()} can't be taken back here")
    before = replace(edit, after=correction.before, releases=was_untouched_before(correction), reverts=correction)
    return GIVES_BACK[correction.field].correct(correction, before)


def was_untouched_before(correction: Correction) -> bool:
    """Say whether no editor's word stood before a correction: there was none, or it had been released.

    Of a quotation or a mention that an editor added, all is an editor's word.
    """
    if (correction.quotation and correction.quotation.added) or (correction.mention and correction.mention.added):
        return False
    same_value = {name: getattr(correction, name) for name in ("field", "article_id", "paragraph")}
    same_row = {name: getattr(correction, name) for name in ("quotation_id", "mention_id", "person_id")}
    earlier = Correction.objects.filter(**same_value, **same_row, pk__lt=correction.pk).order_by("pk").last()
    return earlier is None or earlier.releases


def present(row: Row | None) -> Row:
    """Return what a correction is of: that it has what its field is of is held by a constraint of the table."""
    assert row is not None  # noqa: S101
    return row
