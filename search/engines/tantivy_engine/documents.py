"""A document, and an article as a whole, as tantivy is told of them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from math import exp2

import tantivy

from search.engines.numbers import PARTS, country_number, day_number, seconds
from search.engines.port import Document
from search.engines.tantivy_engine.fields import BLANK, NAMES, TIMES, UNITS
from search.language.analysis import Token, tokens

NEVER = 2**62  # the moment of what has none
Words = tuple[str, str]  # the words and the stems of a text, with blanks between


def written_documents(documents: Iterable[Document]) -> Iterator[tantivy.Document]:
    """Yield what is written of documents: each of them, and after those of an article the article as a whole."""
    for _, run in groupby(documents, key=lambda document: document.article):
        of_article = list(run)
        texts = [tokens(document.text) for document in of_article]
        for document, found in zip(of_article, texts, strict=True):
            yield _written(document, found)
        whole = [number for number, document in enumerate(of_article) if document.unit == "paragraphs"]
        if whole:
            yield _article([of_article[number] for number in whole], [texts[number] for number in whole])


def _written(document: Document, found: Sequence[Token]) -> tantivy.Document:
    words, stems = _texts(found)
    written = tantivy.Document()
    written.add_text("words", words)
    written.add_text("stems", stems)
    _add_counts(written, found)
    unit = UNITS[document.unit]
    for name, number in (("unit", unit), ("id", document.id), ("key", key(unit, document.id))):
        written.add_unsigned(name, number)
    written.add_unsigned("revision", document.revision)
    written.add_unsigned("paragraph", document.paragraph)
    _add_facts(written, [document])
    _add_order(written, document, document.weight)
    return written


def _article(paragraphs: Sequence[Document], texts: Sequence[Sequence[Token]]) -> tantivy.Document:
    found = [token for text in texts for token in text]
    words, stems = _texts(found)
    written = tantivy.Document()
    written.add_text("article_words", words)
    written.add_text("article_stems", stems)
    _add_counts(written, found)
    written.add_unsigned("unit", UNITS["articles"])
    written.add_unsigned("key", key(UNITS["articles"], paragraphs[0].article))
    _add_facts(written, paragraphs)
    _add_order(written, paragraphs[0], 1.0)
    return written


def key(unit: int, number: int) -> int:
    """Return a number that only this document of all units has."""
    return number * len(UNITS) + unit


def _texts(found: Sequence[Token]) -> Words:
    words, stems = " ".join([token[0] for token in found]), " ".join([token[1] for token in found])
    if words.count(" ") == stems.count(" ") == max(0, len(found) - 1):
        return words, stems
    apart = [(token.word.replace(" ", BLANK), token.stem.replace(" ", BLANK)) for token in found]
    return " ".join(word for word, _ in apart), " ".join(stem for _, stem in apart)


def _add_counts(written: tantivy.Document, found: Sequence[Token]) -> None:
    often = Counter([token[1] for token in found])
    if len(often) < len(found):
        terms = [
            f"{stem.replace(' ', BLANK)}{TIMES}{times}"
            for stem, count in often.items()
            if count > 1
            for times in range(2, count + 1)
        ]
        written.add_text("counts", " ".join(terms))


def _add_facts(written: tantivy.Document, documents: Sequence[Document]) -> None:
    """Add what can be filtered by: an article has what any of its paragraphs has."""
    numbers = {(name, number) for document in documents for name, number in _numbers(document)}
    for name, number in sorted(numbers):
        written.add_unsigned(name, number)
    for name in NAMES:
        for one in sorted({one for document in documents for one in getattr(document, name)}):
            written.add_text(name, one)


def _numbers(document: Document) -> Iterator[tuple[str, int]]:
    yield "article", document.article
    yield "story", document.story or document.article
    yield "part", PARTS.index(document.part)
    yield "quotes", int(document.has_quotation)
    if document.publisher is not None:
        yield "publisher", document.publisher
    if document.day is not None:
        day = day_number(document.day)
        yield from (("day", day), ("month", day // 100), ("year", day // 10_000))
    for name in ("people", "speakers", "about"):
        yield from ((name, number) for number in getattr(document, name))
    for name in ("countries", "about_countries"):
        yield from ((name, country_number(code)) for code in getattr(document, name))


def _add_order(written: tantivy.Document, document: Document, weight: float) -> None:
    moment = None if document.published is None else seconds(document.published)
    written.add_integer("newest", -NEVER if moment is None else moment)
    written.add_integer("oldest", NEVER if moment is None else moment)
    written.add_float("weight", exp2(weight) - 2)  # tantivy multiplies a score by log2(2 + this)
