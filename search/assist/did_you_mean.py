"""Did you mean …?: the query with words of the index in place of those that hardly any document has.

It is offered only where it finds more. Phrases and fields keep their form, and names in fields are left alone: those
are looked up in the archive, not in the index. The engine is asked at most MAX_WORDS times how often a word occurs,
as often for words like it, MAX_TRIES + 1 times what a new query finds, and once for how each new word is written; when
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
from search.language.serialize import serialize
from search.results.ask_engine import SearchUnavailable
from search.results.counts import count
from search.results.model import SearchResults
from search.results.request import SearchRequest

ENOUGH = 5  # documents: a query that finds more needs no help
RARE = 2  # documents: a word that has more is meant as it is
OFTEN = 5  # times as many documents must have the word offered instead
SHORTEST = 3  # letters of a word that may be misspelt
MAX_WORDS, MAX_TRIES = 6, 4
CHANGED = "\ufdd0"  # stands around words that were changed; it is no character, so no text has it
SAMPLED = 5  # paragraphs that are looked into for how a word is written

QueryPart = tuple[str, bool]  # a part of the new query's text, and whether it was changed


@dataclass(frozen=True, slots=True)
class DidYouMean:
    """Another query for the one that was typed: its request, its text in parts, and how many documents it finds."""

    request: SearchRequest
    parts: tuple[QueryPart, ...]
    count: int


def did_you_mean(results: SearchResults, deadline: Deadline) -> DidYouMean | None:
    """Return the query that was perhaps meant; None where the reader's own finds enough or no other finds more.

    None too where the deadline passes or the engine has no answer.
    """
    if results.query is None or results.degraded or results.documents > ENOUGH:
        return None
    try:
        return _better(results, results.query, deadline)
    except (SearchUnavailable, IndexUnavailable, SearchTooLong):
        return None


def _better(results: SearchResults, query: Query, deadline: Deadline) -> DidYouMean | None:
    """Try the likeliest words for all that are rare, and return what finds most, if that is more."""
    likely = {word: others for word in _words(query) if (others := _likely(word, deadline))}
    tries = [dict(zip(likely, words, strict=True)) for words in islice(product(*likely.values()), MAX_TRIES)]
    reworded = {
        number: _reworded(results.request, query, words, deadline) for number, words in enumerate(tries) if words
    }
    highest, number = max(((one.count, -number) for number, one in reworded.items()), default=(0, 0))
    if highest <= results.documents:
        return None
    written = {word: _as_written(other, deadline) for word, other in tries[-number].items()}
    return _reworded(results.request, query, written, deadline)


def _reworded(request: SearchRequest, query: Query, words: Mapping[str, str], deadline: Deadline) -> DidYouMean:
    marked = serialize(transform(query, lambda node: _with_other_words(node, words), skip=is_negation))
    parts = tuple((part, bool(number % 2)) for number, part in enumerate(marked.split(CHANGED)) if part)
    other = replace(request, q=marked.replace(CHANGED, ""), page=1)
    return DidYouMean(other, parts, count(other, deadline))


def _words(query: Query) -> list[str]:
    """Return the words of a query that may be misspelt, as the index writes them, each once."""
    texts = [node.text for node in walk(query, skip=is_negation) if isinstance(node, WholeWords)]
    words = (token.word for text in texts for token in tokens(text))
    return list(dict.fromkeys(word for word in words if len(word) >= SHORTEST and word.isalpha()))[:MAX_WORDS]


def _with_other_words(query: Query, words: Mapping[str, str]) -> Query:
    return replace(query, text=_replaced(query.text, words)) if isinstance(query, WholeWords) else query


def _replaced(text: str, words: Mapping[str, str]) -> str:
    pieces, end = [], 0
    for token in tokens(text):
        if token.word in words:
            pieces += [text[end : token.start], CHANGED, words[token.word], CHANGED]
            end = token.end
    return "".join([*pieces, text[end:]])


def _likely(word: str, deadline: Deadline) -> list[str]:
    """Return what a rare word may be a slip for, the most frequent first; nothing for a word that is not rare."""
    documents = _answer(Word(word), deadline).documents
    if documents > RARE:
        return []
    similar = get_engine().similar(word, MAX_TRIES, deadline.left())
    return [one.word for one in similar if one.documents > OFTEN * documents]


def _answer(query: Query, deadline: Deadline, paragraphs: int = 1) -> EngineAnswer:
    """Ask the engine for so many paragraphs. Raises IndexUnavailable, SearchTooLong."""
    deadline.check()
    request = EngineRequest(
        query, groups_per_page=paragraphs, hits_per_group=1, facets=(), timeline=False, timeout=deadline.left()
    )
    return get_engine().search(request)


def _as_written(word: str, deadline: Deadline) -> str:
    """Return a word with the accents that most texts give it, which the index does not know."""
    hits = [hit.paragraph for group in _answer(Phrase(word), deadline, SAMPLED).groups for hit in group.hits]
    texts = Paragraph.objects.filter(pk__in=hits).values_list("text", flat=True)
    written = Counter(text[token.start : token.end] for text in texts for token in tokens(text) if token.word == word)
    likeliest = written.most_common(1)[0][0] if written else word
    return word if likeliest.lower() == word else likeliest
