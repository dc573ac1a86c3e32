"""Which language a text is in, by its letters: py3langid, a naive Bayes model over bytes that ships with its weights.

It is loaded when the first text comes that is not plainly English (1 second, 80 MB); an archive of English articles
never loads it. Its confidence is calibrated over lengths: a few words of any language get a low one.
"""

from functools import cache
from typing import Any

from .codes import UNKNOWN, known_code

LETTERS = 1000  # of a text that are looked at: more cost time and change no answer


def detect(text: str) -> tuple[str, float]:
    """Return the code of the language that a text is most likely in, and how sure that is, between 0 and 1.

    The code is `UNKNOWN` where the text is in no language: figures, mark-up, noise.
    """
    code, confidence = _identifier().classify(text[:LETTERS])
    return (UNKNOWN if code == "zxx" else known_code(code) or code), float(confidence)


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
