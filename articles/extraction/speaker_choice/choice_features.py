"""What speaks for a candidate and what against, as features of the decision whether they said a quotation."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from ..findings import EvidenceStep, FoundQuotation, QuotationKind, SpeakerKind
from ..lexicons import GRAMMAR
from ..people.entities import PersonMention
from ..speakers.named_people import NamedPeople
from ..speakers.pronouns import pronoun_gender
from .candidates import Candidate, anchor_of

_LEVELS = (0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95)
_OPEN = frozenset(("a", "an", "another", "one", "some", "many", "several", "other", "two", "three"))
_LITTLE = GRAMMAR["preposition"] | GRAMMAR["determiner"] | frozenset(("of", "the", "and", "former", "mr", "ms"))
_FIRST = frozenset(("i", "i'm", "i’m", "my", "me"))
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


def features_of(
    candidate: Candidate | None, chosen: int | None, quotation: FoundQuotation, around: Surroundings
) -> tuple[str, ...]:
    """Return the features of a candidate; None is the rules' own speaker who is no person, or nobody.

    `chosen` is the number of the person whom the rules chose, if it is one.
    """
    way = _way(quotation, chosen)
    features = list(_of_rules(quotation))
    if candidate is None:
        return ("as it is", *features, *(f"{way} as it is & {one}" for one in features), f"{way} as it is")
    same = "chosen" if candidate.person == chosen else "other"
    features.extend(_of_person(candidate, quotation, around))
    return (same, *features, *(f"{way} {same} & {one}" for one in features), f"{way} {same}")


def _way(quotation: FoundQuotation, chosen: int | None) -> str:
    """Return in a word what the rules found: a name, a pronoun, "the …", "a …", a body, nobody."""
    if not quotation.speakers:
        return "nobody"
    speaker = quotation.speakers[0]
    first = speaker.words.split()[0].lower() if speaker.words else ""
    if any(link.step == EvidenceStep.GOES_ON for link in quotation.evidence):
        return "goes on" if chosen is not None else "body goes on"
    if pronoun_gender(first) and len(speaker.words.split()) == 1:
        return "pronoun"
    if chosen is not None:
        return "role" if any(link.step == EvidenceStep.ROLE for link in quotation.evidence) else "name"
    if speaker.kind != SpeakerKind.UNNAMED:
        return str(speaker.kind)
    return "open" if first in _OPEN else "the" if first == "the" else "words"


def _of_rules(quotation: FoundQuotation) -> Iterator[str]:
    yield f"kind:{quotation.kind}"
    yield f"cue:{quotation.cue_words.lower()}"
    yield from (f"rules≥{level}" for level in _LEVELS if quotation.confidence >= level)
    if quotation.speakers:
        words = quotation.speakers[0].words.lower().split()
        yield f"first:{words[0] if words else ''}"
        yield f"last:{words[-1] if words else ''}"
        yield f"words:{min(len(words), 5)}"


def _of_person(candidate: Candidate, quotation: FoundQuotation, around: Surroundings) -> Iterator[str]:
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
    yield from _of_gender(candidate, quotation, people)
    yield from _of_role(candidate, quotation, around)
    yield from _of_turn(candidate, quotation, around)
    yield from _of_place(mention, quotation, people)


def _bucket(far: int) -> str:
    return str(far) if -2 < far < 4 else "after" if far < 0 else "far" if far > 7 else "4-7"


def _of_gender(candidate: Candidate, quotation: FoundQuotation, people: NamedPeople) -> Iterator[str]:
    words = quotation.speakers[0].words.lower().split() if quotation.speakers else []
    gender = pronoun_gender(words[0]) if words else None
    own = people.genders[candidate.person] if people.genders else "u"
    if gender:
        yield "gender:unknown" if own == "u" else "gender:fits" if own == gender else "gender:other"


def _of_role(candidate: Candidate, quotation: FoundQuotation, around: Surroundings) -> Iterator[str]:
    """Yield how the words for the speaker meet the role and the surroundings of a person."""
    if not quotation.speakers:
        return
    words = {word.strip(".,’'s") for word in quotation.speakers[0].words.lower().split()} - _LITTLE
    role = {word.strip(".,’'s") for word in around.roles.get(candidate.person, "").lower().split()} - _LITTLE
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


def _of_place(mention: PersonMention, quotation: FoundQuotation, people: NamedPeople) -> Iterator[str]:
    first = quotation.spans[0]
    anchor = anchor_of(quotation, people)
    if mention.paragraph == first.passage:
        paragraph = people.article.paragraphs[mention.paragraph]
        at = paragraph.starts[mention.first]
        yield "inside" if first.start <= at < first.end else "beside before" if at < first.start else "beside after"
        yield f"words between:{min(abs(mention.first - anchor.word) // 3, 4)}"
    else:
        yield "paragraph before" if mention.paragraph < first.passage else "paragraph after"
    text = people.article.paragraphs[first.passage].text[first.start : first.end].lower().split()
    if quotation.kind != QuotationKind.INDIRECT and not _FIRST.isdisjoint(text):
        yield "first person"
