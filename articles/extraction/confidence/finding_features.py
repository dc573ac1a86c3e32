"""What speaks for a finding and what against it, as features of the decision whether it is right."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

from articles.paragraph_kinds import PassageKind

from ..findings import EvidenceStep, FoundQuotation, FoundSpeaker, QuotationKind, SpeakerKind
from ..lexicons import GRAMMAR
from ..text.analysis import AnalysedArticle
from ..text.nameless import nameless

_LEVELS = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95)  # of the confidence that the rules give
_LENGTHS = (2, 4, 6, 9, 14, 22, 35, 60)  # in words
_OFTEN = 4
_BODIES = (SpeakerKind.COUNTRY, SpeakerKind.ORGANISATION)
_REACHED = tuple(f"rules≥{level}" for level in _LEVELS)
_LONG = tuple(f"words≥{length}" for length in _LENGTHS)
_WAYS = (EvidenceStep.GOES_ON, EvidenceStep.PRONOUN, EvidenceStep.ROLE)
_WORDS, _PERSON = EvidenceStep.SPEAKER_WORDS, SpeakerKind.PERSON
_KINDS = {kind: f"kind:{kind}" for kind in QuotationKind}
_PLACES = {kind: f"in:{kind}" for kind in PassageKind}
_SPEAKERS = {kind: f"speaker:{kind}" for kind in SpeakerKind}
_STEPS = {step: f"step:{step}" for step in EvidenceStep}


def finding_features(
    quotation: FoundQuotation, article: AnalysedArticle, form: Sequence[str], said_by: Counter[str | None]
) -> tuple[str, ...]:
    """Return the features of a finding; `said_by` counts the findings of each speaker's name in the article."""
    return (
        *_of_evidence(quotation),
        *_of_words(quotation, article),
        *_of_speaker(quotation, article, said_by),
        *form,
    )


def _way(quotation: FoundQuotation) -> str:
    """Return by which way the speaker was found, in one word."""
    for step in _WAYS:
        if quotation.goes_by(step):
            return f"way:{step}"
    if not quotation.speakers:
        return "way:nobody"
    return "way:cue" if quotation.cue else "way:no cue"


def _of_evidence(quotation: FoundQuotation) -> Iterator[str]:
    yield _KINDS[quotation.kind]
    yield from _REACHED[: bisect_right(_LEVELS, quotation.confidence)]
    yield from {_STEPS[link.step] for link in quotation.evidence}
    yield _way(quotation)
    yield f"cue:{quotation.cue_words.lower()}"
    reason = next((link.sentence for link in quotation.evidence if link.step == _WORDS), "")
    yield f"reason:{reason.rpartition('”')[2]}"
    if quotation.clause:
        yield "in a clause"


def _of_words(quotation: FoundQuotation, article: AnalysedArticle) -> Iterator[str]:
    first, last = quotation.spans[0], quotation.spans[-1]
    text = article.paragraphs[first.passage].text
    words = text[first.start : first.end].split()
    yield from _LONG[: bisect_right(_LENGTHS, len(words))]
    yield f"opens:{nameless(words[0]) if words else ''}"
    yield "capital" if text[first.start].isupper() else "small"
    yield f"closes:{article.paragraphs[last.passage].text[last.end - 1] in '.,?!…'}"
    yield f"before:{text[: first.start].rstrip()[-1:]}"
    yield f"parts:{min(len(quotation.spans), 3)}"
    yield f"place:{_place(first.passage, len(article.paragraphs))}"
    yield _PLACES[article.paragraphs[first.passage].kind]
    if len(text) == first.end - first.start or text[first.end :].strip(" ”’\"'.,") == "" == text[: first.start].strip():
        yield "whole paragraph"


def _place(passage: int, passages: int) -> str:
    return "title" if passage == 0 else "end" if passage == passages - 1 else "inside"


def _naming(speaker: FoundSpeaker) -> str:
    """Return the words that name a speaker; of a country or organisation that a pronoun means its name."""
    means = speaker.kind in _BODIES and speaker.words.lower() in GRAMMAR["pronoun"]
    return (speaker.name or speaker.words) if means else speaker.words


def _of_speaker(quotation: FoundQuotation, article: AnalysedArticle, said_by: Counter[str | None]) -> Iterator[str]:
    yield f"speakers:{min(len(quotation.speakers), 3)}"
    if not quotation.speakers:
        return
    speaker, first = quotation.speakers[0], quotation.spans[0]
    yield _SPEAKERS[speaker.kind]
    words = _naming(speaker).split()
    yield f"speaker’s words:{min(len(words), 4)}"
    if speaker.kind != _PERSON or len(words) == 1:
        yield f"speaker’s word:{nameless(words[-1]) if words else ''}"
        yield f"speaker’s first:{nameless(words[0]) if words else ''}"
    yield f"capital speaker:{speaker.words[:1].isupper()}"
    yield f"said:{min(said_by[speaker.name], _OFTEN)}"
    if speaker.span:
        yield f"paragraphs between:{max(-2, min(first.passage - speaker.span.passage, 2))}"
        if speaker.span.passage == first.passage:
            yield "speaker before" if speaker.span.start < first.start else "speaker after"
            low, high = sorted((speaker.span.start, first.start))
            yield f"sentences between:{min(article.paragraphs[first.passage].text.count('. ', low, high), 3)}"
