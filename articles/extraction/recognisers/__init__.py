"""Recognisers: which words of an article are people's names. The rest of the extraction does not know who says so.

`builtin` is this project's own: the rules of names.py and rule_people.py supply features, a small model decides. Its
way, each a module: `runs` cuts the page into runs of capitals; `lexical`, `looks` and `features` say what a word shows,
`besides` what stands beside its run, `article` what the article shows of it elsewhere; `looking` asks the model,
`labels` and `deciding` make names of what it says, `calibration` how sure that is. `sets`, `renaming`, `training`,
`crossvalidation` and `making` make the weights, which lie in weights/ with a note. `spacy_pipeline` asks an installed
spaCy pipeline instead; `registry` chooses by name.
"""

from .port import BUILTIN, NameSpan, Recogniser, RecogniserError
from .registry import recogniser_named

__all__ = ["BUILTIN", "NameSpan", "Recogniser", "RecogniserError", "recogniser_named"]
