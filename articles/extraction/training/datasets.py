"""The data sets: articles with the places of people's names, as JSON lines, read into what the model learns from.

A line is {"id", "text", "persons": [[start, end], …]}, offsets half-open code points. The sets are written by linguists
with blanks before "'s" and "n't"; an article is learnt as it stands, and in copies as newspapers set it: with other
names, and as headlines.
"""

import gzip
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..findings import Passage
from ..lexicons import HONORIFICS
from ..text.analysis import AnalysedArticle, AnalysedParagraph, analyse
from .augmentation import NameRanges, as_headlines, replace_names

DATASETS = ("gum-bio", "gum-interview", "gum-speech", "wikigold", "uner-ewt")
COPIES = 1  # of each article with other names
_LINE = re.compile(r"[^\n]+")
_SPLIT = re.compile(r" (?=(?:['’](?:s|re|ve|ll|d|m)|n['’]t)\b)")


@dataclass(frozen=True)
class TrainingArticle:
    """An analysed article to learn from, and for each of its paragraphs the half-open word ranges of people's names."""

    key: str  # the set and the article, the same for both spellings of one article
    analysed: AnalysedArticle
    offsets: list[int]  # where each paragraph begins in the text
    names: list[list[tuple[int, int]]]
    augmented: bool = False  # with other names or in capitals: to learn from, not to measure with


def read_datasets(folder: Path, sets: tuple[str, ...] = DATASETS) -> Iterator[TrainingArticle]:
    """Yield every article of the data sets in a folder as it stands, each followed by its augmented copies.

    Raises OSError where a set is missing or no gzip file, ValueError with file and line where a line is no article.
    """
    for name in sets:
        path = folder / f"{name}.jsonl.gz"
        with gzip.open(path, "rt", encoding="utf-8") as file:
            for number, line in enumerate(file, 1):
                yield from _with_copies(*_article(name, line, f"{path.name}, line {number}"))


def _article(name: str, line: str, where: str) -> tuple[str, str, NameRanges]:
    """Return an article's key, its text and its names. Raises ValueError."""
    try:
        article = json.loads(line)
        names = [(int(start), int(end)) for start, end, *_ in article["persons"]]
        return f"{name} {article['id']}", str(article["text"]), names
    except (ValueError, KeyError, TypeError) as problem:
        raise ValueError(f"{where} is no article with “id”, “text” and “persons”") from problem


def _with_copies(key: str, text: str, names: NameRanges) -> Iterator[TrainingArticle]:
    yield training_article(key, text, names)
    if names:
        printed = as_printed(text, names)
        for number in range(COPIES):
            yield training_article(key, *replace_names(*printed, f"{key} {number}"), augmented=True)
        yield training_article(key, *as_headlines(*printed), augmented=True)


def as_printed(text: str, names: NameRanges) -> tuple[str, NameRanges]:
    """Return a text without the blanks before "'s" and "n't", and its names where they stand then."""
    gone = [match.start() for match in _SPLIT.finditer(text)]
    return _SPLIT.sub("", text), [(_moved(start, gone), _moved(end, gone)) for start, end in names]


def _moved(place: int, gone: list[int]) -> int:
    return place - sum(blank < place for blank in gone)


def training_article(key: str, text: str, names: NameRanges, augmented: bool = False) -> TrainingArticle:
    """Return an article to learn from; `names` are ranges of its text, those that no word touches are left out."""
    lines = [match for match in _LINE.finditer(text) if not match.group().isspace()]
    analysed = analyse([Passage(line.group()) for line in lines])
    offsets = [line.start() for line in lines]
    paragraphs = zip(analysed.paragraphs, offsets, strict=True)
    return TrainingArticle(
        key, analysed, offsets, [_names_on(paragraph, offset, names) for paragraph, offset in paragraphs], augmented
    )


def _names_on(paragraph: AnalysedParagraph, offset: int, names: NameRanges) -> NameRanges:
    spans = set()
    for start, end in names:
        if offset <= start < offset + len(paragraph.text):
            places = enumerate(zip(paragraph.starts, paragraph.ends, strict=True))
            touched = [at for at, (first, last) in places if first + offset < end and last + offset > start]
            if touched:
                first, last = touched[0], touched[-1] + 1
                while first + 1 < last and paragraph.words[first].title in HONORIFICS:
                    first += 1  # the project's names are without titles
                spans.add((first, last))
    return sorted(spans)
