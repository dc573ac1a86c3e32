"""Turns of a transcript: whose words each paragraph is that begins with a name and a colon.

In: the analysed article and the people. Out: for each paragraph with a turn its `Turn`. An article is a transcript
where names take turns several times; a single "WARNING: …" is none. Names stand in capitals, or are people named in
full.
"""

from collections.abc import Iterable

from ..candidates.spellings import fold, surname
from ..findings import FoundSpeaker, Span, SpeakerKind
from ..people.entities import PersonCluster, PersonEntities
from ..records import record
from ..text.analysis import AnalysedArticle, AnalysedParagraph
from ..text.turn_heads import stands_in_capitals, turn_head

_FEWEST = 3  # turns that make a transcript


@record
class Turn:
    """One turn: the place of the speaker's name, where the words begin, and the person if it is one of the article."""

    name: Span
    words: int
    person: int | None


def turns_of(article: AnalysedArticle, entities: PersonEntities) -> dict[int, Turn]:
    """Return the turns of a transcript by the number of their paragraph; none where the article is no transcript."""
    people = _people(entities)
    found = dict(_turns(article.paragraphs, people))
    names = {article.paragraphs[number].text[turn.name.start : turn.name.end] for number, turn in found.items()}
    return found if len(found) >= _FEWEST and len(names) > 1 else {}


def turn_speaker(turn: Turn, article: AnalysedArticle, entities: PersonEntities) -> FoundSpeaker:
    """Return who has the turn: a person of the article, else unnamed with the words of the transcript."""
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
        head = turn_head(paragraph.text) if paragraph.words else None
        if head is None:
            continue
        name = tuple(word.title() if word.isupper() else word for word in head.group(1).split())
        person = people.get(fold(" ".join(name)))
        if stands_in_capitals(head):
            person = people.get(fold(surname(name))) if person is None else person
        elif person is None or len(name) < 2:
            continue
        yield paragraph.index, Turn(Span(paragraph.index, *head.span(1)), head.end(), person)
