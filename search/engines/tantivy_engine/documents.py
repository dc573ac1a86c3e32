"""A document, and an article as a whole, as tantivy is told of them: the names of fields and what is in each."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby
from math import exp2
from operator import attrgetter, itemgetter
from typing import Any

import tantivy

from search.engines.numbers import PARTS, country_number, day_number, seconds
from search.engines.port import Document
from search.engines.tantivy_engine.fields import FACETS, MOMENTS, NAMES, SCHEMA, UNITS, often, written
from search.language.analysis import Remembered, forms, pieces, written_tokens

USUAL_WORDS, USUAL_PARAGRAPHS = 40, 18  # of a paragraph, and of an article
SHORTEST = (1 + 0.9 * 0.5) / (1 + 1.2 * 0.25)
NEVER = 2**62  # the moment of what has none
ARTICLE = attrgetter("article")
LISTS = ("article", "story", "day", "about", "about_countries", *FACETS.values(), *NAMES)  # of which any may have some
NO_TIME: dict[str, list[int]] = {"day": [], "month": [], "year": []}
Told = dict[str, Any]


def written_documents(documents: Iterable[Document]) -> Iterator[tantivy.Document]:
    """Yield what is written of documents: each of them, and after those of an article the article as a whole."""
    for told in _all_told(documents):
        yield tantivy.Document.from_dict(told, SCHEMA)


def _all_told(documents: Iterable[Document]) -> Iterator[Told]:
    for _, run in groupby(documents, key=ARTICLE):
        paragraphs = []
        for document in run:
            told = _told(document)
            yield told
            if document.unit == "paragraphs":
                paragraphs.append(told)
        if paragraphs:
            yield _article(paragraphs)


def _told(document: Document) -> Told:
    """Tell what is written of a document; what is in a list twice would be counted twice."""
    words, stems = _texts(document.text)
    return {
        "words": words,
        "stems": stems,
        "counts": _counts(stems),
        "unit": UNITS[document.unit],
        "id": document.id,
        "revision": document.revision,
        "paragraph": document.paragraph,
        "article": [document.article],
        "story": [document.story or document.article],
        "part": [PARTS.index(document.part)],
        "quotes": [int(document.has_quotation)],
        "publisher": [] if document.publisher is None else [document.publisher],
        "people": _different(document.people),
        "speakers": _different(document.speakers),
        "about": _different(document.about),
        "countries": _countries(document.countries),
        "about_countries": _countries(document.about_countries),
        "other_speakers": _different(document.other_speakers),
        "authors": _different(document.authors),
        "section": _different(document.section),
        "weight": _weight(document.weight * _leniency(words.count(" ") + 1)),
        **_time(document),
    }


def _article(paragraphs: Sequence[Told]) -> Told:
    """Tell what is written of an article, which has what any of its paragraphs has."""
    words, stems = (" ".join(filter(None, map(itemgetter(name), paragraphs))) for name in ("words", "stems"))
    return {
        "article_words": " ".join(dict.fromkeys(words.split(" "))),
        "article_stems": stems,
        "counts": _counts(stems),
        "unit": UNITS["articles"],
        "weight": _weight(_leniency(len(stems.split(" ")) / USUAL_PARAGRAPHS)),
        **{name: paragraphs[0][name] for name in MOMENTS},
        **{name: _different(chain.from_iterable(map(itemgetter(name), paragraphs))) for name in LISTS},
    }


def _texts(text: str) -> list[str]:
    """Return the words and the stems of a text, as the index has them."""
    return ["".join(written)[:-1] for written in zip(*map(_of_pieces.__getitem__, pieces(text)), strict=True)]


def _of_piece(piece: str) -> tuple[str, str]:
    """Write the words, and the stems, of a piece of a text, each with a blank after it."""
    words = stems = ""
    for token in written_tokens(piece):
        word, stem = forms(token)
        words += written(word) + " "
        stems += written(stem) + " "
    return words, stems


_of_pieces = Remembered(_of_piece)


def _counts(stems: str) -> str:
    counted = Counter(stems.split(" ")).items()
    return " ".join([often(stem, times) for stem, times in counted if times > 1])


def _different(values: Iterable[Any]) -> list[Any]:
    return list(dict.fromkeys(values))


def _countries(codes: Sequence[str]) -> list[int]:
    return [country_number(code) for code in dict.fromkeys(codes)]


def _time(document: Document) -> Told:
    moment = None if document.published is None else seconds(document.published)
    order = {"newest": -NEVER if moment is None else moment, "oldest": NEVER if moment is None else moment}
    if document.day is None:
        return NO_TIME | order
    day = day_number(document.day)
    return order | {"day": [day], "month": [day // 100], "year": [day // 10_000]}


def _leniency(words: float) -> float:
    """Return what makes up for tantivy's fixed BM25 (k1 1.2, b 0.75), which thinks too little of what is long.

    It is how much more a word that occurs once would score with k1 0.9 and b 0.5, as the other engine has them, against
    what the shortest of texts gains: 1 for that, 1.3 for a usual paragraph, 2.2 at the most, since tantivy takes no
    weight below 1. Titles asked for as queries find their article sooner so (`tests/benchmarks/measure_search`, known
    items: MRR@10 of 0.684 instead of 0.672 over 1,000 titles).
    """
    share = words / USUAL_WORDS
    return (1 + 1.2 * (0.25 + 0.75 * share)) / (1 + 0.9 * (0.5 + 0.5 * share)) * SHORTEST


def _weight(weight: float) -> float:
    """Return what tantivy must be told: it multiplies a score by log2(2 + this)."""
    return exp2(weight) - 2
