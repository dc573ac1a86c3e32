"""What Whoosh keeps of a document.

`words` holds each word with its positions, for phrases and prefixes. `stems` holds how often each stem occurs, for bare
words; a word that is its own stem is left out there, since `words` has it, which makes the index a third smaller.
`article` finds the documents of an article when they are replaced; `facts` is the rest, as bytes.
Analysis happens before Whoosh: it is handed lists of words and stems.
"""

from array import array
from collections import Counter
from collections.abc import Iterator
from typing import Any

from whoosh import fields, formats

from search.engines.port import Document
from search.engines.whoosh_engine.storage.doc_values import pack
from search.language import analysis

VERSION = f"6.{analysis.VERSION}"  # raise the first number whenever an index written before would be read wrongly
POSITION = "I"  # array code of a position; 4 bytes

Posting = tuple[str, int, float, bytes]  # a word, how often, its weight, its value


class Counted(formats.Format):
    """Keeps how often a word occurs in a document, as its weight."""

    posting_size = 0

    def word_values(self, value: list[str], analyzer: None, **kwargs: Any) -> Iterator[Posting]:
        """Yield the posting of each different word."""
        for word, count in Counter(value).items():
            yield word, count, float(count), b""


class Placed(formats.Format):
    """Keeps where a word occurs in a document: positions as packed integers, read back whole list at a time."""

    posting_size = -1

    def word_values(self, value: list[str], analyzer: None, **kwargs: Any) -> Iterator[Posting]:
        """Yield the posting of each different word."""
        places: dict[str, list[int]] = {}
        for position, word in enumerate(value):
            if word in places:
                places[word].append(position)
            else:
                places[word] = [position]
        for word, positions in places.items():
            yield word, len(positions), float(len(positions)), array(POSITION, positions).tobytes()

    def decode_positions(self, value: bytes) -> list[int]:
        """Read positions back; Whoosh itself asks for them."""
        return array(POSITION, value).tolist()


class _Indexed(fields.FieldType):
    """A field of words that come analysed."""

    scorable = stored = unique = False

    def __init__(self, keeping: formats.Format) -> None:
        self.format = keeping
        self.analyzer = None


SCHEMA = fields.Schema(
    words=_Indexed(Placed()),
    stems=_Indexed(Counted()),
    article=_Indexed(Counted()),
    facts=fields.COLUMN(),
)


def as_fields(document: Document) -> dict[str, Any]:
    """Turn a document into what Whoosh is told of it."""
    found = analysis.forms_of(document.text)
    return {
        "words": [word for word, _ in found],
        "stems": [stem for word, stem in found if stem != word],
        "article": [article_term(document.article)],
        "facts": pack(document, len(found)),
    }


def article_term(article: int) -> str:
    """Write an article's id as Whoosh looks it up."""
    return str(article)
