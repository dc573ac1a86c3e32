"""The terms of a text for the index: those that `analyse` finds, piece by piece."""

import re
from itertools import chain
from typing import NamedTuple

from .cache import Cache
from .initialisms import in_capitals
from .scripts import HYPHENS
from .texts import Variant, analyse

CACHED_PIECES = 50_000  # the two caches of them take some 35 MB a process when full
_GOES_ON = re.compile(rf"[A-Z]\.$|[{HYPHENS}]\s*$")  # an initial before another, a word cut at the end of a line


def index_terms(text: str) -> tuple[list[tuple[str, str]], list[Variant]]:
    """Return the word and stem of each token of a text, and the variants: what `analyse` finds, but faster.

    No token has a blank in it, so a piece between two blanks has the tokens that it has in the text. Texts repeat their
    pieces ("said", "Monday."), and looking one up is far faster than finding its tokens. Where a piece may mean another
    thing beside its neighbours, the text is analysed whole.
    """
    pieces = text.split(" ")
    found = list(chain.from_iterable(map(_plain_pieces.__getitem__, pieces)))
    if _NOT_PLAIN not in found:
        return found, []
    analysed = [_pieces[piece] for piece in pieces]
    if any(piece.in_context for piece in analysed):
        whole = analyse(text)
        return [(token.word, token.stem) for token in whole.tokens], whole.variants
    found, variants = [], []
    for piece in analysed:
        variants += [one._replace(place=one.place + len(found)) for one in piece.variants]
        found += piece.forms
    return found, variants


class _Piece(NamedTuple):
    forms: tuple[tuple[str, str], ...]
    variants: list[Variant]
    in_context: bool


def _analyse_piece(piece: str) -> _Piece:
    found = analyse(piece)
    forms_of_tokens = tuple((token.word, token.stem) for token in found.tokens)
    may_be_shouted = any(in_capitals(piece[token.start : token.end]) for token in found.tokens)
    return _Piece(forms_of_tokens, found.variants, may_be_shouted or bool(_GOES_ON.search(piece)))


def _forms_if_plain(piece: str) -> tuple[tuple[str, str], ...]:
    """Return the forms of a piece that has these wherever it stands, and no variants; of others _NOT_PLAIN alone."""
    found = _pieces[piece]
    return (_NOT_PLAIN,) if found.variants or found.in_context else found.forms


_NOT_PLAIN = ("", "")  # no token has an empty word
_pieces = Cache(_analyse_piece, CACHED_PIECES)
_plain_pieces = Cache(_forms_if_plain, CACHED_PIECES)
