"""By what a phrase names its country; above all whether a capital stands for the government or for the town.

"Beijing said" and "ties between London and Paris" speak of governments, "in Beijing" and "Paris police" of places.
"""

from ..lexicons import cue_kinds
from ..text.analysis import AnalysedArticle, AnalysedParagraph, sentence_at
from ..word_classes import AND
from .context import in_headline, joins_capital, shows, stands_after, word_after, word_before
from .resolution import ResolvedToponym
from .toponyms import Toponym

_AROUND = 40  # words to each side in which a sentence tells of relations
_ROW = 6  # words back from a name in a row of names to what leads the row


def named_by(one: ResolvedToponym, paragraph: AnalysedParagraph) -> str:
    """Return by what a toponym names its country: "name", "people", "capital", "government" or "place"."""
    by = one.toponym.entry.form.by
    if one.moved or by not in ("name", "people", "capital", "government"):
        return "place"
    if by == "capital" and not stands_for_government(one.toponym, paragraph):
        return "place"
    return by


def stands_for_government(toponym: Toponym, paragraph: AnalysedParagraph) -> bool:
    """Say whether a capital's name means the government that sits there."""
    first, last = toponym.first, toponym.last
    if stands_after("locative", paragraph, first) or _is_part(toponym, paragraph):
        return False
    following = word_after(paragraph, last)
    if shows("after_government", following):
        return True
    if paragraph.words[last - 1].possessive or shows("after_town", following):
        return False
    if not AND.isdisjoint((word_before(paragraph, first), following)):
        return _are_parties(paragraph, first)
    if shows("agent", word_before(paragraph, first)):
        return not shows("event", following)
    return shows("acting", following) or cue_kinds().get(following) in ("say", "tell")


def means_union(one: ResolvedToponym, by: str) -> bool:
    """Say whether a capital that acts may be the European Union's seat: "Brussels said", of no Belgians."""
    return shows("union_seat", one.toponym.name) and by == "capital" and not one.corroborated


def names_union(article: AnalysedArticle) -> bool:
    """Say whether an article names the European Union, which is no country."""
    return any(shows("body", lower) for paragraph in article.paragraphs for lower in paragraph.lowers)


def _is_part(toponym: Toponym, paragraph: AnalysedParagraph) -> bool:
    """Say whether the name is part of a longer one or of a hyphened word: "London Bridge", "Paris-based"."""
    if paragraph.text[toponym.span.end : toponym.span.end + 1] == "-":
        return True
    return joins_capital(paragraph, toponym.last - 1, toponym.last) and not in_headline(paragraph, toponym.first)


def _are_parties(paragraph: AnalysedParagraph, first: int) -> bool:
    """Say whether "Rome and Cairo" are governments: the sentence tells of relations, no "in" stands before."""
    back = range(first - 1, max(-1, first - _ROW), -1)
    leader = next(
        (
            paragraph.lowers[at]
            for at in back
            if shows("agent", paragraph.lowers[at]) or shows("locative", paragraph.lowers[at])
        ),
        "",
    )
    if shows("locative", leader):
        return False
    sentence = paragraph.sentences[sentence_at(paragraph, first)]
    around = range(max(sentence.first, first - _AROUND), min(sentence.last, first + _AROUND))
    return any(shows("relation", paragraph.lowers[at]) for at in around)
