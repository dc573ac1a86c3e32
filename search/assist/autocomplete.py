"""Autocomplete: what a reader may mean who is still typing: people, countries, publishers, and words of the index.

A chosen word ends the last word that was typed. A chosen name becomes a filter where all else in the query stands
beside it; in a field, in parentheses, after OR or a minus it becomes the value of a field.
"""

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import Literal

from django.db.models import Count

from articles.identity.countries import country_codes
from articles.identity.publishers import publisher_spellings
from articles.identity.sections import section_spellings
from articles.identity.spellings import Spelling
from articles.models import Country
from articles.names.normalise import normalise
from articles.queries import autocomplete_people, roles_of
from search.deadline import Deadline, SearchTooLong
from search.engines import get_engine
from search.engines.port import Facet, IndexUnavailable, Value, WordCount
from search.language.analysis import fold as fold_word
from search.language.analysis import forms
from search.language.ast import Or
from search.language.completion_context import CompletionContext, InputSpan, completion_context
from search.language.lexer import NO_QUOTES
from search.language.parser import parse
from search.results.request import SearchRequest

log = logging.getLogger(__name__)

Kind = Literal["person", "country", "publisher", "section", "word"]
FACETS: dict[Kind, Facet] = {
    "person": "people",
    "country": "countries",
    "publisher": "publishers",
    "section": "sections",
}
FIELDS: dict[str, tuple[Kind, ...]] = {
    "": ("person", "country", "publisher"),
    "person": ("person",),
    "speaker": ("person", "country"),
    "about": ("person", "country"),
    "country": ("country",),
    "publisher": ("publisher",),
    "section": ("section",),
}
MAX_SUGGESTIONS: dict[Kind, int] = {"person": 6, "country": 3, "publisher": 3, "section": 5, "word": 5}
SHORTEST = 2  # letters


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody or something of the archive that may be meant: its id or code, its name, and its role, if it has one.

    `times` is how many places name it; None where that is not counted.
    """

    value: Value
    name: str
    role: str = ""
    times: int | None = None


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One thing to choose. Choosing it asks the `request`, or goes on typing `text` with the caret at `caret`.

    `times` is how many places name it, how many documents have a word; None where that is not counted.
    """

    kind: Kind
    name: str
    role: str
    times: int | None
    text: str
    caret: int
    request: SearchRequest | None = None


def suggestions(request: SearchRequest, caret: int, deadline: Deadline) -> tuple[Suggestion, ...]:
    """Return what may be meant by what stands before the caret, an offset into the request's words; names before words.

    Without an index, or after the deadline, there are no words, and all the rest. At most three lookups by index for
    people, one query for countries, one for publishers; in the field of a section one for these.
    """
    now = completion_context(request.q, caret)
    names = (one for kind in FIELDS.get(now.field, ()) for one in _of_kind(request, now, kind))
    return (*names, *_words(request, now, deadline))


def _of_kind(request: SearchRequest, now: CompletionContext, kind: Kind) -> Iterator[Suggestion]:
    """Suggest what the longest span of words leads to that leads to anything."""
    for span in now.names:
        found = LOOK_UPS[kind](span.text) if len(normalise(span.text)) >= SHORTEST else []
        for one in found[: MAX_SUGGESTIONS[kind]]:
            yield _chosen(request, now, span, kind, one)
        if found:
            return


def _chosen(request: SearchRequest, now: CompletionContext, span: InputSpan, kind: Kind, one: Candidate) -> Suggestion:
    before, after = request.q[: span.start], request.q[span.end :]
    value = f'{now.field or kind}:"{one.name.translate(NO_QUOTES)}" '
    text = before + value + after.lstrip()
    asked = None
    if not now.field and _stands_alone(before, after):
        rest = " ".join(f"{before} {after}".split())
        asked = _with_filter(replace(request, q=rest), FACETS[kind], one.value)
    return Suggestion(kind, one.name, one.role, one.times, text, len(before) + len(value), asked)


