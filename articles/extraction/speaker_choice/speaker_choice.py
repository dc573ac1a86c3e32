"""Choose the speaker of each quotation among the rules' own and the people around."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ..decisions import Claim, Decision, Decisions
from ..findings import (
    Evidence,
    EvidenceStep,
    FoundCandidate,
    FoundQuotation,
    FoundSpeaker,
    QuotationKind,
    Span,
    SpeakerKind,
)
from ..people.entities import mention_span
from ..speakers.resolver import SpeakerResolver
from .candidates import Candidate, candidates_for, person_of
from .choice_features import ByRules, Surroundings, by_rules, features_of
from .repeated_words import RepeatedWords

_TERM, _INDIRECT = QuotationKind.TERM, QuotationKind.INDIRECT
_LED = frozenset((EvidenceStep.PRONOUN, EvidenceStep.ROLE, EvidenceStep.GOES_ON))  # steps that lead to somebody else
_OPEN = 0.2  # from this probability on it is open whether somebody else said it: of those above, a third did
_MOST = 3  # of them are named
_FIT_BEST = "of the people named around, they fit best by what annotated articles show."
_SAID_IN_FULL = "another quotation of theirs has these words."
_GOES_ON_SURELY = 0.95  # confidence by the rules of words right behind those of a speaker named beside them
_SURE_IN_FULL = 0.85  # how sure it is that who says words in full is who said them where they are quoted in part
_NAMED = (SpeakerKind.PERSON, SpeakerKind.ORGANISATION)
_AHEAD = 0.1  # by so much must another be more probable than the rules' speaker


def with_chosen_speakers(
    quotations: Sequence[FoundQuotation], resolver: SpeakerResolver, decisions: Decisions
) -> tuple[FoundQuotation, ...]:
    """Return quotations, in reading order, with the speakers that the decision prefers; without one all stay."""
    if decisions.speaker is None or not resolver.people.mentions:
        return tuple(quotations)
    choice = _Choice(quotations, resolver, decisions.speaker)
    return tuple(choice.made(number) for number in range(len(quotations)))


class _Choice:
    """Goes through the quotations of an article in order and remembers who spoke."""

    def __init__(self, quotations: Sequence[FoundQuotation], resolver: SpeakerResolver, decision: Decision) -> None:
        self.quotations = quotations
        self.resolver = resolver
        self.decision = decision
        self.around = Surroundings(resolver.people, resolver.roles)
        self.following = self._following()
        self.repeated = RepeatedWords([one for one in quotations if _is_sure(one)], resolver.people.article)

    def made(self, number: int) -> FoundQuotation:
        """Return the quotation of this number with its speaker chosen."""
        quotation = self.quotations[number]
        if quotation.kind == _TERM:
            return quotation
        self.around.after = self.following[number]
        if _is_open(quotation):
            quotation = self._as_in_full(quotation) or self._chosen(quotation)
        self.around.note(self._person(quotation), quotation.spans[-1].passage)
        return quotation

    def _chosen(self, quotation: FoundQuotation) -> FoundQuotation:
        rules = by_rules(quotation, self._person(quotation), self.around.people)
        others = (rules.chosen, self.around.main_person, self.around.after[0], self._last())
        candidates = candidates_for(rules.anchor, self.around.people, self._mentions_of(others))
        weighed = {one.person: self._probability(one, rules) for one in candidates}
        stays = self._probability(None, rules) if rules.chosen is None else weighed.get(rules.chosen, 0.0)
        rivals = [one for one in candidates if one.person != rules.chosen]
        best = max(rivals, key=lambda one: weighed[one.person], default=None)
        moves = best is not None and weighed[best.person] > stays + _AHEAD
        said = self._said_by_candidate(best, quotation) if best and moves else quotation
        return replace(said, candidates=self._left_open(said, weighed))

    def _said_by_candidate(self, best: Candidate, quotation: FoundQuotation) -> FoundQuotation:
        place = mention_span(self.around.people.mentions[best.mention], self.around.people.article)
        return self._said_by(best.person, place, quotation, _FIT_BEST)

    def _left_open(self, said: FoundQuotation, weighed: Mapping[int, float]) -> tuple[FoundCandidate, ...]:
        """Return who may have said it as well: whom the rules name beside the speaker, and who is probable enough."""
        shares = {self.resolver.names[one]: round(share, 2) for one, share in weighed.items() if share >= _OPEN}
        for rival in said.candidates:
            shares[rival.name] = max(shares.get(rival.name, 0.0), rival.confidence)
        others = sorted(shares.keys() - {one.name for one in said.speakers}, key=lambda name: (-shares[name], name))
        return tuple(FoundCandidate(name, shares[name]) for name in others[:_MOST])

    def _as_in_full(self, quotation: FoundQuotation) -> FoundQuotation | None:
        """Return a quotation as said by the one person in whose longer one its words stand; None where it has none."""
        longer = self.repeated.full_quotations(quotation)
        people = {self._person(one) for one in longer}
        if len(people) != 1 or people <= {None, self._person(quotation)}:
            return None
        (person,), place = people, longer[0].speakers[0].span
        if person is None or place is None:
            return None
        found = self._said_by(person, place, quotation, _SAID_IN_FULL)
        return replace(found, confidence=max(quotation.confidence, _SURE_IN_FULL))

    def _probability(self, candidate: Candidate | None, rules: ByRules) -> float:
        quotation = rules.quotation
        speaker = quotation.speakers[0] if quotation.speakers else None
        name = speaker.name if speaker else None
        words = speaker.words if speaker else ""
        if candidate is not None and candidate.person != rules.chosen:
            name, words = self.resolver.names[candidate.person], ""
        claim = Claim(quotation.spans, name, words)
        features, together = features_of(candidate, rules, self.around)
        return self.decision.probability(features, claim, together)

    def _said_by(self, person: int, place: Span, quotation: FoundQuotation, why: str) -> FoundQuotation:
        """Return a quotation as said by another person than the rules say; `place` shows who, `why` ends a sentence."""
        name = self.resolver.names[person]
        old = quotation.speakers[0] if quotation.speakers else None
        stands_for = (old is not None and old.kind == SpeakerKind.UNNAMED) or _is_pronoun(quotation)
        words, span = (old.words, old.span) if old and stands_for else (self._text(place), place)
        kept = tuple(link for link in quotation.evidence if link.step in (EvidenceStep.CUE, EvidenceStep.SPEAKER_WORDS))
        link = Evidence(_step(quotation, stands_for), f"{_sentence(words, name, stands_for)}: {why}", place)
        return replace(
            quotation,
            speakers=(FoundSpeaker(SpeakerKind.PERSON, words, span, name),),
            candidates=(),
            evidence=(*(kept if stands_for else kept[:1] if quotation.cue else ()), link),
        )

    def _text(self, span: Span) -> str:
        return self.around.people.article.paragraphs[span.passage].text[span.start : span.end]

    def _person(self, quotation: FoundQuotation) -> int | None:
        speaker = quotation.speakers[0] if quotation.speakers else None
        return person_of(speaker, self.resolver.numbers_of)

    def _mentions_of(self, people: Sequence[int | None]) -> dict[int, list[int]]:
        return {person: self.around.mentions[person] for person in people if person is not None}

    def _last(self) -> int | None:
        return self.around.before[-1][0] if self.around.before else None

    def _following(self) -> list[tuple[int | None, int]]:
        """Return for each quotation who says the next one by the rules, and in which passage; terms are nobody's."""
        found: list[tuple[int | None, int]] = []
        following: tuple[int | None, int] = (None, 0)
        for one in reversed(self.quotations):
            found.append(following)
            if one.kind != _TERM:
                following = self._person(one), one.spans[0].passage
        return found[::-1]


def _is_open(quotation: FoundQuotation) -> bool:
    """Say whether somebody else may have said it: not where the sentence names one person in so many words, or several.

    Of those that a sentence names the rules are right 97 times in 100, and no choice was better.
    """
    if quotation.kind == _INDIRECT or len(quotation.speakers) > 1:
        return False
    named = any(one.kind in _NAMED for one in quotation.speakers)
    return not named or any(link.step in _LED for link in quotation.evidence)


def _is_sure(quotation: FoundQuotation) -> bool:
    """Say whether the rules know the speaker: named in the sentence, or going on right behind one who is."""
    return not _is_open(quotation) or quotation.confidence >= _GOES_ON_SURELY


def _is_pronoun(quotation: FoundQuotation) -> bool:
    return quotation.goes_by(EvidenceStep.PRONOUN)


def _step(quotation: FoundQuotation, stands_for: bool) -> EvidenceStep:
    if not stands_for:
        return EvidenceStep.REASON
    return EvidenceStep.PRONOUN if _is_pronoun(quotation) else EvidenceStep.ROLE


def _sentence(words: str, name: str, stands_for: bool) -> str:
    return f"“{words}” is {name}" if stands_for else f"{name} said it"
