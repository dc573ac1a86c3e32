"""Turns of a transcript: whose words each paragraph is that begins with a name and a colon.

In: the analysed article and the people. Out: for each paragraph with a turn its `Turn`. An article is a transcript
where names take turns several times; a single "WARNING: …" is none. Names stand in capitals or in brackets, as
((Name)), are people of the article, or given names alone that each have several turns, as have the letters Q and A.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from articles.paragraph_kinds import PassageKind

from ..candidates.spellings import fold, surname
from ..findings import FoundSpeaker, Span, SpeakerKind
from ..lexicons import MARKED, given_names
from ..people.entities import PersonCluster, PersonEntities
from ..records import record
from ..text.analysis import AnalysedArticle, AnalysedParagraph
from ..text.turn_heads import turn_head

_BODY = PassageKind.BODY
_FEWEST = 3  # turns that make a transcript
_FEWEST_ALONE = 2  # turns of each name that is a given name alone, or a letter
_LONGEST_TURN = 8  # paragraphs


@record
class Turn:
    """One turn: the place of the speaker's name, where the words begin, and the person if it is one of the article.

    `paragraphs` are those that the turn runs through.
    """

    name: Span
    words: int
    person: int | None
    paragraphs: tuple[int, ...]
    bracketed: bool = False


def turns_of(article: AnalysedArticle, entities: PersonEntities) -> dict[int, Turn]:
    """Return the turns of a transcript by the number of their paragraph; none where the article is no transcript."""
    people = _people(entities)
    found = dict(_turns(article.paragraphs, people))
    names = Counter(_name(turn, article) for turn in found.values())
    alone = {_name(turn, article) for turn in found.values() if _stands_alone(turn, article)}
    if any(names[name] < _FEWEST_ALONE for name in alone) or (alone and len(names) < _FEWEST_ALONE):
        found = {number: turn for number, turn in found.items() if _name(turn, article) not in alone}
        names = Counter(_name(turn, article) for turn in found.values())
    bracketed = any(turn.bracketed for turn in found.values())
    if len(found) < _FEWEST or (len(names) < _FEWEST_ALONE and not bracketed):
        return {}
    return found if len(names) < _FEWEST_ALONE else _running_on(found, article.paragraphs)


def _name(turn: Turn, article: AnalysedArticle) -> str:
    return article.paragraphs[turn.name.passage].text[turn.name.start : turn.name.end]


def _stands_alone(turn: Turn, article: AnalysedArticle) -> bool:
    """Say whether a name is one word that transcripts in capitals would not use: a given name, or a letter."""
    name = _name(turn, article)
    return not turn.bracketed and " " not in name and (len(name) == 1 or not name.isupper())


def _running_on(turns: dict[int, Turn], paragraphs: Sequence[AnalysedParagraph]) -> dict[int, Turn]:
    """Return the turns with the paragraphs between each and the next, where most paragraphs begin one."""
    numbers = sorted(turns)
    between = range(numbers[0], numbers[-1] + 1)
    body = [number for number in between if paragraphs[number].kind == _BODY and paragraphs[number].words]
    if len(numbers) * _FEWEST < len(body):
        return turns
    for number, following in pairwise(numbers):
        own = tuple(one for one in body if number < one < following and not paragraphs[one].text.startswith(("(", "[")))
        if 0 < len(own) < _LONGEST_TURN:
            turns[number] = replace(turns[number], paragraphs=(number, *own))
    return turns


def turn_speaker(turn: Turn, article: AnalysedArticle, entities: PersonEntities) -> FoundSpeaker | None:
    """Return who has the turn: a person of the article, else the words of the transcript; None of a letter."""
    if turn.name.end - turn.name.start == 1:
        return None
    words = article.paragraphs[turn.name.passage].text[turn.name.start : turn.name.end]
    if turn.person is None:
        return FoundSpeaker(SpeakerKind.UNNAMED, words, turn.name)
    return FoundSpeaker(SpeakerKind.PERSON, words, turn.name, entities.names[turn.person])


def _people(entities: PersonEntities) -> dict[str, int]:
    """Return the person of each full name and of each surname that only one person has."""
    people = {fold(" ".join(cluster.name)): number for number, cluster in enumerate(entities.people)}
    for word, numbers in _parts(entities.people).items():
        if len(numbers) == 1:
            people.setdefault(word, numbers[0])
    return people


def _parts(people: list[PersonCluster]) -> dict[str, list[int]]:
    """Return for each word that may stand alone for a person the people it may mean."""
    parts: dict[str, list[int]] = {}
    for number, cluster in enumerate(people):
        for name in cluster.names:
            for word in {fold(surname(name)), fold(name[0])}:
                numbers = parts.setdefault(word, [])
                if numbers[-1:] != [number] and len(word) > 1:
                    numbers.append(number)
    return parts


def _turns(paragraphs: list[AnalysedParagraph], people: dict[str, int]) -> Iterable[tuple[int, Turn]]:
    for paragraph in paragraphs:
        head = turn_head(paragraph.text) if paragraph.words and paragraph.kind == _BODY else None
        if head is None or fold(head.name) in MARKED["label"]:
            continue
        name = tuple(word.title() if word.isupper() else word for word in head.name.split())
        person = people.get(fold(" ".join(name)))
        if head.in_capitals or head.bracketed:
            person = people.get(fold(surname(name))) if person is None else person
        elif person is None and not (len(name) == 1 and fold(name[0]) in given_names()):
            continue
        place = Span(paragraph.index, head.start, head.end)
        yield paragraph.index, Turn(place, head.words, person, (paragraph.index,), head.bracketed)
