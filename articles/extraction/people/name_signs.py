"""What stands around a candidate name and shows if it is a person: roles, ages, "who", cues, organisations' words."""

from ..lexicons import NO_NAMES, ROLES, cue_kinds
from ..text.reading import Page, Sentence
from ..text.words import joined_by_space, proper

_LONGEST_THING = 6  # words between "Ministry of" and a name
_MARKS = frozenset("“”\"‘’«»'`")


def signs_of(page: Page, sentence: Sentence, first: int, last: int) -> int:
    """Count the signs of a person around a name: an age, a role set beside it, "who", a cue."""
    kinds = cue_kinds()
    signs = 0
    if last < sentence.last:
        gap, follower = page.words[last].gap, page.lowers[last]
        if "," in gap and (follower in ROLES or _age(follower) or _role_in(page, last, sentence.last)):
            signs += 2
        if follower in ("who", "whose"):
            signs += 1
        if "(" in gap and (follower == "born" or follower.isdigit()):
            signs += 2
        if kinds.get(follower) in ("say", "tell") and not page.words[last].capital:
            signs += 1
    if first > sentence.first and kinds.get(page.lowers[first - 1]) == "say" and joined_by_space(page.words[first]):
        signs += 1 if _MARKS & set(page.words[first - 1].gap) else 0
    return signs


def _age(word: str) -> bool:
    return word.isdigit() and 1 <= len(word) <= 2


def _role_in(page: Page, at: int, last: int) -> bool:
    """Say whether a role is among the next words up to a comma or stop."""
    for step in range(at, min(at + 7, last)):
        if step > at and not joined_by_space(page.words[step]):
            return False
        if page.lowers[step] in ROLES:
            return True
        if page.lowers[step] in ("who", "which", "of", "in", "at"):
            return False
    return False


def role_stands_before(page: Page, first: int, sentence_first: int) -> bool:
    """Say whether a role in small letters stands right before: "spokesman Peter Novak"."""
    before = first - 1
    return before >= sentence_first and joined_by_space(page.words[first]) and page.lowers[before] in ROLES


def part_of_thing(page: Page, first: int, last: int, run: int) -> bool:
    """Say whether a thing's word stands right after the piece, or "Ministry of" and the like before it."""
    if last < run and proper(page.words[last]) in NO_NAMES and not page.words[last - 1].owns:
        return True
    if first and page.lowers[first - 1] in ("v", "vs", "versus"):
        return True
    at = first
    while at > 1 and first - at < _LONGEST_THING and joined_by_space(page.words[at]) and page.words[at - 1].capital:
        at -= 1
    return at > 1 and page.lowers[at - 1] in ("of", "for") and proper(page.words[at - 2]) in NO_NAMES
