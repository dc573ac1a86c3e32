"""Whom the words for a speaker mean: a pronoun, surname, role or country led back to the article's people.

In: a nominal of a paragraph. Out: `ResolvedSpeaker`, the speaker with the links of evidence that lead there. "He" is
the last fitting person (pronouns); "the Chinese leader" is the person whose role says so; a surname is a person named
in full.
"""

from bisect import bisect_left
from dataclasses import dataclass, field, replace

from ..countries.countries import CountryMention
from ..findings import Evidence, EvidenceStep, FoundCandidate, FoundSpeaker, Span, SpeakerKind
from ..gazetteer.country_forms import country_names
from ..grammar.nominals import MentionIndex, Nominal
from ..lexicons import GRAMMAR, ORGANISATION_WORDS, PARTIES, PERSONS, ROLES, TITLES
from ..people.entities import PersonEntities, PersonMention, mention_span
from ..people.leaders import leaders_names
from ..records import record
from ..text.analysis import AnalysedArticle, AnalysedParagraph, sentences_before
from ..word_classes import IT, WHO
from .descriptions import UNIQUE, described_gender, is_description
from .named_people import Anaphor, NamedPeople
from .namesakes import Namesakes
from .pronouns import Antecedent, find_antecedent, pronoun_gender
from .role_bearers import RoleBearers

_GOVERNMENTS = GRAMMAR["government"]
_MANY = 40  # mentions looked at on each side
_ANY = PERSONS["somebody_new"]  # words that bring in somebody new
_OF_BODIES = PERSONS["body"]
_SHARED = 0.55  # how sure it is whom a surname means that two bear
_RIVAL = 0.2  # how probable somebody is who fits nearly as well as the one whom the rules choose: 12 of 82 said it
_DESCRIBED = 0.8  # how sure it is whom a description means
_CLEAR, _UNCLEAR = 0.93, 0.85  # how sure a pronoun's antecedent is, and one that another comes near
_CARRIED, _SPOKE_LAST = 0.95, 0.9  # how sure it is what "it" means
_FAR_AWAY = ("in the same sentence", "one sentence before")


@record
class ResolvedSpeaker:
    """Whom the words for a speaker mean, the links of evidence that lead there, and how sure they are (0 to 1).

    `rival` is another person whom they may mean, if one comes near. `carried` tells that a pronoun goes on with the
    country or organisation that the sentence before is about.
    """

    speaker: FoundSpeaker
    links: tuple[Evidence, ...] = ()
    confidence: float = 1.0
    rival: FoundCandidate | None = None
    carried: bool = False


