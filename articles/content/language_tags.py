"""Tags of languages (BCP 47) as editors type them: of a language that Unicode's CLDR knows, in its one form."""

from functools import cache

from babel import Locale
from babel.core import parse_locale


def normal_language(typed: str) -> str:
    """Return a tag in the one form that BCP 47 recommends: "en", "pt-BR", "zh-Hant-TW"; "" stays so.

    Raises ValueError with a sentence where it is no tag of a language that is known.
    """
    if not typed:
        return ""
    try:
        language, territory, script, *rest = parse_locale(typed.replace("_", "-"), sep="-")
    except ValueError:
        raise _not_known(typed) from None
    parts = {"languages": language, "scripts": script, "territories": territory}
    if any(rest) or any(part and part not in _names(kind) for kind, part in parts.items()):
        raise _not_known(typed)
    return "-".join(part for part in parts.values() if part)


@cache
def _names(kind: str) -> frozenset[str]:
    return frozenset(getattr(Locale("en"), kind))


def _not_known(typed: str) -> ValueError:
    return ValueError(f"“{typed}” is not the tag of a language: write it like en, pt-BR or zh-Hant")
