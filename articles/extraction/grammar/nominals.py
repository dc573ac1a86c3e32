"""Nominals: the words of a sentence that may be the subject of a saying.

In: a paragraph, one of its sentences, the people and countries found. Out: `Nominal`s in order, each a half-open word
range with its kind: "person", "pronoun", "country", "organisation", "document" or "group" (a noun: "a senior
official").
"""

from collections.abc import Mapping
from dataclasses import field

from ..countries.countries import CountryMention
from ..lexicons import (
    COMMON_WORDS,
    DOCUMENT_WORDS,
    GRAMMAR,
    NOUNS,
    ORGANISATION_WORDS,
    ROLE_MODIFIERS,
    TITLE_ENDS,
    TITLES,
    cue_kinds,
)
from ..people.entities import PersonMention
from ..records import record
from ..text.analysis import AnalysedParagraph, Sentence
from ..text.tokens import joined_by_space
from ..word_classes import ADVERB_ENDS, AND, DEFINITE, PLURAL_ENDS, VERB_ENDS
from .verbs import is_finite

PRONOUNS = GRAMMAR["pronoun"]
DETERMINERS = GRAMMAR["determiner"]
_DAYS = GRAMMAR["time"] - GRAMMAR["no_day"]
_DOUBTFUL_DAYS = GRAMMAR["doubtful_day"]
_CAPITAL_PRONOUNS = GRAMMAR["capital_pronoun"]
_IN_NAMES = GRAMMAR["in_name"]
_NAME_LINKS = GRAMMAR["name_link"]
_NOUN_FORMS = NOUNS | {noun + "s" for noun in NOUNS}
_OPENERS = _NOUN_FORMS | PRONOUNS  # small words that may begin a nominal
_LONGEST_DATELINE = 8  # words with what follows it
_SHORTEST_PLACE = 3  # letters that are no place in capitals, but "US" or "GOP"
_DASHES = ("-", "--", "–", "—")
_LONGEST_GROUP = 7  # words before the noun


@record
class Nominal:
    """A possible subject: a half-open word range, and the person's number or the country's code if it names one."""

    first: int
    last: int
    kind: str  # "person", "pronoun", "country", "organisation", "document" or "group"
    person: int | None = None
    code: str | None = None
    whole: int = 0  # where its phrase ends, with "of the port" in "the head of the port"; 0 where it is but itself


@record
class MentionIndex:
    """The people and countries of an article by the paragraph and word where each mention begins."""

    people: dict[tuple[int, int], PersonMention]
    countries: dict[tuple[int, int], CountryMention]
    begins: Mapping[int, set[int]] = field(init=False)  # by paragraph, the words where a person's mention begins

    def __post_init__(self) -> None:
        begins: dict[int, set[int]] = {}
        for paragraph, first in self.people:
            begins.setdefault(paragraph, set()).add(first)
        object.__setattr__(self, "begins", begins)


def nominals_of(paragraph: AnalysedParagraph, sentence: Sentence, mention_index: MentionIndex) -> list[Nominal]:
    """Return the possible subjects of a sentence outside its marks."""
    found: list[Nominal] = []
    end = sentence.first  # of the nominal before
    for at in _openers(paragraph, sentence, mention_index):
        if at < end:
            continue
        nominal = _nominal_at(paragraph, sentence, at, mention_index)
        if nominal and not _leads_to_person(paragraph, nominal.last, sentence.last, mention_index):
            while found and found[-1].last > nominal.first:
                found.pop()
            found.append(nominal)
        end = nominal.last if nominal else end
    return found


def _openers(paragraph: AnalysedParagraph, sentence: Sentence, mention_index: MentionIndex) -> list[int]:
    """Return the words of a sentence, outside its marks, that a nominal may begin with."""
    words, lowers, quoted = paragraph.words, paragraph.lowers, paragraph.quoted
    people = mention_index.begins.get(paragraph.index, ())
    return [
        at
        for at in range(behind_dateline(paragraph, sentence), sentence.last)
        if (words[at].capital or lowers[at] in _OPENERS or at in people) and not quoted[at]
    ]


def behind_dateline(paragraph: AnalysedParagraph, sentence: Sentence) -> int:
    """Return the word behind "OSTWICK, March 31 - " or "(Ostwick News) - ", which opens a paragraph; else the first.

    "A UN official — who …" holds a small word, and is a sentence.
    """
    first = sentence.first
    if first or len(paragraph.words) < _LONGEST_DATELINE or not (_is_place(paragraph) or "(" in paragraph.gaps[0]):
        return first
    dashes = (at for at in range(1, _LONGEST_DATELINE) if paragraph.gaps[at].strip(" )") in _DASHES)
    dash = next(dashes, first)
    return dash if all(word.capital or word.text[0].isdigit() for word in paragraph.words[first:dash]) else first


