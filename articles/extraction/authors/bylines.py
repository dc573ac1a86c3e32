"""Bylines: the people whom one names, without agencies, jobs and the words around them.

In: a byline as a source has it, “By Mara Lind and Jo Holm, Harbour Correspondent; Reuters”. Out: “Mara Lind”, “Jo
Holm”. Words that may be anything, such as the name of an account, stay: whoever asks for one author must know that
there may be another.
"""

import re
from collections.abc import Sequence
from functools import cache

from articles.boilerplate.lexicon import alternatives_in
from articles.paragraph_kinds import PassageKind

from ..candidates.spellings import fold, in_full, spelt
from ..lexicons import ORGANISATION_WORDS, PARTICLES, PATTERNS, TITLES, given_names
from ..text.analysis import AnalysedParagraph
from ..text.tokens import Word, tokenise

_LONGEST = 400  # code points; longer ones are no bylines of one person
_LONGEST_LINE = 80  # code points of a line in the text that is a byline
_FIRST = 5  # paragraphs among which such a line may be
_LONGEST_NAME = 4  # words of it that are no particles
_LABEL = re.compile(
    rf"(?:{PATTERNS['byline_label']}\b[\s:|-]*)?(?:{PATTERNS['byline']}[\s:]+)?",
    re.IGNORECASE,
)
_LINE = re.compile(rf"\s*(?:{PATTERNS['byline_kicker']} )?{PATTERNS['byline_cased']} (\w)")
_HEADINGS = (PassageKind.TITLE, PassageKind.STANDFIRST, PassageKind.SUBHEAD)  # “By Popular Demand” is one
_SUFFIX = rf"{PATTERNS['generation']}\b"
_DIVIDER = re.compile(rf"\s*(?:[,;|/•\n]|\b{PATTERNS['and_author']}\b|&)\s*(?!{_SUFFIX})", re.IGNORECASE)
_BEFORE_SUFFIX = re.compile(rf",\s*(?={_SUFFIX})")
TOLD_TO = re.compile(rf"\b{PATTERNS['told_to']}\b", re.IGNORECASE)
_ENDS_SENTENCE = tuple(".:?!”\"’'")


def authors_of(byline: str) -> tuple[str, ...]:
    """Return the names that a byline gives, each once; none where somebody else wrote it down (“as told to”)."""
    if len(byline) > _LONGEST or TOLD_TO.search(byline):
        return ()
    parts = _DIVIDER.split(_BEFORE_SUFFIX.sub(" ", _without_label(byline)))
    return tuple(dict.fromkeys(filter(None, map(_name, parts))))


def byline_within(paragraphs: Sequence[AnalysedParagraph]) -> str:
    """Return the byline that stands as a line of its own before an article's text, “By Mara Lind”; "" without one."""
    texts = (paragraph.text for paragraph in paragraphs[:_FIRST] if paragraph.kind not in _HEADINGS)
    return next(filter(_is_byline, texts), "")


def _is_byline(text: str) -> bool:
    """Say whether a line is "By" and names, each with a given name that is known as one: nothing else tells names."""
    line = _LINE.match(text) if len(text) <= _LONGEST_LINE else None
    if line is None or not line[1].isupper() or text.rstrip().endswith(_ENDS_SENTENCE):
        return False
    names = authors_of(text)
    return bool(names) and all(fold(name.split()[0]) in _folded_given_names() for name in names)


@cache
def _folded_given_names() -> frozenset[str]:
    """Return the given names that are known without case and accents, as “Åsa” may be listed as “Asa”."""
    return frozenset(map(fold, given_names()))


def sole_author(authors: Sequence[str]) -> str | None:
    """Return the one author, given with given name and surname; None where there are several, or it is no such name.

    `authors` are names or bylines, as a source has them.
    """
    names = tuple(dict.fromkeys(name for author in authors for name in authors_of(author)))
    if len(names) != 1 or any(map(TOLD_TO.search, authors)):
        return None
    words = tuple(names[0].split())
    own = [word for word in words if word.lower() not in PARTICLES]
    capital = all(word[0].isupper() for word in own)
    return names[0] if own and capital and len(own) <= _LONGEST_NAME and in_full(words) else None


def _without_label(text: str) -> str:
    label = _LABEL.match(text.strip())
    return text.strip()[label.end() :] if label else text.strip()


def _name(part: str) -> str:
    """Return the name in a part of a byline, as names are spelt; "" where it names no person."""
    text = _without_label(part).strip(" \"“”'()[]")
    tokens = tokenise(text)
    words = list(tokens.words)
    while len(words) > 1 and words[0].text.rstrip(".") in TITLES:
        del words[0]
    if not words or _is_nobody(words):
        return ""
    name = text[tokens.starts[-len(words)] :].rstrip()
    return " ".join(spelt(words)) if name.isupper() else name


def _is_nobody(words: Sequence[Word]) -> bool:
    """Say whether words name an agency, a newsroom or what somebody is: “Reuters”, “Staff”, “Political Reporter”."""
    if _nobody().fullmatch(" ".join(word.text for word in words)):
        return True
    return words[-1].title in ORGANISATION_WORDS and words[0].title not in given_names()


@cache
def _nobody() -> re.Pattern[str]:
    agencies, jobs = alternatives_in("agencies.txt"), alternatives_in("occupations.txt")
    return re.compile(rf"(?i:{agencies})|(?:.*\b)?(?i:{jobs}|{PATTERNS['newsroom']})\b.*")
