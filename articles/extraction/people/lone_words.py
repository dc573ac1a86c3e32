"""Lone words that name nobody: offices, acronyms, firms, handles, and common words that a sentence begins with.

In: a span of one word, and the words of the full names of its article, which speak for it. Out: whether it is no name.
"""

import re
from collections.abc import Set

from ..candidates.spellings import SUFFIXES
from ..lexicons import (
    ADDRESSES,
    COMMON_WORDS,
    HONORIFICS,
    OFFICES,
    PARTICLES,
    SURNAME_STARTS,
    SURNAME_WORDS,
    TITLE_ENDS,
    given_names,
    lines_of,
    words_in,
)
from ..recognisers.lexical_features import surnames
from ..recognisers.port import NameSpan
from ..text.analysis import AnalysedArticle, AnalysedParagraph, sentence_at
from ..text.tokens import Word, title_case

FIRMS = frozenset(tuple(line.split()) for line in lines_of("firms.txt"))
_ABBREVIATIONS = words_in("abbreviations.txt")
_PARTY = re.compile(r"[DRI]-\w")  # "R-Ohio"
_GLUED = re.compile(r"[a-z][A-Z]{2,}|^[A-Z]{2,}[a-z]")  # "HolmCNN", "NBCUniversal", but not "McHolm"
_JOINED = re.compile(r"[A-Z][a-z]{2,}(?=[A-Z])")  # "BoatNet", but not "DeHolm"
_BEGINNINGS = PARTICLES | SURNAME_STARTS["joined"]  # of surnames
_LONGEST_ACRONYM = 5
_PLAIN = COMMON_WORDS | frozenset(word.lower() for word in words_in("openers.txt"))


def names_nobody(article: AnalysedArticle, span: NameSpan, full_names: Set[str]) -> bool:
    """Say whether a span of one word is no name; the words of full names are as names are spelt ("Holm")."""
    paragraph = article.paragraphs[span.paragraph]
    word = paragraph.words[span.first]
    if len(word.text) < 2 or word.lower in SUFFIXES or _PARTY.match(word.text):
        return True
    if word.title in full_names or word.text.title() in full_names:
        return False
    return (
        is_office(word.title)
        or is_acronym(word)
        or bool(_GLUED.search(word.text))
        or _is_brand(word.text)
        or _is_handle(paragraph, span)
        or _is_abbreviation(paragraph, span)
        or _opens_sentence(article, paragraph, span)
    )


def is_title(word: str) -> bool:
    """Say whether a word stands before names and is no given name."""
    return word in HONORIFICS or word in ADDRESSES or (word in TITLE_ENDS and word not in given_names())


def is_inner_title(word: str) -> bool:
    """Say whether a word within a run ends what stands before a name: "Gov" in "Ohio Gov. Holm", but not "Earl"."""
    return is_title(word) and word not in given_names() and not _is_surname(word)


def is_office(word: str) -> bool:
    """Say whether a word is a title and no name: "Speaker", but not "King" and "Bishop"."""
    return word in OFFICES or (is_title(word) and not _is_surname(word))


def is_acronym(word: Word) -> bool:
    """Say whether a word is letters that stand for others: "NATO", but not "LEE" or "J.R."."""
    name = word.text.title()
    few = word.text.isalpha() and word.text.isupper() and len(word.text) <= _LONGEST_ACRONYM
    return few and name not in given_names() and not _is_surname(name)


def _is_surname(word: str) -> bool:
    known = surnames()
    return word in SURNAME_WORDS or any(word in known[kind] for kind in ("common", "world", "famous"))


def _is_brand(word: str) -> bool:
    """Say whether a word is a firm's name by the list or by its shape: "BoatNet", but not "VanHolm" and "MacHolm"."""
    joined = _JOINED.match(word)
    begin = joined.group() if joined else ""
    return (title_case(word),) in FIRMS or bool(
        begin and begin.lower() not in _BEGINNINGS and begin not in given_names()
    )


def _is_handle(paragraph: AnalysedParagraph, span: NameSpan) -> bool:
    """Say whether a word is somebody's name on a network: "@holm"."""
    return paragraph.gaps[span.first].endswith(("@", "#"))


def _is_abbreviation(paragraph: AnalysedParagraph, span: NameSpan) -> bool:
    dot = paragraph.ends[span.last - 1]
    return paragraph.words[span.first].title in _ABBREVIATIONS and paragraph.text[dot : dot + 1] == "."


def _opens_sentence(article: AnalysedArticle, paragraph: AnalysedParagraph, span: NameSpan) -> bool:
    """Say whether a word has its capital from the sentence it opens: a common one, or one that is small elsewhere."""
    word = paragraph.words[span.first]
    opens = paragraph.sentences[sentence_at(paragraph, span.first)].first == span.first
    if not opens or word.title in given_names():
        return False
    return word.lower in _PLAIN or (word.lower in article.lowercase_words and not _is_surname(word.title))
