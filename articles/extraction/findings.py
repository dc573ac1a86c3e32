"""What the extractor takes and gives: frozen records that pass from step to step.

Text goes in as `Passage`s, one a paragraph of the article, in reading order. Findings come out with spans that name
a passage by its index and a half-open range of code points in its text.
"""

from enum import StrEnum
from operator import attrgetter

from articles.paragraph_kinds import PassageKind

from .records import record


class QuotationKind(StrEnum):
    """How an article reports somebody's words."""

    DIRECT = "direct"  # a whole quoted sentence
    MIXED = "mixed"  # a quoted part inside the article's own sentence
    INDIRECT = "indirect"  # reported without marks
    TERM = "term"  # marked words that nobody is reported to have said: a nickname, a title, a name for a thing


class SpeakerKind(StrEnum):
    """What sort of being said it."""

    PERSON = "person"
    COUNTRY = "country"
    ORGANISATION = "organisation"
    DOCUMENT = "document"
    UNNAMED = "unnamed"  # kept as the words of the article ("a senior defence official"), never guessed


@record
class Passage:
    """One paragraph as the extractor sees it."""

    text: str
    kind: PassageKind = PassageKind.BODY


@record(order=True)
class Span:
    """A half-open range of code points, `text[start:end]`, in the passage with this index."""

    passage: int
    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span must be a non-empty range, not {self.start}:{self.end}")

    def of(self, passages: "list[Passage] | tuple[Passage, ...]") -> str:
        """Return the words that the span covers."""
        return passages[self.passage].text[self.start : self.end]


class EvidenceStep(StrEnum):
    """What a link in the chain of evidence speaks of; a page shows the links in the order they are given."""

    CUE = "cue"  # the words that report the saying
    SPEAKER_WORDS = "speaker words"  # the words that name the speaker, and how they stand to the quotation
    PRONOUN = "pronoun"  # "he" led to a person
    ROLE = "role"  # "the spokesman" led to a person
    SURNAME = "surname"  # "Orlova" led to a full name
    AUTHOR = "author"  # "I" led to who signed the article
    NAMESAKE = "namesake"  # the name is that of two people
    COUNTRY = "country"  # "Beijing" led to a country
    GOES_ON = "goes on"  # nothing new said: who spoke before goes on
    MARKS = "marks"  # what the marked words themselves tell: a term, a title, a speech of nobody
    ABOUT = "about"  # whom or what the words speak of
    REASON = "reason"  # any other sign


@record
class Evidence:
    """One link in the chain from a quotation to its speaker.

    `sentence` is plain English for a reader, complete with its full stop; `span` are the article's words that the
    sentence stands on (the cue, the words for the speaker, the place that names whom a pronoun leads to), so that a
    page can lead there; None where there are no such words.
    """

    step: EvidenceStep
    sentence: str
    span: Span | None = None


@record
class FoundPerson:
    """One human being of the article: the fullest name, the role the article gives, every place that names them.

    `full` says whether the article gives a given name and a surname (or their like elsewhere); a person known by
    one name alone ("Mr. Rahami") is not the same as their namesake in another article.
    The author who speaks in their own article may be named nowhere in it: then there are no mentions.
    `confidence` is between 0 and 1; `evidence` are short sentences for an editor to read.
    """

    name: str
    mentions: tuple[Span, ...]
    role: str | None = None
    full: bool = True
    confidence: float = 0.5
    evidence: tuple[str, ...] = ()


@record
class FoundCountry:
    """One place that names a country, by what: "name", "people", "capital", "government" or "place"."""

    code: str  # ISO 3166-1 alpha-2
    mention: Span
    by: str
    confidence: float = 0.5
    evidence: tuple[str, ...] = ()


@record
class FoundSpeaker:
    """Who said it.

    `words` and `span` are the words of the article that name the speaker ("he", "the Pentagon spokesman"); `name` is
    what they lead to: a person's full name as in `FoundPerson.name`, an organisation's or document's name, or None
    where it stays unnamed. `country` is the ISO 3166-1 alpha-2 code when the kind is COUNTRY.
    """

    kind: SpeakerKind
    words: str
    span: Span | None = None
    name: str | None = None
    country: str | None = None


@record
class FoundCandidate:
    """Another person who may have said it: a name as in `FoundPerson.name`, and how probable that is (0 to 1)."""

    name: str
    confidence: float


class SubjectWay(StrEnum):
    """How it is known that a quotation speaks of somebody, the surest first."""

    NAMED = "named"  # within the words themselves
    BESIDE = "beside"  # in the sentence that reports the words: “called Orlova a ‘genius’”
    PRONOUN = "pronoun"  # by "he" or "her" within the words
    HOME = "home"  # by "our country" within the words


@record
class FoundSubject:
    """A person or a country that a quotation speaks of: exactly one of the two.

    `person` is a name as in `FoundPerson.name`, `country` an ISO 3166-1 alpha-2 code. `confidence` is between 0 and 1.
    """

    way: SubjectWay
    person: str | None = None
    country: str | None = None
    confidence: float = 0.5
    evidence: tuple[Evidence, ...] = ()

    def __post_init__(self) -> None:
        if (self.person is None) == (self.country is None):
            raise ValueError("a quotation speaks of a person or of a country, one at a time")


@record
class FoundQuotation:
    """Words that the article reports somebody to have said; spans are without their marks, in reading order.

    A quotation that runs over paragraphs has one span in each. Most have one speaker, a joint declaration has
    several, a term has none. `evidence` leads in order from the cue to the person. `about` are the people and
    countries that it speaks of, each once; a term speaks of nobody. Of one inside the article's own sentence `clause`
    is all that is reported to have been said, with the words around the marks and the marks themselves; empty where
    that is not known. `candidates` are the people beside the speaker who may have said it as well, the likeliest first.
    """

    spans: tuple[Span, ...]
    kind: QuotationKind
    speakers: tuple[FoundSpeaker, ...] = ()
    cue: Span | None = None
    cue_words: str = ""
    confidence: float = 0.5
    evidence: tuple[Evidence, ...] = ()
    about: tuple[FoundSubject, ...] = ()
    clause: tuple[Span, ...] = ()
    candidates: tuple[FoundCandidate, ...] = ()

    def goes_by(self, step: EvidenceStep) -> bool:
        """Say whether a link in the chain of evidence is of this sort."""
        return step in map(_STEP, self.evidence)


_STEP = attrgetter("step")


@record
class Findings:
    """All that was found in one article, and by which version of the extractor."""

    version: str
    people: tuple[FoundPerson, ...] = ()
    countries: tuple[FoundCountry, ...] = ()
    quotations: tuple[FoundQuotation, ...] = ()
