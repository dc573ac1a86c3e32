"""A signed piece: what its first person says between marks is said by the one who signed it."""

from collections.abc import Sequence
from dataclasses import replace

from articles.names.normalise import normalise

from ..findings import Evidence, EvidenceStep, FoundPerson, FoundQuotation, FoundSpeaker, SpeakerKind
from ..people.entities import PersonEntities
from ..text.analysis import AnalysedArticle
from .bylines import byline_within, sole_author
from .first_person import ArticlesOwn, in_first_person, is_written_down

_AUTHOR = EvidenceStep.AUTHOR
_SURE = 0.9  # how sure it is that "I" is who signed the piece


def with_author(
    quotations: Sequence[FoundQuotation],
    article: AnalysedArticle,
    entities: PersonEntities,
    byline: Sequence[str],
) -> tuple[FoundQuotation, ...]:
    """Return quotations with the article's one author as the speaker of those that its own "I" says.

    `byline` are the authors as the source names them; where it names none, a byline within the text is read.
    """
    if not any(map(in_first_person, quotations)):
        return tuple(quotations)
    author = sole_author(byline or (byline_within(article.paragraphs),))
    if author is None or is_written_down(article):
        return tuple(quotations)
    name = next((one for one in entities.names if normalise(one) == normalise(author)), author)
    own = ArticlesOwn(quotations, article)
    return tuple(_said_by(name, one) if own.says(one) else one for one in quotations)


def said_by_author(quotation: FoundQuotation) -> bool:
    """Say whether a quotation's speaker is the article's author, by its first person."""
    return quotation.goes_by(_AUTHOR)


def with_authors_among(people: Sequence[FoundPerson], quotations: Sequence[FoundQuotation]) -> tuple[FoundPerson, ...]:
    """Return the people of an article with the author who says something in it, though the text may not name them."""
    speakers = {one.speakers[0].name or "" for one in quotations if said_by_author(one)}
    evidence = ("Named by the byline, and speaks as “I”.",)
    unnamed = speakers - {person.name for person in people}
    return (*people, *(FoundPerson(name, (), evidence=evidence) for name in unnamed))


def _said_by(name: str, quotation: FoundQuotation) -> FoundQuotation:
    speaker = quotation.speakers[0]
    sentence = f"“{speaker.words}” is {name}: it is the first person in a piece signed by {name}."
    return replace(
        quotation,
        speakers=(FoundSpeaker(SpeakerKind.PERSON, speaker.words, speaker.span, name),),
        confidence=round(quotation.confidence * _SURE, 2),
        evidence=(*quotation.evidence, Evidence(_AUTHOR, sentence, speaker.span)),
    )
