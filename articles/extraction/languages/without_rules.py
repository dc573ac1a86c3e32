"""What is found in a passage of a language that has no rules: words between its marks, and countries by their names.

Nothing else, since rules of another language would invent people and speakers. A quotation's speaker is not known, so
it has none, and a low confidence says so.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from articles.paragraph_kinds import PassageKind

from ..findings import Evidence, EvidenceStep, Findings, FoundCountry, FoundQuotation, Passage, QuotationKind, Span
from ..lexicons import ENGLISH
from ..text.analysis import SKIPPED_KINDS
from ..text.quoted_spans import QuotedSpan, quoted_spans_in
from .codes import language_name
from .conventions import convention_of, pairs_by
from .country_names import names_of_countries

_SPEECH_WORDS = 3  # marked words from this many on are speech, fewer a term
_SPEECH_SIGNS = 7  # the same in scripts without blanks
_UNKNOWN_SPEAKER, _TERM = 0.3, 0.5
_NAMED = 0.85  # as of English names that nothing else in the article bears out
_ENDS = ".!?…。！？؟"


def with_other_languages(english: Findings, passages: Sequence[Passage], codes: Sequence[str]) -> Findings:
    """Return what was found in the English passages of an article with what is found in the others.

    `codes` has the language of each passage.
    """
    countries, quotations = list(english.countries), list(english.quotations)
    for code in sorted(set(codes) - {ENGLISH}):
        own = only_in(code, passages, codes)
        for index, passage in enumerate(own):
            countries.extend(_named_countries(passage, index, code))
        spans = quoted_spans_in(own, partial(pairs_by, convention_of(code)))
        quotations.extend(_quotation(span, own, code) for span in spans if not _is_label(span, own))
    return replace(
        english,
        countries=tuple(sorted(countries, key=lambda one: one.mention)),
        quotations=tuple(sorted(quotations, key=lambda one: one.spans[0])),
    )


def only_in(code: str, passages: Sequence[Passage], codes: Sequence[str]) -> list[Passage]:
    """Return the passages of an article with those of other languages emptied, so that each keeps its index."""
    return [passage if own == code else replace(passage, text="") for passage, own in zip(passages, codes, strict=True)]


def _named_countries(passage: Passage, index: int, code: str) -> list[FoundCountry]:
    if passage.kind in SKIPPED_KINDS or not passage.text:
        return []
    return [
        FoundCountry(country, Span(index, start, end), "name", _NAMED, (_named(passage.text[start:end], code),))
        for start, end, country in names_of_countries(code).found_in(passage.text)
    ]


def _named(words: str, code: str) -> str:
    return f"“{words}” is a name of the country in {language_name(code)}."


def _quotation(span: QuotedSpan, passages: list[Passage], code: str) -> FoundQuotation:
    texts = [part.of(passages) for part in span.parts]
    if _is_speech(" ".join(texts)):
        why = f"So many marked words are speech; who said them is not looked for in {language_name(code)}."
        kind, confidence = QuotationKind.DIRECT, _UNKNOWN_SPEAKER
    else:
        why, kind, confidence = "Few marked words: a term.", QuotationKind.TERM, _TERM
    return FoundQuotation(span.parts, kind, confidence=confidence, evidence=(Evidence(EvidenceStep.MARKS, why),))


def _is_label(span: QuotedSpan, passages: list[Passage]) -> bool:
    """Say whether the words are a subhead as a whole, which is the newspaper's own."""
    passage = passages[span.outer[0].passage]
    return passage.kind == PassageKind.SUBHEAD and passage.text.strip() == span.outer[0].of(passages).strip()


def _is_speech(text: str) -> bool:
    """Say whether marked words are many enough for speech, or a sentence; a row of capitals is a title."""
    words = text.split()
    if len(words) > 1 and all(word[0].isupper() for word in words):
        return text[-1] in _ENDS
    signs = len(text) if text >= "\u2e80" else 0
    return len(words) >= _SPEECH_WORDS or signs >= _SPEECH_SIGNS or (len(words) > 1 and text[-1] in _ENDS)
