"""Recognisers: which words of an article are people's names. The rest of the extraction does not know who says so.

`builtin` is this project's own: a small model, a conditional random field, labels the words of the runs of capitals
that candidates finds. Its way, each a module: `lexical`, `looks` and `features` say what a word shows, `besides` what
stands beside its run, `article` what the article shows of it elsewhere; `looking` asks the model, `labels` and
`deciding` make names of what it says, `calibration` how sure that is. Its weights lie in weights/ with a note and are
made by the package training. `spacy_pipeline` asks an installed spaCy pipeline instead; `registry` chooses by name.
"""

from .port import BUILTIN, NameSpan, Recogniser, RecogniserError
from .registry import recogniser_named

__all__ = ["BUILTIN", "NameSpan", "Recogniser", "RecogniserError", "recogniser_named"]
