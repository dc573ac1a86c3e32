"""Titles of works between marks: shows, books, songs, and things that are only called so; nobody says them.

In: quoted words and their sentence's context. Out: whether the words are a name for a thing.
"""

from collections.abc import Sequence

from articles.paragraph_kinds import PassageKind

from ..grammar.nominals import PRONOUNS
from ..grammar.sentence_context import SentenceContext
from ..lexicons import COMMON_WORDS, GRAMMAR, MARKED, given_names
from ..word_classes import ARTICLES, AS, COORDINATORS, OF, TO
from .quoted_text import QuotedText

_LONGEST = 7  # words of a title
_LONGEST_IN_FULL = 25  # words of one in capitals throughout, right after what it is the title of
_WORKS = GRAMMAR["work"]
_PLACES = MARKED["before_title"]
_NAMING = GRAMMAR["naming"]
_TITLING = MARKED["titling"]
_BEFORE_VERBS = PRONOUNS | GRAMMAR["be"] | GRAMMAR["auxiliary"] | COORDINATORS
_OWNERS = tuple(MARKED["owner_end"])
_INDEFINITE = MARKED["indefinite"]
_REFERRED = MARKED["referred"]
_LONG_WORD = 5  # letters from which on a title writes a word with a capital
_BOARD = 12  # words between a board and the marks on it
_NEAR_BOARD = 5  # of these where the marks follow no verb or colon at once
_LONGEST_NICKNAME = 3  # words
_CLAUSE = 14  # words looked at before the naming word


def is_title_of_work(quote: QuotedText) -> bool:
    """Say whether the words are the title of a show, a book or the like: on ABC's “This Week”."""
    part = quote.span.parts[0]
    words = quote.paragraph.text[part.start : part.end].split()
    before = quote.paragraph.text[max(0, quote.first.start - 40) : quote.first.start].lower().split()
    if len(words) > _LONGEST_IN_FULL or not before or quote.paragraph.kind == PassageKind.TITLE:
        return False
    if len(words) > _LONGEST:
        return before[-1].strip(".,:") in _WORKS | _NAMING and _is_title_case(words)
    near = {word.strip(".,:") for word in before[-3:]}
    capitals = all(word[0].isupper() or not word[0].isalpha() or word.lower() in COMMON_WORDS for word in words)
    placed = len(words) > 1 and (before[-1] in _PLACES or before[-1] in MARKED["making"])
    named = bool(_WORKS & near) or before[-1].endswith(_OWNERS) or placed
    return capitals and words[0][0].isupper() and named


def _is_title_case(words: Sequence[str]) -> bool:
    """Say whether words are written as a title: the first, and all of some length, with a capital."""
    return words[0][0].isupper() and all(
        word[0].isupper() or len(word) < _LONG_WORD or not word[0].isalpha() for word in words
    )


def only_names_thing(quote: QuotedText, context: SentenceContext) -> bool:
    """Say whether the words only name a thing: a group called “…”, an account named “…”."""
    paragraph, last = context.paragraph, context.last_word_before(quote.first)
    if last > context.sentence.first and paragraph.lowers[last] in ARTICLES:
        last -= 1
    if last <= context.sentence.first or paragraph.lowers[last] not in _NAMING or quote.size > _LONGEST:
        return False
    if _bears_name(paragraph.lowers[context.sentence.first : last + 1]):
        return True
    before = paragraph.words[last - 1]
    clause = range(max(context.sentence.first, last - _CLAUSE), last)
    asked = any(paragraph.lowers[at] in GRAMMAR["embeds"] for at in clause)
    reported = any(cue.kind in ("say", "tell") and cue.last <= last for cue in context.cues)
    active = (
        before.capital or paragraph.lowers[last - 1] in _BEFORE_VERBS or paragraph.lowers[last - 1] in GRAMMAR["time"]
    )
    return not (asked or reported or active)


def _bears_name(lowers: Sequence[str]) -> bool:
    """Say whether words up to a naming verb leave no doubt that it names: "a process called", "it is titled"."""
    return not _INDEFINITE.isdisjoint(lowers[-3:-2]) or (lowers[-1] in _TITLING and lowers[-2] in GRAMMAR["be"])


def is_called_so(quote: QuotedText, context: SentenceContext) -> bool:
    """Say whether the words before the marks make them a term: the so-called “…”, the word “…”, its motto is “…”."""
    lowers, last, first = context.paragraph.lowers, context.last_word_before(quote.first), context.sentence.first
    if quote.size > _LONGEST or last < first:
        return False
    if lowers[last] in MARKED["naming"]:
        return True
    if lowers[last] in ARTICLES:
        last -= 1
    before = lowers[last - 1] if last > first else ""
    named = before in _REFERRED or (before in TO and last - 1 > first and lowers[last - 2] in _REFERRED)
    if lowers[last] in AS:
        return named or (before not in TO and before in MARKED["named_as"])
    return before in MARKED["named_of"] and (lowers[last] in OF or lowers[last] in GRAMMAR["be"])


def is_nickname(quote: QuotedText, context: SentenceContext) -> bool:
    """Say whether the words stand within somebody's name: Karl “Charly” Huber."""
    paragraph, last = context.paragraph, context.last_word_before(quote.first)
    after = context.words_after(quote.last) if quote.last.passage == paragraph.index else range(0)
    if quote.size > _LONGEST_NICKNAME or last < context.sentence.first or not after:
        return False
    beside = (
        paragraph.text[paragraph.ends[last] : quote.first.start],
        paragraph.text[quote.last.end : paragraph.starts[after[0]]],
    )
    capitals = paragraph.words[last].capital and paragraph.words[after[0]].capital and quote.text[0].isupper()
    return capitals and beside == (" ", " ") and paragraph.lowers[last] in given_names() and quote.text[-1].isalnum()


def stands_on_board(quote: QuotedText, context: SentenceContext) -> bool:
    """Say whether the words are written on a sign or the like: "banners that read “…”"."""
    lowers, last = context.paragraph.lowers, context.last_word_before(quote.first)
    near = range(last, max(context.sentence.first - 1, last - _BOARD), -1)
    board = next((at for at in near if lowers[at] in MARKED["board"]), None)
    if board is None or GRAMMAR["be"] & set(lowers[board + 1 : last + 1]):
        return False
    at_once = (
        lowers[last] in MARKED["reads"] or context.paragraph.text[quote.first.start - 2 : quote.first.start] == ": "
    )
    shown = at_once and last > board
    return shown or (last - board < _NEAR_BOARD and bool(MARKED["reads"] & set(lowers[board + 1 : last + 1])))
