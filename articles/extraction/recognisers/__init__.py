"""Recognisers: which words of an article are people's names. The rest of the extraction does not know who says so.

`builtin` is this project's own: a conditional random field labels the words of the runs of capitals that candidates
finds. Its way, each a module: `lexical_features` and `character_model` say what a word shows by itself,
`context_features` what stands beside its run, `document_features` what its other occurrences show, `features` puts them
together in groups, `inference` does so for an article; `name_model` knows the weights of each group and gives the
marginals, `labels` and `decoding` make names of them, `calibration` says how sure they are. The weights lie in weights/
with a note and are made by the package training. `spacy_pipeline` asks an installed spaCy pipeline instead; `registry`
chooses by name.
"""

from .port import BUILTIN, NameSpan, Recogniser, RecogniserError
from .registry import recogniser_named

__all__ = ["BUILTIN", "NameSpan", "Recogniser", "RecogniserError", "recogniser_named"]
