"""Whether a person is a man or a woman, as far as the article or the given name show it: "m", "f" or "u" for unknown.

Honorifics and roles show it first, then the given name; for the rest the pronouns that follow the name vote.
"""

from collections import Counter
from dataclasses import replace

from ..lexicons import GRAMMAR, MEN, WOMEN, given_names
from ..text.analysis import AnalysedArticle, AnalysedParagraph, sentence_at
from .entities import PersonCluster, PersonEntities, PersonMention

_PRONOUNS = {**dict.fromkeys(GRAMMAR["he"], "m"), **dict.fromkeys(GRAMMAR["she"], "f")}


def with_genders(entities: PersonEntities, article: AnalysedArticle, roles: dict[int, str]) -> PersonEntities:
    """Return the people with the gender of each."""
    genders = [
        gender_of(cluster, roles.get(number), entities.names[number]) for number, cluster in enumerate(entities.people)
    ]
    votes: dict[int, Counter[str]] = {}
    for mention in entities.mentions:
        unsure = mention.full and genders[mention.person] == "u"  # a lone surname may be a relative's
        if unsure and (vote := _vote(article.paragraphs[mention.paragraph], mention)):
            votes.setdefault(mention.person, Counter())[vote] += 1
    for number, counted in votes.items():
        (first, most), *others = counted.most_common(2)
        if not others or most > 2 * others[0][1]:
            genders[number] = first
    return replace(entities, genders=genders)


def gender_of(cluster: PersonCluster, role: str | None, name: str) -> str:
    """Return the gender that honorifics show, then the role, then the given name."""
    words = cluster.honorifics | set((role or "").replace("-", " ").split())
    if words & WOMEN:
        return "f"
    if words & MEN:
        return "m"
    given, *others = name.split()
    return given_names().get(given, "u") if others else "u"


def _vote(paragraph: AnalysedParagraph, mention: PersonMention) -> str | None:
    """Return the gender of the first pronoun after a mention in its sentence, where nobody else is named between."""
    sentence = paragraph.sentences[sentence_at(paragraph, mention.first)]
    for at in range(mention.last, sentence.last):
        names_another = at > mention.last and paragraph.words[at].capital
        if names_another or paragraph.quoted[at] != paragraph.quoted[mention.first]:
            return None
        if gender := _PRONOUNS.get(paragraph.lowers[at]):
            return gender
    return None
