"""Did you mean …?: the query with words of the index in place of those that hardly any document has.

It is offered only where it finds more. Phrases and fields keep their form, and names in fields are left alone: those
are looked up in the archive, not in the index. The engine is asked at most MOST_WORDS times how often a word occurs,
as often for words like it, MOST_TRIES + 1 times what a new query finds, and once for how each new word is written; when
the time for help is over, nothing is offered.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import islice, product

from articles.models import Paragraph
from search.deadline import Deadline, SearchTooLong
from search.engines import get_engine
from search.engines.port import EngineAnswer, EngineRequest, IndexUnavailable
from search.language.analysis import tokens
from search.language.ast import Phrase, Query, WholeWords, Word, is_negation, transform, walk
from search.language.parser import parse
from search.language.serialize import serialize
from search.results.counts import count
from search.results.model import SearchResults
from search.results.request import SearchRequest
from search.results.search import NoAnswer

FEW = 5  # documents: a query that finds more needs no help
RARE = 2  # documents: a word that has more is meant as it is
OFTEN = 5  # times as many documents must have the word offered instead
SHORTEST = 3  # letters of a word that may be misspelt
MOST_WORDS, MOST_TRIES = 6, 4
CHANGED = "\ufdd0"  # stands around words that were changed; it is no character, so no text has it
WRITTEN_SO = 5  # paragraphs are looked into for how a word is written

Written = tuple[str, bool]  # a part of the new query, and whether it was changed


@dataclass(frozen=True, slots=True)
class Rewording:
    """Another query: what it asks, its words in parts of which some were changed, and how much it finds."""

    request: SearchRequest
    parts: tuple[Written, ...]
    count: int


def reworded(found: SearchResults, time: Deadline) -> Rewording | None:
    """Return the query that was perhaps meant, or None where the reader's own does well or there is no better."""
    query = parse(found.request.q).query
    if query is None or found.degraded or found.documents > FEW:
        return None
    try:
        return _better(found, query, time)
    except (NoAnswer, IndexUnavailable, SearchTooLong):
        return None


def _better(found: SearchResults, query: Query, time: Deadline) -> Rewording | None:
    """Try the likeliest words for all that are rare, and return what finds most, if that is more."""
    likely = {word: others for word in _words(query) if (others := _likely(word, time))}
    tries = [dict(zip(likely, words, strict=True)) for words in islice(product(*likely.values()), MOST_TRIES)]
    meant = {place: _rewording(found.request, query, words, time) for place, words in enumerate(tries) if words}
    counts = [(one.count, -place) for place, one in meant.items()]
    most, place = max(counts, default=(0, 0))
    if most <= found.documents:
        return None
    written = {word: _as_written(other, time) for word, other in tries[-place].items()}
    return _rewording(found.request, query, written, time)


def _rewording(request: SearchRequest, query: Query, words: Mapping[str, str], time: Deadline) -> Rewording:
    marked = serialize(transform(query, lambda node: _with_other_words(node, words), skip=is_negation))
    parts = tuple((part, bool(place % 2)) for place, part in enumerate(marked.split(CHANGED)) if part)
    asked = replace(request, q=marked.replace(CHANGED, ""), page=1)
    return Rewording(asked, parts, count(asked, time))


def _words(query: Query) -> list[str]:
    """Return the words of a query that may be misspelt, as the index writes them, each once."""
    texts = [node.text for node in walk(query, skip=is_negation) if isinstance(node, WholeWords)]
    words = (token.word for text in texts for token in tokens(text))
    return list(dict.fromkeys(word for word in words if len(word) >= SHORTEST and word.isalpha()))[:MOST_WORDS]


def _with_other_words(query: Query, words: Mapping[str, str]) -> Query:
    return replace(query, text=_replaced(query.text, words)) if isinstance(query, WholeWords) else query


def _replaced(text: str, words: Mapping[str, str]) -> str:
    pieces, end = [], 0
    for token in tokens(text):
        if token.word in words:
            pieces += [text[end : token.start], CHANGED, words[token.word], CHANGED]
            end = token.end
    return "".join([*pieces, text[end:]])


def _likely(word: str, time: Deadline) -> list[str]:
    """Return what a rare word may be a slip for, the most frequent first; nothing for a word that is not rare."""
    has = _answer(Word(word), time).documents
    if has > RARE:
        return []
    alike = get_engine().similar(word, MOST_TRIES, time.left())
    return [one.word for one in alike if one.documents > OFTEN * has]


def _answer(query: Query, time: Deadline, paragraphs: int = 1) -> EngineAnswer:
    """Ask the engine for so many paragraphs. Raises IndexUnavailable, SearchTooLong."""
    time.check()
    sizes = {"groups_per_page": paragraphs, "hits_per_group": 1}
    return get_engine().search(EngineRequest(query, facets=(), timeline=False, timeout=time.left(), **sizes))


def _as_written(word: str, time: Deadline) -> str:
    """Return a word with the accents that most texts give it, which the index does not know."""
    hits = [hit.paragraph for group in _answer(Phrase(word), time, WRITTEN_SO).groups for hit in group.hits]
    texts = Paragraph.objects.filter(pk__in=hits).values_list("text", flat=True)
    written = Counter(text[token.start : token.end] for text in texts for token in tokens(text) if token.word == word)
    likeliest = written.most_common(1)[0][0] if written else word
    return word if likeliest.lower() == word else likeliest
