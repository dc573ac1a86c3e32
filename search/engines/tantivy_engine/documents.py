"""A document, and an article as a whole, as tantivy is told of them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby
from math import exp2
from operator import attrgetter

import tantivy

from search.engines.numbers import PARTS, country_number, day_number, seconds
from search.engines.port import Document
from search.engines.tantivy_engine.fields import BLANK, NAMES, TIMES, UNITS
from search.language.analysis import forms_of

NEVER = 2**62  # the moment of what has none
ARTICLE = attrgetter("article")
LISTS, CODES = ("people", "speakers", "about"), ("countries", "about_countries")  # of ids, and of ISO codes
Forms = tuple[str, str]  # a word and its stem
Fact = tuple[str, int]


def written_documents(documents: Iterable[Document]) -> Iterator[tantivy.Document]:
    """Yield what is written of documents: each of them, and after those of an article the article as a whole."""
    for _, run in groupby(documents, key=ARTICLE):
        paragraphs, texts, facts = [], [], []
        for document in run:
            found, numbers = _forms(document.text), _numbers(document)
            yield _written(document, found, numbers)
            if document.unit == "paragraphs":
                paragraphs.append(document)
                texts.append(found)
                facts.append(numbers)
        if paragraphs:
            yield _article(paragraphs, list(chain.from_iterable(texts)), dict.fromkeys(chain.from_iterable(facts)))


def _forms(text: str) -> list[Forms]:
    found = forms_of(text)
    if " " in "".join([word for word, _ in found]):
        return [_apart(forms) for forms in found]
    return found


def _apart(forms: Forms) -> Forms:
    return forms[0].replace(" ", BLANK), forms[1].replace(" ", BLANK)


def _written(document: Document, found: Sequence[Forms], facts: Iterable[Fact]) -> tantivy.Document:
    unit = UNITS[document.unit]
    written = tantivy.Document()
    _add_text(written, "words", "stems", found)
    written.add_unsigned("unit", unit)
    written.add_unsigned("id", document.id)
    written.add_unsigned("key", key(unit, document.id))
    written.add_unsigned("revision", document.revision)
    written.add_unsigned("paragraph", document.paragraph)
    _add_facts(written, facts, [document])
    _add_order(written, document, document.weight)
    return written


def _article(paragraphs: Sequence[Document], found: Sequence[Forms], facts: Iterable[Fact]) -> tantivy.Document:
    """Write an article, which has what any of its paragraphs has."""
    unit, first = UNITS["articles"], paragraphs[0]
    written = tantivy.Document()
    _add_text(written, "article_words", "article_stems", found)
    written.add_unsigned("unit", unit)
    written.add_unsigned("key", key(unit, first.article))
    _add_facts(written, facts, paragraphs)
    _add_order(written, first, 1.0)
    return written


def key(unit: int, number: int) -> int:
    """Return a number that only this document of all units has."""
    return number * len(UNITS) + unit


def _add_text(written: tantivy.Document, words: str, stems: str, found: Sequence[Forms]) -> None:
    written.add_text(words, " ".join([word for word, _ in found]))
    of_text = [stem for _, stem in found]
    written.add_text(stems, " ".join(of_text))
    often = Counter(of_text)
    if len(often) < len(of_text):
        repeated = [(stem, count) for stem, count in often.items() if count > 1]
        terms = [f"{stem}{TIMES}{times}" for stem, count in repeated for times in range(2, count + 1)]
        written.add_text("counts", " ".join(terms))


def _add_facts(written: tantivy.Document, facts: Iterable[Fact], documents: Sequence[Document]) -> None:
    add = written.add_unsigned
    for name, number in facts:
        add(name, number)
    for name in NAMES:
        for one in {one for document in documents for one in getattr(document, name)}:
            written.add_text(name, one)


def _numbers(document: Document) -> list[Fact]:
    """Return what can be filtered by, as numbers; what comes twice in a document would be counted twice."""
    facts = [
        ("article", document.article),
        ("story", document.story or document.article),
        ("part", PARTS.index(document.part)),
        ("quotes", int(document.has_quotation)),
    ]
    if document.publisher is not None:
        facts.append(("publisher", document.publisher))
    if document.day is not None:
        day = day_number(document.day)
        facts += [("day", day), ("month", day // 100), ("year", day // 10_000)]
    for name in LISTS:
        facts += [(name, number) for number in dict.fromkeys(getattr(document, name))]
    for name in CODES:
        facts += [(name, country_number(code)) for code in dict.fromkeys(getattr(document, name))]
    return facts


def _add_order(written: tantivy.Document, document: Document, weight: float) -> None:
    moment = None if document.published is None else seconds(document.published)
    written.add_integer("newest", -NEVER if moment is None else moment)
    written.add_integer("oldest", NEVER if moment is None else moment)
    written.add_float("weight", exp2(weight) - 2)  # tantivy multiplies a score by log2(2 + this)
