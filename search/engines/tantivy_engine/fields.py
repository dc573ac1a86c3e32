"""What tantivy keeps of a document. A schema can't be changed later: whoever does so raises VERSION.

There are four kinds of documents, told apart by `unit`: paragraphs, quotations, whole articles, and one that says what
the index is. `words` holds each word with its positions, for phrases, and is stored, for nearness; `stems` how often
each stem occurs; `counts` the stems that occur twice or more, with a mark for each time after the first: "tax\x1f++"
occurs three times, and begins with what occurs twice. Whole articles have their own fields of words and stems, so that
they do not count in the scores of paragraphs; of their words each is written once.
"""

from importlib.metadata import version

import tantivy

from search.engines.port import Facet, Unit
from search.language import analysis

LIBRARY = ".".join(version("tantivy").split(".")[:2])
WRITING = "2"  # raise it whenever an index written before would be read wrongly
VERSION = f"tantivy.{WRITING}.{LIBRARY}.{analysis.VERSION}"
UNITS: dict[Unit, int] = {"paragraphs": 0, "quotations": 1, "articles": 2}
STATE = 3  # the unit of the document that says what the index is

TOKENIZER = "tokens"  # cuts at blanks what is written with blanks between tokens
BLANK = "\x1e"  # stands for a blank inside a token; some single letters fold to several words
TIMES, AGAIN = "\x1f", "+"  # between a stem and how often it occurs, and the mark for each time after the first
MOST_TIMES = 1_000  # marks; what occurs more often still is said to occur so often

WORDS: dict[Unit, str] = {"paragraphs": "words", "quotations": "words", "articles": "article_words"}
STEMS: dict[Unit, str] = {"paragraphs": "stems", "quotations": "stems", "articles": "article_stems"}
RECORDS = {"words": "position", "stems": "freq", "article_words": "basic", "article_stems": "freq", "counts": "basic"}
NAMES = ("other_speakers", "authors", "section")  # names and words, each as a whole
FACETS: dict[Facet, str] = {
    "people": "people", "speakers": "speakers", "countries": "countries", "publishers": "publisher",
    "quotes": "quotes", "kinds": "part", "years": "year", "months": "month",
}  # fmt: skip
NUMBERS = (
    "unit", "id", "article", "paragraph", "story", "about", "about_countries", "day", *FACETS.values(),
)  # fmt: skip
TOLD = ("revision",)  # numbers that are told, and never looked for
MOMENTS = ("newest", "oldest")  # the moment of publication; what has none is last among both


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    for name in RECORDS:
        builder.add_text_field(name, tokenizer_name=TOKENIZER, index_option=RECORDS[name], stored=name == "words")
    for name in NAMES:
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    for name in NUMBERS:
        builder.add_unsigned_field(name, indexed=True, fast=True)
    for name in TOLD:
        builder.add_unsigned_field(name, fast=True)
    for name in MOMENTS:
        builder.add_integer_field(name, fast=True)
    builder.add_float_field("weight", fast=True)
    builder.add_text_field("state", stored=True, tokenizer_name="raw", index_option="basic")
    return builder.build()


SCHEMA = _schema()


def open_index(path: str, new: bool = False) -> tantivy.Index:
    """Open the index in a folder, or make one in an empty folder."""
    index = tantivy.Index(SCHEMA, path) if new else tantivy.Index.open(path)
    tokenizer = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
    index.register_tokenizer(TOKENIZER, tokenizer)
    return index


def often(stem: str, times: int) -> str:
    """Write that a stem occurs so often, twice or more; what occurs more often begins like this."""
    return stem + TIMES + AGAIN * (times - 1 if times < MOST_TIMES else MOST_TIMES - 1)


def written(word: str) -> str:
    """Write a token as the index has it."""
    return word.replace(" ", BLANK)


def read(word: str) -> str:
    """Read a token of the index."""
    return word.replace(BLANK, " ")
