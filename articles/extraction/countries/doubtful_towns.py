"""Doubtful towns: one whose name may be a word or a surname needs a sign that it is a town here.

In: resolved toponyms. Out: the same without the doubtful ones. A sign is a state behind the name, "in" or "near"
before it, or what towns have behind it ("Danbury police"), anywhere in the article.
"""

from collections import Counter

from ..candidates.spellings import fold
from ..gazetteer.place_matcher import COUNTIES
from ..lexicons import COMMON_WORDS, NO_NAMES, SURNAME_WORDS, given_names, lines_of
from ..people.entities import PersonEntities
from ..records import record
from ..text.analysis import AnalysedArticle, AnalysedParagraph
from ..word_classes import OF
from .context import joins_capital, shows, stands_after, storms_in, word_after, word_before
from .resolution import ResolvedToponym

_LARGE = 500  # thousands of people: known without its country
_LARGER = 5  # times the towns of its name in other countries: the only one that readers think of
_ENGLISH = frozenset(("AU", "CA", "GB", "IE", "NZ", "US"))  # whose papers name their own towns without the country
_WORDS = frozenset(name for line in lines_of("word_towns.txt") for name in line.split("|"))


@record
class _Signs:
    """What an article shows of its places."""

    towns: Counter[str]  # how often a name stands where towns do
    qualified: frozenset[str]  # names with their state or country behind them
    named: frozenset[str]  # countries named by more than a town
    people: frozenset[str]  # folded words of people's names
    small: frozenset[str]  # words without a capital
    storms: frozenset[str]  # words behind "Hurricane"
    called: frozenset[str]  # names of countries behind "the city of"


def without_doubtful_towns(
    found: list[ResolvedToponym], article: AnalysedArticle, entities: PersonEntities
) -> list[ResolvedToponym]:
    """Return the toponyms without those that nothing shows to be towns, in order."""
    towns: Counter[str] = Counter()
    for one in found:
        towns[one.toponym.name] += _signs(one, article.paragraphs[one.toponym.paragraph])
    signs = _Signs(
        towns,
        frozenset(one.toponym.name for one in found if one.qualified),
        frozenset(one.code for one in found if one.qualified or not one.needs_evidence),
        frozenset(fold(word) for cluster in entities.people for name in cluster.names for word in name),
        article.lowercase_words,
        storms_in(article),
        frozenset(one.toponym.name for one in found if _is_called_town(one, article.paragraphs[one.toponym.paragraph])),
    )
    return [one for one in found if _is_believed(one, signs)]


def _is_believed(one: ResolvedToponym, signs: _Signs) -> bool:
    name, count = one.toponym.name, signs.towns[one.toponym.name]
    if one.qualified or (name in signs.qualified and not _is_word(name)):
        return True
    if name in signs.called and not one.corroborated:
        return False
    if not one.needs_evidence:
        return count > 0 or one.corroborated or not _is_given(name, signs)
    if name.endswith(COUNTIES):
        return not signs.named or one.code in signs.named
    if not count or fold(name) in signs.people or _is_word(name):
        return False
    if name in given_names() or name in SURNAME_WORDS or name.lower() in signs.small:
        return count > 1 and one.code in signs.named
    return one.code in signs.named or _is_known_alone(one, count, signs)


def _is_given(name: str, signs: _Signs) -> bool:
    """Say whether a place's word is what somebody or a storm of this article is called: "Georgia", "Florence"."""
    return name in signs.storms or (name in given_names() and fold(name) in signs.people)


def _is_called_town(one: ResolvedToponym, paragraph: AnalysedParagraph) -> bool:
    """Say whether a country's name is a town's: "the city of Turkey", but not "the city of Singapore"."""
    first, form = one.toponym.first, one.toponym.entry.form
    if (
        form.by != "name"
        or word_before(paragraph, first) not in OF
        or not shows("town_noun", word_before(paragraph, first, 2))
    ):
        return False
    return all(town.code != form.code for town in one.toponym.entry.towns)


def _is_word(name: str) -> bool:
    return name in _WORDS or name in NO_NAMES or name.lower() in COMMON_WORDS


def _is_known_alone(one: ResolvedToponym, count: int, signs: _Signs) -> bool:
    """Say whether a town needs nothing that names its country: a large one, or the only one of its name at home."""
    if one.town.thousands >= _LARGE:
        return True
    others = max((town.thousands for town in one.toponym.entry.towns if town.code != one.code), default=0)
    return (
        one.town.thousands > _LARGER * others
        and one.code in _ENGLISH
        and (not signs.named or (count > 1 and not signs.named & _ENGLISH))
    )


def _signs(one: ResolvedToponym, paragraph: AnalysedParagraph) -> int:
    """Count what shows a place here: "in" before it, what towns have behind it; but "to Georgia's credit" does not."""
    first, last = one.toponym.first, one.toponym.last
    if shows("after_town", word_after(paragraph, last)):
        return 1
    if paragraph.words[last - 1].possessive or joins_capital(paragraph, last - 1, last):
        return 0
    return int(stands_after("town_sign", paragraph, first))