def _is_place(paragraph: AnalysedParagraph) -> bool:
    """Say whether a paragraph opens with a place in capitals: "OSTWICK", "NEW OSTWICK", but not "US"."""
    first, second = paragraph.words[0].text, paragraph.words[1].text
    return first.isupper() and (len(first) > _SHORTEST_PLACE or second.isupper())


def _nominal_at(
    paragraph: AnalysedParagraph, sentence: Sentence, at: int, mention_index: MentionIndex
) -> Nominal | None:
    lower = paragraph.lowers[at]
    if mention := mention_index.people.get((paragraph.index, at)):
        return _with_noun(paragraph, sentence, Nominal(at, mention.last, "person", person=mention.person))
    if lower in PRONOUNS and (lower not in _CAPITAL_PRONOUNS or paragraph.words[at].text.isupper()):
        return Nominal(at, at + 1, "pronoun")
    if ("(" in paragraph.gaps[at] or "," in paragraph.gaps[at]) and _is_party(paragraph.words[at].text):
        return None
    if paragraph.words[at].capital and (
        (paragraph.index, at) in mention_index.countries or not _only_opens(paragraph, sentence, at)
    ):
        return _with_noun(paragraph, sentence, _named(paragraph, sentence, at, mention_index))
    verb = at > sentence.first and paragraph.words[at - 1].capital and _may_be_verb(paragraph, at)
    return _group(paragraph, sentence, at) if _is_noun(lower) and not verb else None


def _is_party(text: str) -> bool:
    """Say whether a word in brackets is an American politician's party and state: "(D)", "(D-Calif.)"."""
    return len(text) == 1 or text[1:2] == "-"


def _only_opens(paragraph: AnalysedParagraph, sentence: Sentence, at: int) -> bool:
    """Say whether a word has its capital only because a clause begins with it, or tells what sort ("Trent-style")."""
    word, lower = paragraph.words[at], paragraph.lowers[at]
    if "-" in word.text and word.text.rsplit("-", 1)[1].islower():
        return True
    if lower in _DAYS and word.text not in _DOUBTFUL_DAYS:
        return True
    if word.text in TITLE_ENDS or (word.text.isupper() and len(word.text) > 1):
        return False
    if lower.endswith(ADVERB_ENDS) and at == sentence.first and _stands_alone(paragraph, sentence, at):
        return True
    if lower not in COMMON_WORDS and not (lower.endswith(VERB_ENDS) and _stands_alone(paragraph, sentence, at)):
        return False
    return at == sentence.first or paragraph.quoted[at - 1] > 0 or not joined_by_space(paragraph.gaps[at])


def _stands_alone(paragraph: AnalysedParagraph, sentence: Sentence, at: int) -> bool:
    """Say whether neither a capital nor a verb follows: "Speaking at", but not "Fleming Foods" or "Fleming said"."""
    return at + 1 >= sentence.last or not (paragraph.words[at + 1].capital or is_finite(paragraph, at + 1))


def _is_noun(lower: str) -> bool:
    return lower in _NOUN_FORMS


def _named(paragraph: AnalysedParagraph, sentence: Sentence, at: int, mention_index: MentionIndex) -> Nominal:
    """Return the name in capitals that begins here: a country, a document or an organisation."""
    end = _name_end(paragraph, sentence, at, mention_index)
    country = mention_index.countries.get((paragraph.index, at))
    if country and country.last == end and country.by != "place":
        return Nominal(at, end, "country", code=country.code)
    if paragraph.words[end - 1].text in DOCUMENT_WORDS and end - at > 1:
        return Nominal(at, end, "document")
    return Nominal(at, end, "organisation")


def _name_end(paragraph: AnalysedParagraph, sentence: Sentence, at: int, mention_index: MentionIndex) -> int:
    end = at + 1
    country = mention_index.countries.get((paragraph.index, at))
    if country:
        end = country.last
    while end < sentence.last and joined_by_space(paragraph.gaps[end]) and not paragraph.words[end - 1].possessive:
        if (paragraph.index, end) in mention_index.people or paragraph.quoted[end]:
            break
        if paragraph.words[end].capital and paragraph.lowers[end] not in _DAYS:
            end += 1
        elif paragraph.lowers[end] in _IN_NAMES and (reach := _after_small(paragraph, sentence, end)):
            end = reach
        elif paragraph.lowers[end] in AND and _joins_in_name(paragraph, sentence, range(at, end), mention_index):
            end += 2
        else:
            break
    return end


