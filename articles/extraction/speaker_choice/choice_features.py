"""What speaks for a candidate and what against, as features of the decision whether they said a quotation."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from ..decisions import Conjunctions
from ..findings import EvidenceStep, FoundQuotation, SpeakerKind
from ..lexicons import EPITHETS, GRAMMAR, PERSONS
from ..people.entities import PersonMention
from ..records import record
from ..speakers.descriptions import head_of, same_sort
from ..speakers.named_people import NamedPeople
from ..speakers.pronouns import pronoun_gender
from ..text.nameless import nameless
from ..word_classes import DEFINITE, without_owner_end
from .candidates import Anchor, Candidate, anchor_of

_LEVELS = (0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95)
_REACHED = tuple(f"rules≥{level}" for level in _LEVELS)
_OPEN = PERSONS["somebody"]
_LITTLE = GRAMMAR["preposition"] | GRAMMAR["determiner"] | PERSONS["beside_role"]
_FIRST = PERSONS["speaks_of_oneself"]
_MANY = 3
_TITLE = 0  # the passage that names an article


@dataclass(slots=True)
class Surroundings:
    """What a choice is made from besides the quotation: people, roles, who spoke before and who speaks next."""

    people: NamedPeople
    roles: dict[int, str]
    mentions: dict[int, list[int]] = field(init=False)  # the numbers of each person's mentions, in order
    main_person: int | None = field(init=False)  # who is named most often
    in_title: set[int] = field(init=False)
    before: list[tuple[int | None, int]] = field(default_factory=list)  # person and passage of earlier quotations
    said: Counter[int | None] = field(default_factory=Counter)  # how many of these each person said
    after: tuple[int | None, int] = (None, 0)  # and of the next one by the rules

    def __post_init__(self) -> None:
        self.mentions = {}
        for number, mention in enumerate(self.people.mentions):
            self.mentions.setdefault(mention.person, []).append(number)
        often = {person: (len(numbers), -person) for person, numbers in self.mentions.items()}
        self.main_person = max(often, key=often.__getitem__, default=None)
        self.in_title = {mention.person for mention in self.people.mentions if mention.paragraph == _TITLE}

    def note(self, person: int | None, passage: int) -> None:
        """Remember who said a quotation that ends in a passage."""
        self.before.append((person, passage))
        self.said[person] += 1


@record
class ByRules:
    """A quotation as the rules left it, with what every candidate for it is seen beside."""

    quotation: FoundQuotation
    chosen: int | None  # the number of the person whom the rules chose, if it is one
    anchor: Anchor
    way: str  # what the rules found, in a word
    features: tuple[str, ...]
    words: frozenset[str]  # the words for the speaker, but for little ones
    first_person: bool  # whether the quotation speaks of itself


def by_rules(quotation: FoundQuotation, chosen: int | None, people: NamedPeople) -> ByRules:
    """Return a quotation as the rules left it; `chosen` is the number of the person whom they chose, if it is one."""
    span = quotation.spans[0]
    said = people.article.paragraphs[span.passage].text[span.start : span.end].lower().split()
    words = quotation.speakers[0].words if quotation.speakers else ""
    return ByRules(
        quotation,
        chosen,
        anchor_of(quotation, people),
        _way(quotation, chosen),
        tuple(_of_rules(quotation)),
        _content_words(words),
        not _FIRST.isdisjoint(said),
    )


def features_of(
    candidate: Candidate | None, rules: ByRules, around: Surroundings
) -> tuple[tuple[str, ...], Conjunctions]:
    """Return the features of a candidate, and what counts together.

    None is the rules' own speaker who is no person, or nobody.
    """
    if candidate is None:
        same, features = "as it is", rules.features
    else:
        same = "chosen" if candidate.person == rules.chosen else "other"
        features = (*rules.features, *_of_person(candidate, rules, around))
    way = f"{rules.way} {same}"
    return (same, way, *features), ((way, features),)


@lru_cache(maxsize=20_000)
def _content_words(words: str) -> frozenset[str]:
    """Return the words but for little ones, each noun or title for a public person as its whole family's first."""
    plain = frozenset(without_owner_end(word.strip(".,’'")) for word in words.lower().split())
    return frozenset(same_sort(word) for word in plain) - _LITTLE


