"""Who said each quotation of some articles, as what, by which words and how surely, and of whom it speaks.

Which quotations are meant is said in one place for pages and searches alike: `Quotation.objects.said()`. What is unsure
to be its speakers' is under nobody's name: whoever has one and may have said it is a candidate.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Any

from articles.extraction.certainty import Certainty, certainty_of
from articles.models import Quotation, Role, Speaker, Subject
from articles.names.normalise import normalise
from search.engines.port import UNNAMED, Value


@dataclass
class Attribution:
    """What is known of one quotation, or of all that stand in a paragraph; values as in Document."""

    speakers: set[Value] = field(default_factory=set)
    speaker_kinds: set[str] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)
    about: set[int] = field(default_factory=set)
    about_countries: set[str] = field(default_factory=set)
    cues: set[str] = field(default_factory=set)
    quoted: set[str] = field(default_factory=set)
    certainty: set[str] = field(default_factory=set)
    candidates: set[Value] = field(default_factory=set)
    spellings: dict[str, str] = field(default_factory=dict)

    def add(self, other: "Attribution") -> None:
        """Take in what is known of another quotation of the same paragraph."""
        for name in SETS:
            getattr(self, name).update(getattr(other, name))
        self.spellings.update(other.spellings)

    def values(self) -> dict[str, Any]:
        """Return it as the fields of a document."""
        of_fields: dict[str, Any] = {name: _in_order(getattr(self, name)) for name in SETS}
        return of_fields | {"spellings": tuple(self.spellings.items())}

    def folded(self, words: str, folded: str) -> str:
        """Return a folded text, whose spelling is kept."""
        if folded and folded != words:
            self.spellings.setdefault(folded, words)
        return folded


SETS = (
    "speakers",
    "speaker_kinds",
    "roles",
    "about",
    "about_countries",
    "cues",
    "quoted",
    "certainty",
    "candidates",
)


def attribution_of(articles: Collection[int]) -> dict[int, Attribution]:
    """Return what is known of each quotation of these articles, by its id, in the order of ids (4 queries)."""
    found: dict[int, Attribution] = {}
    unsure: set[int] = set()
    said = Quotation.objects.said().filter(article__in=articles).order_by("pk")
    columns = ("pk", "kind", "cue_words", "confidence", "corrected", "checked")
    for key, kind, cue, confidence, corrected, checked in said.values_list(*columns):
        certainty = Certainty.CHECKED if corrected or checked else certainty_of(confidence)
        found[key] = one = Attribution(quoted={kind}, certainty={certainty.value})
        one.cues.update(filter(None, [one.folded(cue, cue.casefold())]))
        unsure.update([key] if certainty == Certainty.UNSURE else [])
    _add_speakers(found, unsure, articles)
    _add_subjects(found, articles)
    return found


def _add_speakers(found: dict[int, Attribution], unsure: Collection[int], articles: Collection[int]) -> None:
    speakers = Speaker.objects.filter(quotation__article__in=articles)
    columns = ("quotation", "quotation__article", "kind", "person", "country", "name")
    roles = _roles(articles)
    for quotation, article, kind, person, country, name in speakers.values_list(*columns):
        if (one := found.get(quotation)) is None:
            continue
        who = person or country or _named(one, kind, name)
        if quotation in unsure:
            one.candidates.update([who] if who and who != UNNAMED else [])
            continue
        one.speakers.update([who] if who else [])
        one.speaker_kinds.add(kind)
        one.roles.update(one.folded(words, words.casefold()) for words in roles.get((article, person), ()))


def _named(one: Attribution, kind: str, name: str) -> str:
    """Return the folded name of who is neither a person nor a country; of the unnamed there is one value."""
    return UNNAMED if kind == Speaker.Kind.UNNAMED else one.folded(name, normalise(name))


def _roles(articles: Collection[int]) -> dict[tuple[int, int], list[str]]:
    """Return what each article calls people, by its id and theirs."""
    roles: dict[tuple[int, int], list[str]] = defaultdict(list)
    rows = Role.objects.given().filter(article__in=articles).order_by("pk")
    for article, person, words in rows.values_list("article", "person", "words"):
        roles[article, person].append(words)
    return roles


def _add_subjects(found: dict[int, Attribution], articles: Collection[int]) -> None:
    rows = Subject.objects.filter(quotation__article__in=articles).values_list("quotation", "person", "country")
    for quotation, person, country in rows:
        if one := found.get(quotation):
            one.about.update([person] if person else [])
            one.about_countries.update([country] if country else [])


def _in_order(values: Iterable[Value]) -> tuple[Value, ...]:
    """Return values in one order: people by their ids, then codes and names."""
    return tuple(sorted(values, key=lambda one: (isinstance(one, str), one)))
