"""Coreference of names: which mentions are of the same person, full names first, then surnames, given and short names.

In: the spans that a recogniser found. Out: the people in the order of their first mention. Where one word may mean
several people, an honorific's gender chooses, then who is named in full most often, then the last meant.
"""

import re
from collections import defaultdict
from collections.abc import Sequence

from ..candidates.spellings import SUFFIXES, fold, in_full, same_given, spelt, surname, without_article
from ..lexicons import GRAMMAR, HONORIFICS, MEN, ROLE_MODIFIERS, TITLES, WOMEN, given_names, kinds_in, nicknames
from ..recognisers.port import NameSpan
from ..records import record
from ..text.analysis import AnalysedArticle, AnalysedParagraph
from ..text.tokens import joined_by_space, without_invisible
from ..word_classes import OF
from .entities import PersonCluster, PersonEntities, PersonMention
from .initials import initials_of

MOST_NAMESAKES = 50  # people of one surname that a new spelling is compared with, so that time stays linear
CHIEF = 1  # who is named in full so many times as often as another of that surname is meant by the surname alone
_MOST_SPELLINGS = 20
_SIGNS = kinds_in("person_signs.tsv")
_KIN = _SIGNS["kin"]
_WHOSE = GRAMMAR["possessive"] | _SIGNS["whose"]
_BETWEEN = ROLE_MODIFIERS | _SIGNS["before_kin"]
_MOST_BETWEEN = 6  # titles and such words between "son of" and a name
_BRACKETS = str.maketrans("", "", "[]")  # an editor's words inside a name: "[Ann] Lee"
_MARKS = str.maketrans("", "", '[]"“”')
_COMMA = re.compile(r",(?= [JS]r\b)")


@record
class NameMention:
    """A span that names somebody, with its words as names are spelt and the honorific before it ("" for none).

    `kin` says that it names somebody's relative, who is not whom the surname alone means next: “son of Ida Holm”.
    """

    span: NameSpan
    words: tuple[str, ...]
    honorific: str
    kin: bool


class _Clusters:
    """The clusters while mentions are added to them."""

    def __init__(self) -> None:
        self.clusters: list[PersonCluster] = []
        self.by_name: dict[tuple[str, ...], int] = {}
        self._spellings: list[list[tuple[str, ...]]] = []  # of each person
        self._times: list[int] = []  # how often each stands in full
        self._by_last: defaultdict[str, list[int]] = defaultdict(list)
        self._by_part: defaultdict[str, list[int]] = defaultdict(list)
        self._by_initials: defaultdict[str, list[int]] = defaultdict(list)
        self._latest: dict[str, int] = {}  # the person whom a word meant last
        self._introduced: set[int] = set()  # who has been named in full so far

    def add_full(self, words: tuple[str, ...]) -> None:
        """Take a name of two words and more: a spelling of a known person, or a new one."""
        if words not in self.by_name:
            self._name(words, self._known(words))
        self._times[self.by_name[words]] += 1

    def _known(self, words: tuple[str, ...]) -> int:
        """Return the person whose name this is another spelling of, or a new one."""
        last = fold(surname(words))
        namesakes = self._by_last[last][:MOST_NAMESAKES] + self._by_last[fold(words[0])][:MOST_NAMESAKES]
        number = next((one for one in namesakes if _same_person(self._spellings[one], words)), None)
        return self._new(last) if number is None else number

    def add_single(self, words: tuple[str, ...], honorific: str) -> None:
        """Take a name of one word: part of a known name, or a new person."""
        if words not in self.by_name and not self._candidates(words[0], honorific):
            self._name(words, self._new(fold(words[0])))

    def resolve(self, mention: NameMention) -> int:
        """Return the person whom a mention means, and remember it as the last one meant by its words."""
        words = mention.words
        number = self.by_name.get(words) if len(words) > 1 else None
        if number is None:
            fitting = self._candidates(words[0], mention.honorific)
            number = fitting[0] if fitting else self.by_name[words]
        if not mention.kin:
            self._latest.update(dict.fromkeys(_parts(words), number))
        if len(words) > 1:
            self._introduced.add(number)
        return number

    def _candidates(self, word: str, honorific: str) -> list[int]:
        """Return whom one word may mean, the likeliest first."""
        numbers = self._by_part.get(without_article(word)) or self._by_nickname(word) or self._by_initials[word.upper()]
        if honorific and len(numbers) > 1:
            numbers = [one for one in numbers if _fits(self._spellings[one][0][0], honorific)] or numbers
        if len(numbers) < 2:
            return numbers
        numbers = [one for one in numbers if one in self._introduced] or numbers
        numbers = [one for one in numbers if not self._is_son(one, numbers)]
        chief = max(numbers, key=lambda one: self._times[one])
        latest = self._latest.get(without_article(word), chief)
        return [latest if latest in numbers and self._times[latest] * CHIEF >= self._times[chief] else chief]

    def _is_son(self, number: int, numbers: Sequence[int]) -> bool:
        """Say whether somebody is the Jr. of another: then the surname alone is the other's, who has no such word."""
        name = self._spellings[number][0]
        others = (self._spellings[one][0] for one in numbers if _has_suffix(name))
        return any(_same_ends(name, other) and not _has_suffix(other) for other in others)

    def _by_nickname(self, word: str) -> list[int]:
        return [number for full in nicknames().get(word, ()) for number in self._by_part.get(fold(full), ())]

    def _new(self, last: str) -> int:
        self.clusters.append(PersonCluster())
        self._spellings.append([])
        self._times.append(0)
        self._by_last[last].append(len(self.clusters) - 1)
        return len(self.clusters) - 1

    def _name(self, words: tuple[str, ...], number: int) -> None:
        self.by_name[words] = number
        self._spellings[number].append(words)
        for namesakes in (*map(self._by_part.__getitem__, _parts(words)), self._by_initials[initials_of(words)]):
            if len(namesakes) < MOST_NAMESAKES and number not in namesakes:
                namesakes.append(number)


