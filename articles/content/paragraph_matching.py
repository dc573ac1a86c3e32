"""Which paragraph of an article's new version is which of the one before; corrected ones are known by their source."""

from collections.abc import Sequence
from difflib import SequenceMatcher

from articles.models import Paragraph
from articles.models.paragraph import alike, fingerprint
from articles.sources import SourceParagraph

MOST_COMPARED = 1_000  # paragraphs; in longer articles a paragraph is known by its text alone, for difflib is quadratic
NEAR = 8  # how many old rows a changed paragraph is compared with, so that the cost grows with the text alone


def matched(old: Sequence[Paragraph], new: Sequence[SourceParagraph]) -> list[Paragraph | None]:
    """Return for every new paragraph the old row that it is a version of, if any.

    Those that stay in order come first, then those that moved, then those that were touched up where they stood.
    """
    rows: list[Paragraph | None] = [None] * len(new)
    if not old:
        return rows
    before, after = [row.source_fingerprint for row in old], [fingerprint(text.text) for text in new]
    longest = max(len(before), len(after))
    blocks = SequenceMatcher(None, before, after, autojunk=False).get_opcodes() if longest <= MOST_COMPARED else []
    for tag, a, a_end, b, b_end in blocks:
        if tag == "equal":
            rows[b:b_end] = old[a:a_end]
    taken = {row.pk for row in rows if row}
    _match_moved([row for row in old if row.pk not in taken], after, rows)
    taken = {row.pk for row in rows if row}
    for tag, a, a_end, b, b_end in blocks:
        if tag == "replace":
            _match_touched_up([row for row in old[a:a_end] if row.pk not in taken], new, range(b, b_end), rows)
    return rows


def _match_moved(left: Sequence[Paragraph], after: Sequence[str], rows: list[Paragraph | None]) -> None:
    """Give new paragraphs the old rows that have the same text elsewhere, in order."""
    by_text: dict[str, list[Paragraph]] = {}
    for row in reversed(left):
        by_text.setdefault(row.source_fingerprint, []).append(row)
    for n, text in enumerate(after):
        if rows[n] is None and by_text.get(text):
            rows[n] = by_text[text].pop()


def _match_touched_up(
    left: list[Paragraph], new: Sequence[SourceParagraph], places: range, rows: list[Paragraph | None]
) -> None:
    """In order, give each changed paragraph the first of the next old rows that is like it."""
    next_one = 0
    for n in places:
        if rows[n] is not None:
            continue
        near = range(next_one, min(next_one + NEAR, len(left)))
        like = next((i for i in near if alike(left[i].source_text, new[n].text)), None)
        if like is not None:
            rows[n], next_one = left[like], like + 1
