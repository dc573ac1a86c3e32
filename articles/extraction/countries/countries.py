"""The countries of an article: every place that names one, and by what it is named.

In: the analysed article and the people found in it, whose names are no countries. Out: `CountryMention`s and from them
`FoundCountry`s. "By" is the name, the people ("Chinese"), the capital where it stands for the government ("Beijing
said"), the government ("the Kremlin"), or a place inside the country, as which a capital counts too ("in Beijing").

The steps: the atlas's phrases in the words (sightings), without those that name no country here (no_country), each led
to its country (namesakes), without towns that nothing shows to be one (believed), and capitals told apart (metonyms).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from ..findings import FoundCountry, Span
from ..gazetteer.country_forms import Place
from ..people.cast import Cast
from ..text.analysis import AnalysedArticle, AnalysedParagraph
from .believed import believed
from .evidence import confidence_of, evidence_of
from .metonyms import means_union, named_by, names_union
from .namesakes import Placed, placed
from .no_country import is_no_country
from .sightings import Sighting, sightings_in


@dataclass(frozen=True, slots=True)
class CountryMention:
    """A phrase found: half-open word range in its paragraph; a hyphenated part has its own place in the text."""

    paragraph: int
    first: int
    last: int
    span: Span
    place: Place
    placed: Placed


def country_mentions(article: AnalysedArticle, cast: Cast) -> list[CountryMention]:
    """Find every phrase that names a country, in order."""
    taken = {(mention.paragraph, at) for mention in cast.mentions for at in range(mention.first, mention.last)}
    sightings = [sighting for paragraph in article.paragraphs for sighting in _in_paragraph(paragraph, taken)]
    return _without_union(
        [_mention(one, article) for one in believed(placed(sightings, article), article, cast)], article
    )


def found_countries(mentions: list[CountryMention], article: AnalysedArticle) -> tuple[FoundCountry, ...]:
    """Return the findings, each with its evidence."""
    return tuple(_found(mention, article.paragraphs[mention.paragraph].text) for mention in mentions)


def _without_union(mentions: list[CountryMention], article: AnalysedArticle) -> list[CountryMention]:
    """Leave out the Brussels that stands for the European Union."""
    unions = [mention for mention in mentions if means_union(mention.placed, mention.place.by)]
    if not unions or not names_union(article):
        return mentions
    return [mention for mention in mentions if not means_union(mention.placed, mention.place.by)]


def _found(mention: CountryMention, text: str) -> FoundCountry:
    by = mention.place.by
    return FoundCountry(
        code=mention.place.code,
        mention=mention.span,
        by=by,
        confidence=confidence_of(mention.placed, by),
        evidence=evidence_of(mention.placed, by, text[mention.span.start : mention.span.end]),
    )


def _in_paragraph(paragraph: AnalysedParagraph, taken: set[tuple[int, int]]) -> Iterator[Sighting]:
    previous = None
    for sighting in sightings_in(paragraph, taken):
        follows = previous is not None and previous.last == sighting.first
        if not is_no_country(paragraph, sighting, follows):
            yield sighting
            previous = sighting


def _mention(one: Placed, article: AnalysedArticle) -> CountryMention:
    sighting = one.sighting
    place = Place((), one.code, named_by(one, article.paragraphs[sighting.paragraph]))
    return CountryMention(sighting.paragraph, sighting.first, sighting.last, sighting.span, place, one)
