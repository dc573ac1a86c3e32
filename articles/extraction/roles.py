"""The role that an article gives a person: before the name ("Pentagon spokesman") or set beside it (", the director of …").

In: the reading and a mention. Out: the words of the role, or None.
"""

import re

from .lexicons import COMMON_WORDS, HONORIFICS, ROLE_MODIFIERS, ROLES, TITLES, cue_kinds
from .people import Cast, PersonMention
from .reading import Page, Reading
from .words import joined_by_space

_LONGEST = 14  # words of a role
_ARTICLE = re.compile(r"^(?:the|a|an|his|her|their|its|our|and)\s+", re.I)
_CLAUSE = re.compile(r"\s(?:who|which|whose|where|when|as|after|before|while|told|said|says|and was|and is)\s")
_CLOSING = re.compile(r"[,;:.—–(\"“”‘]\s|[;:—(\"“”]|[.]$")
_LINKS = frozenset(("of", "for", "the", "and", "&", "to"))


def roles_of(reading: Reading, cast: Cast) -> dict[int, str]:
    """Return the first role that the article gives each person, those at a full name before others."""
    by_fullness: dict[bool, dict[int, str]] = {True: {}, False: {}}
    before = (-1, 0)  # the page and end of the name before
    for mention in cast.mentions:
        roles = by_fullness[mention.full]
        earliest = before[1] if before[0] == mention.page else 0
        if mention.person not in roles and (role := role_at(reading, mention, earliest)):
            roles[mention.person] = role
        before = (mention.page, mention.last)
    return by_fullness[False] | by_fullness[True]


def role_at(reading: Reading, mention: PersonMention, earliest: int = 0) -> str | None:
    """Return the role that stands at one mention; the words before `earliest` belong to another name."""
    page = reading.pages[mention.page]
    return role_before(page, mention.first, earliest) or role_after(page, mention.last)


def role_before(page: Page, first: int, earliest: int = 0) -> str | None:
    """Return the role right before a name: "former Secretary of State" Mike Pompeo."""
    words, lowers = page.words, page.lowers
    begin = first
    has_role = False
    while begin > earliest and first - begin < _LONGEST and joined_by_space(words[begin]) and not words[begin - 1].owns:
        word, lower = words[begin - 1].text, lowers[begin - 1]
        acronym = word.isupper() and len(word) > 1
        if lower in COMMON_WORDS and not (acronym or lower in _LINKS or word in TITLES or lower in ROLE_MODIFIERS):
            break
        if lower == "and" and has_role:
            break
        role = lower in ROLES or (word in TITLES and word not in HONORIFICS)
        if not (role or acronym or words[begin - 1].capital or lower in ROLE_MODIFIERS or lower in _LINKS):
            break
        if begin == first and not (role or acronym or words[begin - 1].capital):
            break
        has_role = has_role or role or (begin == first and acronym and begin > 1 and words[begin - 2].capital)
        begin -= 1
    while begin < first and (
        lowers[begin] in _LINKS or (lowers[begin] in COMMON_WORDS and not _may_open(words[begin].text))
    ):
        begin += 1
    if not has_role or begin >= first or words[begin].text in HONORIFICS:
        return None
    return page.text[words[begin].start : words[first - 1].end]


def _may_open(word: str) -> bool:
    """Say whether a common word may open a role all the same: "US", "Attorney"."""
    return word in TITLES or (word.isupper() and len(word) > 1) or word.lower() in ROLE_MODIFIERS


def role_after(page: Page, last: int) -> str | None:
    """Return the role set beside a name between commas: Samir Puri, "senior fellow at the …"."""
    if last >= len(page.words) or page.words[last - 1].owns or page.words[last].gap.strip() != ",":
        return None
    start = page.words[last].start
    window = page.text[start : start + 160]
    closing = _CLOSING.search(window + " ")
    phrase = window[: closing.start()] if closing else window
    clause = _CLAUSE.search(phrase)
    phrase = _ARTICLE.sub("", phrase[: clause.start()] if clause else phrase).strip()
    return phrase if _is_role(phrase) else None


def _is_role(phrase: str) -> bool:
    words = phrase.split()
    if not words or len(words) > _LONGEST:
        return False
    kinds = cue_kinds()
    bare = [word.strip("’'s").lower() if word[:1].islower() else word.lower() for word in words[:7]]
    head = next((at for at, word in enumerate(words[:7]) if word.lower().strip(".,") in ROLES), None)
    if head is None:
        return False
    return not any(kinds.get(word) in ("say", "tell") and word.endswith("ed") for word in bare[:head]) and not any(
        word in ("is", "was", "has", "had", "were", "are", "said", "he", "she", "in", "on", "at")
        for word in bare[:head]
    )
