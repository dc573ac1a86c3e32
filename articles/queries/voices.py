"""The voices of an article: who speaks in it, how often, and where in its length."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from articles.models import Paragraph, Quotation, Speaker
from articles.models.quotation import OWN_WORDS

from .quotations import QuotationEntry

STRIP = 1000  # the length of an article as strips draw it
THINNEST = 6  # of a tick, so that a word is seen too


@dataclass(frozen=True, slots=True)
class StripTick:
    """A stretch of a quotation on a strip that is STRIP long; `reported` where it is the article's words for them."""

    start: int
    length: int
    reported: bool


@dataclass(frozen=True, slots=True)
class Utterance:
    """A quotation of an article, with the ticks of its stretches; it begins in the paragraph of that anchor."""

    quotation: Quotation
    anchor: str
    ticks: tuple[StripTick, ...]


@dataclass(slots=True)
class Voice:
    """Somebody who speaks in an article, in reading order; without a speaker where the article names nobody.

    One voice `is_unsure`: it has all of which it is unsure who said it.
    """

    speaker: Speaker | None
    role: str = ""
    is_unsure: bool = False
    utterances: list[Utterance] = field(default_factory=list)

    @property
    def ticks(self) -> Iterator[StripTick]:
        """The ticks of all that they say."""
        return (tick for one in self.utterances for tick in one.ticks)


@dataclass(frozen=True, slots=True)
class Voices:
    """All who speak in an article, most often first, with what is unsure last, and how much of its text is quoted.

    `quoted_share` counts the signs between quotation marks, in hundredths of all signs of the article.
    """

    utterances: list[Utterance]
    speakers: list[Voice]
    quoted_share: int

    @property
    def speaker_count(self) -> int:
        """How many speak whom the article names or describes; nobody is none of them."""
        return sum(1 for voice in self.speakers if voice.speaker)

    @property
    def ticks(self) -> Iterator[StripTick]:
        """The ticks of the whole article."""
        return (tick for one in self.utterances for tick in one.ticks)


def voices_of(
    paragraphs: Sequence[Paragraph], quotations: Sequence[QuotationEntry], roles: Mapping[int, str]
) -> Voices:
    """Gather the voices of an article from its paragraphs in reading order, with quotations and speakers prefetched.

    `roles` are the articles' words for what a person is, by the person's key. Takes no query.
    """
    length = sum(len(paragraph.text) for paragraph in paragraphs) or 1
    ticks = _ticks(paragraphs, length)
    utterances = [Utterance(row.quotation, row.anchor, tuple(ticks[row.quotation.pk])) for row in quotations]
    quoted = sum(_quoted(paragraph) for paragraph in paragraphs)
    return Voices(utterances, _speakers(utterances, roles), round(100 * quoted / length))


def _ticks(paragraphs: Iterable[Paragraph], length: int) -> dict[int, list[StripTick]]:
    """Return the ticks of each quotation by its key, in an article of that many code points."""
    ticks: dict[int, list[StripTick]] = {}
    before = 0
    for paragraph in paragraphs:
        for span in paragraph.quotation_spans.all():
            reported = span.quotation.kind == Quotation.Kind.INDIRECT
            long = max(THINNEST, STRIP * (span.end - span.start) // length)
            start = min(STRIP * (before + span.start) // length, STRIP - long)
            ticks.setdefault(span.quotation_id, []).append(StripTick(start, long, reported))
        before += len(paragraph.text)
    return ticks


def _quoted(paragraph: Paragraph) -> int:
    """Count the code points of a paragraph that lie in somebody's own words, each once."""
    counted = reached = 0
    for span in sorted(paragraph.quotation_spans.all(), key=lambda span: span.start):
        if span.quotation.kind in OWN_WORDS:
            counted += max(0, span.end - max(span.start, reached))
            reached = max(reached, span.end)
    return counted


def _speakers(utterances: Iterable[Utterance], roles: Mapping[int, str]) -> list[Voice]:
    voices: dict[object, Voice] = {}
    for one in utterances:
        unsure = one.quotation.is_unsure
        speakers: list[Speaker | None] = [*one.quotation.attributed] or [None]
        for speaker in speakers:
            voice = Voice(speaker, roles.get(_person(speaker), ""), unsure)
            voices.setdefault((unsure, _identity(speaker)), voice).utterances.append(one)
    return sorted(voices.values(), key=lambda voice: (voice.is_unsure, -len(voice.utterances)))


def _identity(speaker: Speaker | None) -> object:
    """What makes two speakers of an article one: a person, a country, else their name, else the article's words."""
    if speaker is None:
        return None
    return (speaker.kind, speaker.person_id or speaker.country_id or speaker.name or speaker.words.casefold())


def _person(speaker: Speaker | None) -> int:
    return (speaker and speaker.person_id) or 0
