"""The role that an article gives a person: before the name ("Pentagon spokesman") or beside it (", director of …").

In: the analysed article and a mention. Out: the words of the role, or None.
"""

import re

from ..lexicons import COMMON_WORDS, GRAMMAR, HONORIFICS, PATTERNS, ROLE_MODIFIERS, ROLES, TITLES, cue_kinds
from ..text.analysis import AnalysedArticle, AnalysedParagraph
from ..text.tokens import Word, joined_by_space
from ..word_classes import AND, PAST_ENDS
from .entities import PersonEntities, PersonMention

_VERBS = GRAMMAR["no_role"]
_NEAR = 7  # words of a phrase among which its role stands
_LONGEST = 14  # words of a role
_ARTICLE = re.compile(rf"^{PATTERNS['before_role']}\s+", re.I)
_CLAUSE = re.compile(rf"\s{PATTERNS['behind_role']}\s")
_CLOSING = re.compile(r"[,;:.—–(\"“”‘]\s|[;:—(\"“”]|[.]$")
_OPENERS = (
    GRAMMAR["auxiliary"] | GRAMMAR["opener"] | GRAMMAR["preposition"] | GRAMMAR["determiner"] | GRAMMAR["pronoun"]
)
_DAYS = GRAMMAR["time"]
_LINKS = GRAMMAR["role_link"]


def roles_of(article: AnalysedArticle, entities: PersonEntities) -> dict[int, str]:
    """Return the first role that the article gives each person, those at a full name before others."""
    by_fullness: dict[bool, dict[int, str]] = {True: {}, False: {}}
    before = (-1, 0)  # the paragraph and end of the name before
    for mention in entities.mentions:
        roles = by_fullness[mention.full]
        earliest = before[1] if before[0] == mention.paragraph else 0
        if mention.person not in roles and (role := role_at(article, mention, earliest)):
            roles[mention.person] = role
        before = (mention.paragraph, mention.last)
    return by_fullness[False] | by_fullness[True]


def role_at(article: AnalysedArticle, mention: PersonMention, earliest: int = 0) -> str | None:
    """Return the role that stands at one mention; the words before `earliest` belong to another name."""
    paragraph = article.paragraphs[mention.paragraph]
    return role_before(paragraph, mention.first, earliest) or role_after(paragraph, mention.last)


def role_before(paragraph: AnalysedParagraph, first: int, earliest: int = 0) -> str | None:
    """Return the role right before a name: "former Secretary of State" Linda Grove."""
    words, lowers = paragraph.words, paragraph.lowers
    begin = first
    has_role = False
    while (
        begin > earliest
        and first - begin < _LONGEST
        and joined_by_space(paragraph.gaps[begin])
        and not words[begin - 1].possessive
    ):
        word, lower = words[begin - 1].text, lowers[begin - 1]
        acronym = word.isupper() and len(word) > 1
        if _ends_role(words[begin - 1], lower) or (lower in AND and has_role):
            break
        role = lower in ROLES or (word in TITLES and word not in HONORIFICS)
        if not (role or acronym or words[begin - 1].capital or lower in ROLE_MODIFIERS or lower in _LINKS):
            break
        if begin == first and not (role or acronym or words[begin - 1].capital):
            break
        has_role = has_role or role or (begin == first and acronym and begin > 1 and words[begin - 2].capital)
        begin -= 1
    while begin < first and lowers[begin] in _LINKS:
        begin += 1
    if not has_role or begin >= first or words[begin].text in HONORIFICS:
        return None
    return paragraph.text[paragraph.starts[begin] : paragraph.ends[first - 1]]


def _ends_role(word: Word, lower: str) -> bool:
    """Say whether a word cannot be inside a role: small common words, and those that open sentences."""
    if lower in _LINKS or lower in ROLE_MODIFIERS or (word.text.isupper() and len(word.text) > 1):
        return False
    if lower in _OPENERS or lower in _DAYS:
        return True
    return lower in COMMON_WORDS and not word.capital


def role_after(paragraph: AnalysedParagraph, last: int) -> str | None:
    """Return the role set beside a name between commas: Ida Holm, "senior fellow at the …"."""
    if last >= len(paragraph.words) or paragraph.words[last - 1].possessive:
        return None
    if paragraph.gaps[last].strip() != "," and paragraph.gaps[last].strip() != ".,":  # of "Jr."
        return None
    start = paragraph.starts[last]
    window = paragraph.text[start : start + 160]
    closing = _CLOSING.search(window + " ")
    phrase = window[: closing.start()] if closing else window
    clause = _CLAUSE.search(phrase)
    phrase = _ARTICLE.sub("", phrase[: clause.start()] if clause else phrase).strip()
    return phrase if _is_role(phrase) else None


def _is_role(phrase: str) -> bool:
    """Say whether a phrase has a role's noun near its beginning and no verb before it."""
    words = [word.strip("’'.,").lower() for word in phrase.split()]
    head = next((at for at, word in enumerate(words[:_NEAR]) if word in ROLES), None)
    if head is None or len(words) > _LONGEST:
        return False
    kinds = cue_kinds()
    verbs = (word for word in words[:head] if word in _VERBS or (kinds.get(word) and word.endswith(PAST_ENDS)))
    return not any(verbs)
