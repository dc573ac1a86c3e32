"""Two hundred questions of eight kinds, drawn from the corpus by how often its words occur.

They are drawn from the first 100,000 paragraphs whatever is measured, so that every size answers the same questions:

    rare      a word of 2 to 20 paragraphs            common    a word of 5 % of the paragraphs or more
    AND, OR   two, three words of 0.5 % to 10 %       phrase    2 to 5 words in a row, stop words and all
    prefix    the first 3 to 5 letters of such a word fuzzy     one of 6 letters or more with one letter exchanged
    filtered  such a word with a country, a year, a publisher, "with quotations", or a person left out
"""

import pickle
import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import Any

from search.engines.port import Document, Filters
from search.language.analysis import words
from search.language.ast import And, Fuzzy, Or, Phrase, Prefix, Query, Word
from tests.benchmarks.search.corpus import pieces

DRAWN_FROM = 100_000
EACH = 25
LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True)
class Question:
    """One question: its kind, how somebody types it, the tree that means, and what is chosen beside it."""

    kind: str
    typed: str
    query: Query
    filters: Filters = field(default_factory=Filters)


class Drawing:
    """Counts the words of the corpus, and draws from them."""

    def __init__(self) -> None:
        self.lots = random.Random(2)  # noqa: S311  drawn alike each time
        self.paragraphs = [d for piece in pieces(DRAWN_FROM) for d in piece.documents if d.unit == "paragraphs"]
        self.counts = Counter(chain.from_iterable(set(words(one.text)) for one in self.paragraphs))

    def word(self, least: float, most: float, letters: int = 2) -> str:
        """Draw a word of letters alone that at least and at the most so many paragraphs have."""
        return self.lots.choice(self._between(least, most, letters))

    def _between(self, least: float, most: float, letters: int) -> list[str]:
        counted = sorted(self.counts.items())
        return [word for word, count in counted if least <= count <= most and len(word) >= letters and word.isalpha()]

    def middling(self, letters: int = 3) -> str:
        """Draw a word of 0.5 % to 10 % of the paragraphs."""
        return self.word(DRAWN_FROM / 200, DRAWN_FROM / 10, letters)

    def paragraph(self) -> Document:
        """Draw a paragraph of a dozen words or more."""
        return next(one for one in iter(lambda: self.lots.choice(self.paragraphs), None) if len(words(one.text)) >= 12)

    def question(self, kind: str) -> Question:
        """Draw a question of a kind."""
        return KINDS[kind](self)


def _words(kind: str, join: type[And | Or], between: str, *drawn: str) -> Question:
    return Question(kind, between.join(drawn), join(tuple(map(Word, drawn))))


def _rare(draw: Drawing) -> Question:
    word = draw.word(2, 20, 4)
    return Question("rare", word, Word(word))


def _common(draw: Drawing) -> Question:
    word = draw.word(DRAWN_FROM / 20, DRAWN_FROM)
    return Question("common", word, Word(word))


def _all_of(draw: Drawing) -> Question:
    return _words("AND", And, " ", draw.middling(), draw.middling())


def _any_of(draw: Drawing) -> Question:
    return _words("OR", Or, " OR ", draw.middling(), draw.middling(), draw.middling())


def _phrase(draw: Drawing) -> Question:
    text, many = words(draw.paragraph().text), draw.lots.randint(2, 5)
    start = draw.lots.randrange(len(text) - many)
    phrase = text[start : start + many]
    if not all(word.isalnum() for word in phrase):  # other signs are nothing to some of the rivals
        return _phrase(draw)
    return Question("phrase", f'"{" ".join(phrase)}"', Phrase(" ".join(phrase)))


def _prefix(draw: Drawing) -> Question:
    beginning = draw.middling(6)[: draw.lots.randint(3, 5)]
    return Question("prefix", f"{beginning}*", Prefix(beginning))


def _fuzzy(draw: Drawing) -> Question:
    word = draw.middling(6)
    place = draw.lots.randrange(1, len(word))
    typed = word[:place] + draw.lots.choice(LETTERS) + word[place + 1 :]
    return Question("fuzzy", f"{typed}~", Fuzzy(typed))


def _filtered(draw: Drawing) -> Question:
    word, one = draw.middling(), draw.paragraph()
    choices: Any = draw.lots.choice((
        {"countries": frozenset(["US", "GB"])},
        {"countries": frozenset(["CN"]), "quotes": frozenset(["with"])},
        {"years": frozenset([one.day.year if one.day else 2016])},
        {"publishers": frozenset([one.publisher]), "quotes": frozenset(["with"])},
    ))  # fmt: skip
    excluded: Any = draw.lots.choice(({}, {"people": frozenset([draw.lots.randint(1, 20)])}))
    return Question("filtered", word, Word(word), Filters(choices, excluded))


KINDS: dict[str, Callable[[Drawing], Question]] = {
    "rare": _rare,
    "common": _common,
    "AND": _all_of,
    "OR": _any_of,
    "phrase": _phrase,
    "prefix": _prefix,
    "fuzzy": _fuzzy,
    "filtered": _filtered,
}


def kept_questions(folder: Path) -> list[Question]:
    """Return the questions, drawn once for a folder: counting the words of the corpus takes a while."""
    kept = folder / f"questions-{EACH}.pickle"
    if not kept.exists():
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(pickle.dumps(questions()))
    drawn: list[Question] = pickle.loads(kept.read_bytes())  # noqa: S301  written by this very function
    return drawn


def questions(each: int = EACH) -> list[Question]:
    """Return so many different questions of each kind."""
    drawn: list[Question] = []
    draw = Drawing()
    for kind in KINDS:
        of_kind: dict[str, Question] = {}
        while len(of_kind) < each:
            question = draw.question(kind)
            of_kind[f"{question.typed} {question.filters}"] = question
        drawn += of_kind.values()
    return drawn
