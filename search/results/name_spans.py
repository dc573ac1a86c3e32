"""The parts of a query that may be somebody's name, as they were typed: in fields, and as words in a row."""

from collections.abc import Iterator

from articles.names.normalise import normalise
from search.language.ast import And, Field, Or, Phrase, Query, UnresolvedName, Within, Word, is_negation, walk

MAX_WORDS = 5  # in a row
MAX_NAMES = 60
FIELDS: tuple[Field, ...] = ("person", "speaker", "about", "country")


def field_names(query: Query) -> list[UnresolvedName]:
    """Return the names typed in fields of people and countries, in their order, but for those in a negation."""
    nodes = walk(query, skip=is_negation)
    return [node for node in nodes if isinstance(node, UnresolvedName) and node.field in FIELDS]


def names_in_words(query: Query) -> list[str]:
    """Return what may be names in the words of a query, each once and those of most words first.

    They are its phrases, and every 1 to 5 words that stand in a row; at most 60 in all.
    """
    names = {normalised: name for name in _names(query) if (normalised := normalise(name))}
    return [names[normalised] for normalised in sorted(names, key=lambda name: -len(name.split()))][:MAX_NAMES]


def _names(query: Query) -> Iterator[str]:
    match query:
        case Word(text) | Phrase(text):
            yield text
        case And(parts):
            yield from _rows(parts)
        case Or(parts):
            for part in parts:
                yield from _names(part)
        case Within(_, part) if part is not None:
            yield from _names(part)


def _rows(parts: tuple[Query, ...]) -> Iterator[str]:
    """Yield every few words in a row, and what else is named beside them."""
    for start, part in enumerate(parts):
        if _word(part) is None:
            yield from _names(part)
            continue
        words: list[str] = []
        for word in map(_word, parts[start : start + MAX_WORDS]):
            if word is None:
                break
            words.append(word)
            yield " ".join(words)


def _word(part: Query) -> str | None:
    """Return a word as it was typed; one with a hyphen is searched as a phrase ("Jean-Luc")."""
    return part.text if isinstance(part, Word | Phrase) and not any(map(str.isspace, part.text)) else None
