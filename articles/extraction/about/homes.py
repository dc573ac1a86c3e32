"""Which country "our country" is: the one the speaker is, or the only one that their role of state names."""

from ..findings import FoundSpeaker, SpeakerKind
from ..gazetteer.country_forms import country_phrases
from ..text.tokens import lexicon_spelling, tokenise
from .reports import SUBJECTS

_OFFICES = SUBJECTS["office"]


def home_of(speakers: tuple[FoundSpeaker, ...], roles: dict[str, str]) -> str | None:
    """Return the code of the country that all speakers speak for, None where that is not sure.

    `roles` are the article's by the names of its people.
    """
    codes = {_home(speaker, roles) for speaker in speakers}
    return codes.pop() if len(codes) == 1 else None


def _home(speaker: FoundSpeaker, roles: dict[str, str]) -> str | None:
    if speaker.kind == SpeakerKind.COUNTRY:
        return speaker.country
    role = roles.get(speaker.name or "", "") if speaker.kind == SpeakerKind.PERSON else ""
    words = [lexicon_spelling(word.text) for word in tokenise(role)]
    if not _OFFICES & {word.lower() for word in words}:
        return None
    codes = _codes_in(words)
    return codes.pop() if len(codes) == 1 else None


def _codes_in(words: list[str]) -> set[str]:
    """Return the countries named in a role; a guard ("South China Sea") hides the name in it."""
    codes, at = set(), 0
    while at < len(words):
        fits = (
            place
            for place in country_phrases().get(words[at], ())
            if tuple(words[at + 1 :][: len(place.rest)]) == place.rest
        )
        place = next(fits, None)
        if place and place.code:
            codes.add(place.code)
        at += len(place.rest) + 1 if place else 1
    return codes
