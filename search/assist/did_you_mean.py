"""Did you mean …?: the query with words of the index in place of those that hardly any document has.

It is offered only where it finds more. Phrases and fields keep their form, and names in fields are left alone: those
are looked up in the archive, not in the index. The engine is asked once for words like those of the query; then what
MAX_TRIES new queries find is counted, and some paragraphs show how each new word is written, which changes nothing of
what is found. When the time for help is over, nothing is offered.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice, product

from articles.models import Paragraph
from search.assist.pending import Answers, Pending
from search.deadline import Deadline, SearchTooLong
from search.engines import get_engine
from search.engines.port import EngineAnswer, EngineRequest, IndexUnavailable
from search.language.analysis import tokens
from search.language.ast import Phrase, Query, WholeWords, is_negation, transform, walk
from search.language.serialize import serialize
from search.results.counts import count_questions
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
NewWords = Mapping[str, str]  # by the word of the query that each takes the place of


@dataclass(frozen=True, slots=True)
class DidYouMean:
    """Another query for the one that was typed: its request, its text in parts, and how many documents it finds."""

    request: SearchRequest
    parts: tuple[QueryPart, ...]
    count: int = 0


def did_you_mean(results: SearchResults, deadline: Deadline) -> Pending[DidYouMean | None]:
    """Return the query that was perhaps meant; None where the reader's own finds enough or no other finds more.

    None too where the deadline passes or the engine has no answer.
    """
    tries = _tries(results, deadline)
    if results.query is None or not tries:
        return Pending((), lambda _: None, None)
    offers = partial(_reworded, results.request, results.query)
    reworded = [offers(words).request for words in tries]
    questions = count_questions(reworded, results.lookup)  # they have words, so that none is left out
    new_words = list(dict.fromkeys(other for words in tries for other in words.values()))
    requests = [*(questions[one] for one in reworded), *map(_sample, new_words)]
    return Pending(requests, partial(_best, results.documents, offers, tries, new_words), None)


def _tries(results: SearchResults, deadline: Deadline) -> list[NewWords]:
    """Return the likeliest words for all that are rare, the likeliest of all first."""
    if results.query is None or results.degraded or results.documents > ENOUGH:
        return []
    words = _words(results.query)
    try:
        found = get_engine().similar(words, MAX_TRIES, RARE, deadline.left()) if words else {}
    except (IndexUnavailable, SearchTooLong):
        return []
    others = {
        word: [one.word for one in like.words if one.documents > OFTEN * like.documents] for word, like in found.items()
    }
    likely = {word: words for word, words in others.items() if words}
    tries = [dict(zip(likely, words, strict=True)) for words in islice(product(*likely.values()), MAX_TRIES)]
    return [words for words in tries if words]


def _best(
    documents: int,
    offers: Callable[[NewWords], DidYouMean],
    tries: Sequence[NewWords],
    new_words: Sequence[str],
    answers: Answers,
) -> DidYouMean | None:
    """Return the try that finds most, as texts write its words, if it finds more documents than there are already."""
    counted = [answer for answer in answers if answer]
    if len(counted) < len(answers):
        return None
    counts, samples = counted[: len(tries)], dict(zip(new_words, counted[len(tries) :], strict=True))
    highest, number = max((one.documents, -number) for number, one in enumerate(counts))
    if highest <= documents:
        return None
    words = tries[-number]
    written = _as_written({other: samples[other] for other in words.values()})
    return replace(offers({word: written[other] for word, other in words.items()}), count=highest)


def _reworded(request: SearchRequest, query: Query, words: NewWords) -> DidYouMean:
    marked = serialize(transform(query, lambda node: _with_other_words(node, words), skip=is_negation))
    parts = tuple((part, bool(number % 2)) for number, part in enumerate(marked.split(CHANGED)) if part)
    return DidYouMean(replace(request, q=marked.replace(CHANGED, ""), page=1), parts)


def _words(query: Query) -> list[str]:
    """Return the words of a query that may be misspelt, as the index writes them, each once."""
    texts = [node.text for node in walk(query, skip=is_negation) if isinstance(node, WholeWords)]
    words = (token.word for text in texts for token in tokens(text))
    return list(dict.fromkeys(word for word in words if len(word) >= SHORTEST and word.isalpha()))[:MAX_WORDS]


def _with_other_words(query: Query, words: NewWords) -> Query:
    return replace(query, text=_replaced(query.text, words)) if isinstance(query, WholeWords) else query


def _replaced(text: str, words: NewWords) -> str:
    pieces, end = [], 0
    for token in tokens(text):
        if token.word in words:
            pieces += [text[end : token.start], CHANGED, words[token.word], CHANGED]
            end = token.end
    return "".join([*pieces, text[end:]])


def _sample(word: str) -> EngineRequest:
    """Ask for some paragraphs that have a word."""
    return EngineRequest(Phrase(word), groups_per_page=SAMPLED, hits_per_group=1, facets=(), timeline=False)


def _as_written(samples: Mapping[str, EngineAnswer]) -> NewWords:
    """Return each word with the accents that most texts give it, which the index does not know."""
    hits = {word: [hit.paragraph for group in one.groups for hit in group.hits] for word, one in samples.items()}
    rows = Paragraph.objects.filter(pk__in={key for keys in hits.values() for key in keys})
    texts = dict(rows.values_list("pk", "text"))
    return {word: _likeliest(word, (texts[key] for key in texts if key in keys)) for word, keys in hits.items()}


def _likeliest(word: str, texts: Iterable[str]) -> str:
    written = Counter(text[token.start : token.end] for text in texts for token in tokens(text) if token.word == word)
    likeliest = written.most_common(1)[0][0] if written else word
    return word if likeliest.lower() == word else likeliest
