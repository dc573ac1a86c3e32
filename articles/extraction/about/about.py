"""Of whom quotations speak, so that somebody may ask what X said about Y.

In: the quotations of an article, with the analysed article, its people, countries and roles that they were found by.
Out: the same quotations, each with its people and countries: named within the words; named beside them as object or
topic; meant by "he" or "her" within the words; or the speaker's own country in "our country". Each is given once, by
its surest sign.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ..countries.countries import CountryMention
from ..findings import (
    Evidence,
    EvidenceStep,
    FoundQuotation,
    FoundSpeaker,
    FoundSubject,
    QuotationKind,
    Span,
    SpeakerKind,
    SubjectWay,
)
from ..gazetteer.country_forms import country_names
from ..grammar.sentence_context import SentenceContexts
from ..people.entities import PersonEntities
from .adjacent_mentions import AdjacentMentions
from .entity_mentions import EntityMention, EntityMentions
from .pronoun_resolution import PronounResolver
from .quoted_pronouns import pronouns_in
from .speaker_countries import home_country

_TERM, _BESIDE = QuotationKind.TERM, SubjectWay.BESIDE
_WITHIN = 0.95  # how sure a name within the words is what they speak of, were it surely found
_BY_COUNTRY = {"name": 1.0, "people": 0.95, "capital": 0.85, "government": 0.85, "place": 0.75}


def with_subjects(
    quotations: Iterable[FoundQuotation],
    contexts: SentenceContexts,
    entities: PersonEntities,
    countries: list[CountryMention],
    roles: dict[int, str],
) -> tuple[FoundQuotation, ...]:
    """Return the quotations with the people and countries each speaks of."""
    finder = _SubjectFinder(contexts, entities, countries, roles)
    return tuple(finder.with_subjects(quotation) for quotation in quotations)


class _SubjectFinder:
    """Goes over the quotations in reading order and remembers whom "he" meant last."""

    def __init__(
        self,
        contexts: SentenceContexts,
        entities: PersonEntities,
        countries: list[CountryMention],
        roles: dict[int, str],
    ) -> None:
        self.article = article = contexts.article
        self.entities = entities
        self.roles = {entities.names[number]: role for number, role in roles.items()}
        self.mentions = EntityMentions(article, entities, countries)
        self.adjacent = AdjacentMentions(contexts, self.mentions)
        self.pronouns = PronounResolver(article, entities, roles, self.mentions)
        self.by = {(one.paragraph, one.first): one.by for one in countries}

    def with_subjects(self, quotation: FoundQuotation) -> FoundQuotation:
        """Return the quotation with its subjects."""
        if quotation.kind == _TERM:
            return quotation
        found = [*self._within(quotation), *self._beside(quotation)]
        found += [*self._by_pronoun(quotation, found), *self._home(quotation)]
        return replace(quotation, about=_each_once(found)) if found else quotation

    def _within(self, quotation: FoundQuotation) -> Iterator[FoundSubject]:
        for span in quotation.spans:
            for mention in self.mentions.within(span):
                sentence = f"“{self._text(mention.span)}” is named within the words."
                yield self._subject(SubjectWay.NAMED, mention, _WITHIN, sentence)

    def _beside(self, quotation: FoundQuotation) -> Iterator[FoundSubject]:
        for adjacent in self.adjacent.subjects(quotation):
            if not self._speaks(quotation.speakers, adjacent.mention):
                sentence = f"“{self._text(adjacent.mention.span)}” {adjacent.reason}."
                yield self._subject(_BESIDE, adjacent.mention, adjacent.confidence, sentence)

    def _by_pronoun(self, quotation: FoundQuotation, found: list[FoundSubject]) -> Iterator[FoundSubject]:
        hearer = self.adjacent.hearer(quotation)
        hearers = {hearer.person} if hearer else set()
        topics = {one.person for one in found if one.way == _BESIDE}
        for one in self.pronouns.resolve(quotation, hearers, topics):
            name = self.entities.names[one.person]
            sentence = f"“{self._text(one.pronoun)}” within the words is {name}, {one.reason}."
            evidence = (Evidence(EvidenceStep.ABOUT, sentence, one.mention),)
            yield FoundSubject(SubjectWay.PRONOUN, person=name, confidence=one.confidence, evidence=evidence)

    def _home(self, quotation: FoundQuotation) -> Iterator[FoundSubject]:
        """Find "our country" where the speaker is a country or speaks for one."""
        place = next((place for span in quotation.spans for place in pronouns_in(self.article, span, "home")), None)
        code = home_country(quotation.speakers, self.roles) if place else None
        if code and place:
            sentence = f"“{self._text(place)}” is {country_names()[code]}, for which the speaker speaks."
            evidence = (Evidence(EvidenceStep.ABOUT, sentence, place),)
            yield FoundSubject(SubjectWay.HOME, country=code, confidence=0.85, evidence=evidence)

    def _speaks(self, speakers: tuple[FoundSpeaker, ...], mention: EntityMention) -> bool:
        if mention.person is not None:
            return self.entities.names[mention.person] in {speaker.name for speaker in speakers}
        return mention.code in {speaker.country for speaker in speakers if speaker.kind == SpeakerKind.COUNTRY}

    def _subject(self, way: SubjectWay, mention: EntityMention, confidence: float, sentence: str) -> FoundSubject:
        evidence = (Evidence(EvidenceStep.ABOUT, sentence, mention.span),)
        if mention.person is not None:
            confidence = round(confidence * self.entities.people[mention.person].confidence, 2)
            return FoundSubject(
                way, person=self.entities.names[mention.person], confidence=confidence, evidence=evidence
            )
        confidence = round(confidence * _BY_COUNTRY.get(self.by[mention.span.passage, mention.first], 0.75), 2)
        return FoundSubject(way, country=mention.code, confidence=confidence, evidence=evidence)

    def _text(self, span: Span) -> str:
        return self.article.paragraphs[span.passage].text[span.start : span.end]


def _each_once(found: list[FoundSubject]) -> tuple[FoundSubject, ...]:
    """Return each person and country once, by the surest way and place; `found` has the surest way first."""
    surest: dict[tuple[str | None, str | None], FoundSubject] = {}
    for subject in found:
        first = surest.setdefault((subject.person, subject.country), subject)
        if subject.way == first.way and subject.confidence > first.confidence:
            surest[subject.person, subject.country] = subject
    return tuple(surest.values())
