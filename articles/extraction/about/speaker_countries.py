"""Which country "our country" is: the one the speaker is, or the only one that their role of state names."""

from ..findings import FoundSpeaker, SpeakerKind
from ..gazetteer.country_forms import phrase_at
from ..text.tokens import lexicon_spelling, tokenise
from .reporting_sentences import SUBJECTS

_OFFICES = SUBJECTS["office"]


def home_country(speakers: tuple[FoundSpeaker, ...], roles: dict[str, str]) -> str | None:
    """Return the ISO 3166-1 code of the country that all speakers speak for, None where that is not sure.

    `roles` are those that the article gives its people, by their names.
    """
    codes = {_home(speaker, roles) for speaker in speakers}
    return codes.pop() if len(codes) == 1 else None


def _home(speaker: FoundSpeaker, roles: dict[str, str]) -> str | None:
    if speaker.kind == SpeakerKind.COUNTRY:
        return speaker.country
    role = roles.get(speaker.name or "", "") if speaker.kind == SpeakerKind.PERSON else ""
    words = [lexicon_spelling(word.text) for word in tokenise(role).words]
    if not _OFFICES & {word.lower() for word in words}:
        return None
    codes = _codes_in(words)
    return codes.pop() if len(codes) == 1 else None


def _codes_in(words: list[str]) -> set[str]:
    """Return the countries named in a role; a guard ("South China Sea") hides the name in it."""
    codes, at = set(), 0
    while at < len(words):
        phrase = phrase_at(words, at)
        if phrase and phrase.code:
            codes.add(phrase.code)
        at += len(phrase.rest) + 1 if phrase else 1
    return codes