def _stands_alone(before: str, after: str) -> bool:
    """Say whether what stands around a name goes on meaning the same without it."""
    if before and not before[-1].isspace():
        return False  # a minus, or something else that belongs to the name
    around = [parse(part) for part in (before, after, f"{before} {after}") if part.strip()]
    return not any(parsed.problems or isinstance(parsed.query, Or) for parsed in around)


def _with_filter(request: SearchRequest, facet: Facet, value: Value) -> SearchRequest:
    return replace(request, page=1) if value in request.chosen_in(facet) else request.toggled(facet, value)


def _words(request: SearchRequest, now: CompletionContext, deadline: Deadline) -> Iterator[Suggestion]:
    """End the word at the caret; what was typed of it stays as it is, where that is the same word."""
    if now.word is None or len(now.word.text) < SHORTEST:
        return
    for beginning, one in islice(_completions(now.word.text, deadline), MAX_SUGGESTIONS["word"]):
        as_typed = now.word.text + one.word.removeprefix(beginning)
        word = as_typed if forms(as_typed)[0] == one.word else one.word
        text = request.q[: now.word.start] + word + request.q[now.word.end :]
        yield Suggestion("word", word, "", one.documents, text, now.word.start + len(word))


def _completions(typed_so: str, deadline: Deadline) -> Iterator[tuple[str, WordCount]]:
    """Yield the words of the index that go on after a beginning, with that beginning as the index has it.

    That is as it was typed but for accents, or, where there is no such word, the same without umlauts (Muell → mull).
    Possessives are not among them: what they belong to finds them too.
    """
    try:
        for beginning in dict.fromkeys((fold_word(typed_so), forms(typed_so)[0])):
            found = get_engine().completions(beginning, 2 * MAX_SUGGESTIONS["word"], deadline.left())
            if found:
                yield from ((beginning, one) for one in found if _goes_on(one.word, beginning))
                return
    except (IndexUnavailable, SearchTooLong) as error:
        log.warning("No words could be suggested: %s", error)


def _goes_on(word: str, beginning: str) -> bool:
    return word != beginning and not word.endswith("'s")


def _people(words: str) -> list[Candidate]:
    found = autocomplete_people(words, MAX_SUGGESTIONS["person"])
    roles = roles_of([one.who.pk for one in found])
    return [Candidate(one.who.pk, one.who.name, roles.get(one.who.pk, ""), one.times) for one in found]


def _countries(words: str) -> list[Candidate]:
    """Return the archive's countries one of whose names begins with these words, or has a word that does."""
    wanted = normalise(words)
    ranks = ((_rank(name, wanted), code) for name, code in country_codes().items())
    codes: dict[str, int] = {}
    for rank, code in ranks:
        if rank is not None:
            codes[code] = min(rank, codes.get(code, rank))
    rows = Country.objects.filter(pk__in=codes).annotate(times=Count("mentions"))
    ranked = sorted(rows, key=lambda country: (codes[country.code], -country.times, country.name))
    return [Candidate(country.code, country.name, times=country.times) for country in ranked]


def _publishers(words: str) -> list[Candidate]:
    return _spelled(words, publisher_spellings())


def _sections(words: str) -> list[Candidate]:
    return _spelled(words, section_spellings())


def _spelled(words: str, spellings: list[Spelling]) -> list[Candidate]:
    """Return the things one of whose spellings begins with these words, or has a word that does."""
    wanted = normalise(words)
    ranks: dict[tuple[int, str], int] = {}
    for key, shown, name in spellings:
        if (rank := _rank(normalise(name), wanted)) is not None:
            ranks[key, shown] = min(rank, ranks.get((key, shown), rank))
    return [Candidate(*who) for who, _ in sorted(ranks.items(), key=lambda one: (one[1], one[0][1]))]


def _rank(name: str, wanted: str) -> int | None:
    """Say whether a name begins so (0), or a later word of it does (1)."""
    if name.startswith(wanted):
        return 0
    return 1 if f" {wanted}" in name else None


LOOK_UPS: dict[Kind, Callable[[str], list[Candidate]]] = {
    "person": _people,
    "country": _countries,
    "publisher": _publishers,
    "section": _sections,
}
