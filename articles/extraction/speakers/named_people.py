"""The people whom an article names, in order, and what their mentions show: whether one is a subject, or introduced."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

from ..findings import Span
from ..grammar.verbs import is_finite, verb_after
from ..lexicons import GRAMMAR, cue_kinds
from ..people.entities import PersonMention
from ..records import record
from ..text.analysis import AnalysedArticle, AnalysedParagraph, Sentence, sentence_at

_TITLE = 4  # words in capitals before a name
_OPENING = 3  # words of a sentence within which a mention counts as its subject


@dataclass(slots=True)
class NamedPeople:
    """The mentions of people in an article, in order, and what a pronoun's antecedent is chosen by."""

    article: AnalysedArticle
    mentions: list[PersonMention]
    genders: list[str]  # of the people, by number: "m", "f" or "u" for unknown
    positions: list[tuple[int, int]]  # paragraph and first word of each mention
    sentences_before: list[int]  # for each paragraph, how many sentences of the article stand before it
    first_positions: dict[int, tuple[int, int]] = field(init=False)  # where each person is named first
    in_full: dict[int, PersonMention] = field(init=False)  # the first mention of each person in full
    _signs: dict[int, frozenset[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.first_positions = {}
        for mention in self.mentions:
            self.first_positions.setdefault(mention.person, (mention.paragraph, mention.first))
        self.in_full = {mention.person: mention for mention in reversed(self.mentions) if mention.full}

    def mentions_in(self, span: Span) -> list[PersonMention]:
        """Return the mentions that begin in a span."""
        starts = self.article.paragraphs[span.passage].starts
        first, last = (
            bisect_left(self.positions, (span.passage, bisect_left(starts, at))) for at in (span.start, span.end)
        )
        return self.mentions[first:last]

    def signs(self, number: int) -> frozenset[str]:
        """Return what the place of a mention, by its number, shows of it: "subject", "speaks", "opens", "owner" …."""
        if number not in self._signs:
            self._signs[number] = frozenset(_signs(self, self.mentions[number]))
        return self._signs[number]


@record
class Anaphor:
    """Words that mean somebody named before: a pronoun or a role, where they stand, and the gender that they show."""

    paragraph: AnalysedParagraph
    at: int  # its first word
    gender: str | None  # "m", "f", or None where the words fit both
    inside: frozenset[int] = frozenset()  # the people named in what it is said to say
    preferred: frozenset[int] = frozenset()  # the people whose roles say the same
    among: frozenset[int] | None = None  # the people whom it may mean, None where it may be any


def is_subject(paragraph: AnalysedParagraph, mention: PersonMention) -> bool:
    """Say whether a mention is the subject of its sentence: first in it, before a verb of its own, or after "said"."""
    sentence = paragraph.sentences[sentence_at(paragraph, mention.first)]
    opening = range(sentence.first, mention.first)
    if len(opening) <= _OPENING and not any(is_finite(paragraph, at) for at in opening):
        return True
    first = mention.first
    while first > sentence.first and paragraph.words[first - 1].capital and mention.first - first < _TITLE:
        first -= 1
    if first > sentence.first and cue_kinds().get(paragraph.lowers[first - 1]) == "say":
        return True
    before = paragraph.lowers[mention.first - 1]
    return before not in GRAMMAR["preposition"] and verb_after(paragraph, mention.last, sentence.last) >= 0


def is_introduced(people: NamedPeople, mention: PersonMention) -> bool:
    """Say whether a mention brings the person in, with a remark on who it is: "Peter Novak, head of the port"."""
    paragraph = people.article.paragraphs[mention.paragraph]
    remark = mention.last < len(paragraph.words) and paragraph.gaps[mention.last].startswith(",")
    if mention.first and paragraph.lowers[mention.first - 1] in GRAMMAR["preposition"]:
        return False
    return mention.full and remark and people.first_positions[mention.person] == (mention.paragraph, mention.first)


def _signs(people: NamedPeople, mention: PersonMention) -> Iterator[str]:
    paragraph = people.article.paragraphs[mention.paragraph]
    if paragraph.quoted[mention.first]:
        return
    yield "any"
    owner = paragraph.words[mention.last - 1].possessive
    if owner:
        yield "owner"
    if is_introduced(people, mention):
        yield "introduced"
    if is_subject(paragraph, mention):
        yield from _of_subject(paragraph, mention)


def _of_subject(paragraph: AnalysedParagraph, mention: PersonMention) -> Iterator[str]:
    yield "subject"
    sentence = paragraph.sentences[sentence_at(paragraph, mention.first)]
    verb = verb_after(paragraph, mention.last, sentence.last)
    inverted = mention.first > sentence.first and cue_kinds().get(paragraph.lowers[mention.first - 1]) == "say"
    if inverted or (verb >= 0 and cue_kinds().get(paragraph.lowers[verb]) in ("say", "tell", "name")):
        yield "speaks"
    if verb >= 0 and _opens(paragraph, sentence, mention):
        yield "opens"


def _opens(paragraph: AnalysedParagraph, sentence: Sentence, mention: PersonMention) -> bool:
    """Say whether a mention with its titles is what its sentence opens with, over "but"."""
    return all(
        paragraph.words[at].capital or paragraph.gaps[at].strip() != "," for at in range(sentence.first, mention.first)
    )