@dataclass(slots=True)
class SpeakerResolver:
    """Leads words to speakers along an article, in order; it remembers who spoke last.

    `names` and `roles` are those of the article's people by their numbers.
    """

    people: NamedPeople
    mention_index: MentionIndex
    names: list[str]
    roles: dict[int, str]
    last_speaker: int | None = None
    last_body: FoundSpeaker | None = None  # the last country or organisation that spoke
    carried_body: FoundSpeaker | None = None  # the one that the sentence before is about, which "it" goes on with
    body_just_spoke: bool = False  # whether the last body spoke in the sentence before, so that "it" may mean it
    numbers_of: dict[str | None, int] = field(init=False)  # the people by name
    _namesakes: Namesakes = field(init=False)
    _bearers: RoleBearers = field(init=False)
    _leaders: frozenset[int] = field(init=False)

    def __post_init__(self) -> None:
        self.numbers_of = {name: number for number, name in enumerate(self.names)}
        self._bearers = RoleBearers(self.roles, len(self.names))
        self._leaders = frozenset(number for number, name in enumerate(self.names) if name in leaders_names())
        self._namesakes = Namesakes(self.names, self.people.mentions)

    def resolve(self, paragraph: AnalysedParagraph, nominal: Nominal, spans: tuple[Span, ...] = ()) -> ResolvedSpeaker:
        """Return whom a nominal of a paragraph means; its own words, unnamed, where it leads to nobody known.

        `spans` are the words that it says.
        """
        span = Span(paragraph.index, paragraph.starts[nominal.first], paragraph.ends[nominal.last - 1])
        words = paragraph.text[span.start : span.end]
        if nominal.person is not None:
            if namesake := self._namesake(paragraph, nominal, nominal.person):
                return self._by_shared_name(nominal.person, namesake, words, span)
            return ResolvedSpeaker(
                self._person(nominal.person, words, span), self._named_in_full(nominal.person, words, span)
            )
        if gender := pronoun_gender(paragraph.lowers[nominal.first]) if nominal.kind == "pronoun" else None:
            anaphor = self._anaphor(paragraph, nominal, spans, gender)
            found = find_antecedent(self.people, anaphor, self.last_speaker)
            if found:
                return self._by_pronoun(found, words, span, gender)
        if nominal.kind == "group" and (mention := self._by_role(paragraph, nominal, spans)):
            return self._by_title(mention, words, span)
        if is_description(paragraph, nominal) and (found := self._described(paragraph, nominal, spans)):
            return self._by_description(found, words, span)
        if nominal.whole:
            span = Span(paragraph.index, span.start, paragraph.ends[nominal.whole - 1])
            words = paragraph.text[span.start : span.end]
        return self._body(paragraph, nominal, words, span)

    def _described(self, paragraph: AnalysedParagraph, nominal: Nominal, spans: tuple[Span, ...]) -> Antecedent | None:
        """Return whom "the Ohio lawmaker" means: one with such a role, else who fits best; none of another country."""
        anaphor = self._anaphor(paragraph, nominal, spans, described_gender(paragraph, nominal))
        head = paragraph.lowers[nominal.last - 1]
        if head in UNIQUE:
            return find_antecedent(self.people, replace(anaphor, among=self._leaders), self.last_speaker)
        alike = self._bearers.described_by(head)
        fitting = self._bearers.perhaps_of(nominal.code or self._code_in(paragraph, nominal))
        return find_antecedent(self.people, replace(anaphor, preferred=alike, among=fitting), self.last_speaker)

    def _anaphor(
        self, paragraph: AnalysedParagraph, nominal: Nominal, spans: tuple[Span, ...], gender: str | None
    ) -> Anaphor:
        return Anaphor(paragraph, nominal.first, gender, self._named_in(spans))

    def _namesake(self, paragraph: AnalysedParagraph, nominal: Nominal, person: int) -> PersonMention | None:
        """Return a mention of another person whom a lone surname may mean as well; None where one is plainly meant."""
        alone = nominal.last - nominal.first == 1 and person != self.last_speaker
        titled = nominal.first > 0 and paragraph.words[nominal.first - 1].text in TITLES
        if not alone or titled:
            return None
        end = bisect_left(self.people.positions, (paragraph.index, nominal.first))
        return self._namesakes.rival(paragraph.words[nominal.last - 1].title, person, end)

    def _by_shared_name(self, number: int, namesake: PersonMention, words: str, span: Span) -> ResolvedSpeaker:
        rival = self.names[namesake.person]
        sentence = f"“{words}” may be {self.names[number]} or {rival}, who has the same name."
        link = Evidence(EvidenceStep.NAMESAKE, sentence, mention_span(namesake, self.people.article))
        return ResolvedSpeaker(
            self._person(number, words, span), (link,), _SHARED, FoundCandidate(rival, round(1 - _SHARED, 2))
        )

    def _named_in(self, spans: tuple[Span, ...]) -> frozenset[int]:
        """Return the people named in some words."""
        return frozenset(mention.person for span in spans for mention in self.people.mentions_in(span))

    def _person(self, number: int, words: str, span: Span) -> FoundSpeaker:
        return FoundSpeaker(SpeakerKind.PERSON, words, span, self.names[number])

    def _named_in_full(self, number: int, words: str, span: Span) -> tuple[Evidence, ...]:
        """Return the link from a surname, or from "who", to the name in full."""
        name = self.names[number]
        if words == name:
            return ()
        full = self.people.in_full.get(number)
        place = mention_span(full, self.people.article) if full else span
        step = EvidenceStep.PRONOUN if words.lower() in WHO else EvidenceStep.SURNAME
        return (Evidence(step, f"“{words}” is {name}.", place),)

    def _by_pronoun(self, found: Antecedent, words: str, span: Span, gender: str) -> ResolvedSpeaker:
        number = found.mention.person
        kind = "man" if gender == "m" else "woman"
        unknown = "" if self.people.genders[number] != "u" else ", as far as the name tells,"
        where = _FAR_AWAY[found.far] if found.far < len(_FAR_AWAY) else f"{found.far} sentences before"
        spoke = ", and the one who spoke last" if number == self.last_speaker else ""
        rival = f"; {self.names[found.rival.person]} fits as well" if found.rival else ""
        sentence = f"“{words}” is {self.names[number]}: a {kind}{unknown} named {where}{spoke}{rival}."
        link = Evidence(EvidenceStep.PRONOUN, sentence, mention_span(found.mention, self.people.article))
        sure = _UNCLEAR if found.rival else _CLEAR
        return ResolvedSpeaker(self._person(number, words, span), (link,), sure, self._rival(found))

    def _by_title(self, mention: PersonMention, words: str, span: Span) -> ResolvedSpeaker:
        role = self.roles[mention.person]
        sentence = f"“{words}” is {self.names[mention.person]}, whose role the article gives as “{role}”."
        link = Evidence(EvidenceStep.ROLE, sentence, mention_span(mention, self.people.article))
        return ResolvedSpeaker(self._person(mention.person, words, span), (link,), 0.95)

    def _by_description(self, found: Antecedent, words: str, span: Span) -> ResolvedSpeaker:
        number = found.mention.person
        rival = f"; {self.names[found.rival.person]} fits as well" if found.rival else ""
        sentence = (
            f"“{words}” seems to be {self.names[number]}, who is named before and whom nothing else fits better{rival}."
        )
        link = Evidence(EvidenceStep.ROLE, sentence, mention_span(found.mention, self.people.article))
        sure = _DESCRIBED / 2 if found.rival else _DESCRIBED
        return ResolvedSpeaker(self._person(number, words, span), (link,), sure, self._rival(found))

    def _rival(self, found: Antecedent) -> FoundCandidate | None:
        return FoundCandidate(self.names[found.rival.person], _RIVAL) if found.rival else None

    def _body(self, paragraph: AnalysedParagraph, nominal: Nominal, words: str, span: Span) -> ResolvedSpeaker:
        """Return the country, organisation or document that the words name, or else leave them unnamed."""
        code = nominal.code if nominal.kind == "country" or self._is_government(paragraph, nominal) else None
        if code and paragraph.words[nominal.last - 1].text in ORGANISATION_WORDS:
            return ResolvedSpeaker(FoundSpeaker(SpeakerKind.ORGANISATION, words, span, words))
        if code:
            name = country_names()[code]
            link = Evidence(EvidenceStep.COUNTRY, f"“{words}” stands for a government: {name}.", span)
            return ResolvedSpeaker(
                FoundSpeaker(SpeakerKind.COUNTRY, words, span, name, code), () if words == name else (link,)
            )
        if nominal.kind in ("organisation", "document"):
            return ResolvedSpeaker(FoundSpeaker(SpeakerKind(nominal.kind), words, span, words))
        if found := self._body_meant(paragraph.lowers[nominal.first], words, span):
            return found
        return ResolvedSpeaker(FoundSpeaker(SpeakerKind.UNNAMED, words, span))

    def _body_meant(self, pronoun: str, words: str, span: Span) -> ResolvedSpeaker | None:
        """Return the country or organisation that "it" or "they" means, None where none is known or it is none."""
        carried = self.carried_body if pronoun in IT else None
        spoke = self.last_body if pronoun not in IT or self.body_just_spoke else None
        body = carried or spoke
        if pronoun not in _OF_BODIES or body is None:
            return None
        means = "goes on with what the sentence before is about" if carried else "stands for what spoke last"
        link = Evidence(EvidenceStep.PRONOUN, f"“{words}” {means}: {body.name}.", body.span)
        meant = FoundSpeaker(body.kind, words, span, body.name, body.country)
        return ResolvedSpeaker(meant, (link,), _CARRIED if carried else _SPOKE_LAST, carried=carried is not None)

    def note_speaker(self, speaker: FoundSpeaker) -> None:
        """Remember who spoke last, whom a following pronoun may mean."""
        if speaker.kind == SpeakerKind.PERSON and speaker.name in self.numbers_of:
            self.last_speaker = self.numbers_of[speaker.name]
        elif speaker.kind in (SpeakerKind.COUNTRY, SpeakerKind.ORGANISATION):
            self.last_body = speaker

    def _is_government(self, paragraph: AnalysedParagraph, nominal: Nominal) -> bool:
        return paragraph.lowers[nominal.last - 1] in _GOVERNMENTS

    def _by_role(self, paragraph: AnalysedParagraph, nominal: Nominal, spans: tuple[Span, ...]) -> PersonMention | None:
        """Return a mention of the person whose role the words repeat: "the spokesman", "the Chinese leader"."""
        head = paragraph.lowers[nominal.last - 1]
        if paragraph.lowers[nominal.first] in _ANY or head not in ROLES:
            return None
        of_party = nominal.last > 1 and paragraph.lowers[nominal.last - 2] in PARTIES
        fitting = self._bearers.with_role(head, nominal.code or self._code_in(paragraph, nominal), of_party)
        if not fitting:
            return None
        anaphor = replace(self._anaphor(paragraph, nominal, spans, None), among=fitting)
        if found := find_antecedent(self.people, anaphor, self.last_speaker):
            return found.mention
        end = bisect_left(self.people.positions, (paragraph.index, nominal.first))
        near = [
            *self.people.mentions[end : end + _MANY],
            *reversed(self.people.mentions[max(0, end - 5 * _MANY) : end]),
        ]
        return next((mention for mention in near if mention.person in fitting), None)

    def _code_in(self, paragraph: AnalysedParagraph, nominal: Nominal) -> str | None:
        for at in range(nominal.first, nominal.last):
            country = self.mention_index.countries.get((paragraph.index, at))
            if country:
                return country.code
        return None


def speaker_resolver(
    article: AnalysedArticle,
    entities: PersonEntities,
    countries: list[CountryMention],
    roles: dict[int, str],
) -> SpeakerResolver:
    """Return the resolver for an article with these people, their roles by number, and these mentions of countries."""
    mention_index = MentionIndex(
        people={(mention.paragraph, mention.first): mention for mention in entities.mentions},
        countries={(mention.paragraph, mention.first): mention for mention in countries},
    )
    people = NamedPeople(
        article=article,
        mentions=entities.mentions,
        genders=entities.genders,
        positions=[(mention.paragraph, mention.first) for mention in entities.mentions],
        sentences_before=sentences_before(article.paragraphs),
    )
    return SpeakerResolver(people, mention_index, entities.names, roles)