def cluster_mentions(article: AnalysedArticle, spans: Sequence[NameSpan]) -> PersonEntities:
    """Return the people that these spans of an article name, and which of them each span names."""
    named = [_name_mention(article.paragraphs[span.paragraph], span) for span in spans]
    people = _Clusters()
    for one in sorted((one for one in named if len(one.words) > 1), key=lambda one: -min(len(one.words), 3)):
        people.add_full(one.words)
    for one in named:
        if len(one.words) == 1:
            people.add_single(one.words, one.honorific)
    mentions = [_mention(one, people.resolve(one), people.clusters) for one in named]
    return _in_order(PersonEntities(people.clusters, mentions, _names(people.clusters, mentions, article)))


def _name_mention(paragraph: AnalysedParagraph, span: NameSpan) -> NameMention:
    words = spelt(paragraph.words[span.first : span.last])
    follows = span.first > 0 and joined_by_space(paragraph.gaps[span.first])
    before = paragraph.words[span.first - 1].title if follows else ""
    kin = len(words) > 1 and _names_kin(paragraph, span.first)
    return NameMention(span, words, before if before in HONORIFICS else "", kin)


def _names_kin(paragraph: AnalysedParagraph, first: int) -> bool:
    """Say whether a name stands behind "son of" or "his wife", perhaps with titles between: "son of former Sen."."""
    at, furthest = first - 1, max(0, first - 1 - _MOST_BETWEEN)
    while at > furthest and _is_between(paragraph, at):
        at -= 1
    if at < 1 or not (paragraph.gaps[at + 1] == ", " or _goes_on(paragraph, at)):
        return False
    noun, of = paragraph.lowers[at - 1 : at + 1]
    whose = noun in _WHOSE or paragraph.words[at - 1].possessive
    return (of in OF and noun in _KIN) or (of in _KIN and whose)


def _is_between(paragraph: AnalysedParagraph, at: int) -> bool:
    """Say whether a word is a title or the like of the name behind it: over a comma or a full stop it is of another."""
    return (paragraph.words[at].capital or paragraph.lowers[at] in _BETWEEN) and _goes_on(paragraph, at)


