"""Whom the words for a speaker mean: a pronoun, surname, role or country led back to the article's people.

In: a nominal at its place. Out: `FoundSpeaker`. "He" is the last fitting person: recency, who spoke last and who is the
subject of a sentence are the evidence, gender rules out. "The Chinese leader" is the person whose role says so.
"""

from bisect import bisect_left
from dataclasses import dataclass

from .cast import PersonMention
from .findings import FoundSpeaker, Span, SpeakerKind
from .gazetteer import country_names, phrases
from .lexicons import GRAMMAR, LEADERS, ORGANISATION_WORDS, ROLES
from .nominals import Known, Nominal
from .reading import Page, Reading, sentence_at
from .words import plain

_HE = frozenset(("he", "his", "him"))
_SHE = frozenset(("she", "her"))
_GOVERNMENTS = GRAMMAR["government"]
_FAR = 14  # sentences a pronoun may reach back
_MANY = 40  # mentions looked at


@dataclass(slots=True)
class Memory:
    """What a reader remembers at a place: the people named so far, the last speaker, roles and genders."""

    reading: Reading
    known: Known
    names: list[str]
    roles: dict[int, str]
    genders: list[str]
    mentions: list[PersonMention]
    places: list[tuple[int, int]]  # of the mentions
    numbers: list[int]  # for each page, how many sentences stand before it
    numbers_of: dict[str | None, int]  # the people by name
    last_speaker: int | None = None
    last_body: FoundSpeaker | None = None  # the last country or organisation that spoke

    def speaker(self, page: Page, nominal: Nominal) -> FoundSpeaker:
        """Return who is meant by a nominal of a page."""
        span = Span(page.index, page.words[nominal.first].start, page.words[nominal.last - 1].end)
        words = page.text[span.start : span.end]
        person = nominal.person if nominal.person is not None else self._person_meant(page, nominal)
        if person is not None:
            return FoundSpeaker(SpeakerKind.PERSON, words, span, self.names[person])
        code = nominal.code if nominal.kind == "country" or self._is_government(page, nominal) else None
        if code and page.words[nominal.last - 1].text in ORGANISATION_WORDS:
            return FoundSpeaker(SpeakerKind.ORGANISATION, words, span, words)
        if code:
            return FoundSpeaker(SpeakerKind.COUNTRY, words, span, country_names()[code], code)
        if nominal.kind in ("organisation", "document"):
            return FoundSpeaker(SpeakerKind(nominal.kind), words, span, words)
        if page.lowers[nominal.first] in ("it", "its", "they") and self.last_body:
            body = self.last_body
            return FoundSpeaker(body.kind, words, span, body.name, body.country)
        return FoundSpeaker(SpeakerKind.UNNAMED, words, span)

    def remember(self, speaker: FoundSpeaker) -> None:
        """Note who spoke last."""
        if speaker.kind == SpeakerKind.PERSON and speaker.name in self.numbers_of:
            self.last_speaker = self.numbers_of[speaker.name]
        elif speaker.kind in (SpeakerKind.COUNTRY, SpeakerKind.ORGANISATION):
            self.last_body = speaker

    def _is_government(self, page: Page, nominal: Nominal) -> bool:
        return page.lowers[nominal.last - 1] in _GOVERNMENTS

    def _person_meant(self, page: Page, nominal: Nominal) -> int | None:
        lower = page.lowers[nominal.first]
        if nominal.kind == "pronoun":
            if lower in _HE or lower in _SHE:
                return self._by_gender(page, nominal, "m" if lower in _HE else "f")
            return None
        return self._by_role(page, nominal) if nominal.kind == "group" else None

    def _by_gender(self, page: Page, nominal: Nominal, gender: str) -> int | None:
        here = self.numbers[page.index] + sentence_at(page, nominal.first)
        scores: dict[int, float] = {}
        end = bisect_left(self.places, (page.index, nominal.first))
        for mention in reversed(self.mentions[max(0, end - _MANY) : end]):
            its_page = self.reading.pages[mention.page]
            number = sentence_at(its_page, mention.first)
            far = here - self.numbers[mention.page] - number
            if far > _FAR:
                break
            opens = mention.first - its_page.sentences[number].first <= 3
            other = self.genders[mention.person]
            if other not in (gender, "u"):
                continue
            score = -float(far) + (0.6 if opens else 0.0) - (0.4 if other == "u" else 0.0)
            score += 1.6 if mention.person == self.last_speaker else 0.0
            score -= 1.5 if its_page.quoted[mention.first] else 0.0
            scores[mention.person] = max(scores.get(mention.person, -99.0), score)
        return max(scores, key=lambda person: scores[person]) if scores else None

    def _by_role(self, page: Page, nominal: Nominal) -> int | None:
        """Return the person whose role the words repeat: "the spokesman", "the Chinese leader"."""
        head = page.lowers[nominal.last - 1]
        if page.lowers[nominal.first] in ("a", "an", "some", "one", "another") or head not in ROLES:
            return None
        code = nominal.code or self._code_in(page, nominal)
        here = (page.index, nominal.first)
        end = bisect_left(self.places, here)
        nearest = [*reversed(self.mentions[max(0, end - 5 * _MANY) : end]), *self.mentions[end : end + _MANY]]
        for person in dict.fromkeys(mention.person for mention in nearest):
            role = self.roles.get(person)
            if role and _same_role(head, role) and (code is None or code in _codes_of(role)):
                return person
        return None

    def _code_in(self, page: Page, nominal: Nominal) -> str | None:
        for at in range(nominal.first, nominal.last):
            country = self.known.countries.get((page.index, at))
            if country:
                return country.place.code
        return None


def _same_role(head: str, role: str) -> bool:
    words = role.lower().split()
    if head in words:
        return True
    return head == "leader" and any(word in LEADERS for word in words)


def _codes_of(role: str) -> set[str]:
    """Return the countries that a role names."""
    words = [plain(word) for word in role.replace("’s", "").replace("'s", "").split()]
    codes = set()
    for at, word in enumerate(words):
        for place in phrases().get(word, ()):
            if tuple(words[at + 1 : at + 1 + len(place.rest)]) == place.rest and place.code:
                codes.add(place.code)
    return codes
