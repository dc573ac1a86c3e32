"""What could not be read of a request, as its page tells it: sentences, each with the words that it is about."""

from collections.abc import Iterable

from search.language.limits import QueryProblem

Told = list[tuple[str, str]]  # a sentence, and the part of the query that it speaks of, or nothing


def told(words: str, problems: Iterable[QueryProblem], sentences: Iterable[str]) -> Told:
    """Return the problems of the words of a query, then the sentences about all else."""
    return [*((one.sentence, words[one.start : one.end]) for one in problems), *((one, "") for one in sentences)]
