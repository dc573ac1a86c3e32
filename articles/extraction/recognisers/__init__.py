"""Recognisers: which words of an article are people's names. The rest of the extraction does not know who says so.

`builtin` is this project's own: the rules of names.py and full_names.py supply features, a small model decides. Its way,
each a module: `runs` cuts the page into runs of capitals; `lexical`, `looks` and `features` say what a word shows;
`article` what the article shows of it elsewhere; `first_look` marks names, `second_look` does so again knowing where else
the article has the same words; `labels` makes spans of it. `sets` and `training` make the weights, which lie in weights/
with a note. `spacy_pipeline` asks an installed spaCy pipeline instead; `registry` chooses by name.
"""

from .port import BUILTIN, NameSpan, Recogniser, RecogniserError
from .registry import recogniser_named

__all__ = ["BUILTIN", "NameSpan", "Recogniser", "RecogniserError", "recogniser_named"]
