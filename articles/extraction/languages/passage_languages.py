"""The language of each passage of an article: what its source says, unless the words plainly say another thing.

A long passage is looked at by itself: one with enough of English's small words is English, another is asked of the
detector; in an English article only where small words of other languages or another alphabet give reason to. A short
passage goes with its neighbours where these agree, else with the article, unless it is surely in another language. So
an English article may hold a German paragraph, and an article that its source wrongly calls English is German all the
same. A passage with marked words is in the language of those around the marks (mixed_articles.py).
"""

from collections import Counter
from collections.abc import Sequence

from ..findings import Passage
from ..lexicons import COMMON_WORDS, ENGLISH
from .codes import UNKNOWN, known_code
from .detector import LETTERS, detect
from .letters import has_small_letters, is_latin, without_names
from .mixed_articles import by_words_around_marks, of_few_words
from .small_words import english_among, others_among

LONG = 8  # words from which on a passage is looked at by itself
_ENGLISH = 0.12  # from this share of English's small words on a text is English; news has 0.27, other languages 0.01
_HARDLY_ENGLISH = 0.06  # that below which a passage of an English article may be of another language
_OTHER = 0.15  # the share of other languages' small words that gives reason to ask; their news has 0.3
_MIXED = 2  # other languages' small words beside English ones that give reason to look at the words around marks
_FEW, _COMMON = 20, 0.25  # of fewer words so many are common ones of English where it is hardly another language
_SURE, _LIKELY = 0.6, 0.3  # the detector's confidence from which on it is believed of few words, and of more

_MARKS = frozenset('“„«»"「‘')  # one of them is in each passage with marked words


def passage_languages(passages: Sequence[Passage], said: str = "") -> list[str]:
    """Return the code of the language of each passage; `said` is what the source says of the article's language.

    Where neither the source nor the words tell, it is English, whose rules find little in a few words. `UNKNOWN` is
    the language of what is in none: figures, mark-up, noise.
    """
    starts = [passage.text[:LETTERS] for passage in passages]
    words = [start.lower().split() for start in starts]
    small = list(map(english_among, words))
    is_english = sum(small) >= _ENGLISH * (sum(map(len, words)) or 1)
    language = _in_english_article if is_english else _in_any_article
    plain = [language(*row) for row in zip(starts, words, small, strict=True)]
    found = _with_neighbours(plain, _article_language(starts, plain, known_code(said)))
    shown = zip(starts, words, plain, found, strict=True)
    return [of_few_words(start, code) if _may_differ(row, seen) else code for start, row, seen, code in shown]


def _may_differ(words: list[str], seen: str | None) -> bool:
    """Say whether a passage has a few words of which nothing is known but what its neighbours are."""
    return seen is None and 1 < len(words) < LONG


def _in_english_article(start: str, words: list[str], small: int) -> str | None:
    """Return the language of a passage of an article that is English as a whole; None where nothing speaks for one."""
    if small >= _HARDLY_ENGLISH * len(words) and small:
        seen = ENGLISH if len(words) >= LONG else None
        mixed = seen and not _MARKS.isdisjoint(start) and others_among(words) >= _MIXED
        return by_words_around_marks(start, seen) if mixed else seen
    if is_latin(start) and others_among(words) < _OTHER * len(words):
        return None
    return _in_any_article(start, words, small)


def _in_any_article(start: str, words: list[str], small: int) -> str | None:
    """Return the language that a passage shows, by the words around its marks where it has any."""
    seen = _plain_language(start, words, small)
    return by_words_around_marks(start, seen) if seen and not _MARKS.isdisjoint(start) else seen


def _plain_language(start: str, words: list[str], small: int) -> str | None:
    """Return the language that the words of a passage show, None where they are too few or in doubt."""
    latin = is_latin(start)
    if latin and len(words) < LONG:
        return None
    if latin and small >= _ENGLISH * len(words):
        return ENGLISH
    if latin and (not has_small_letters(start) or _is_short_english(words)):
        return None
    code, confidence = detect(without_names(start) if latin else start)
    return code if confidence >= _least(words) else None


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
    if not words or english_among(words) or _is_short_english(words):
        return ENGLISH
    code, confidence = detect(text)
    return code if code != UNKNOWN and (confidence >= _least(words) or not is_latin(text)) else ENGLISH


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
