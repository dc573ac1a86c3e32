"""Recognisers by name: "builtin", or "spacy:" and the name or folder of an installed spaCy pipeline."""

from threading import local

from .builtin import BuiltinRecogniser
from .port import BUILTIN, Recogniser, RecogniserError

_SPACY = "spacy:"
_kept = local()  # a tagger holds the sentence it is at, so that each thread has its own


def recogniser_named(name: str = BUILTIN) -> Recogniser:
    """Return the recogniser of that name, the same one each time in a thread. Raises RecogniserError."""
    known: dict[str, Recogniser] = _kept.__dict__
    if name not in known:
        known[name] = _made(name)
    return known[name]


def _made(name: str) -> Recogniser:
    if name == BUILTIN:
        return BuiltinRecogniser()
    if name.startswith(_SPACY) and len(name) > len(_SPACY):
        from .spacy_pipeline import SpacyRecogniser  # spaCy is a choice: without it the archive starts all the same

        return SpacyRecogniser(name.removeprefix(_SPACY))
    raise RecogniserError(
        f"“{name}” is no recogniser of people: say “{BUILTIN}”, or “{_SPACY}” and the name or folder of a pipeline."
    )
