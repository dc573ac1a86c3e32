"""The small words and endings that many rules ask for, by their grammatical name; data/en/word_classes.tsv has them.

Each class is a set though English has but one word for many of them: another language has several. Endings are tuples,
as `str.endswith` takes them.
"""

from .lexicons import kinds_in

_CLASSES = kinds_in("word_classes.tsv")

AND = _CLASSES["and"]
COORDINATORS = _CLASSES["coordinator"]
DEFINITE = _CLASSES["definite"]
ARTICLES = _CLASSES["article"]
OF = _CLASSES["of"]
TO = _CLASSES["infinitive"]
BY = _CLASSES["agent"]
AS = _CLASSES["as"]
THAT = _CLASSES["complementiser"]
RELATIVES = _CLASSES["relative"]
WHO = _CLASSES["who"]
WHICH = _CLASSES["which"]
IT = _CLASSES["it"]
NEGATIONS = _CLASSES["negation"]
ACCORDING = _CLASSES["according"]

PARTICIPLE_ENDS = tuple(sorted(_CLASSES["participle_end"]))
PAST_ENDS = tuple(sorted(_CLASSES["past_end"]))
VERB_ENDS = PARTICIPLE_ENDS + PAST_ENDS
ADVERB_ENDS = tuple(sorted(_CLASSES["adverb_end"]))
NEGATED_ENDS = tuple(sorted(_CLASSES["negated_end"]))
PLURAL_ENDS = tuple(sorted(_CLASSES["plural_end"]))
NO_PLURAL_ENDS = tuple(sorted(_CLASSES["no_plural_end"]))
OWNER_ENDS = tuple(sorted(_CLASSES["owner_end"]))


def without_owner_end(word: str) -> str:
    """Return a word without the ending that tells whose something is: "Holm" of "Holm’s"."""
    return next((word.removesuffix(end) for end in OWNER_ENDS if word.endswith(end)), word)