def _joins_in_name(paragraph: AnalysedParagraph, sentence: Sentence, name: range, mention_index: MentionIndex) -> bool:
    """Say whether an "and" behind these words is part of a body's name: "the Centre for Harbours and Ferries"."""
    after = name.stop + 1
    if after >= sentence.last or not paragraph.words[after].capital or not joined_by_space(paragraph.gaps[after]):
        return False
    small = next((at for at in name if paragraph.lowers[at] in _NAME_LINKS), name.start)
    body = any(paragraph.words[at].text in ORGANISATION_WORDS for at in range(name.start, small))
    taken = (paragraph.index, after) in mention_index.people or (paragraph.index, after) in mention_index.countries
    return body and not taken


def _after_small(paragraph: AnalysedParagraph, sentence: Sentence, at: int) -> int:
    """Return the end of "of the Interior" inside a name, or 0."""
    if paragraph.lowers[at] in AND:
        return 0
    for step in (at + 1, at + 2):
        if step >= sentence.last or not joined_by_space(paragraph.gaps[step]):
            return 0
        if paragraph.words[step].capital:
            return 0 if paragraph.lowers[step] in _DAYS else step + 1
        if paragraph.lowers[step] not in DEFINITE:
            return 0
    return 0


def _with_noun(paragraph: AnalysedParagraph, sentence: Sentence, nominal: Nominal) -> Nominal:
    """Extend a name by the noun it belongs to: "Novak's campaign", "US officials"."""
    at = nominal.last
    while at < sentence.last and at - nominal.last < 4 and paragraph.gaps[at].lstrip("'’sS") == " ":
        lower = paragraph.lowers[at]
        if (
            _is_noun(lower)
            and not paragraph.quoted[at]
            and not paragraph.words[at].capital
            and not _is_verb(paragraph, nominal, at)
        ):
            if (
                at + 1 < sentence.last
                and _is_noun(paragraph.lowers[at + 1])
                and joined_by_space(paragraph.gaps[at + 1])
            ):
                at += 1
                continue
            return Nominal(_with_determiner(paragraph, sentence, nominal.first), at + 1, "group", code=nominal.code)
        if lower not in ROLE_MODIFIERS:
            break
        at += 1
    return nominal


def _is_verb(paragraph: AnalysedParagraph, nominal: Nominal, at: int) -> bool:
    """Say whether a noun right after a name is rather the name's verb: "Novak notes"."""
    return at == nominal.last and _may_be_verb(paragraph, at)


def _may_be_verb(paragraph: AnalysedParagraph, at: int) -> bool:
    lower = paragraph.lowers[at]
    return lower in cue_kinds() and lower.endswith(PLURAL_ENDS) and not paragraph.words[at - 1].possessive


def _with_determiner(paragraph: AnalysedParagraph, sentence: Sentence, first: int) -> int:
    before = first - 1
    determined = (
        before >= sentence.first and paragraph.lowers[before] in DETERMINERS and joined_by_space(paragraph.gaps[first])
    )
    return before if determined else first


def _group(paragraph: AnalysedParagraph, sentence: Sentence, noun: int) -> Nominal:
    last = noun + 1
    while (
        last < sentence.last
        and _is_noun(paragraph.lowers[last])
        and joined_by_space(paragraph.gaps[last])
        and paragraph.lowers[last] not in cue_kinds()
    ):
        last += 1
    first = noun
    while first > sentence.first and noun - first < _LONGEST_GROUP and joined_by_space(paragraph.gaps[first]):
        lower = paragraph.lowers[first - 1]
        if paragraph.quoted[first - 1]:
            break
        if lower in DETERMINERS:
            first -= 1
            break
        if (
            paragraph.words[first - 1].possessive
            or (lower in COMMON_WORDS and lower not in ROLE_MODIFIERS)
            or lower in cue_kinds()
        ):
            break
        first -= 1
    return Nominal(first, last, "group")


def _leads_to_person(paragraph: AnalysedParagraph, at: int, last: int, mention_index: MentionIndex) -> bool:
    """Say whether a person's name follows at once, over titles: "spokesman Gov. Peter Novak" is the person."""
    while at < last and joined_by_space(paragraph.gaps[at]) and not paragraph.words[at - 1].possessive:
        if (paragraph.index, at) in mention_index.people:
            return True
        if not paragraph.words[at].capital or paragraph.words[at].text.rstrip(".") not in TITLES:
            return False
        at += 1
    return False
