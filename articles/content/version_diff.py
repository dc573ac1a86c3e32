"""What differs between two imported versions of an article: its values, and its paragraphs in reading order."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from rapidfuzz.distance import Indel

from articles.content.layered_fields import LAYERED
from articles.models.paragraph import alike

Content = dict[str, Any]  # as ArticleVersion keeps it
Text = tuple[str, str]  # a paragraph's kind and its text
Change = Literal["same", "changed", "added", "left out"]
NEAR = 8  # how many paragraphs that are gone a new one is compared with, to find the one that it was
MOST_LIKENED = 500  # paragraphs of a version that are compared at all; of more, the rest are new and gone


@dataclass(frozen=True, slots=True)
class ValueChange:
    """A value that differs; "" is unknown."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ParagraphChange:
    """A paragraph in both versions or in one, or a run of so many that are the same.

    `position` is its place in the newer version, counted from 1, or where it would stand.
    """

    change: Change
    position: int
    before: str = ""
    after: str = ""
    kind: str = ""
    kind_before: str = ""
    run: int = 1


def value_changes(before: Content, after: Content) -> list[ValueChange]:
    """Return the values that differ, in the order of an article's page."""
    old, new = before["values"], after["values"]
    pairs = ((name, old.get(name, ""), new.get(name, "")) for name in LAYERED)
    return [ValueChange(*pair) for pair in pairs if pair[1] != pair[2]]


def paragraph_changes(before: Content, after: Content) -> list[ParagraphChange]:
    """Return the paragraphs of both versions in reading order; runs of the same are one entry each."""
    old, new = _texts(before), _texts(after)
    changes: list[ParagraphChange] = []
    gone: list[Text] = []
    came: list[tuple[int, Text]] = []
    likened = 0
    for block in Indel.opcodes(old, new):
        if block.tag == "equal":
            changes += _replaced(gone, came, block.dest_start + 1, likened < MOST_LIKENED)
            likened += len(came)
            gone, came = [], []
            changes.append(ParagraphChange("same", block.dest_start + 1, run=block.dest_end - block.dest_start))
        else:
            gone += old[block.src_start : block.src_end]
            came += enumerate(new[block.dest_start : block.dest_end], start=block.dest_start + 1)
    return [*changes, *_replaced(gone, came, len(new) + 1, likened < MOST_LIKENED)]


def _texts(content: Content) -> list[Text]:
    return [(kind, text) for kind, text in content["paragraphs"]]


def _replaced(
    gone: Sequence[Text], came: Sequence[tuple[int, Text]], end: int, likened: bool
) -> Iterator[ParagraphChange]:
    """Yield what became of a stretch that is another one: touched up, left out and new, in order."""
    next_one = 0
    for n, (position, (kind, text)) in enumerate(came):
        near = range(next_one, min(next_one + NEAR, len(gone))) if likened and n < MOST_LIKENED else ()
        like = next((i for i in near if alike(gone[i][1], text)), None)
        if like is None:
            yield ParagraphChange("added", position, after=text, kind=kind)
            continue
        yield from _left_out(gone[next_one:like], position)
        kind_before, text_before = gone[like]
        yield ParagraphChange("changed", position, text_before, text, kind, kind_before)
        next_one = like + 1
    yield from _left_out(gone[next_one:], end)


def _left_out(gone: Sequence[Text], position: int) -> Iterator[ParagraphChange]:
    for kind, text in gone:
        yield ParagraphChange("left out", position, before=text, kind=kind)