def _goes_on(paragraph: AnalysedParagraph, at: int) -> bool:
    """Say whether only blanks follow a word, or the dot of a title or an initial and blanks."""
    gap, word = paragraph.gaps[at + 1], paragraph.words[at].title
    return joined_by_space(gap) and ("." not in gap or word in TITLES or len(word) == 1)


def _mention(name: NameMention, number: int, clusters: list[PersonCluster]) -> PersonMention:
    cluster, span = clusters[number], name.span
    cluster.add(name.words)
    cluster.confidence = max(cluster.confidence, span.confidence)
    if name.honorific:
        cluster.honorifics.add(name.honorific)
    return PersonMention(span.paragraph, span.first, span.last, number, in_full(name.words))


def _in_order(entities: PersonEntities) -> PersonEntities:
    """Return the people numbered by their first mention."""
    order = list(dict.fromkeys(mention.person for mention in entities.mentions))
    place = {number: at for at, number in enumerate(order)}
    mentions = [
        PersonMention(one.paragraph, one.first, one.last, place[one.person], one.full) for one in entities.mentions
    ]
    names = [entities.names[number] for number in order]
    return PersonEntities([entities.people[number] for number in order], mentions, names)


def _names(people: list[PersonCluster], mentions: list[PersonMention], article: AnalysedArticle) -> list[str]:
    """Return each person's name as the article spells it, with the dots of initials, but not all in capitals."""
    names = [" ".join(cluster.name) for cluster in people]
    for mention in reversed(mentions):
        paragraph = article.paragraphs[mention.paragraph]
        words = paragraph.words[mention.first : mention.last]
        if tuple(word.text for word in words) == people[mention.person].name:
            text = paragraph.text[paragraph.starts[mention.first] : paragraph.ends[mention.last - 1]]
            names[mention.person] = " ".join(_spelt(without_invisible(text)).split())
    return names


def _spelt(text: str) -> str:
    """Return a name without brackets, a comma before Jr., and marks of which it has only one: "Bo” Lund"."""
    paired = text.count('"') % 2 == 0 and text.count("“") == text.count("”")
    return _COMMA.sub("", text.translate(_BRACKETS if paired else _MARKS))


def _parts(words: tuple[str, ...]) -> set[str]:
    """Return the words that may stand alone for a name: the first, the surname, and a family name before it."""
    parts = {without_article(words[0]), without_article(surname(words))}
    return {part for part in parts if len(part) > 1}


def _same_person(spellings: list[tuple[str, ...]], words: tuple[str, ...]) -> bool:
    """Say whether a name is another spelling of a person's, or some words of it in any order."""
    return any(
        not _father_and_son(name, words) and (_same_ends(name, words) or _within(words, name) or _within(name, words))
        for name in spellings[:_MOST_SPELLINGS]
    )


def _father_and_son(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Say whether one of two names in full has a "Jr." that the other has not, and no whole middle name in common."""
    if _has_suffix(one) == _has_suffix(other) or not (in_full(one) and in_full(other)):
        return False
    first, second = ([fold(word) for word in name if fold(word) not in SUFFIXES] for name in (one, other))
    return first != second or not any(len(word) > 1 for word in first[1:-1])


def _has_suffix(words: tuple[str, ...]) -> bool:
    return fold(words[-1]) in SUFFIXES


def _within(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Say whether all words of a name stand in another: "Van der Meer", "Meer Ludwig" in "Ludwig van der Meer"."""
    return {fold(word) for word in one} <= {fold(word) for word in other}


def _same_ends(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Say whether two names have the same given name and surname, and no different words between them."""
    same_surname = fold(surname(one)) == fold(surname(other))
    return same_surname and same_given(one[0], other[0]) and not _other_initial(one, other)


def _other_initial(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Say whether two names have different words between the given name and the surname ("John P.", "John Q.")."""
    if len(one) < 3 or len(other) < 3:
        return False
    first, second = fold(one[1]), fold(other[1])
    return first[:1] != second[:1] if min(len(first), len(second)) == 1 else first != second


def _fits(given: str, honorific: str) -> bool:
    """Say whether a person of that given name may have an honorific."""
    gender = given_names().get(given, "u")
    return not ((honorific in WOMEN and gender == "m") or (honorific in MEN and gender == "f"))
