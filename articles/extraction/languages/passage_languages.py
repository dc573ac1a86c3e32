"""The language of each passage of an article: what its source says, unless the words plainly say another thing.

A long passage is looked at by itself: one with enough of English's small words is English, another is asked of the
detector; in an English article only where small words of other languages or another alphabet give reason to. A short
passage goes with its neighbours where these agree, else with the article. So an English article may hold a German
paragraph, and an article that its source wrongly calls English is German all the same.
"""

from collections import Counter
from collections.abc import Sequence
from functools import cache

from ..findings import Passage
from ..lexicons import COMMON_WORDS, ENGLISH, words_in
from .codes import UNKNOWN, known_code
from .detector import LETTERS, detect
from .folders import languages, words_of_language

LONG = 8  # words from which on a passage is looked at by itself
_ENGLISH = 0.12  # from this share of English's small words on a text is English; news has 0.27, other languages 0.01
_HARDLY_ENGLISH = 0.06  # that below which a passage of an English article may be of another language
_OTHER = 0.15  # the share of other languages' small words that gives reason to ask; their news has 0.3
_FEW, _COMMON = 20, 0.25  # of fewer words so many are common ones of English where it is hardly another language
_SURE, _LIKELY = 0.6, 0.3  # the detector's confidence from which on it is believed of few words, and of more

_SMALL_WORDS = words_in("function_words.txt")


def passage_languages(passages: Sequence[Passage], said: str = "") -> list[str]:
    """Return the code of the language of each passage; `said` is what the source says of the article's language.

    Where neither the source nor the words tell, it is English, whose rules find little in a few words. `UNKNOWN` is
    the language of what is in none: figures, mark-up, noise.
    """
    starts = [passage.text[:LETTERS] for passage in passages]
    words = [start.lower().split() for start in starts]
    small = [sum(map(_SMALL_WORDS.__contains__, row)) for row in words]
    if sum(small) >= _ENGLISH * (sum(map(len, words)) or 1):
        plain = [_in_english_article(*row) for row in zip(starts, words, small, strict=True)]
    else:
        plain = [_plain_language(*row) for row in zip(starts, words, small, strict=True)]
    return _with_neighbours(plain, _article_language(starts, plain, known_code(said)))


def _in_english_article(start: str, words: list[str], small: int) -> str | None:
    """Return the language of a passage of an article that is English as a whole; None where nothing speaks for one."""
    if small >= _HARDLY_ENGLISH * len(words) and small:
        return ENGLISH if len(words) >= LONG else None
    if _is_latin(start) and sum(map(_others_small_words().__contains__, words)) < _OTHER * len(words):
        return None
    return _plain_language(start, words, small)


def _plain_language(start: str, words: list[str], small: int) -> str | None:
    """Return the language that the words of a passage show, None where they are too few or in doubt."""
    latin = _is_latin(start)
    if latin and len(words) < LONG:
        return None
    if latin and small >= _ENGLISH * len(words):
        return ENGLISH
    if latin and (not _has_small_letters(words, start) or _is_short_english(words)):
        return None
    code, confidence = detect(_without_names(start) if latin else start)
    return code if confidence >= _least(words) else None


def _without_names(start: str) -> str:
    """Return the words of a text in small letters, where there are some: a Polish name makes no Polish sentence."""
    small = [word for word in start.split() if word[0].islower()]
    return " ".join(small) if len(small) >= LONG // 2 else start


@cache
def _others_small_words() -> frozenset[str]:
    """Return the small words of the other languages that have a folder."""
    others = (words_of_language(code, "function_words.txt") for code in languages() if code != ENGLISH)
    return frozenset().union(*others) - _SMALL_WORDS - COMMON_WORDS


def _is_latin(text: str) -> bool:
    """Say whether at least half of the letters of a text are Latin ones."""
    if text.isascii():
        return True
    letters = [letter for letter in text if letter.isalpha()]
    return 2 * sum(letter < "\u0250" or "\u1e00" <= letter < "\u1f00" for letter in letters) >= len(letters)


def _has_small_letters(words: list[str], start: str) -> bool:
    """Say whether a third of the words begin with a small letter: a row of names is in no language."""
    return 3 * sum(word[0].islower() for word in start.split()) >= len(words)


def _is_short_english(words: list[str]) -> bool:
    """Say whether a quarter of few words are common ones of English, as around a foreign name: "On Monday … was"."""
    common = sum(map(COMMON_WORDS.__contains__, words))
    return len(words) < _FEW and common >= _COMMON * len(words)


def _article_language(starts: Sequence[str], plain: Sequence[str | None], said: str) -> str:
    """Return the language that passages have which don't show theirs: what is said, unless no passage is in it."""
    shown: Counter[str] = Counter()
    for start, code in zip(starts, plain, strict=True):
        if code is not None:
            shown[code] += len(start)
    if said != UNKNOWN and (said in shown or not shown):
        return said
    return shown.most_common(1)[0][0] if shown else _lone_language(" ".join(starts[:LONG]))


def _lone_language(text: str) -> str:
    """Return the language of an article without any long passage; English in doubt, where the letters are its own."""
    words = text.lower().split()
    if not words or any(map(_SMALL_WORDS.__contains__, words)) or _is_short_english(words):
        return ENGLISH
    code, confidence = detect(text)
    return code if code != UNKNOWN and (confidence >= _least(words) or not _is_latin(text)) else ENGLISH


def _least(words: list[str]) -> float:
    """Return the detector's confidence from which on it is believed: among neighbours a long text is in doubt too."""
    return _SURE if len(words) < _FEW else _LIKELY


def _with_neighbours(plain: Sequence[str | None], article: str) -> list[str]:
    """Return the language of every passage: of one that doesn't show it that of both neighbours, else the article's."""
    found: list[str] = []
    before: str | None = None
    for code, after in zip(plain, _next_shown(plain), strict=True):
        found.append(code if code is not None else before if before is not None and before == after else article)
        before = before if code is None else code
    return found


def _next_shown(plain: Sequence[str | None]) -> list[str | None]:
    """Return for each passage the language of the next one behind it that shows its own."""
    shown: list[str | None] = []
    following: str | None = None
    for code in reversed(plain):
        shown.append(following)
        following = following if code is None else code
    return shown[::-1]
