"""Whether a person is a man or a woman, as far as the article or the given name show it: "m", "f" or "u" for unknown.

Honorifics show it first, then the given name, then the role, which may speak of a relative: "who lost his mother".
For the rest the pronouns that follow the name vote.
"""

from collections import Counter
from collections.abc import Collection
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
    """Return the gender that honorifics show, then the given name, then the role: the first that shows one alone."""
    given, *others = name.split()
    by_name = given_names().get(given, "u") if others else "u"
    by_role = frozenset((role or "").replace("-", " ").split())
    signs = (_gender_in(cluster.honorifics), by_name, _gender_in(by_role))
    return next((gender for gender in signs if gender != "u"), "u")


def _gender_in(words: Collection[str]) -> str:
    """Return the gender of the words that show one, "u" where none do or both."""
    woman, man = not WOMEN.isdisjoint(words), not MEN.isdisjoint(words)
    return "u" if woman == man else "f" if woman else "m"


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
