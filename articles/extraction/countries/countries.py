"""The countries of an article: every place that names one, and by what it is named.

In: the analysed article and the people found in it, whose names are no countries. Out: `CountryMention`s and from them
`FoundCountry`s. "By" is the name, the people ("Chinese"), the capital where it stands for the government ("Beijing
said"), the government ("the Kremlin"), or a place inside the country, as which a capital counts too ("in Beijing").

The steps: the gazetteer's phrases are matched in the words (toponyms); those that name no country here are left out
(false_matches); each is resolved to its country (resolution); towns that nothing shows to be towns are left out
(doubtful_towns); and capitals that stand for a government are told from the towns (metonyms).
"""

from collections.abc import Iterator

from ..findings import FoundCountry, Span
from ..people.entities import PersonEntities
from ..records import record
from ..text.analysis import AnalysedArticle, AnalysedParagraph
from .confidence import confidence_of, evidence_of
from .doubtful_towns import without_doubtful_towns
from .false_matches import is_false_match
from .given_names import SpeakingNames, is_given_name
from .metonyms import means_union, named_by, names_union
from .resolution import ResolvedToponym, resolve
from .toponyms import Toponym, toponyms_in


@record
class CountryMention:
    """A phrase that names a country: half-open word range in its paragraph, and its span (one word may hold two)."""

    paragraph: int
    first: int
    last: int
    span: Span
    code: str  # ISO 3166-1 alpha-2
    by: str  # "name", "people", "capital", "government" or "place"
    toponym: ResolvedToponym


def country_mentions(article: AnalysedArticle, entities: PersonEntities) -> list[CountryMention]:
    """Find every phrase that names a country, in order; the names of the article's people name none."""
    taken = {(mention.paragraph, at) for mention in entities.mentions for at in range(mention.first, mention.last)}
    speaking = SpeakingNames(article)
    toponyms = [toponym for paragraph in article.paragraphs for toponym in _in_paragraph(paragraph, taken, speaking)]
    resolved = without_doubtful_towns(resolve(toponyms, article), article, entities)
    return _without_union([_mention(one, article) for one in resolved], article)


def found_countries(mentions: list[CountryMention], article: AnalysedArticle) -> tuple[FoundCountry, ...]:
    """Return the mentions as findings, each with its confidence and evidence."""
    return tuple(_found(mention, article.paragraphs[mention.paragraph].text) for mention in mentions)


def _without_union(mentions: list[CountryMention], article: AnalysedArticle) -> list[CountryMention]:
    """Leave out the Brussels that stands for the European Union."""
    unions = [mention for mention in mentions if means_union(mention.toponym, mention.by)]
    if not unions or not names_union(article):
        return mentions
    return [mention for mention in mentions if not means_union(mention.toponym, mention.by)]


def _found(mention: CountryMention, text: str) -> FoundCountry:
    return FoundCountry(
        code=mention.code,
        mention=mention.span,
        by=mention.by,
        confidence=confidence_of(mention.toponym, mention.by),
        evidence=evidence_of(mention.toponym, mention.by, text[mention.span.start : mention.span.end]),
    )


def _in_paragraph(
    paragraph: AnalysedParagraph, taken: set[tuple[int, int]], speaking: SpeakingNames
) -> Iterator[Toponym]:
    people, previous = set(taken), None
    for toponym in toponyms_in(paragraph, taken):
        follows = previous is not None and previous.last == toponym.first
        if is_given_name(paragraph, toponym, people, speaking):
            people |= {(paragraph.index, toponym.first), (paragraph.index, toponym.last)}
        elif not is_false_match(paragraph, toponym, follows):
            yield toponym
            previous = toponym


def _mention(one: ResolvedToponym, article: AnalysedArticle) -> CountryMention:
    toponym = one.toponym
    by = named_by(one, article.paragraphs[toponym.paragraph])
    return CountryMention(toponym.paragraph, toponym.first, toponym.last, toponym.span, one.code, by, one)
