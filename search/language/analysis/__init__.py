"""The analysis chain: text → the terms it is found by; one chain for the index, queries, highlights and completion.

A text is cut into tokens (`segmentation`): a word (letters and digits, with their accents, and 's or n't at the end), a
number with its points and commas (3.5), an abbreviation (U.S.), one character of a script that puts no blanks between
words, or a run of one of the signs that carry meaning (% & # @ + and signs of currency). Everything else separates.
COVID-19 is the tokens "covid" and "19", O'Brien is "o" and "brien", AT&T is "at", "&", "t".

Each token has a place, counted from 0, and two forms: `word`, without case and accents (`folding`), which phrases and
prefixes match, and `stem`, the English stem of the word (`stemming`), which bare words match. No word is too common to
be a token. What is written in several ways is found by each:

    initialisms       U.S. and US are one word, which is not "us"
    joined_words      co-operative is "cooperative" as well, G-20 "g20", O'Brien "obrien", l'Oréal "loreal"
    spelled_out       Löwe is "loewe" as well
    unspaced          of 渡し船 each character has the next one with it, so that a word inside a run is two in a row

The first changes the word of a token. The others are `Variant`s: words that stand at a place besides, for one or
several tokens (`texts`). What a query's words stand for is a `Lattice` of these (`lattices`): each way through it is a
way to write them. All of it depends on the text alone, and costs time and memory in proportion to it.
"""

from .folding import fold, forms
from .initialisms import in_capitals
from .lattices import ANY, BEGINS, IS, Edge, Lattice, WordTerms, lattice, unit_lattices, units, word_terms
from .pieces import index_terms
from .segmentation import TOKEN, last_token
from .stemming import stem_of
from .texts import Analysis, Token, Variant, all_words, analyse, tokens, words, written_tokens

__all__ = [
    "ANY",
    "BEGINS",
    "IS",
    "TOKEN",
    "VERSION",
    "Analysis",
    "Edge",
    "Lattice",
    "Token",
    "Variant",
    "WordTerms",
    "all_words",
    "analyse",
    "fold",
    "forms",
    "in_capitals",
    "index_terms",
    "last_token",
    "lattice",
    "stem_of",
    "tokens",
    "unit_lattices",
    "units",
    "word_terms",
    "words",
    "written_tokens",
]

VERSION = "4"  # raise it whenever a text would give other terms: every index is then rebuilt
