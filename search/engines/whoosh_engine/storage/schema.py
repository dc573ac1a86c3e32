"""The schema: what Whoosh keeps of a document.

`words` holds each word with its positions, for phrases and prefixes. `stems` holds how often each stem occurs, for bare
words; a word that is its own stem is left out there, since `words` has it, which makes the index a third smaller.
`text_values` has the folded texts that doc values have hashes of, each behind its hash, with how the article spells it.
`variants` holds the words that tokens are written as too, each with where it stands and of how many tokens it is.
`article` finds the documents of an article when they are replaced, `quotation` those that are quotations, whose posting
lists are written apart; `facts` has the doc values, as bytes.
Analysis happens before Whoosh: it gets lists of words and stems.
"""

from array import array
from collections import Counter
from collections.abc import Iterator
from typing import Any

from whoosh import fields, formats

from search.engines.facet_encoding import encode_text
from search.engines.port import Document
from search.engines.whoosh_engine.storage.doc_values import LAYOUT, LAYOUT_OF_9, Layout, pack
from search.language import analysis

VERSION = f"10.{analysis.VERSION}"  # raise the first number whenever an index written before would be read wrongly
LAYOUTS = {"9": LAYOUT_OF_9, "10": LAYOUT}  # by first number: what an index has that answers until it is built anew
DIVIDED = "\t"  # what stands between a folded text and its spelling
POSITION = "I"  # array code of a position; 4 bytes
LENGTHS = 8  # a variant's number is its position times this, and its length in tokens, which is less

Posting = tuple[str, int, float, bytes]  # a word, how often, its weight, its value


def layout_of(version: str) -> Layout | None:
    """Return how an index of that version writes doc values; None for a version that can't be read any more."""
    return LAYOUTS.get(version.partition(".")[0])


class FrequencyFormat(formats.Format):
    """A posting is the frequency of a term in a document, as its weight."""

    posting_size = 0

    def word_values(self, value: list[str], analyzer: None, **kwargs: Any) -> Iterator[Posting]:
        """Yield the posting of each different word."""
        for word, count in Counter(value).items():
            yield word, count, float(count), b""


class PositionFormat(formats.Format):
    """A posting has the positions of a term in a document, as packed integers, read back a whole list at a time."""

    posting_size = -1

    def word_values(self, value: list[str], analyzer: None, **kwargs: Any) -> Iterator[Posting]:
        """Yield the posting of each different word."""
        positions_of: dict[str, list[int]] = {}
        for position, word in enumerate(value):
            if word in positions_of:
                positions_of[word].append(position)
            else:
                positions_of[word] = [position]
        for word, positions in positions_of.items():
            yield word, len(positions), float(len(positions)), array(POSITION, positions).tobytes()

    def decode_positions(self, value: bytes) -> list[int]:
        """Read positions back; Whoosh itself asks for them."""
        return array(POSITION, value).tolist()


class VariantFormat(formats.Format):
    """A posting has for each place of a variant one number: its position, and of how many tokens it is."""

    posting_size = -1

    def word_values(self, value: list[analysis.Variant], analyzer: None, **kwargs: Any) -> Iterator[Posting]:
        """Yield the posting of each different word."""
        positions_of: dict[str, list[int]] = {}
        for one in value:
            positions_of.setdefault(one.word, []).append(one.place * LENGTHS + one.length)
        for word, positions in positions_of.items():
            yield word, len(positions), float(len(positions)), array(POSITION, positions).tobytes()


class _AnalysedField(fields.FieldType):
    """A field of words that come analysed."""

    scorable = stored = unique = False

    def __init__(self, keeping: formats.Format) -> None:
        self.format = keeping
        self.analyzer = None


SCHEMA = fields.Schema(
    words=_AnalysedField(PositionFormat()),
    stems=_AnalysedField(FrequencyFormat()),
    text_values=_AnalysedField(FrequencyFormat()),
    variants=_AnalysedField(VariantFormat()),
    article=_AnalysedField(FrequencyFormat()),
    quotation=_AnalysedField(FrequencyFormat()),
    facts=fields.COLUMN(),
)


def index_fields(document: Document) -> dict[str, Any]:
    """Return the fields of a document as Whoosh takes them, analysed."""
    found, variants = analysis.index_terms(document.text)
    is_quotation = {"quotation": ["1"]} if document.unit == "quotations" else {}
    return is_quotation | {
        "words": [word for word, _ in found],
        "stems": [*(stem for word, stem in found if stem != word), *(one.stem for one in variants)],
        "variants": variants,
        "text_values": [text_term(folded, spelled) for folded, spelled in text_values(document)],
        "article": [article_term(document.article)],
        "facts": pack(document, len(found)),
    }


def article_term(article: int) -> str:
    """Return the term that the field `article` has for an article's id."""
    return str(article)


def text_values(document: Document) -> Iterator[tuple[str, str]]:
    """Yield the folded texts among a document's values, each with its spelling."""
    spellings = dict(document.spellings)
    speakers = (one for one in (*document.speakers, *document.candidates) if isinstance(one, str))
    for folded in dict.fromkeys((*speakers, *document.roles, *document.cues)):
        yield folded, spellings.get(folded, folded)


def text_term(folded: str, spelled: str) -> str:
    """Return the term that the field `text_values` has for a text, by whose hash it is looked up."""
    return f"{text_prefix(encode_text(folded))}{folded}{DIVIDED}{spelled}"


def text_prefix(number: int) -> str:
    """Return how the terms of the text begin that was encoded as this integer."""
    return f"{number:x} "
