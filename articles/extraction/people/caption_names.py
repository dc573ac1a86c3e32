"""Names in full that stand only in credits, which are not read for anything else: many begin with their caption.

In: an article and its people. Out: the people, of whom those known by a surname alone have the name that such a
paragraph gives in full: “Sen. Ida Holm. | Photo by Karl Lund” above an article about “Holm”. Whose picture it is stands
in it as well, and is not meant. Leaders whom everybody knows by the surname are left to the list of leaders.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from articles.paragraph_kinds import PassageKind

from ..candidates.spellings import fold
from ..lexicons import PATTERNS, given_names
from ..text.analysis import AnalysedArticle
from .entities import PersonCluster, PersonEntities
from .genders import gender_of
from .leaders import identify_leader

_CREDITS = PassageKind.CREDIT
_LONGEST = 400  # code points of a paragraph that is looked into
_FEW = 5  # words that no caption is, where nothing says whose picture it is: “Ida Holm | Associated Press”
_PICTURE = rf"{PATTERNS['picture']}s?\b"
_CREDIT = re.compile(rf"/|©|\b(?:{_PICTURE}|{PATTERNS['credit']}\b)", re.IGNORECASE)
# A name right before these is the photographer's: “Ida Holm/Reuters”, “Ida Holm for Reuters”, “Ida Holm photo”.
_OWNS = rf"\s*/|\s+(?i:{PATTERNS['picture_for']}\b|{_PICTURE})"
_SURNAME = r"\w++(?:[-‑]\w+|['’](?!s\b)\w+)*+"
_NAME = re.compile(rf"\b(?=(\w+) (?:[A-Z]\. )?({_SURNAME})(?!{_OWNS}))")


def with_caption_names(article: AnalysedArticle, entities: PersonEntities) -> PersonEntities:
    """Return the people with the fuller names of captions that are not read."""
    texts = [one.text[:_LONGEST] for one in article.paragraphs if one.kind == _CREDITS]
    given_of = _given_by_surname(texts)
    for number, person in enumerate(entities.people if given_of else ()):
        given = _given_name(person, given_of)
        if given and not identify_leader(person, None):
            person.add((given, *person.name))
            entities.names[number] = " ".join(person.name)
    return entities


def _given_by_surname(texts: Iterable[str]) -> dict[str, dict[str, str]]:
    """Return for each word behind a given name in these texts the given names before it, by their folded spelling."""
    found: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for text in texts:
        end = _end_of_caption(text)
        for name in _NAME.finditer(text):
            if name.end(2) <= end and name[1] in given_names():
                found[name[2]][fold(name[1])] = name[1]
    return found


def _end_of_caption(text: str) -> int:
    """Return where the words end that tell of a picture, and those begin that tell whose it is."""
    if credit := _CREDIT.search(text):
        return credit.start()
    return len(text) if len(text.split()) > _FEW else 0


def _given_name(person: PersonCluster, given_of: Mapping[str, Mapping[str, str]]) -> str:
    """Return the given name of a person known by the surname; "" for none, several, or one of the other gender."""
    names = list(given_of.get(person.name[0], {}).values()) if len(person.name) == 1 else []
    if len(names) != 1:
        return ""
    genders = {given_names()[names[0]], gender_of(person, None, person.name[0])} - {"u"}
    return names[0] if len(genders) < 2 else ""
