"""Names in full that stand only in captions and credits, which are not read for anything else.

In: an article and its people. Out: the people, of whom those known by a surname alone have the name that such a
paragraph gives in full: “Sen. Ida Holm. | Photo by Karl Lund” above an article about “Holm”. Leaders whom everybody
knows by the surname are left to the list of leaders.
"""

import re

from ..candidates.spellings import fold
from ..lexicons import given_names
from ..text.analysis import SKIPPED_KINDS, AnalysedArticle
from .entities import PersonEntities
from .leaders import identify_leader

_LONGEST = 400  # code points of a paragraph that is looked into


def with_caption_names(article: AnalysedArticle, entities: PersonEntities) -> PersonEntities:
    """Return the people with the fuller names of paragraphs that are not read."""
    texts = [one.text[:_LONGEST] for one in article.paragraphs if one.kind in SKIPPED_KINDS]
    if texts:
        for number, person in enumerate(entities.people):
            if len(person.name) > 1 or identify_leader(person, None):
                continue
            if given := _given_before("\n".join(texts), person.name[0]):
                person.add((given, *person.name))
                entities.names[number] = " ".join(person.name)
    return entities


def _given_before(text: str, surname: str) -> str:
    """Return the given name before a surname in a text, "" where there is none or there are several."""
    found = re.findall(rf"\b(\w+) (?:[A-Z]\. )?{re.escape(surname)}\b", text)
    given = {fold(word): word for word in found if word in given_names()}
    return next(iter(given.values())) if len(given) == 1 else ""
