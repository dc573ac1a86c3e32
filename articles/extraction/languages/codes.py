"""Codes of languages: what a source says of an article's language, as the code that the folders of lists go by."""

import re
from functools import cache

import pycountry
from babel import Locale

UNKNOWN = ""
_TAG = re.compile(r"[A-Za-z]{2,3}(?=$|[-_@.])")
_NO_LANGUAGE = frozenset(("mis", "mul", "und", "zxx"))
_ALIKE = {  # codes that lists and the detector have under another one
    "nb": "no", "iw": "he", "in": "id", "mo": "ro", "arz": "ar", "ary": "ar", "yue": "zh", "wuu": "zh", "cmn": "zh"
}  # fmt: skip
_LONGEST = 40  # letters of a name of a language


@cache
def known_code(said: str) -> str:
    """Return the code of a language that is said as a tag ("de-AT", "ger") or by its English name ("German").

    Returns `UNKNOWN` for what is the name of no language, and for "several" or "undetermined".
    """
    said = said.strip()
    tag = _TAG.match(said)
    code = _plain(tag.group().lower()) if tag else UNKNOWN
    if code in Locale("en").languages:
        return code
    if not 1 < len(said) <= _LONGEST:
        return UNKNOWN
    try:
        language = pycountry.languages.lookup(tag.group() if tag else said)
    except LookupError:
        return UNKNOWN
    return _plain(getattr(language, "alpha_2", language.alpha_3))


def language_name(code: str) -> str:
    """Return the English name of a language, "an unknown language" where there is none."""
    return str(Locale("en").languages.get(code, "an unknown language"))


def _plain(code: str) -> str:
    return UNKNOWN if code in _NO_LANGUAGE else _ALIKE.get(code, code)
