"""The people who may have said a quotation: those named shortly before it or beside it, who spoke before, who is next.

In: where a quotation, as the rules left it, names its speaker. Out: candidates, each with their nearest mention.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence

from ..findings import EvidenceStep, FoundQuotation, FoundSpeaker, SpeakerKind
from ..people.entities import PersonMention
from ..records import record
from ..speakers.named_people import NamedPeople
from ..text.analysis import sentence_at

_PERSON = SpeakerKind.PERSON
_NEAREST = 4  # people named before who are looked at
_MANY = 30  # mentions looked at for them


@record
class Anchor:
    """Where a quotation names its speaker, or else begins: a paragraph, a word of it, the sentences before it."""

    passage: int
    word: int
    sentence: int


@record
class Candidate:
    """A person by number: the number of their nearest mention, sentences back to it (negative: after), their rank.

    The rank counts how many other people are named nearer; those named after the anchor have none.
    """

    person: int
    mention: int
    far: int
    rank: int | None


def anchor_of(quotation: FoundQuotation, people: NamedPeople) -> Anchor:
    """Return where a quotation names its speaker; where nothing names one, its own beginning."""
    speaker = quotation.speakers[0] if quotation.speakers else None
    span = quotation.spans[0]
    if speaker and speaker.span and abs(speaker.span.passage - span.passage) <= 1 and not _goes_on(quotation):
        span = speaker.span
    paragraph = people.article.paragraphs[span.passage]
    word = min(bisect_left(paragraph.starts, span.start), max(len(paragraph.words) - 1, 0))
    return Anchor(span.passage, word, people.sentences_before[span.passage] + sentence_at(paragraph, word))


def candidates_for(anchor: Anchor, people: NamedPeople, others: Mapping[int, Sequence[int]]) -> list[Candidate]:
    """Return the candidates: the nearest people before, those in the sentence and the next one, and these `others`.

    Others are given with the numbers of their mentions, in order.
    """
    found: dict[int, Candidate] = {}
    for number in _before(people, anchor):
        mention = people.mentions[number]
        if mention.person not in found:
            found[mention.person] = Candidate(mention.person, number, _far(people, anchor, mention), len(found))
            if len(found) == _NEAREST:
                break
    for number in _after(people, anchor):
        mention = people.mentions[number]
        found.setdefault(mention.person, Candidate(mention.person, number, _far(people, anchor, mention), None))
    for person, numbers in others.items():
        if person not in found:
            number = _nearest(people, anchor, numbers)
            found[person] = Candidate(person, number, _far(people, anchor, people.mentions[number]), _NEAREST)
    return list(found.values())


def person_of(speaker: FoundSpeaker | None, numbers_of: dict[str | None, int]) -> int | None:
    """Return the number of the person that a speaker is, None where it is no person of the article."""
    return numbers_of.get(speaker.name) if speaker and speaker.kind == _PERSON else None


def _goes_on(quotation: FoundQuotation) -> bool:
    return quotation.cue is None and bool(quotation.evidence) and quotation.evidence[0].step == EvidenceStep.GOES_ON


def _before(people: NamedPeople, anchor: Anchor) -> Iterator[int]:
    end = bisect_right(people.positions, (anchor.passage, anchor.word))
    for number in range(end - 1, max(0, end - _MANY) - 1, -1):
        mention = people.mentions[number]
        if not people.article.paragraphs[mention.paragraph].quoted[mention.first]:
            yield number


def _after(people: NamedPeople, anchor: Anchor) -> Iterator[int]:
    number = bisect_right(people.positions, (anchor.passage, anchor.word))
    while number < len(people.mentions):
        mention = people.mentions[number]
        if _far(people, anchor, mention) < -1:
            return
        if not people.article.paragraphs[mention.paragraph].quoted[mention.first]:
            yield number
        number += 1


def _far(people: NamedPeople, anchor: Anchor, mention: PersonMention) -> int:
    paragraph = people.article.paragraphs[mention.paragraph]
    return anchor.sentence - people.sentences_before[mention.paragraph] - sentence_at(paragraph, mention.first)


def _nearest(people: NamedPeople, anchor: Anchor, numbers: Sequence[int]) -> int:
    """Return the last of these mentions before the anchor, or else the first one."""
    at = bisect_right(numbers, (anchor.passage, anchor.word), key=people.positions.__getitem__)
    return numbers[max(at - 1, 0)]