def _way(quotation: FoundQuotation, chosen: int | None) -> str:
    """Return in a word what the rules found: a name, a pronoun, "the …", "a …", a body, nobody."""
    if not quotation.speakers:
        return "nobody"
    speaker = quotation.speakers[0]
    first = speaker.words.split()[0].lower() if speaker.words else ""
    if quotation.goes_by(EvidenceStep.GOES_ON):
        return "goes on" if chosen is not None else "body goes on"
    if pronoun_gender(first) and len(speaker.words.split()) == 1:
        return "pronoun"
    if chosen is not None:
        return "role" if quotation.goes_by(EvidenceStep.ROLE) else "name"
    if speaker.kind != SpeakerKind.UNNAMED:
        return str(speaker.kind)
    if first in DEFINITE:
        return "description" if head_of(speaker.words) in EPITHETS else "the"
    return "open" if first in _OPEN else "words"


def _of_rules(quotation: FoundQuotation) -> Iterator[str]:
    yield f"kind:{quotation.kind}"
    yield f"cue:{quotation.cue_words.lower()}"
    yield from _REACHED[: bisect_right(_LEVELS, quotation.confidence)]
    if quotation.speakers:
        words = quotation.speakers[0].words.split()
        yield f"first:{nameless(words[0]) if words else ''}"
        yield f"last:{nameless(words[-1]) if words else ''}"
        yield f"words:{min(len(words), 5)}"


def _of_person(candidate: Candidate, rules: ByRules, around: Surroundings) -> Iterator[str]:
    people = around.people
    mention = people.mentions[candidate.mention]
    yield "after" if candidate.rank is None else f"rank:{candidate.rank}"
    yield f"far:{_bucket(candidate.far)}"
    yield from (f"sign:{sign}" for sign in people.signs(candidate.mention))
    yield f"full:{mention.full}"
    yield f"named:{min(len(around.mentions[candidate.person]), 6)}"
    if candidate.person == around.main_person:
        yield "main"
    if candidate.person in around.in_title:
        yield "in title"
    yield from _of_gender(candidate, rules.quotation, people)
    yield from _of_role(candidate, rules.words, around)
    yield from _of_turn(candidate, rules.quotation, around)
    yield from _of_place(mention, rules, people)


def _bucket(far: int) -> str:
    return str(far) if -2 < far < 4 else "after" if far < 0 else "far" if far > 7 else "4-7"


def _of_gender(candidate: Candidate, quotation: FoundQuotation, people: NamedPeople) -> Iterator[str]:
    words = quotation.speakers[0].words.lower().split() if quotation.speakers else []
    gender = pronoun_gender(words[0]) if words else None
    own = people.genders[candidate.person] if people.genders else "u"
    if gender:
        yield "gender:unknown" if own == "u" else "gender:fits" if own == gender else "gender:other"


def _of_role(candidate: Candidate, words: frozenset[str], around: Surroundings) -> Iterator[str]:
    """Yield how the words for the speaker meet the role and the surroundings of a person."""
    role = _content_words(around.roles.get(candidate.person, ""))
    if words and role:
        shared = words & role
        yield "role:all" if words <= role else "role:some" if shared else "role:none"
    elif words:
        yield "role:unknown"
    paragraph = around.people.article.paragraphs[around.people.mentions[candidate.mention].paragraph]
    mention = around.people.mentions[candidate.mention]
    near = {
        *paragraph.lowers[max(0, mention.first - 6) : mention.first],
        *paragraph.lowers[mention.last : mention.last + 8],
    }
    if words & near:
        yield "words beside"


def _of_turn(candidate: Candidate, quotation: FoundQuotation, around: Surroundings) -> Iterator[str]:
    passage = quotation.spans[0].passage
    for back, (person, there) in enumerate(reversed(around.before[-_MANY:])):
        if person == candidate.person:
            yield f"spoke:{back}"
            yield f"spoke:{back} & paragraphs:{min(passage - there, 3)}"
    if around.after[0] == candidate.person:
        yield f"next & paragraphs:{min(around.after[1] - passage, 3)}"
    yield f"said:{min(around.said[candidate.person], 4)}"
    if candidate.person in {person for person, _ in around.before[-1:]} and around.after[0] == candidate.person:
        yield "between two"


def _of_place(mention: PersonMention, rules: ByRules, people: NamedPeople) -> Iterator[str]:
    first = rules.quotation.spans[0]
    if mention.paragraph == first.passage:
        paragraph = people.article.paragraphs[mention.paragraph]
        at = paragraph.starts[mention.first]
        yield "inside" if first.start <= at < first.end else "beside before" if at < first.start else "beside after"
        yield f"words between:{min(abs(mention.first - rules.anchor.word) // 3, 4)}"
    else:
        yield "paragraph before" if mention.paragraph < first.passage else "paragraph after"
    if rules.first_person:
        yield "first person"
