"""Given names that are called like a country or a city: "Cuba Gooding", "London Breed", "Chad said".

A name alone shows nothing. What shows a person is beside it: a surname behind it, and behind that what people do,
"Jr.", an apposition, or other people in the same row; or the surname standing alone elsewhere where people speak. What
shows the country, where the article has somebody called so, is a word of place before it.
"""

from dataclasses import replace
from functools import cached_property

from ..gazetteer.country_forms import phrase_at
from ..lexicons import COMMON_WORDS, NO_NAMES, SURNAME_WORDS, cue_kinds, given_names, kinds_in
from ..people.entities import PersonEntities, PersonMention
from ..recognisers.lexical_features import surnames
from ..text.analysis import AnalysedArticle, AnalysedParagraph
from ..text.tokens import lexicon_spelling
from ..word_classes import AND, PLURAL_ENDS
from .context import in_headline, joins_capital, shows, stands_after, word_before
from .toponyms import Toponym

_NO_SURNAMES = ("after_town", "school", "paper", "street", "event", "fame", "river", "dish")
_DOES = kinds_in("person_signs.tsv")["does"]
_SAYING = ("say", "tell")


class SpeakingNames:
    """The words with a capital that stand alone before a word that reports a saying: "Breed said"."""

    def __init__(self, article: AnalysedArticle) -> None:
        """Take the article; it is read when somebody asks, which is seldom."""
        self._article = article

    def __contains__(self, word: str) -> bool:
        return word in self._names

    @cached_property
    def _names(self) -> frozenset[str]:
        return frozenset(
            paragraph.words[at].text
            for paragraph in self._article.paragraphs
            for at, lower in enumerate(paragraph.lowers[1:])
            if cue_kinds().get(lower) in _SAYING
            and paragraph.words[at].capital
            and not joins_capital(paragraph, at, at - 1)
        )


def is_given_name(
    paragraph: AnalysedParagraph, toponym: Toponym, taken: set[tuple[int, int]], speaking: SpeakingNames
) -> bool:
    """Say whether a country's or city's word is a person's given name here.

    `taken` are words of people's names, each as the paragraph's index and the word's; `speaking` the words that speak
    alone in the article.
    """
    at, form = toponym.last, toponym.entry.form
    if form.by not in ("name", "capital", "place") or toponym.last - toponym.first > 1:
        return False
    shouted = paragraph.words[toponym.first].text.isupper()  # "WASHINGTON Anna Berger …": where it was written
    if shouted or not joins_capital(paragraph, toponym.first, at) or not _may_be_surname(paragraph, at):
        return False
    if _is_younger(paragraph, at + 1):
        return True
    if joins_capital(paragraph, at, at + 1):
        return False  # "Dublin Arts Council"
    if _is_beside_people(paragraph, toponym.first, at, taken):
        return True
    if in_headline(paragraph, at):
        return False
    given, known = toponym.name in given_names(), _is_known_surname(paragraph.words[at].title)
    if known and (given or (form.by == "name" and not _stands_as_place(paragraph, toponym.first))):
        return True
    return _acts(paragraph, at + 1, given or known) or paragraph.words[at].text in speaking


def without_places(entities: PersonEntities, article: AnalysedArticle) -> PersonEntities:
    """Return people without the mentions of a lone given name where the country stands: "soldiers in Chad"."""
    named = _Named(article)
    kept = [mention for mention in entities.mentions if not _is_country(mention, article, named)]
    return entities if len(kept) == len(entities.mentions) else replace(entities, mentions=kept)


class _Named(dict[tuple[str, str], bool]):
    """Whether an article names a country, by its code, by another word than one; looked for once."""

    def __init__(self, article: AnalysedArticle) -> None:
        self._article = article

    def __missing__(self, asked: tuple[str, str]) -> bool:
        code, besides = asked
        self[asked] = any(_names(paragraph, code, besides) for paragraph in self._article.paragraphs)
        return self[asked]


def _names(paragraph: AnalysedParagraph, code: str, besides: str) -> bool:
    texts = [lexicon_spelling(word.text) for word in paragraph.words]
    phrases = (phrase_at(texts, at) for at, text in enumerate(texts) if text != besides)
    return any(phrase and phrase.code == code for phrase in phrases)


def _may_be_surname(paragraph: AnalysedParagraph, at: int) -> bool:
    word, lower = paragraph.words[at].text, paragraph.lowers[at]
    if (
        lower in COMMON_WORDS
        or word in NO_NAMES
        or word.isupper()
        or (word.endswith(PLURAL_ENDS) and word[:-1] in NO_NAMES)
    ):
        return False
    return not any(shows(kind, lower) for kind in _NO_SURNAMES)


def _is_known_surname(word: str) -> bool:
    return word not in SURNAME_WORDS and any(word in surnames()[kind] for kind in ("common", "world"))


def _is_younger(paragraph: AnalysedParagraph, at: int) -> bool:
    return at < len(paragraph.words) and shows("younger", paragraph.lowers[at])


def _acts(paragraph: AnalysedParagraph, at: int, known: bool) -> bool:
    """Say whether an apposition follows a name, or what people do, which counts only where half the name is known."""
    if at >= len(paragraph.words):
        return False
    if paragraph.gaps[at] == ", ":
        return shows("apposed", paragraph.lowers[at])
    return known and paragraph.gaps[at] == " " and paragraph.lowers[at] in _DOES


def _is_beside_people(paragraph: AnalysedParagraph, first: int, last: int, taken: set[tuple[int, int]]) -> bool:
    """Say whether a name stands in a row with people's: "Kenya Barris, Anna Berger and …"."""
    behind, before = last + 1, first - 1
    if behind < len(paragraph.words) and paragraph.lowers[behind] in AND:
        behind += 1
    if before >= 0 and paragraph.lowers[before] in AND:
        before -= 1
    in_row = behind < len(paragraph.words) and (behind > last + 1 or paragraph.gaps[behind] == ", ")
    after = before >= 0 and (before < first - 1 or paragraph.gaps[first] == ", ")
    return (in_row and (paragraph.index, behind) in taken) or (after and (paragraph.index, before) in taken)


def _is_country(mention: PersonMention, article: AnalysedArticle, named: _Named) -> bool:
    paragraph, first = article.paragraphs[mention.paragraph], mention.first
    word = paragraph.words[first].text
    if mention.last - first > 1 or word not in given_names() or not _stands_as_place(paragraph, first):
        return False
    phrase = phrase_at([word], 0)
    if phrase is None or phrase.by != "name":
        return False
    return shows("inside", word_before(paragraph, first)) or named[phrase.code, word]


def _stands_as_place(paragraph: AnalysedParagraph, first: int) -> bool:
    return stands_after("locative", paragraph, first) or stands_after("of", paragraph, first)
